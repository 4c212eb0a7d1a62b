import { KEY_BITS, type LearnedWeights, type Scorer } from '../../src/engine/syntax/sparse-weights.ts';

/** How a classifier is learned. */
export interface PerceptronOptions {
  readonly classes: number;
  /** A feature gets weights only after it stood in this many mistakes. */
  readonly admitAfter: number;
  /** Only these features (keys) are learned; absent for all. */
  readonly only?: ReadonlySet<number>;
}

/** Averaged perceptron over hashed features; deterministic. One step is one decision. */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly #admitAfter: number;
  readonly #mistakes: Uint8Array;
  readonly #frozen: boolean;
  #slots = 1 << 16;
  #keys = new Int32Array(1 << 16);
  #rows = new Int32Array(1 << 16);
  #count = 0;
  #weights: Float32Array<ArrayBuffer>;
  #sums: Float32Array<ArrayBuffer>;
  #step = 1;

  constructor(options: PerceptronOptions) {
    this.classes = options.classes;
    this.#admitAfter = options.admitAfter;
    this.#mistakes = new Uint8Array(options.admitAfter > 1 && !options.only ? 1 << 24 : 1);
    this.#weights = new Float32Array(options.classes * 4096);
    this.#sums = new Float32Array(options.classes * 4096);
    this.#frozen = options.only !== undefined;
    for (const key of options.only ?? []) this.#add(key + 1);
  }

  get size(): number {
    return this.#count;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const classes = this.classes;
    const weights = this.#weights;
    for (let c = 0; c < classes; c++) scores[c] = 0;
    for (let i = 0; i < count; i++) {
      const row = this.#find(((features[i] as number) >>> (32 - KEY_BITS)) + 1);
      if (row < 0) continue;
      const base = row * classes;
      for (let c = 0; c < classes; c++) (scores[c] as number) += weights[base + c] as number;
    }
  }

  /** Counts a decision; call once for each, right or wrong. */
  tick(): void {
    this.#step++;
  }

  /** Moves the weights of these features towards the class that is right and away from the one that was taken for it. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const key = ((features[i] as number) >>> (32 - KEY_BITS)) + 1;
      let row = this.#find(key);
      if (row < 0) {
        if (this.#frozen || !this.#admit(key)) continue;
        row = this.#add(key);
      }
      const base = row * this.classes;
      (this.#weights[base + right] as number) += 1;
      (this.#sums[base + right] as number) += this.#step;
      (this.#weights[base + wrong] as number) -= 1;
      (this.#sums[base + wrong] as number) -= this.#step;
    }
  }

  /** The averaged weights, without zeros. */
  average(): LearnedWeights {
    const features = new Map<number, [number, number][]>();
    for (let slot = 0; slot < this.#slots; slot++) {
      const key = this.#keys[slot] as number;
      if (key === 0) continue;
      const base = (this.#rows[slot] as number) * this.classes;
      const list: [number, number][] = [];
      for (let c = 0; c < this.classes; c++) {
        const weight = (this.#weights[base + c] as number) - (this.#sums[base + c] as number) / this.#step;
        if (weight !== 0) list.push([c, weight]);
      }
      if (list.length > 0) features.set(key - 1, list);
    }
    return { classes: this.classes, features };
  }

  #admit(key: number): boolean {
    if (this.#admitAfter <= 1) return true;
    const at = Math.imul(key, 0x9e3779b1) >>> 8;
    const seen = (this.#mistakes[at] as number) + 1;
    this.#mistakes[at] = Math.min(seen, 255);
    return seen >= this.#admitAfter;
  }

  #find(key: number): number {
    const mask = this.#slots - 1;
    let slot = (key - 1) & mask;
    for (;;) {
      const found = this.#keys[slot];
      if (found === key) return this.#rows[slot] as number;
      if (found === 0) return -1;
      slot = (slot + 1) & mask;
    }
  }

  #add(key: number): number {
    if (this.#count * 2 >= this.#slots) this.#grow();
    const row = this.#count++;
    if ((row + 1) * this.classes > this.#weights.length) {
      this.#weights = doubled(this.#weights);
      this.#sums = doubled(this.#sums);
    }
    this.#insert(key, row);
    return row;
  }

  #insert(key: number, row: number): void {
    const mask = this.#slots - 1;
    let slot = (key - 1) & mask;
    while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    this.#keys[slot] = key;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#slots *= 2;
    this.#keys = new Int32Array(this.#slots);
    this.#rows = new Int32Array(this.#slots);
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] !== 0) this.#insert(keys[slot] as number, rows[slot] as number);
    }
  }
}

/** The `keep` features with the largest weights. */
export function strongest(learned: LearnedWeights, keep: number): ReadonlySet<number> {
  const sizes = [...learned.features].map(([key, list]) => ({ key, size: list.reduce((sum, [, w]) => sum + Math.abs(w), 0) }));
  sizes.sort((a, b) => b.size - a.size || a.key - b.key);
  return new Set(sizes.slice(0, keep).map(({ key }) => key));
}

/** A generator of the same order every time: xorshift32. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let x = seed | 0 || 1;
  for (let i = out.length - 1; i > 0; i--) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const j = (x >>> 0) % (i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

function doubled(array: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const out = new Float32Array(array.length * 2);
  out.set(array);
  return out;
}
