import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributionSpans } from '../../../src/article/attribution.ts';
import { findAttributions } from '../../../src/engine/attributions/find-attributions.ts';
import { blocksOfPlainText } from '../../../src/engine/body.ts';
import { readModel } from '../../../src/engine/model.ts';
import { findQuotations } from '../../../src/engine/quotations.ts';
import { readSentences } from '../../../src/engine/read.ts';
import { printMarkedText, readMarkedText } from '../../support/marked-text.ts';
import { oddText } from './odd-text.ts';

const model = readModel(new Uint8Array(readFileSync(new URL('../../../src/engine/weights/weights.bin', import.meta.url))));

function attributionsIn(text: string): readonly AttributionSpans[] {
  const blocks = blocksOfPlainText(text);
  const reading = {
    text,
    blocks,
    sentences: readSentences(text, blocks, model.syntax),
    quotations: findQuotations(text, blocks),
  };
  return findAttributions(reading, model.attributions);
}

describe('attributions, as marked', () => {
  it.each([
    ['a clause with "that"', '{source:The mayor of Lisbon} {cue:said} {content:that the bridge would open in May}.'],
    ['a quotation before its cue', '{content:“We will appeal the ruling,”} {cue:said} {source:Ana Ruiz}.'],
    [
      'a quotation split by its cue',
      '{content:“We are ready,”} {source:she} {cue:said}. {content:“It took us years to get here.”}',
    ],
    ['"according to"', '{content:Costs have doubled since March}, {cue:according to} {source:the audit office}.'],
    [
      'a source with an appositive',
      '{source:Ben Holm, the leader of the opposition,} {cue:warned} {content:that prices would rise}.',
    ],
    ['a document that speaks', '{source:The report} {cue:found} {content:that two of the three pumps had failed}.'],
    ['somebody told is not the source', '{source:The minister} {cue:told} reporters {content:that the talks had failed}.'],
    ['a belief', '{source:Most residents} {cue:believe} {content:the dam is safe}.'],
    [
      'a clause first, its source last',
      '{content:The ferry was overloaded when it left the port}, {source:officials} {cue:said}.',
    ],
  ])('%s', (_, marked) => {
    const { text } = readMarkedText(marked);
    expect(printMarkedText(text, attributionsIn(text))).toBe(marked);
  });

  it.each([
    ['completed acts', 'The company repaired two hundred buses on Tuesday. The buses had been built in Ghent.'],
    ['plain weather', 'Heavy rain fell over the valley on Sunday night. Roads were closed and trains stopped.'],
    ['a title in quotation marks', 'The film “Night Train to Porto” opened in March. It ran for a year.'],
    ['a nickname', 'Holm, nicknamed “the Badger”, left at noon. The train was late.'],
    ['what nobody wants', 'Nobody wanted the old bridge to be closed for a year. Work begins in May.'],
    ['scare quotes', 'The so-called “green wall” was built in 2010. It is two miles long.'],
  ])('none in %s', (_, text) => {
    expect(printMarkedText(text, attributionsIn(text))).toBe(text);
  });
});

describe('attributions over several paragraphs', () => {
  it('gives all paragraphs of one open quotation to one speaker', () => {
    const text =
      '“We tried for three years to save the theatre,” Ruiz said. “Nobody came.\n\n“In the end we had no choice but to close it for good.”';
    const found = attributionsIn(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.content.at(-1)?.end).toBe(text.length);
    expect(found[0]?.kind).toBe('direct');
  });

  it('reads a transcript by its labels', () => {
    const text =
      'The two candidates met in the town hall on Tuesday night.\n\nRUIZ: The bridge will open in May whatever the weather.\n\nHOLM: And who will pay for the second lane of it?';
    expect(attributionsIn(text).map(({ source }) => source.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['RUIZ'],
      ['HOLM'],
    ]);
  });

  it('reads a name after a dash as the source of the quotation before it', () => {
    const text = '“I have lived on this street for forty years and I am not leaving.” — Carla Menendez';
    const [one] = attributionsIn(text);
    expect(one?.source.map(({ start, end }) => text.slice(start, end))).toEqual(['Carla Menendez']);
    expect(one?.why.decider).toBe('rule');
  });
});

describe('any text', () => {
  it('gives spans inside the text, in order and apart within each role, confidences from 0 to 1, and the same again', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const found = attributionsIn(text);
        for (const { source, cue, content, confidence } of found) {
          expect(content.length).toBeGreaterThan(0);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const role of [source, cue, content]) {
            let end = 0;
            for (const span of role) {
              expect(span.start).toBeGreaterThanOrEqual(end);
              expect(span.end).toBeGreaterThan(span.start);
              end = span.end;
            }
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
        expect(attributionsIn(text)).toEqual(found);
      }),
    );
  });
});
