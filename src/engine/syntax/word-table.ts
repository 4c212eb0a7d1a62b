/**
 * What is known of frequent words, by their hashes: a number of 16 bits each, never 0. Bytes: all hashes (i32, in order),
 * then all numbers (u16). They are searched as they stand, so that a cold start builds nothing.
 */
export class WordTable {
  readonly #hashes: Int32Array;
  readonly #values: Uint16Array;

  constructor(bytes: Uint8Array) {
    const count = bytes.length / 6;
    if (!Number.isInteger(count)) throw new Error('weights: a word table of the syntax model is damaged');
    // Copied as they are: every machine that runs a browser is little-endian too.
    this.#hashes = new Int32Array(bytes.slice(0, count * 4).buffer);
    this.#values = new Uint16Array(bytes.slice(count * 4).buffer);
  }

  /** The number of a word; 0 where it is not in the table. */
  lookUp(hash: number): number {
    const hashes = this.#hashes;
    let from = 0;
    let to = hashes.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((hashes[middle] as number) < hash) from = middle + 1;
      else to = middle;
    }
    return hashes[from] === hash ? (this.#values[from] as number) : 0;
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
