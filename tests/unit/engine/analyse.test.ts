import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedArticle } from '../../../src/article/annotated-article.ts';
import { analyse } from '../../../src/engine/analyse.ts';
import { readModel } from '../../../src/engine/model.ts';
import { defaultPacks } from '../../../src/packs/index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const model = readModel(new Uint8Array(readFileSync(join(ROOT, 'src/engine/weights/weights.bin'))));
const MESSAGES = JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8'));

const read = (text: string): AnnotatedArticle =>
  analyse(
    { id: 'a', title: '', outlet: null, url: null, language: 'en', partial: false, text, blocks: [] },
    { packs: defaultPacks, model },
  );
const labels = (text: string) => {
  const article = read(text);
  const names = new Map(article.sources.map((source) => [source.id, source.name]));
  return article.sentences.map(
    ({ sources, status, basis }) => `${sources.map((id) => names.get(id)).join(' + ') || '–'}: ${status}/${basis}`,
  );
};

describe('analyse, from text to labels', () => {
  it('labels a story as its reader would', () => {
    expect(
      labels(`The harbour of Oldport was closed on Monday after the third storm of the winter.

“We will not open it before spring,” said Ana Ruiz, the mayor of Oldport. “It is not safe.”

She added that the town had no money for a new pier. Ben Holm, a spokesman for the Fishermen’s Union, said that was not true.

WHAT THE STORM DID TO THE OLD LIGHTHOUSE

Two boats reportedly sank. An official at the ministry declined to comment.`),
    ).toEqual([
      '–: confirmed/own-voice',
      'Ana Ruiz: reported/named',
      'Ana Ruiz: reported/named',
      'Ana Ruiz: reported/named',
      'Ben Holm (Fishermen’s Union): reported/named',
      '–: reported/hearsay',
      '–: confirmed/own-voice',
    ]);
  });

  it.each([
    [
      'somebody thanked is not the source',
      '“We thank envoy Ben Holm for his work,” the harbour office said in a statement.',
      /^(?:The )?[Hh]arbour office: reported/,
    ],
    [
      'somebody told is not the source',
      'Ana Ruiz told Ben Holm that the pier would be closed for a year.',
      /^Ana Ruiz: reported\/named$/,
    ],
    [
      'the outlet told is not the source',
      'Ana Ruiz told Reuters that the pier would be closed for a year.',
      /^Ana Ruiz: reported\/named$/,
    ],
    [
      'an outlet that reports is',
      'Reuters reported on Monday that the pier would be closed for a year.',
      /^Reuters: reported\/second-hand$/,
    ],
    [
      'confirmed by a party',
      'Ana Ruiz confirmed on Monday that the pier would be closed for a year.',
      /^Ana Ruiz: confirmed\/confirmed-by$/,
    ],
    [
      'a title in quotation marks is no quotation',
      'The film “The Last Pier” opened in Oldport on Monday and ran for three weeks.',
      /^–: confirmed\/own-voice$/,
    ],
  ])('%s', (_, text, expected) => {
    expect(labels(text)[0]).toMatch(expected);
  });

  it('has a message for every reason that it gives', () => {
    const article = read(
      'Ana Ruiz said no. Reuters reported that it was so. It is claimed that it fell. The board confirmed it was so. Officials said yes.',
    );
    for (const { why } of article.sentences) expect(MESSAGES).toHaveProperty(`why_${why.rule.replaceAll('-', '_')}`);
  });
});

describe('analyse, of any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '“We will stay,” said Ana Ruiz.',
      'He said',
      'according to',
      'who said',
      '\n\n',
      '\r\n',
      '\u00a0',
      '😀',
      'é',
      'e\u0301',
      '"',
      '“',
      '”',
      '’s',
      'Hamas, which',
      'the group and its',
      '(AP)',
      'reportedly',
      'They told him that',
      ', the ministry said.',
    ),
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));

  it('gives spans inside the text, sentences in order and apart, and known sources', () => {
    fc.assert(
      fc.property(text, (words) => {
        const article = read(words);
        const ids = new Set(article.sources.map((source) => source.id));
        expect(ids.size).toBe(article.sources.length);
        let end = 0;
        for (const sentence of article.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
          for (const id of sentence.sources) expect(ids.has(id)).toBe(true);
          for (const index of sentence.attributions) expect(article.attributions[index]).toBeDefined();
        }
        expect(end).toBeLessThanOrEqual(words.length);
        for (const { source, cue, content, speaker } of article.attributions) {
          expect(speaker === null || ids.has(speaker)).toBe(true);
          for (const span of [...source, ...cue, ...content]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(words.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same again', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(read(words)).toEqual(read(words));
      }),
      { numRuns: 40 },
    );
  });
});
