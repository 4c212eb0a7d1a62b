/** Number of set bits of a word. */
export function countBits(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Bits that can be asked how many are set before each: two numbers for every 32 bits, the word of bits and the number of set bits before
 * it, side by side for the processor's cache.
 */
export function rankedBits(bits: Int32Array): Int32Array {
  const ranked = new Int32Array(bits.length * 2);
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i] as number;
    ranked[i * 2] = word;
    ranked[i * 2 + 1] = count;
    count += countBits(word);
  }
  return ranked;
}

/** 1 where a slot's bit is set, else 0. */
export function bitAt(ranked: Int32Array, slot: number): number {
  return ((ranked[(slot >>> 5) << 1] as number) >>> (slot & 31)) & 1;
}

/** Number of set bits before a slot. */
export function rankAt(ranked: Int32Array, slot: number): number {
  const at = (slot >>> 5) << 1;
  return (ranked[at + 1] as number) + countBits((ranked[at] as number) & ((1 << (slot & 31)) - 1));
}

/** Number of all set bits. */
export function countSet(ranked: Int32Array): number {
  return (ranked[ranked.length - 1] as number) + countBits(ranked[ranked.length - 2] as number);
}
