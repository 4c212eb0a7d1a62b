/**
 * Weights by feature hash: a bit for every slot tells whether training kept a weight there; the kept rows stand one after
 * another. So the table has room for a million features, and the file only the weights that matter.
 */
export interface WeightTable {
  /** Number of slots less one; a hash is cut to it. */
  readonly mask: number;
  /** Weights of one row. */
  readonly classes: number;
  readonly bits: Int32Array;
  /** Number of rows before each word of `bits`. */
  readonly before: Int32Array;
  /** The kept rows, one after another: each weight as an index into `values`, so that a file's bytes serve as they are. */
  readonly rows: Uint8Array | Uint32Array;
  readonly values: Float32Array;
}

/** Where in `rows` the row of a feature begins; -1 where training kept none. */
export function rowOf(table: WeightTable, hash: number): number {
  const slot = hash & table.mask;
  const word = table.bits[slot >>> 5] as number;
  const bit = 1 << (slot & 31);
  if ((word & bit) === 0) return -1;
  return ((table.before[slot >>> 5] as number) + countBits(word & (bit - 1))) * table.classes;
}

function countBits(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A table of dense weights (`slots * classes`); rows of zeros are left out. */
export function tableOf(dense: Float32Array, classes: number): WeightTable {
  const slots = dense.length / classes;
  const bits = new Int32Array(slots / 32);
  const values: number[] = [];
  for (let slot = 0; slot < slots; slot++) {
    const row = dense.subarray(slot * classes, (slot + 1) * classes);
    if (row.every((w) => w === 0)) continue;
    bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
    for (const w of row) values.push(w);
  }
  const rows = Uint32Array.from(values, (_, i) => i);
  return { mask: slots - 1, classes, bits, before: countBefore(bits), rows, values: Float32Array.from(values) };
}

function countBefore(bits: Int32Array): Int32Array {
  const before = new Int32Array(bits.length);
  let rows = 0;
  for (let i = 0; i < bits.length; i++) {
    before[i] = rows;
    rows += countBits(bits[i] as number);
  }
  return before;
}

// The form in a file, little-endian: number of slots (u32), of classes (u32), of rows (u32), the largest weight (f32), the
// bits, and one byte a weight: its sign and, in 127 steps, the square root of its part of the largest.
const HEADER = 16;

export function packTable(table: WeightTable): Uint8Array {
  let largest = 0;
  const weights = Float32Array.from(table.rows, (index) => table.values[index] as number);
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const bytes = new Uint8Array(HEADER + table.bits.length * 4 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, table.mask + 1, true);
  view.setUint32(4, table.classes, true);
  view.setUint32(8, weights.length / table.classes, true);
  view.setFloat32(12, largest, true);
  table.bits.forEach((word, i) => {
    view.setInt32(HEADER + i * 4, word, true);
  });
  weights.forEach((w, i) => {
    bytes[HEADER + table.bits.length * 4 + i] = (Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / (largest || 1)))) & 0xff;
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
  if (bytes.length !== HEADER + slots / 8 + rows * classes)
    throw new Error('weights: a table of the attribution model is cut off');
  // Copied as they are: every machine that runs a browser is little-endian too.
  const bits = new Int32Array(bytes.slice(HEADER, HEADER + slots / 8).buffer);
  const values = Float32Array.from({ length: 256 }, (_, b) => {
    const q = b < 128 ? b : b - 256;
    return ((Math.sign(q) * q * q) / (127 * 127)) * largest;
  });
  return { mask: slots - 1, classes, bits, before: countBefore(bits), rows: bytes.subarray(HEADER + bits.length * 4), values };
}
