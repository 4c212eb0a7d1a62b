/** A frequent word's hash, its commonest tags, and whether it never has another than the first. */
export interface DictionaryEntry {
  readonly hash: number;
  readonly first: number;
  /** The second commonest tag; 63 where there is none to speak of. */
  readonly second: number;
  readonly only: boolean;
}

/** The commonest tags of frequent words, by the words' hashes. */
export class TagDictionary {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #entries: Uint16Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = bytes.length / 6;
    if (!Number.isInteger(count)) throw new Error('weights: the tag dictionary is damaged');
    let slots = 256;
    while (slots < count * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#hashes = new Int32Array(slots);
    this.#entries = new Uint16Array(slots);
    for (let i = 0; i < count; i++) {
      const hash = view.getInt32(i * 4, true);
      let slot = hash & this.#mask;
      while (this.#entries[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#entries[slot] = view.getUint16(count * 4 + i * 2, true);
    }
  }

  /** What is known of a word, as one number: first tag, second tag, and a bit; 0 where the word is not in the dictionary. */
  lookUp(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#entries[slot] !== 0) {
      if (this.#hashes[slot] === hash) return this.#entries[slot] as number;
      slot = (slot + 1) & this.#mask;
    }
    return 0;
  }

  /** The tag that a looked-up word always has; -1 where the sentence must decide. */
  onlyTag(entry: number): number {
    return entry > 0 && entry < 0x10000 && (entry & 0x2000) !== 0 ? entry & 63 : -1;
  }
}

/** The bytes that {@link TagDictionary} reads. */
export function packDictionary(entries: readonly DictionaryEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => a.hash - b.hash);
  const bytes = new Uint8Array(sorted.length * 6);
  const view = new DataView(bytes.buffer);
  for (const [i, entry] of sorted.entries()) {
    view.setInt32(i * 4, entry.hash, true);
    const value = 0x8000 | (entry.only ? 0x2000 : 0) | (entry.second << 6) | entry.first;
    view.setUint16(sorted.length * 4 + i * 2, value, true);
  }
  return bytes;
}
