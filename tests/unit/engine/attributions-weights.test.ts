import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTable, tableOf, toRows, unpackTable, type WeightTable } from '../../../src/engine/attributions/weight-table.ts';

const SLOT_BITS = 6;
const SLOTS = 1 << SLOT_BITS;
/** Hashes of the same slot that the check tells apart. */
const OTHER = 1 << 20;

const weightsOf = (table: WeightTable, hash: number): readonly number[] | null => {
  const rows = Int32Array.of(hash);
  if (toRows(table, rows, 1) === 0) return null;
  const row = rows[0] ?? Number.NaN;
  return Array.from(table.rows.subarray(row, row + table.classes), (index) => table.values[index] ?? Number.NaN);
};

describe('the table of weights', () => {
  it('finds a kept feature by its hash, and nothing where training kept none', () => {
    const table = tableOf(
      [
        [3, [0.5, -1]],
        [40 + 7 * OTHER, [0, 2]],
        [5 + 9 * OTHER, [1, 1]],
      ],
      2,
      SLOT_BITS,
    );
    expect(table.rows.length).toBe(6);
    expect(weightsOf(table, 3)).toEqual([0.5, -1]);
    expect(weightsOf(table, 40 + 7 * OTHER)).toEqual([0, 2]);
    expect(weightsOf(table, 5 + 9 * OTHER)).toEqual([1, 1]);
    expect(weightsOf(table, 4)).toBeNull();
    expect(weightsOf(table, 40)).toBeNull();
    expect(weightsOf(table, 40 + 6 * OTHER)).toBeNull();
  });

  it('keeps the first ones, and of two in one slot the first', () => {
    const table = tableOf(
      [
        [3, [3]],
        [3 + OTHER, [2]],
        [4, [1]],
        [5, [0.5]],
      ],
      1,
      SLOT_BITS,
      2,
    );
    expect([3, 3 + OTHER, 4, 5].map((hash) => weightsOf(table, hash))).toEqual([[3], null, [1], null]);
  });

  it('keeps each weight to within a hundredth of the largest through the file', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: SLOTS }), (weights) => {
        const largest = Math.max(...weights.map(Math.abs));
        const hashes = weights.map((_, slot) => slot + ((slot * 5) % 16) * OTHER);
        const table = unpackTable(
          packTable(
            tableOf(
              weights.map((weight, i) => [hashes[i] ?? 0, [weight]]),
              1,
              SLOT_BITS,
            ),
          ),
        );
        for (const [i, weight] of weights.entries())
          expect(Math.abs((weightsOf(table, hashes[i] ?? 0)?.[0] ?? Number.NaN) - weight)).toBeLessThanOrEqual(
            largest * 0.01 + 1e-6,
          );
      }),
    );
  });

  it('says so when the bytes are cut off', () => {
    const bytes = packTable(tableOf([[1, [1]]], 1, SLOT_BITS));
    expect(() => unpackTable(bytes.subarray(0, bytes.length - 1))).toThrow(/cut off/);
  });
});
