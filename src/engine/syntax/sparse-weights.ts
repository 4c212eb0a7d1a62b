import { bitAt, rankAt, rankedBits } from '../weights/bit-rank.ts';

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

// The high bits of a key tell its slot, so that the keys of a file, in order, are in the order of their slots; the low ones are checked.
const CHECK_BITS = KEY_BITS - 19;
const CHECK = (1 << CHECK_BITS) - 1;

const hits = new Int32Array(MAX_FEATURES);

/**
 * The weights of a linear classifier over hashed features, quantised to a byte each: a bit for every slot tells whether a feature is
 * there, and short lists of (class, weight) stand in the order of their slots. Made for speed: scoring touches typed arrays only. The few
 * keys whose slot another has are in a map.
 */
export class SparseWeights implements Scorer {
  readonly classes: number;
  /** From `rankedBits`: which slots have a feature. */
  readonly #ranked: Int32Array;
  /** For each of them where in the bytes its list begins, and the bits of its key that its slot does not tell. */
  readonly #lists: Int32Array;
  /** By key, where their lists begin. */
  readonly #others = new Map<number, number>();
  /** The section itself: the number of pairs, then for each pair a byte for the class and one for the weight. */
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    const { classes, features } = headOf(bytes);
    this.classes = classes;
    // A cold start waits for this loop: it keeps to local variables, so that it is compiled after its first rounds.
    const bits = new Int32Array(1 << (KEY_BITS - CHECK_BITS - 5));
    const lists = new Int32Array(features);
    let rows = 0;
    let at = HEAD;
    let key = -1;
    let last = -1;
    for (let i = 0; i < features; i++) {
      let byte = bytes[at++] as number;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        gap |= (byte & 127) << shift;
      }
      key += gap;
      const slot = key >>> CHECK_BITS;
      if (slot === last) this.#others.set(key, at);
      else {
        (bits[slot >>> 5] as number) |= 1 << (slot & 31);
        lists[rows++] = (at << CHECK_BITS) | (key & CHECK);
        last = slot;
      }
      at += 1 + (bytes[at] as number) * 2;
    }
    expectEnd(bytes, at);
    this.#ranked = rankedBits(bits);
    this.#lists = lists;
    this.#bytes = bytes;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const ranked = this.#ranked;
    const lists = this.#lists;
    const bytes = this.#bytes;
    for (let c = 0; c < this.classes; c++) scores[c] = 0;
    // First which keys have a list, without a branch: half of them have, and the processor would guess wrong at every other one.
    let found = 0;
    for (let i = 0; i < count; i++) {
      const key = (features[i] as number) >>> (32 - KEY_BITS);
      hits[found] = key;
      found += bitAt(ranked, key >>> CHECK_BITS);
    }
    for (let i = 0; i < found; i++) {
      const key = hits[i] as number;
      const list = lists[rankAt(ranked, key >>> CHECK_BITS)] as number;
      let at = list >>> CHECK_BITS;
      if ((list & CHECK) !== (key & CHECK)) {
        const other = this.#others.get(key);
        if (other === undefined) continue;
        at = other;
      }
      const end = at + (bytes[at] as number) * 2;
      while (at < end) {
        (scores[bytes[at + 1] as number] as number) += WEIGHTS[bytes[at + 2] as number] as number;
        at += 2;
      }
    }
  }
}

/** What the bytes of weights stand for: their squares, so that both the many small and the few large ones keep their proportions. */
export const WEIGHTS = Int32Array.from({ length: 256 }, (_, byte) => ((byte << 24) >> 24) * Math.abs((byte << 24) >> 24));

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
