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
  /** Two numbers a slot, side by side for the cache: key + 1 (0 where empty), then first pair * 64 + number of pairs. */
  readonly #slots: Int32Array;
  /** Class * 65,536 + weight (16 bits, signed). */
  readonly #pairs: Int32Array;

  constructor(bytes: Uint8Array) {
    const reader = new WeightReader(bytes);
    this.classes = reader.classes;
    const slots = slotsFor(reader.features);
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots * 2);
    this.#pairs = new Int32Array(reader.weights);
    let pair = 0;
    for (let i = 0; i < reader.features; i++) {
      const key = reader.nextKey();
      const count = reader.byte();
      insert(this.#slots, this.#mask, key, pair * 64 + count);
      for (let j = 0; j < count; j++) this.#pairs[pair++] = (reader.byte() << 16) | (reader.weight() & 0xffff);
    }
    reader.expectEnd();
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const slots = this.#slots;
    const pairs = this.#pairs;
    const mask = this.#mask;
    for (let c = 0; c < this.classes; c++) scores[c] = 0;
    for (let i = 0; i < count; i++) {
      const key = ((features[i] as number) >>> (32 - KEY_BITS)) + 1;
      let slot = (key - 1) & mask;
      let found = slots[slot * 2] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = slots[slot * 2] as number;
      }
      if (found === 0) continue;
      const list = slots[slot * 2 + 1] as number;
      const end = (list >>> 6) + (list & 63);
      for (let p = list >>> 6; p < end; p++) {
        const pair = pairs[p] as number;
        (scores[pair >> 16] as number) += (pair << 16) >> 16;
      }
    }
  }
}

/**
 * The weights of a classifier of three classes, for the parser's moves, which are most of the work: both weights of a
 * feature (those of the second and the third class over the first) stand beside its key, one cache line away.
 */
export class TernaryWeights implements Scorer {
  readonly #mask: number;
  /** Two numbers a slot: key + 1 (0 where empty), then the two weights, 16 bits each. */
  readonly #slots: Int32Array;

  constructor(bytes: Uint8Array) {
    const reader = new WeightReader(bytes);
    const slots = slotsFor(reader.features);
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots * 2);
    for (let i = 0; i < reader.features; i++) {
      const key = reader.nextKey();
      const second = reader.weight();
      insert(this.#slots, this.#mask, key, (second << 16) | (reader.weight() & 0xffff));
    }
    reader.expectEnd();
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const slots = this.#slots;
    const mask = this.#mask;
    let second = 0;
    let third = 0;
    for (let i = 0; i < count; i++) {
      const key = ((features[i] as number) >>> (32 - KEY_BITS)) + 1;
      let slot = (key - 1) & mask;
      let found = slots[slot * 2] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = slots[slot * 2] as number;
      }
      if (found === 0) continue;
      const both = slots[slot * 2 + 1] as number;
      second += both >> 16;
      third += (both << 16) >> 16;
    }
    scores[0] = 0;
    scores[1] = second;
    scores[2] = third;
  }
}

// A classifier's bytes: classes (u8, padded to 4), features (u32), weights (u32), then for each feature, by key, the gap
// from the key before (7 bits a byte, the rest following) and its weights.
class WeightReader {
  readonly classes: number;
  readonly features: number;
  readonly weights: number;
  readonly #bytes: Uint8Array;
  #at = 12;
  #key = -1;

  constructor(bytes: Uint8Array) {
    if (bytes.length < 12) throw new Error('weights: a classifier of the syntax model is cut off');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.classes = view.getUint8(0);
    this.features = view.getUint32(4, true);
    this.weights = view.getUint32(8, true);
    this.#bytes = bytes;
    // Every feature takes two bytes or more: what claims to have more of them than there are bytes is damaged.
    if (this.features * 2 > bytes.length || this.weights > bytes.length)
      throw new Error('weights: a classifier of the syntax model is damaged');
  }

  byte(): number {
    return this.#bytes[this.#at++] as number;
  }

  nextKey(): number {
    let gap = 0;
    let byte: number;
    let shift = 0;
    do {
      byte = this.byte();
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    this.#key += gap;
    return this.#key;
  }

  /** A weight: the byte holds its square root, so that both the many small and the few large ones keep their proportions. */
  weight(): number {
    const root = (this.byte() << 24) >> 24;
    return root * Math.abs(root);
  }

  expectEnd(): void {
    if (this.#at !== this.#bytes.length) throw new Error('weights: a classifier of the syntax model is damaged');
  }
}

function slotsFor(features: number): number {
  let slots = 1024;
  while (slots < features * 2) slots *= 2;
  return slots;
}

function insert(slots: Int32Array, mask: number, key: number, value: number): void {
  let slot = key & mask;
  while (slots[slot * 2] !== 0) slot = (slot + 1) & mask;
  slots[slot * 2] = key + 1;
  slots[slot * 2 + 1] = value;
}
