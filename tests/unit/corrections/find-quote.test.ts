import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteSelectorOf } from '../../../src/article/quote-selector.ts';
import { approximateMatches } from '../../../src/corrections/approximate-match.ts';
import { findQuote } from '../../../src/corrections/find-quote.ts';
import { inventedArticle } from '../../support/invented-article.ts';

const { text, sentences } = inventedArticle();
const denial = 'Lindqvist denied that the city had known about it.';

/** What is found in a changed text of the sentence that said `exact` in the invented one. */
function refind(exact: string, changed: string): string | null {
  const start = text.indexOf(exact);
  const selector = quoteSelectorOf(text, { start, end: start + exact.length });
  const found = findQuote(changed, selector, { start, end: start + exact.length });
  return found === null ? null : changed.slice(found.start, found.end);
}

describe('findQuote', () => {
  it('finds every sentence of an unchanged text where it was', () => {
    for (const sentence of sentences) {
      expect(findQuote(text, quoteSelectorOf(text, sentence), sentence)).toEqual({ start: sentence.start, end: sentence.end });
    }
  });

  it.each([
    ['a paragraph before it is new', `A new opening was written later in the day.\n${text}`, denial],
    [
      'the sentence before it is gone',
      text.replace('A senior port official admitted that one inspection had been skipped. ', ''),
      denial,
    ],
    ['quotation marks and spaces are others', text.replaceAll('’', "'").replace(/ /g, '\u00a0'), denial.replace(/ /g, '\u00a0')],
    [
      'a word of it was edited',
      text.replace('had known about it', 'had long known of it'),
      'Lindqvist denied that the city had long known of it.',
    ],
    [
      'a typing error was mended',
      text.replace(denial, 'Lindqvist denied that the city had knwon about it.'),
      'Lindqvist denied that the city had knwon about it.',
    ],
  ])('finds it again when %s', (_, changed, expected) => {
    expect(refind(denial, changed)).toBe(expected);
  });

  it.each([
    ['the sentence is gone', text.replace(denial, '')],
    ['another stands in its place', text.replace(denial, 'The weather service expects a storm on Thursday night.')],
    ['the text is another', 'A bakery opened in Ostrava. It sells bread.'],
    ['there is no text', ''],
  ])('finds nothing when %s', (_, changed) => {
    expect(refind(denial, changed)).toBeNull();
  });

  it('tells equal sentences apart by what stands around them', () => {
    const twice = 'Ruiz spoke first. He said no. Okafor spoke next. He said no. Then they left.';
    const second = twice.lastIndexOf('He said no.');
    const selector = quoteSelectorOf(twice, { start: second, end: second + 11 });
    const longer = `A long new paragraph that pushes all else down.\n${twice}`;
    expect(findQuote(longer, selector, { start: 18, end: 29 })?.start).toBe(longer.lastIndexOf('He said no.'));
  });

  it('does not take a short sentence for the same words elsewhere', () => {
    const start = text.indexOf('Lindqvist promised');
    const selector = { ...quoteSelectorOf(text, { start, end: start + 9 }), exact: 'Yes.' };
    expect(findQuote('Other words. Yes. Other words again.', selector, null)).toBeNull();
  });

  it('never leaves the text, whatever is looked for in whatever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (any, exact, prefix, suffix) => {
          const found = findQuote(any, { exact, prefix, suffix }, { start: 3, end: 9 });
          if (found === null) return;
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(any.length);
        },
      ),
    );
  });
});

describe('approximateMatches', () => {
  it.each([
    ['abc', 'xxabcxx', 1, [{ start: 2, end: 5, errors: 0 }]],
    ['abcd', 'xxabxdxx', 1, [{ start: 2, end: 6, errors: 1 }]],
    ['abcd', 'xxabdxx', 1, [{ start: 2, end: 5, errors: 1 }]],
    ['abcd', 'xxyyzz', 1, []],
    [
      'abc',
      'abc abc',
      0,
      [
        { start: 0, end: 3, errors: 0 },
        { start: 4, end: 7, errors: 0 },
      ],
    ],
  ])('%s in %s with %i errors', (pattern, within, errors, expected) => {
    expect(approximateMatches(within, pattern, errors)).toEqual(expected);
  });

  it('finds the fewest errors, as trying every place would', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    const within = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 });
    fc.assert(
      fc.property(word, within, fc.nat(4), (pattern, any, maxErrors) => {
        let least = Number.POSITIVE_INFINITY;
        for (let start = 0; start < any.length; start += 1) {
          for (let end = start + 1; end <= any.length; end += 1)
            least = Math.min(least, distance(any.slice(start, end), pattern));
        }
        const matches = approximateMatches(any, pattern, Math.min(maxErrors, pattern.length - 1));
        if (least > Math.min(maxErrors, pattern.length - 1)) expect(matches).toEqual([]);
        else {
          expect(matches.length).toBeGreaterThan(0);
          for (const { start, end, errors } of matches) {
            expect(errors).toBe(least);
            expect(distance(any.slice(start, end), pattern)).toBe(least);
          }
        }
      }),
    );
  });
});

/** Levenshtein distance, by definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const at = (x: number, y: number) => table[x]?.[y] ?? 0;
      (table[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}
