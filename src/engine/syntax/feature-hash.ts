import { readTemplates } from '../weights/templates.ts';

// Features are 32-bit integers: a template's number mixed with the values that it joins. Math.imul keeps every step inside
// a small integer, so that a sentence is parsed without making one string.
const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593;
const C3 = 0x85ebca6b | 0;
const C4 = 0xc2b2ae35 | 0;

/** A list of templates, to be filled with values. */
export class FeatureTemplates {
  /** Each template's place in the list, its number, mixed, and its values' places: of those that join one value, two, three. */
  readonly #ones: Int32Array;
  readonly #twos: Int32Array;
  readonly #threes: Int32Array;

  /** From the form that {@link readTemplates} reads. */
  constructor(names: string, lines: readonly string[]) {
    const templates = readTemplates(names, lines);
    const joining = (count: number): Int32Array =>
      Int32Array.from(
        templates.flatMap(({ number, places }, i) => (places.length === count ? [i, Math.imul(number + 1, C4), ...places] : [])),
      );
    this.#ones = joining(1);
    this.#twos = joining(2);
    this.#threes = joining(3);
  }

  /**
   * Writes the hashes of all features to `out` and returns their number. They stand in the order of the templates, which training keeps to:
   * of features that matter as much it takes the first.
   */
  fill(values: Int32Array, out: Int32Array): number {
    const ones = this.#ones;
    for (let i = 0; i < ones.length; i += 3) {
      const a = values[ones[i + 2] as number] as number;
      out[ones[i] as number] = finish(Math.imul(a, C1) ^ (ones[i + 1] as number));
    }
    const twos = this.#twos;
    for (let i = 0; i < twos.length; i += 4) {
      const a = values[twos[i + 2] as number] as number;
      const b = values[twos[i + 3] as number] as number;
      const h = Math.imul(a, C1) ^ (twos[i + 1] as number);
      out[twos[i] as number] = finish(Math.imul((h << 15) | (h >>> 17), C2) ^ Math.imul(b, C3));
    }
    const threes = this.#threes;
    for (let i = 0; i < threes.length; i += 5) {
      const a = values[threes[i + 2] as number] as number;
      const b = values[threes[i + 3] as number] as number;
      const c = values[threes[i + 4] as number] as number;
      let h = Math.imul(a, C1) ^ (threes[i + 1] as number);
      h = Math.imul((h << 15) | (h >>> 17), C2) ^ Math.imul(b, C3);
      out[threes[i] as number] = finish(Math.imul((h << 13) | (h >>> 19), C1) ^ Math.imul(c, C4));
    }
    return ones.length / 3 + twos.length / 4 + threes.length / 5;
  }
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, C3);
  h ^= h >>> 13;
  h = Math.imul(h, C4);
  return h ^ (h >>> 16);
}
