import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyntaxSentence } from '../../../scripts/train/syntax-data.ts';
import { trainSyntax } from '../../../scripts/train/train-syntax.ts';
import { textOf } from '../../../src/article/span.ts';
import { readSentences } from '../../../src/engine/read.ts';
import { SyntaxModel } from '../../../src/engine/syntax/syntax-model.ts';
import { hashWords } from '../../../src/engine/syntax/word-hash.ts';
import type { Syntax } from '../../../src/engine/syntax.ts';
import { type Token, tokenize } from '../../../src/engine/tokens.ts';
import { readSections, writeSections } from '../../../src/engine/weights/container.ts';
import { oddText } from './odd-text.ts';

// word/tag>head:relation, heads counted from 1, 0 for the root
const LESSONS = [
  'Ana/NNP>2:compound Ruiz/NNP>3:nsubj said/VBD>0:root the/DT>5:det talks/NNS>6:nsubj failed/VBD>3:ccomp ./.>3:punct',
  'The/DT>2:det minister/NN>3:nsubj said/VBD>0:root the/DT>5:det army/NN>6:nsubj left/VBD>3:ccomp ./.>3:punct',
  'The/DT>2:det talks/NNS>3:nsubj failed/VBD>0:root ,/,>3:punct Ruiz/NNP>6:nsubj said/VBD>3:parataxis ./.>3:punct',
  'The/DT>2:det army/NN>3:nsubj left/VBD>0:root the/DT>5:det city/NN>3:dobj ./.>3:punct',
  'Ruiz/NNP>2:nsubj told/VBD>0:root the/DT>4:det minister/NN>2:dobj that/IN>7:mark talks/NNS>7:nsubj failed/VBD>2:ccomp ./.>2:punct',
  'He/PRP>3:nsubj had/VBD>3:aux left/VBN>0:root the/DT>5:det talks/NNS>3:dobj ./.>3:punct',
];

function lesson(line: string, story: number): SyntaxSentence {
  const words = line.split(' ').map((item) => /^(.+)\/(.+)>(\d+):(.+)$/.exec(item) as RegExpExecArray);
  const text = words.map((word) => word[1]).join(' ');
  let at = 0;
  const tokens = words.map((word): Token => {
    const start = at;
    at += (word[1] as string).length + 1;
    return { start, end: at - 1 };
  });
  return {
    story,
    text,
    tokens,
    tags: words.map((word) => word[2] as string),
    heads: words.map((word) => Number(word[3]) - 1),
    relations: words.map((word) => word[4] as string),
  };
}

const lessons = Array.from({ length: 20 }, (_, story) => LESSONS.map((line) => lesson(line, story))).flat();
const options = {
  taggerEpochs: 4,
  parserEpochs: 8,
  taggerFeatures: 5000,
  moveFeatures: 5000,
  labelFeatures: 5000,
  folds: 2,
  admitAfter: 1,
};
const { model, sections } = trainSyntax(lessons, options);

function show(text: string, tokens: readonly Token[], { tag, head, relation }: Syntax): string {
  return tokens.map((token, i) => `${textOf(text, token)}/${tag[i]}>${(head[i] as number) + 1}:${relation[i]}`).join(' ');
}

function expectTree({ head }: Syntax): void {
  expect([...head].filter((h) => h === -1)).toHaveLength(head.length > 0 ? 1 : 0);
  for (let i = 0; i < head.length; i++) {
    let steps = 0;
    for (let at = i; at >= 0; at = head[at] as number) if (++steps > head.length) throw new Error(`word ${i} hangs on itself`);
  }
}

describe('tagger and parser', () => {
  it.each(LESSONS)('learn %s', (line) => {
    const { text, tokens } = lesson(line, 0);
    expect(show(text, tokens, model.tagAndParse(text, tokens))).toBe(line);
  });

  it('read a sentence that they have not seen', () => {
    const text = 'Ruiz said the minister left.';
    const tokens = tokenize(text);
    expect(show(text, tokens, model.tagAndParse(text, tokens))).toBe(
      'Ruiz/NNP>2:nsubj said/VBD>0:root the/DT>4:det minister/NN>5:nsubj left/VBD>2:ccomp ./.>2:punct',
    );
  });

  it('learn the same bytes from the same sentences, and say the same after a way through a file', () => {
    const bytes = writeSections(sections);
    expect(writeSections(trainSyntax(lessons, options).sections)).toEqual(bytes);
    const loaded = SyntaxModel.load(readSections(bytes));
    const { text, tokens } = lesson(LESSONS[4] as string, 0);
    expect(loaded.tagAndParse(text, tokens)).toEqual(model.tagAndParse(text, tokens));
  });

  it('hold no word of what they learned from', () => {
    const file = Buffer.from(writeSections(sections)).toString('latin1');
    for (const word of ['minister', 'talks', 'Ruiz', 'army']) expect(file).not.toContain(word);
  });

  it('make one tree of any text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const tokens = tokenize(text);
        const syntax = model.tagAndParse(text, tokens);
        expect(syntax.tag).toHaveLength(tokens.length);
        expect(syntax.relation).toHaveLength(tokens.length);
        expectTree(syntax);
      }),
    );
  });

  it('read a sentence of 5,000 words in pieces that are one tree', () => {
    const text = 'the army left , and '.repeat(1000);
    const syntax = model.tagAndParse(text, tokenize(text));
    expect(syntax.tag).toHaveLength(5000);
    expectTree(syntax);
  });

  it('say what is wrong with damaged weights', () => {
    const broken = new Map(Object.entries(sections));
    broken.set('syntax.moves', (sections['syntax.moves'] as Uint8Array).slice(0, -1));
    expect(() => SyntaxModel.load(broken)).toThrow('damaged');
    broken.delete('syntax.moves');
    expect(() => SyntaxModel.load(broken)).toThrow('syntax.moves is missing');
  });
});

describe('reading an article', () => {
  it('reads the body’s blocks only, and cuts endless sentences', () => {
    const blocks = [
      { kind: 'heading', text: 'Talks fail' },
      { kind: 'paragraph', text: 'Ruiz said the talks failed. He left.' },
      { kind: 'caption', text: 'Ruiz in the city.' },
      { kind: 'paragraph', text: 'the army left , '.repeat(2000).trim() },
    ] as const;
    let text = '';
    const spans = blocks.map((block) => {
      const start = text.length;
      text += `${block.text}\n`;
      return { kind: block.kind, start, end: text.length - 1 };
    });
    const sentences = readSentences(text, spans, model);
    expect(sentences.slice(0, 2).map((s) => [s.block, textOf(text, s)])).toEqual([
      [1, 'Ruiz said the talks failed.'],
      [1, 'He left.'],
    ]);
    const endless = sentences.slice(2);
    expect(endless.every((s) => s.block === 3 && s.tokens.length <= 512)).toBe(true);
    expect(endless.reduce((sum, s) => sum + s.tokens.length, 0)).toBe(8000);
    for (const s of sentences) expect(textOf(text, s)).toBe(text.slice(s.tokens[0]?.start, s.tokens.at(-1)?.end));
  });
});

describe('words for features', () => {
  it('are alike in every style of quotation mark, dash and digit', () => {
    const one = 'isn’t “we” 1,250 cease\u00adfire';
    const other = "isn't “we” 3,999 ceasefire";
    expect([...hashWords(one, tokenize(one)).form]).toEqual([...hashWords(other, tokenize(other)).form]);
  });
});

describe('weights file', () => {
  it('gives every section back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z.]{1,20}$/), fc.uint8Array({ maxLength: 50 })), (parts) => {
        const read = readSections(writeSections(parts));
        expect(new Map([...read].map(([name, bytes]) => [name, [...bytes]]))).toEqual(
          new Map(Object.entries(parts).map(([name, bytes]) => [name, [...bytes]])),
        );
      }),
    );
  });

  it('says what is wrong with bytes that are none', () => {
    expect(() => readSections(new Uint8Array(3))).toThrow('not a weights file');
    expect(() => readSections(writeSections({ a: new Uint8Array(9) }).slice(0, -1))).toThrow('cut off');
    expect(() => writeSections({ 'no name': new Uint8Array() })).toThrow('no name of a section');
  });
});
