import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTernaryRows, type TernaryRow, TernaryWeights } from '../../../src/engine/syntax/ternary-weights.ts';

const KEYS = 1 << 28;
/** The features of a key: hashes whose four low bits are no part of it. */
const hashOf = (key: number): number => (key << 4) | (key & 15);

function scoresOf(weights: TernaryWeights, ...keys: readonly number[]): readonly number[] {
  const scores = new Float64Array(3);
  weights.score(Int32Array.from(keys, hashOf), keys.length, scores);
  return [...scores];
}

it('gives every key its own weights, of keys that share a slot too, and others none', () => {
  // Few slots and few upper bits, so that many share one.
  const keys = fc.uniqueArray(
    fc.tuple(fc.nat(40), fc.nat(255)).map(([slot, upper]) => upper * 2 ** 20 + slot),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(keys, fc.nat(KEYS - 1), (all, stranger) => {
      const rows = all.sort((a, b) => a - b).map((key, i): TernaryRow => [key, i + 1, -i - 2]);
      const weights = new TernaryWeights(packTernaryRows(rows));
      for (const [key, second, third] of rows) expect(scoresOf(weights, key)).toEqual([0, second ** 2, -(third ** 2)]);
      if (!all.includes(stranger)) expect(scoresOf(weights, stranger)).toEqual([0, 0, 0]);
    }),
  );
});

it('adds up what the features say', () => {
  const weights = new TernaryWeights(
    packTernaryRows([
      [7, 3, -1],
      [7 + 2 ** 20, 2, 10],
    ]),
  );
  expect(scoresOf(weights, 7, 7 + 2 ** 20, 8)).toEqual([0, 13, 99]);
});

it('says that bytes are damaged', () => {
  const bytes = packTernaryRows([[7, 3, -1]]);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  for (const broken of [bytes.slice(0, 100), bytes.slice(0, -1), longer])
    expect(() => new TernaryWeights(broken)).toThrow('damaged');
});
