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
  readonly #filter: KeyFilter;
  readonly #mask: number;
  /** Two numbers a slot, side by side for the cache: key + 1 (0 where empty), then where its pairs begin * 64 + their number. */
  readonly #slots: Int32Array;
  /** The section itself: a pair is a byte for the class and one for the weight. */
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    const { classes, features } = headOf(bytes);
    this.classes = classes;
    let size = 1024;
    while (size < features * 1.5) size *= 2;
    // A cold start waits for this loop: it keeps to local variables, so that it is compiled after its first rounds.
    const mask = size - 1;
    const slots = new Int32Array(size * 2);
    const filter = keyFilter(features);
    const filterMask = filter.length * 32 - 1;
    let at = HEAD;
    let key = -1;
    for (let i = 0; i < features; i++) {
      let byte = bytes[at++] as number;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        gap |= (byte & 127) << shift;
      }
      key += gap;
      (filter[(key & filterMask) >>> 5] as number) |= 1 << key;
      let slot = key & mask;
      while (slots[slot * 2] !== 0) slot = (slot + 1) & mask;
      const count = bytes[at++] as number;
      slots[slot * 2] = key + 1;
      slots[slot * 2 + 1] = at * 64 + count;
      at += count * 2;
    }
    expectEnd(bytes, at);
    this.#filter = filter;
    this.#mask = mask;
    this.#slots = slots;
    this.#bytes = bytes;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const slots = this.#slots;
    const bytes = this.#bytes;
    const mask = this.#mask;
    const filter = this.#filter;
    const filterMask = filter.length * 32 - 1;
    for (let c = 0; c < this.classes; c++) scores[c] = 0;
    for (let i = 0; i < count; i++) {
      const key = ((features[i] as number) >>> (32 - KEY_BITS)) + 1;
      if (((filter[((key - 1) & filterMask) >>> 5] as number) & (1 << (key - 1))) === 0) continue;
      let slot = (key - 1) & mask;
      let found = slots[slot * 2] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = slots[slot * 2] as number;
      }
      if (found === 0) continue;
      const list = slots[slot * 2 + 1] as number;
      const end = (list >>> 6) + (list & 63) * 2;
      for (let p = list >>> 6; p < end; p += 2)
        (scores[bytes[p] as number] as number) += WEIGHTS[bytes[p + 1] as number] as number;
    }
  }
}

/** What the bytes of weights stand for: their squares, so that both the many small and the few large ones keep their proportions. */
export const WEIGHTS = Int32Array.from({ length: 256 }, (_, byte) => ((byte << 24) >> 24) * Math.abs((byte << 24) >> 24));

// Half of all features looked for have no weights. A bit a key, in a table that stays in the processor's nearest cache,
// turns most of them away before the large table is touched: that halves the time of scoring.
type KeyFilter = Int32Array;

function keyFilter(features: number): KeyFilter {
  let bits = 1024;
  while (bits < features * 5) bits *= 2;
  return new Int32Array(bits / 32);
}

// A classifier's bytes: classes (u8, padded to 4), features (u32), weights (u32), then for each feature, by key, the gap
// from the key before (7 bits a byte, the rest following) and its weights.
const HEAD = 12;

function headOf(bytes: Uint8Array): { readonly classes: number; readonly features: number } {
  if (bytes.length < HEAD) throw new Error('weights: a classifier of the syntax model is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const classes = view.getUint8(0);
  const features = view.getUint32(4, true);
  // Every feature takes two bytes or more: what claims to have more of them than there are bytes is damaged.
  if (features * 2 > bytes.length) throw new Error('weights: a classifier of the syntax model is damaged');
  return { classes, features };
}

function expectEnd(bytes: Uint8Array, at: number): void {
  if (at !== bytes.length) throw new Error('weights: a classifier of the syntax model is damaged');
}
