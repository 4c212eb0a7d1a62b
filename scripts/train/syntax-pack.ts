import type { LearnedWeights } from '../../src/engine/syntax/sparse-weights.ts';
import { packTernaryRows, type TernaryRow } from '../../src/engine/syntax/ternary-weights.ts';

// Weights whose byte would be smaller say next to nothing: without them the file is a third smaller and the figures stay
// within a tenth of a point (docs/accuracy-syntax.md).
const LEAST = 22;
const LEAST_OF_MOVES = 14;

/** Quantises learned weights to bytes, in the form that `SparseWeights` reads. */
export function packWeights(learned: LearnedWeights): Uint8Array {
  const quantise = quantiser([...learned.features.values()].flatMap((list) => list.map(([, weight]) => weight)));
  const out = new WeightWriter(learned.classes);
  for (const key of sortedKeys(learned)) {
    const list: (readonly [number, number])[] = [];
    for (const [label, weight] of learned.features.get(key) ?? []) {
      const value = quantise(weight);
      if (Math.abs(value) >= LEAST) list.push([label, value]);
    }
    if (list.length === 0) continue;
    out.key(key);
    out.byte(list.length);
    for (const [label, value] of list) {
      out.byte(label);
      out.weight(value);
    }
  }
  return out.finish();
}

/** The same for `TernaryWeights`: two weights a feature, over that of the first class. */
export function packTernary(learned: LearnedWeights): Uint8Array {
  const rows = new Map<number, readonly [number, number]>();
  for (const [key, list] of learned.features) {
    const of = new Map(list);
    const first = of.get(0) ?? 0;
    rows.set(key, [(of.get(1) ?? 0) - first, (of.get(2) ?? 0) - first]);
  }
  const quantise = quantiser([...rows.values()].flat());
  const kept: TernaryRow[] = [];
  for (const key of sortedKeys(learned)) {
    const [second, third] = (rows.get(key) ?? [0, 0]).map(quantise) as [number, number];
    if (Math.abs(second) >= LEAST_OF_MOVES || Math.abs(third) >= LEAST_OF_MOVES) kept.push([key, second, third]);
  }
  return packTernaryRows(kept);
}

function sortedKeys(learned: LearnedWeights): number[] {
  return [...learned.features.keys()].sort((a, b) => a - b);
}

// A byte holds the square root of the weight: a few weights are a hundred times as large as most, and both must survive.
function quantiser(weights: readonly number[]): (weight: number) => number {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = (127 * 127) / (largest || 1);
  return (weight) => Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) * scale));
}

class WeightWriter {
  readonly #bytes: number[] = new Array(12).fill(0);
  readonly #classes: number;
  #features = 0;
  #weights = 0;
  #last = -1;

  constructor(classes: number) {
    this.#classes = classes;
  }

  key(key: number): void {
    let gap = key - this.#last;
    this.#last = key;
    for (; gap > 127; gap >>>= 7) this.#bytes.push((gap & 127) | 128);
    this.#bytes.push(gap);
    this.#features++;
  }

  byte(value: number): void {
    this.#bytes.push(value);
  }

  weight(value: number): void {
    this.#bytes.push(value & 255);
    this.#weights++;
  }

  finish(): Uint8Array {
    const packed = Uint8Array.from(this.#bytes);
    const view = new DataView(packed.buffer);
    view.setUint8(0, this.#classes);
    view.setUint32(4, this.#features, true);
    view.setUint32(8, this.#weights, true);
    return packed;
  }
}
