import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionOf } from '../../../src/corrections/correction-list.ts';
import { addressKey } from '../../../src/platform/address-key.ts';
import { type ArticleCorrections, readCorrectionFile, writeCorrectionFile } from '../../../src/platform/correction-file.ts';
import { inventedArticle } from '../../support/invented-article.ts';

const article = inventedArticle();
const [first, second] = article.sentences;
if (first === undefined || second === undefined) throw new Error('the invented article has sentences');
const corrections = [
  correctionOf(article, first, { kind: 'not-a-claim' }),
  correctionOf(article, second, {
    kind: 'label',
    sources: [{ name: 'Ines Pardo', type: 'witness' }],
    status: 'reported',
    basis: 'named',
    flags: ['denied'],
  }),
];
const articles: readonly ArticleCorrections[] = [{ url: 'https://news.example/a', title: 'Crane', corrections }];

/** The file with one thing in it changed. */
function spoilt(change: (file: Record<string, never>) => void): string {
  const file = JSON.parse(writeCorrectionFile(articles));
  change(file);
  return JSON.stringify(file);
}

function problemsOf(content: string): readonly string[] {
  const read = readCorrectionFile(content);
  return read.ok ? [] : read.problems.map(({ place, kind }) => `${kind} ${place}`.trim());
}

describe('a file of corrections', () => {
  it('is read back as it was written', () => {
    expect(readCorrectionFile(writeCorrectionFile(articles))).toEqual({ ok: true, value: articles });
    expect(readCorrectionFile(`\ufeff${writeCorrectionFile([])}`)).toEqual({ ok: true, value: [] });
  });

  // biome-ignore lint/suspicious/noExplicitAny: the file is spoilt on purpose
  it.each<[string, (file: any) => void, string]>([
    [
      'a status that is none',
      (file) => (file.articles[0].corrections[1].change.status = 'true'),
      'wrong-value articles[0].corrections[1].change.status',
    ],
    ['a number for a title', (file) => (file.articles[0].title = 7), 'wrong-value articles[0].title'],
    ['a script for an address', (file) => (file.articles[0].url = 'not an address'), 'wrong-value articles[0].url'],
    [
      'something unknown',
      (file) => (file.articles[0].corrections[0].selector.extra = 1),
      'unknown-key articles[0].corrections[0].selector.extra',
    ],
    [
      'an empty quote',
      (file) => (file.articles[0].corrections[0].selector.exact = ''),
      'wrong-value articles[0].corrections[0].selector.exact',
    ],
    [
      'a negative position',
      (file) => (file.articles[0].corrections[0].position.start = -1),
      'wrong-value articles[0].corrections[0].position.start',
    ],
    [
      'a nameless source',
      (file) => (file.articles[0].corrections[1].change.sources[0].name = '  '),
      'wrong-value articles[0].corrections[1].change.sources[0].name',
    ],
    ['another format', (file) => (file.format = 'x'), 'wrong-value format'],
    ['a later version', (file) => (file.version = 2), 'wrong-value version'],
  ])('is refused with the place named: %s', (_, change, problem) => {
    expect(problemsOf(spoilt(change))).toContain(problem);
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['half a file', writeCorrectionFile(articles).slice(0, -40), 'not-json'],
    ['a list', '[]', 'missing format'],
    ['null', 'null', 'wrong-value'],
    ['nested a hundred thousand deep', '['.repeat(100_000), 'too-deep'],
    ['too large', `"${'x'.repeat(5_000_001)}"`, 'too-large'],
    [
      'a prototype',
      '{"format":"sourcelight-corrections","version":1,"articles":[],"__proto__":{"ok":1}}',
      'forbidden-key __proto__',
    ],
    ['a constructor inside', '{"articles":[{"constructor":{"prototype":{"ok":1}}}]}', 'forbidden-key articles[0].constructor'],
  ])('is refused: %s', (_, content, problem) => {
    expect(problemsOf(content)).toContain(problem);
    expect(({} as { ok?: number }).ok).toBeUndefined();
  });

  it('never makes the reader throw, whatever is in it', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (content) => void readCorrectionFile(content)));
  });
});

describe('addressKey', () => {
  it.each([
    ['https://news.example/a?id=3&utm_source=x&fbclid=y#part', 'https://news.example/a?id=3'],
    ['https://news.example/a', 'https://news.example/a'],
    ['not an address', 'not an address'],
  ])('%s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
