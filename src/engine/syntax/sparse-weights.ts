/** Room for the features of one decision; no template list is longer. */
export const MAX_FEATURES = 128;
/** Feature hashes are cut to this many bits, at training and at run time, so that they pack well in the file. */
export const KEY_BITS = 28;

/** Adds up what the features of one decision say for each class. */
export interface Scorer {
  /** Writes the score of every class to `scores`, from `count` feature hashes in `features`. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

/** Weights of a linear classifier as they are learned: for each kept feature its non-zero weights. */
export interface LearnedWeights {
  readonly classes: number;
  /** By feature key (cut to {@link KEY_BITS}); pairs of class and weight. */
  readonly features: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

/**
 * The weights of a linear classifier over hashed features, quantised to a byte each: an open-addressing table from feature
 * keys to short lists of (class, weight). Made for speed: scoring touches typed arrays only.
 */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  /** Key + 1 in each slot; 0 where empty. */
  readonly #keys: Int32Array;
  /** First pair * 64 + number of pairs. */
  readonly #lists: Int32Array;
  /** Class * 65,536 + weight (16 bits, signed). */
  readonly #pairs: Int32Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.classes = view.getUint8(0);
    const features = view.getUint32(4, true);
    const pairs = view.getUint32(8, true);
    let slots = 1024;
    while (slots < features * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots);
    this.#lists = new Int32Array(slots);
    this.#pairs = new Int32Array(pairs);
    let at = 12;
    let key = -1;
    let pair = 0;
    for (let i = 0; i < features; i++) {
      let gap = 0;
      let shift = 0;
      let byte: number;
      do {
        byte = bytes[at++] as number;
        gap |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      key += gap;
      const count = bytes[at++] as number;
      let slot = key & this.#mask;
      while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key + 1;
      this.#lists[slot] = pair * 64 + count;
      for (let j = 0; j < count; j++) {
        const root = ((bytes[at + 1] as number) << 24) >> 24;
        this.#pairs[pair++] = ((bytes[at] as number) << 16) | ((root * Math.abs(root)) & 0xffff);
        at += 2;
      }
    }
    if (at !== bytes.length || pair !== pairs) throw new Error('weights: a classifier of the syntax model is damaged');
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const keys = this.#keys;
    const lists = this.#lists;
    const pairs = this.#pairs;
    const mask = this.#mask;
    for (let c = 0; c < this.classes; c++) scores[c] = 0;
    for (let i = 0; i < count; i++) {
      const key = ((features[i] as number) >>> (32 - KEY_BITS)) + 1;
      let slot = (key - 1) & mask;
      let found = keys[slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = keys[slot] as number;
      }
      if (found === 0) continue;
      const list = lists[slot] as number;
      const end = (list >>> 6) + (list & 63);
      for (let p = list >>> 6; p < end; p++) {
        const pair = pairs[p] as number;
        (scores[pair >> 16] as number) += (pair << 16) >> 16;
      }
    }
  }
}

/** Quantises learned weights to bytes, in the form that {@link SparseWeights} reads; weights that round to 0 are left out. */
export function packWeights(learned: LearnedWeights): Uint8Array {
  const scale = quantisationScale(learned);
  const bytes: number[] = new Array(12).fill(0);
  let features = 0;
  let pairs = 0;
  let last = -1;
  for (const key of [...learned.features.keys()].sort((a, b) => a - b)) {
    const list = [];
    for (const [label, weight] of learned.features.get(key) ?? []) {
      const value = Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) * scale));
      if (value !== 0) list.push(label, value & 255);
    }
    if (list.length === 0) continue;
    let gap = key - last;
    last = key;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap, list.length / 2);
    for (const byte of list) bytes.push(byte);
    features++;
    pairs += list.length / 2;
  }
  const packed = Uint8Array.from(bytes);
  const view = new DataView(packed.buffer);
  view.setUint8(0, learned.classes);
  view.setUint32(4, features, true);
  view.setUint32(8, pairs, true);
  return packed;
}

// A byte holds the square root of the weight: a few weights are a hundred times as large as most, and both must survive.
function quantisationScale(learned: LearnedWeights): number {
  let largest = 0;
  for (const list of learned.features.values()) for (const [, weight] of list) largest = Math.max(largest, Math.abs(weight));
  return (127 * 127) / (largest || 1);
}
