/**
 * Hashes of words and combinations of hashes: all features of the models are such 32-bit integers, and only their place in
 * a table of weights is kept, never the word.
 */

/** FNV-1a over the UTF-16 units of a string. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

export const C1 = 0x85ebca6b | 0;
export const C2 = 0xc2b2ae35 | 0;
export const C3 = 0x27d4eb2f;

/** A template's number, mixed, as {@link combine} begins. */
export const mixedNumber = (template: number): number => Math.imul(template + 0x3c6ef372, 0x9e3779b1);

/** One hash of a template's number and up to three values; the last step spreads the bits to the low end, where tables look. */
export function combine(template: number, a: number, b = 0, c = 0): number {
  let h = mixedNumber(template) ^ a;
  h = Math.imul(h ^ (h >>> 15), C1) ^ b;
  h = Math.imul(h ^ (h >>> 13), C2) ^ c;
  h = Math.imul(h ^ (h >>> 16), C3);
  return h ^ (h >>> 15);
}
