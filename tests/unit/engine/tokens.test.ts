import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/article/span.ts';
import { tokenEnd } from '../../../src/engine/token-end.ts';
import { tokenize } from '../../../src/engine/tokens.ts';
import { oddText } from './odd-text.ts';

function words(text: string): string {
  return tokenize(text)
    .map((token) => textOf(text, token))
    .join(' | ');
}

describe('tokens', () => {
  it.each([
    // clitics fall off as in the Penn Treebank
    ['She didn’t say it’s Ruiz’s.', 'She | did | n’t | say | it | ’s | Ruiz | ’s | .'],
    ["They cannot, won't and they're gonna", "They | can | not | , | wo | n't | and | they | 're | gon | na"],
    ['O’Brien met d’Angelo at six o’clock', 'O’Brien | met | d’Angelo | at | six | o’clock'],
    ['the ministers’ vote', 'the | ministers | ’ | vote'],
    ['born in the ’80s', 'born | in | the | ’80s'],
    // full stops of abbreviations, and of the sentence
    ['Mr. J. Ruiz of the U.S. Senate left.', 'Mr. | J. | Ruiz | of | the | U.S. | Senate | left | .'],
    ['It happened on Oct. 7.', 'It | happened | on | Oct. | 7 | .'],
    ['He works for Acme Inc.', 'He | works | for | Acme | Inc | .'],
    ['The U.S.-led force, e.g. the 3rd', 'The | U.S.-led | force | , | e.g. | the | 3rd'],
    // numbers, money, times
    ['$1.5m of 200,000 (9/11), 12% at 10:30', '$ | 1.5m | of | 200,000 | ( | 9/11 | ) | , | 12 | % | at | 10:30'],
    ['a 50-state plan by the 74-year-old', 'a | 50-state | plan | by | the | 74-year-old'],
    // words that hold marks
    ['state-of-the-art AT&T and/or', 'state-of-the-art | AT&T | and/or'],
    ['see www.example.org/a?b=c, or ana@example.org.', 'see | www.example.org/a?b=c | , | or | ana@example.org | .'],
    ['@ana_ruiz on #Vote2024!', '@ana_ruiz | on | #Vote2024 | !'],
    // punctuation
    ['“Stop!” she said — twice ...', '“ | Stop | ! | ” | she | said | — | twice | ...'],
    ["''No?!'' (he) [sic]--", "'' | No | ?! | '' | ( | he | ) | [ | sic | ] | --"],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('keeps words with soft hyphens, combining marks and letters of any script whole', () => {
    expect(words('the cease\u00adfire in Tu\u0308rkiye, Київ')).toBe('the | cease\u00adfire | in | Tu\u0308rkiye | , | Київ');
  });

  it('reads only the span that it is given', () => {
    const text = 'Before. She spoke. After.';
    expect(tokenize(text, { start: 8, end: 18 }).map((token) => textOf(text, token))).toEqual(['She', 'spoke', '.']);
  });

  it('covers everything that is visible, in order and apart, in any text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const tokens = tokenize(text);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Cf}]*$/u);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(end)).toMatch(/^[\s\p{Cf}]*$/u);
        expect(tokenize(text)).toEqual(tokens);
      }),
    );
  });

  it('never cuts a character of two units in two', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        for (const { start, end } of tokenize(text)) {
          for (const at of [start, end]) {
            const inside = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
            expect(inside).toBe(false);
          }
        }
      }),
    );
  });

  it('ends plain tokens by hand just where the expressions end them', () => {
    const piece = fc.constantFrom(
      ..."a Zé1٣_.,:;-‐–—/&'’“”…?!@#*()\u00ad\u200b\u0301\u00a0",
      'http',
      '://',
      'www.',
      ' . .',
      'U.S.',
      '1,000',
      '’s',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('').replaceAll('@', '');
        for (let at = 0; at < text.length; at++) expect(tokenEnd(text, at, false)).toBe(tokenEnd(text, at, true));
      }),
      { numRuns: 2000 },
    );
  });
});
