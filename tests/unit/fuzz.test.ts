import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { analyseArticle } from '../../src/cli/analyse-article.ts';
import { extractArticle } from '../../src/page/extract/extract-article.ts';
import { readCorrectionFile } from '../../src/platform/correction-file.ts';
import { readPackFile } from '../../src/platform/pack-file.ts';
import { readOwnPacks } from '../../src/platform/packs.ts';
import { DEFAULT_SETTINGS, readManagedSettings, readSettings } from '../../src/platform/settings.ts';

/*
 * Random input over whole parts. fast-check prints seed and path of what it finds: put them into `fc.assert(…, { seed, path })` to see it
 * again, and the smallest text it shrank to into a test of its own.
 */

const WORDS = [
  'Ana Ruiz',
  'said',
  'The ministry',
  'told',
  'reporters',
  'that',
  'it',
  'had',
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '.',
  ',',
  ':',
  '—',
  '(',
  ')',
  '…',
  '\u202e',
  '\u2067',
  '\u0000',
  '\ud83d',
  '👩🏽‍⚕️',
  '__proto__',
  'constructor',
  'U.S.',
  '\n',
  '  ',
  '<b>',
  '&amp;',
];
const prose = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 3000 })).map(([word, times]) => word.repeat(times)),
);

function articleOf(paragraphs: readonly string[]): Article {
  const texts = paragraphs.map((text) => text.replaceAll('\n', ' ').trim()).filter((text) => text !== '');
  let at = 0;
  const blocks = texts.map((text) => {
    const block = { start: at, end: at + text.length, kind: 'paragraph' } as const;
    at += text.length + 1;
    return block;
  });
  return { id: 'x', title: 'x', outlet: null, url: null, language: 'en', partial: false, text: texts.join('\n'), blocks };
}

describe('the engine', () => {
  it('labels any text without an error, within the text, and the same each time', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 5 }), (paragraphs) => {
        const article = articleOf(paragraphs);
        const result = analyseArticle(article);
        expect(result.text).toBe(article.text);
        const ids = new Set(result.sources.map((source) => source.id));
        let last = 0;
        for (const sentence of result.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          last = sentence.end;
          for (const id of sentence.sources) expect(ids).toContain(id);
          for (const index of sentence.attributions) expect(result.attributions[index]).toBeDefined();
        }
        expect(last).toBeLessThanOrEqual(article.text.length);
        for (const { source, cue, content, confidence } of result.attributions) {
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(article.text.length);
          }
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(analyseArticle(article)).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });
});

const TAGS = [
  'article',
  'p',
  'div',
  'span',
  'h1',
  'ul',
  'li',
  'form',
  'input',
  'table',
  'td',
  'br',
  'script',
  'svg',
  'template',
  'blockquote',
  'aside',
  'a',
  'unknown-tag',
];
const NAMES = ['class', 'id', 'name', 'hidden', 'role', 'style', 'itemprop', 'slot', 'contenteditable'];
const VALUES = [
  'body',
  'article-body',
  'sr-only',
  'true',
  'display:none',
  'articleBody',
  'comments',
  '__proto__',
  'childNodes',
  '"><b>',
];

interface Tree {
  readonly tag: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (string | Tree)[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record(
    {
      tag: fc.constantFrom(...TAGS),
      attributes: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 2 }),
      children: fc.array(fc.oneof({ maxDepth: 6, depthSize: 'large' }, prose, tie('tree')), { maxLength: 4 }),
    },
    { noNullPrototype: true },
  ),
}));

function build(document: Document, { tag, attributes, children }: Tree): Element {
  const element = document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  for (const child of children)
    element.append(typeof child === 'string' ? document.createTextNode(child) : build(document, child));
  return element;
}

describe('extraction', () => {
  it('reads any tree without an error, ties every character to the node that shows it, and changes nothing', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (trees) => {
        const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
        const sentence = 'The council said on Tuesday that the bridge would be closed, and that it had asked for the money. ';
        for (const one of trees) document.body.append(build(document, one));
        const paragraph = document.createElement('p');
        paragraph.append(sentence.repeat(12));
        document.body.append(paragraph);
        const before = document.body.outerHTML;
        const found = extractArticle(document, { url: 'https://example.org/news/a' });
        expect(document.body.outerHTML).toBe(before);
        if (!found.ok) return;
        const { text, blocks } = found.article;
        let last = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBe(text.length);
        for (const { start, end, node, offset } of found.map) {
          const shown = node.data.slice(offset, offset + end - start).replace(/\s/g, ' ');
          expect(shown).toBe(text.slice(start, end));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is imported and stored', () => {
  const files = [readCorrectionFile, readPackFile] as const;
  const heads = [
    '{"format":"sourcelight-corrections","version":1,"articles":',
    '{"format":"sourcelight-packs","version":1,"packs":',
  ];

  it('is read or refused with places, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.tuple(fc.constantFrom(...heads), fc.json()).map(([head, json]) => `${head}${json}}`),
        ),
        (content) => {
          for (const read of files) {
            const result = read(content);
            if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
    ['nested and never closed', '{"a":'.repeat(100_000), 'too-deep'],
    ['six megabytes', `"${'x'.repeat(6_000_000)}"`, 'too-large'],
    ['no JSON', '<html>', 'not-json'],
    [
      'a prototype among its keys',
      '{"format":"sourcelight-packs","version":1,"packs":[{"__proto__":{"polluted":1}}]}',
      'forbidden-key',
    ],
    ['a constructor among its keys', '{"constructor":{"prototype":{"polluted":1}}}', 'forbidden-key'],
    ['another format', '{"format":"x","version":1}', 'wrong-value'],
    ['a version to come', '{"format":"sourcelight-packs","version":2,"packs":[]}', 'wrong-value'],
  ])('is refused: %s', (_, content, kind) => {
    for (const read of files) {
      const result = read(content);
      expect(result.ok ? null : result.problems[0]?.kind).toBe(kind);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('settings and packs that are stored never stop anything', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readSettings(stored).settings.version).toBe(DEFAULT_SETTINGS.version);
        expect(readManagedSettings(stored).sites).toBeInstanceOf(Array);
        expect(readOwnPacks(stored).packs).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });

  it('HTML in the names of a pack stays the words that it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    const pack = {
      id: 'x',
      name,
      description: name,
      language: 'en',
      entries: [{ id: 'y', name, type: 'ngo', forms: [name], examples: [], counterexamples: [] }],
    };
    const read = readPackFile(JSON.stringify({ format: 'sourcelight-packs', version: 1, packs: [pack] }));
    expect(read.ok && read.packs[0]?.entries[0]?.name).toBe(name);
  });
});
