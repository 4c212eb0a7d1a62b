import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOf, Wording, wordSet } from '../../../src/article/wording.ts';

const SRC = join(import.meta.dirname, '../../../src');
const LITERAL = /new Wording\(\s*(\/.+\/[a-z]*),\s*((?:(?:'[^']*'|"[^"]*"),?\s*)+)\)/g;

/** Every wording in the code: its file, its expression, what it needs. */
const all = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(join(SRC, path), 'utf8').matchAll(LITERAL)].map(([, literal = '', needed = '']) => {
      const [pattern, parts] = new Function(`return [${literal}, [${needed}]]`)() as [RegExp, string[]];
      return { name: `${path}: ${literal.slice(0, 60)}`, pattern, wording: new Wording(pattern, ...parts) };
    }),
  );

describe('a wording', () => {
  test('is asked about in any case', () => {
    const wording = new Wording(/\bsign up (?:for|to)\b/i, 'sign up');
    expect(wording.test('SIGN UP for more')).toBe(true);
    expect(wording.test('Signs were put up for more')).toBe(false);
  });

  test('that begins a text is found at the beginning only', () => {
    const wording = new Wording(/^photo by|\bgetty\b/i, '^photo|getty');
    expect(wording.exec('Photo by Ana Ruiz')?.index).toBe(0);
    expect(wording.exec('A photo by Ana Ruiz')).toBeNull();
    expect(wording.exec('Ana Ruiz, Getty')?.index).toBe(10);
  });

  test('of several the one that stands first is found', () => {
    const wordings = [new Wording(/later/, 'later'), new Wording(/soon/, 'soon')];
    expect(firstOf(wordings, 'soon, not later')?.[0]).toBe('soon');
    expect(firstOf(wordings, 'never')).toBeNull();
  });

  test('a set of words is asked for whole words', () => {
    expect(wordSet('\n  Mr Mrs\n  Dr').has('Mrs')).toBe(true);
    expect(wordSet('Mr Mrs').has('Mr Mrs')).toBe(false);
  });
});

describe('every wording in the code needs no more than its expression asks for', () => {
  test('all are found', () => {
    const written = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .reduce((sum, path) => sum + readFileSync(join(SRC, path), 'utf8').split('new Wording(').length - 1, 0);
    expect(all.length).toBe(written);
  });

  test.each(all)('$name', ({ pattern, wording }) => {
    // Texts are made from the expression; where words must begin or end, a space comes by chance.
    const made = pattern.source.replaceAll('\\b', ' ?').replaceAll('(?=', '(?:');
    const texts = fc.stringMatching(new RegExp(made, pattern.flags.replace('i', '')));
    let fits = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!pattern.test(text)) return;
        fits += 1;
        expect(wording.test(text)).toBe(true);
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(fits).toBeGreaterThan(20);
  });
});
