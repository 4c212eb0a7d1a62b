import { readTemplates } from '../weights/templates.ts';
import { C1, C2, C3, mixedNumber } from './hashing.ts';

/** A list of templates, to be filled with values; a feature is what `combine` (hashing.ts) gives for it. */
export class FeatureTemplates {
  /** Four numbers a template: its number, mixed, and its places. */
  readonly #templates: Int32Array;

  /** From the form that {@link readTemplates} reads. */
  constructor(names: string, lines: readonly string[]) {
    this.#templates = Int32Array.from(
      readTemplates(names, lines).flatMap(({ number, places: [a = 0, b = 0, c = 0] }) => [mixedNumber(number), a, b, c]),
    );
  }

  /** Writes the hashes of all features to `out` after the first `n`; returns how many stand there then. */
  fill(values: Int32Array, out: Int32Array, n = 0): number {
    const templates = this.#templates;
    let at = n;
    for (let i = 0; i < templates.length; i += 4) {
      let h = (templates[i] as number) ^ (values[templates[i + 1] as number] as number);
      h = Math.imul(h ^ (h >>> 15), C1) ^ (values[templates[i + 2] as number] as number);
      h = Math.imul(h ^ (h >>> 13), C2) ^ (values[templates[i + 3] as number] as number);
      h = Math.imul(h ^ (h >>> 16), C3);
      out[at++] = h ^ (h >>> 15);
    }
    return at;
  }
}
