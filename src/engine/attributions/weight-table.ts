import { bitAt, rankAt, rankedBits } from '../weights/bit-rank.ts';

/**
 * Weights by feature hash: a bit for every slot tells whether training kept a feature there; the kept rows stand one after
 * another. A slot is the hash's low bits; four more of its bits stand with each row, so that one feature is taken for another, which
 * training did not keep, once in some hundred times only. So the file holds nothing but the weights that matter.
 */
export interface WeightTable {
  /** Number of slots less one; a hash is cut to it. */
  readonly mask: number;
  /** Weights of one row. */
  readonly classes: number;
  /** From `rankedBits`: which slots have a row. */
  readonly slots: Int32Array;
  /** Of each row's hash the bits that its slot does not tell: four a row, two rows a byte, the low ones first. */
  readonly checks: Uint8Array;
  /** The kept rows, one after another: each weight as an index into `values`, so that a file's bytes serve as they are. */
  readonly rows: Uint8Array | Uint32Array;
  readonly values: Float32Array;
}

/** Where in a hash the bits stand that are checked; slots are told by those below. */
const CHECK = 20;

/**
 * Turns the first `n` feature hashes into where in `rows` their rows begin, in the same order; returns how many of them training kept.
 * It asks without branches first: half of the features were kept, and the processor would guess wrong at every other one.
 */
export function toRows({ mask, slots, checks, classes }: WeightTable, features: Int32Array, n: number): number {
  let likely = 0;
  for (let i = 0; i < n; i++) {
    const hash = features[i] as number;
    features[likely] = hash;
    likely += bitAt(slots, hash & mask);
  }
  let kept = 0;
  for (let i = 0; i < likely; i++) {
    const hash = features[i] as number;
    const row = rankAt(slots, hash & mask);
    const check = ((checks[row >>> 1] as number) >>> ((row & 1) << 2)) & 15;
    features[kept] = row * classes;
    kept += check === ((hash >>> CHECK) & 15) ? 1 : 0;
  }
  return kept;
}

/**
 * A table of `2 ** slotBits` slots (5 to 20 bits) for weights by feature hash, given in the order of their importance: where two
 * features share a slot, the first one has it. Takes the first `keep` that find a slot.
 */
export function tableOf(
  features: Iterable<readonly [hash: number, weights: ArrayLike<number>]>,
  classes: number,
  slotBits: number,
  keep = Infinity,
): WeightTable {
  const slots = 1 << slotBits;
  const taken = new Map<number, readonly [hash: number, weights: ArrayLike<number>]>();
  for (const feature of features) {
    if (taken.size >= keep) break;
    const slot = feature[0] & (slots - 1);
    if (!taken.has(slot)) taken.set(slot, feature);
  }
  const bits = new Int32Array(slots / 32);
  const checks = new Uint8Array((taken.size + 1) >>> 1);
  const values = new Float32Array(taken.size * classes);
  for (const [row, slot] of [...taken.keys()].sort((a, b) => a - b).entries()) {
    const [hash, weights] = taken.get(slot) as readonly [number, ArrayLike<number>];
    bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
    checks[row >>> 1] = (checks[row >>> 1] as number) | (((hash >>> CHECK) & 15) << ((row & 1) << 2));
    values.set(weights, row * classes);
  }
  return { mask: slots - 1, classes, slots: rankedBits(bits), checks, rows: Uint32Array.from(values.keys()), values };
}

// The form in a file, little-endian: number of slots (u32), of classes (u32), of rows (u32), the largest weight (f32), the
// bits, the checks (two rows a byte), and one byte a weight: its sign and, in 127 steps, the square root of its part of the largest.
const HEADER = 16;

export function packTable(table: WeightTable): Uint8Array {
  let largest = 0;
  const weights = Float32Array.from(table.rows, (index) => table.values[index] as number);
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const checks = HEADER + table.slots.length * 2;
  const bytes = new Uint8Array(checks + table.checks.length + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, table.mask + 1, true);
  view.setUint32(4, table.classes, true);
  view.setUint32(8, weights.length / table.classes, true);
  view.setFloat32(12, largest, true);
  for (let i = 0; i < table.slots.length; i += 2) view.setInt32(HEADER + i * 2, table.slots[i] as number, true);
  bytes.set(table.checks, checks);
  weights.forEach((w, i) => {
    bytes[checks + table.checks.length + i] = (Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / (largest || 1)))) & 0xff;
  });
  return bytes;
}

/**
 * The table in the bytes of a section.
 * @throws Error where the bytes are not of the length that their head tells.
 */
export function unpackTable(bytes: Uint8Array): WeightTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const slots = view.getUint32(0, true);
  const classes = view.getUint32(4, true);
  const rows = view.getUint32(8, true);
  const largest = view.getFloat32(12, true);
  const checks = HEADER + slots / 8;
  const first = checks + ((rows + 1) >>> 1);
  if (bytes.length !== first + rows * classes) throw new Error('weights: a table of the attribution model is cut off');
  // Copied as they are: every machine that runs a browser is little-endian too.
  const bits = new Int32Array(bytes.slice(HEADER, checks).buffer);
  const values = Float32Array.from({ length: 256 }, (_, b) => {
    const q = b < 128 ? b : b - 256;
    return ((Math.sign(q) * q * q) / (127 * 127)) * largest;
  });
  return {
    mask: slots - 1,
    classes,
    slots: rankedBits(bits),
    checks: bytes.subarray(checks, first),
    rows: bytes.subarray(first),
    values,
  };
}
