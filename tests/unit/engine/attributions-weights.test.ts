import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTable, rowOf, tableOf, unpackTable, type WeightTable } from '../../../src/engine/attributions/weight-table.ts';

const SLOTS = 64;

const weightsAt = ({ rows, values, classes }: WeightTable, row: number): readonly number[] =>
  Array.from(rows.subarray(row, row + classes), (index) => values[index] ?? Number.NaN);

describe('the table of weights', () => {
  it('finds a kept feature by its hash, and nothing where training kept none', () => {
    const dense = new Float32Array(SLOTS * 2);
    dense.set([0.5, -1], 3 * 2);
    dense.set([0, 2], 40 * 2);
    const table = tableOf(dense, 2);
    expect(table.rows.length).toBe(4);
    expect(weightsAt(table, rowOf(table, 3))).toEqual([0.5, -1]);
    expect(weightsAt(table, rowOf(table, 40 + SLOTS))).toEqual([0, 2]);
    expect(rowOf(table, 4)).toBe(-1);
  });

  it('keeps each weight to within a hundredth of the largest through the file', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: SLOTS, maxLength: SLOTS }), (weights) => {
        const dense = Float32Array.from(weights);
        const largest = Math.max(...dense.map(Math.abs));
        const table = unpackTable(packTable(tableOf(dense, 1)));
        for (const [slot, weight] of dense.entries()) {
          const row = rowOf(table, slot);
          expect(Math.abs((row < 0 ? 0 : (weightsAt(table, row)[0] ?? 0)) - weight)).toBeLessThanOrEqual(largest * 0.01 + 1e-6);
        }
      }),
    );
  });

  it('says so when the bytes are cut off', () => {
    const bytes = packTable(tableOf(new Float32Array(SLOTS).fill(1), 1));
    expect(() => unpackTable(bytes.subarray(0, bytes.length - 1))).toThrow(/cut off/);
  });
});
