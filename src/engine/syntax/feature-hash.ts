// Features are 32-bit integers: a template's number mixed with the values that it joins. Math.imul keeps every step inside
// a small integer, so that a sentence is parsed without making one string.
const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593;
const C3 = 0x85ebca6b | 0;
const C4 = 0xc2b2ae35 | 0;

/** Hash of a feature that joins one value. */
export function feature1(template: number, a: number): number {
  return finish(Math.imul(a, C1) ^ Math.imul(template + 1, C4));
}

/** Hash of a feature that joins two values. */
export function feature2(template: number, a: number, b: number): number {
  const h = Math.imul(a, C1) ^ Math.imul(template + 1, C4);
  return finish(Math.imul((h << 15) | (h >>> 17), C2) ^ Math.imul(b, C3));
}

/** Hash of a feature that joins three values. */
export function feature3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(a, C1) ^ Math.imul(template + 1, C4);
  h = Math.imul((h << 15) | (h >>> 17), C2) ^ Math.imul(b, C3);
  return finish(Math.imul((h << 13) | (h >>> 19), C1) ^ Math.imul(c, C4));
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, C3);
  h ^= h >>> 13;
  h = Math.imul(h, C4);
  return h ^ (h >>> 16);
}
