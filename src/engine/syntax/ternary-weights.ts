import { bitAt, countSet, rankAt, rankedBits } from '../weights/bit-rank.ts';
import { KEY_BITS, MAX_FEATURES, type Scorer, WEIGHTS } from './sparse-weights.ts';

// A slot is the low bits of a key; the byte beside each row holds the rest of it, so that no key is taken for another.
const SLOT_BITS = KEY_BITS - 8;
const MASK = (1 << SLOT_BITS) - 1;
const BIT_WORDS = 1 << (SLOT_BITS - 5);

const hits = new Int32Array(MAX_FEATURES);

/** One row for each feature: its key and the bytes of its two weights. */
export type TernaryRow = readonly [key: number, second: number, third: number];

/**
 * The weights of a classifier of three classes, for the parser's moves, which are most of the work: those of the second and of the
 * third class over the first, a byte each. A bit for every slot tells whether a row is there; the rows stand in the order of their
 * slots, so that a file's bytes serve as they are and a cold start builds nothing. The few keys whose slot another has are in a map.
 */
export class TernaryWeights implements Scorer {
  /** From `rankedBits`: which slots have a row. */
  readonly #ranked: Int32Array;
  /** Three bytes a row: the bits of its key that its slot does not tell, and the two weights. */
  readonly #rows: Uint8Array;
  /** By key; the second weight's byte * 256 + the third's. */
  readonly #others = new Map<number, number>();

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEAD + BIT_WORDS * 4) throw damaged();
    const rows = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const first = HEAD + BIT_WORDS * 4;
    // Copied as they are: every machine that runs a browser is little-endian too.
    this.#ranked = rankedBits(new Int32Array(bytes.slice(HEAD, first).buffer));
    this.#rows = bytes.subarray(first, first + rows * 3);
    let at = first + rows * 3;
    for (let key = -1; at < bytes.length; at += 2) {
      let byte = bytes[at++] as number;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        gap |= (byte & 127) << shift;
      }
      key += gap;
      this.#others.set(key, ((bytes[at] as number) << 8) | (bytes[at + 1] as number));
    }
    if (at !== bytes.length || countSet(this.#ranked) !== rows) throw damaged();
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const ranked = this.#ranked;
    const rows = this.#rows;
    // First which keys have a row, without a branch: half of them have, and the processor would guess wrong at every other one.
    let found = 0;
    for (let i = 0; i < count; i++) {
      const key = (features[i] as number) >>> (32 - KEY_BITS);
      hits[found] = key;
      found += bitAt(ranked, key & MASK);
    }
    let second = 0;
    let third = 0;
    for (let i = 0; i < found; i++) {
      const key = hits[i] as number;
      const row = rankAt(ranked, key & MASK) * 3;
      if (rows[row] === key >>> SLOT_BITS) {
        second += WEIGHTS[rows[row + 1] as number] as number;
        third += WEIGHTS[rows[row + 2] as number] as number;
        continue;
      }
      const other = this.#others.get(key);
      if (other === undefined) continue;
      second += WEIGHTS[other >>> 8] as number;
      third += WEIGHTS[other & 255] as number;
    }
    scores[0] = 0;
    scores[1] = second;
    scores[2] = third;
  }
}

// The form in a file, little-endian: number of rows (u32), the bits, the rows, then the keys whose slot another has, in
// order: the gap from the key before (7 bits a byte, the rest following) and the two weights.
const HEAD = 4;

const damaged = (): Error => new Error('weights: a classifier of the syntax model is damaged');

/** The bytes that {@link TernaryWeights} reads, of rows in the order of their keys. */
export function packTernaryRows(all: readonly TernaryRow[]): Uint8Array {
  const slots = new Map<number, TernaryRow>();
  const others: number[] = [];
  let last = -1;
  for (const row of all) {
    const [key, second, third] = row;
    if (!slots.has(key & MASK)) {
      slots.set(key & MASK, row);
      continue;
    }
    let gap = key - last;
    last = key;
    for (; gap > 127; gap >>>= 7) others.push((gap & 127) | 128);
    others.push(gap, second & 255, third & 255);
  }
  const bits = new Int32Array(BIT_WORDS);
  for (const slot of slots.keys()) bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
  const rows = [...slots].sort(([a], [b]) => a - b).map(([, row]) => row);
  const first = HEAD + BIT_WORDS * 4;
  const bytes = new Uint8Array(first + rows.length * 3 + others.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  for (const [i, word] of bits.entries()) view.setInt32(HEAD + i * 4, word, true);
  for (const [i, [key, second, third]] of rows.entries())
    bytes.set([key >>> SLOT_BITS, second & 255, third & 255], first + i * 3);
  bytes.set(others, first + rows.length * 3);
  return bytes;
}
