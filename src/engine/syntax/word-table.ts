/**
 * What is known of frequent words, by their hashes: a number of 16 bits each, never 0. Bytes: all hashes (i32, in order),
 * then all numbers (u16).
 */
export class WordTable {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #values: Uint16Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = bytes.length / 6;
    if (!Number.isInteger(count)) throw new Error('weights: a word table of the syntax model is damaged');
    let slots = 256;
    while (slots < count * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#hashes = new Int32Array(slots);
    this.#values = new Uint16Array(slots);
    for (let i = 0; i < count; i++) {
      const hash = view.getInt32(i * 4, true);
      let slot = hash & this.#mask;
      while (this.#values[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#values[slot] = view.getUint16(count * 4 + i * 2, true);
    }
  }

  /** The number of a word; 0 where it is not in the table. */
  lookUp(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#values[slot] !== 0) {
      if (this.#hashes[slot] === hash) return this.#values[slot] as number;
      slot = (slot + 1) & this.#mask;
    }
    return 0;
  }
}

/** The bytes that {@link WordTable} reads. */
export function packWordTable(entries: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(sorted.length * 6);
  const view = new DataView(bytes.buffer);
  for (const [i, [hash, value]] of sorted.entries()) {
    view.setInt32(i * 4, hash, true);
    view.setUint16(sorted.length * 4 + i * 2, value, true);
  }
  return bytes;
}

/** What the tag dictionary says of a word as one number: its commonest tag, the second (63 where there is none), and whether the first is its only one. */
export function dictionaryEntry(first: number, second: number, only: boolean): number {
  return 0x8000 | (only ? 0x2000 : 0) | (second << 6) | first;
}

/** The tag that a word of the dictionary always has; -1 where the sentence must decide. */
export function onlyTag(entry: number): number {
  return entry > 0 && (entry & 0x2000) !== 0 ? entry & 63 : -1;
}
