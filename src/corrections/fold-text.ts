/** A text with its typography made plain, and the way between its positions and the original's. */
export interface FoldedText {
  readonly text: string;
  /** Position in the folded text of a position in the original. */
  from(original: number): number;
  /** Position in the original of a position in the folded text. */
  back(folded: number): number;
  /** How many code units of the original the folded code unit stands for. */
  lengthAt(folded: number): number;
}

/** Each pattern is folded to the character after it. Soft hyphens and zero-width characters vanish. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/\s/u, ' '],
  [/[‘’‚‛′`´]/u, "'"],
  [/[“”„‟″«»]/u, '"'],
  [/[‐‑‒–—―−]/u, '-'],
];
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** Makes white space, quotation marks and dashes plain: `“a  b”` gives `"a b"`. */
export function foldText(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const sign = original[at] ?? '';
    if (INVISIBLE.test(sign)) continue;
    const plain = FOLDS.find(([pattern]) => pattern.test(sign))?.[1] ?? sign;
    if (plain === ' ' && text.endsWith(' ')) continue;
    text += plain;
    starts.push(at);
  }
  return {
    text,
    from: (position) => firstAtLeast(starts, position),
    back: (position) => starts[position] ?? original.length,
    lengthAt: (position) => (starts[position] === undefined ? 0 : 1),
  };
}

/** Index of the first number that is `value` or more, by bisection. */
function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
