import type { Span } from '../../article/span.ts';

/** Words that stand for "before the sentence", "after it", and "no such word" in features. */
export const BEFORE = 0x1b873593;
export const AFTER = 0x38495ab5;

/** Bits of a word's shape. */
export const SHAPE = {
  capital: 1,
  allCapitals: 2,
  digit: 4,
  hyphen: 8,
  period: 16,
  apostrophe: 32,
  letter: 64,
  other: 128,
} as const;

/**
 * What the features know of a sentence's words: parallel arrays of 32-bit hashes, one item a token. Typographic quotation
 * marks, apostrophes and dashes count as their plain forms, soft hyphens as nothing and every digit as 0, so that the
 * same word hashes alike in all outlets' styles.
 */
export interface WordHashes {
  readonly length: number;
  /** The word as it is written. */
  readonly form: Int32Array;
  /** The word in lower case. */
  readonly lower: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** Bits of {@link SHAPE}. */
  readonly shape: Int32Array;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const units = new Uint16Array(64);

/** Hashes every word of a sentence once; linear in its length. */
export function hashWords(text: string, tokens: readonly Span[]): WordHashes {
  const n = tokens.length;
  const words = {
    length: n,
    form: new Int32Array(n),
    lower: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    suffix4: new Int32Array(n),
    prefix2: new Int32Array(n),
    prefix3: new Int32Array(n),
    shape: new Int32Array(n),
  };
  for (let i = 0; i < n; i++) {
    const token = tokens[i] as Span;
    let form = FNV_OFFSET;
    let lower = FNV_OFFSET;
    let shape = 0;
    let length = 0;
    let prefix2 = 0;
    let prefix3 = 0;
    let capitals = 0;
    let letters = 0;
    for (let at = token.start; at < token.end; at++) {
      const unit = plain(text.charCodeAt(at));
      if (unit === 0xad) continue;
      const small = lowerCase(unit);
      form = Math.imul(form ^ unit, FNV_PRIME);
      lower = Math.imul(lower ^ small, FNV_PRIME);
      if (length === 1) prefix2 = lower;
      if (length === 2) prefix3 = lower;
      units[length & 63] = small;
      if (small !== unit) {
        capitals++;
        letters++;
        if (length === 0) shape |= SHAPE.capital;
      } else if ((unit >= 97 && unit <= 122) || unit >= 192) letters++;
      else shape |= symbolShape(unit);
      length++;
    }
    if (letters > 0) shape |= SHAPE.letter;
    if (capitals > 1 && capitals === letters) shape |= SHAPE.allCapitals;
    words.form[i] = form;
    words.lower[i] = lower;
    words.prefix2[i] = prefix2;
    words.prefix3[i] = prefix3;
    words.shape[i] = shape;
    const last = units[(length - 1) & 63] as number;
    const suffix2 = length > 1 ? last | ((units[(length - 2) & 63] as number) << 16) : last;
    const suffix3 = length > 2 ? Math.imul(suffix2, FNV_PRIME) ^ (units[(length - 3) & 63] as number) : suffix2 ^ 0x5bd1e995;
    words.suffix2[i] = suffix2;
    words.suffix3[i] = suffix3;
    words.suffix4[i] = length > 3 ? Math.imul(suffix3, FNV_PRIME) ^ (units[(length - 4) & 63] as number) : suffix3 ^ 0x1b873593;
  }
  return words;
}

/** The hash that {@link hashWords} gives the lower-case form of a plain ASCII word. */
export function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ lowerCase(plain(word.charCodeAt(i))), FNV_PRIME);
  return hash;
}

function plain(unit: number): number {
  if (unit < 128) return unit >= 48 && unit <= 57 ? 48 : unit;
  if (unit === 0x2019 || unit === 0x2018 || unit === 0x02bc) return 39;
  if (unit === 0x2013 || unit === 0x2014 || unit === 0x2015) return 0x2014;
  if (unit === 0x2010 || unit === 0x2011) return 45;
  if (unit === 0xa0 || unit === 0x202f) return 32;
  return unit;
}

function lowerCase(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  // Latin-1, Greek and Cyrillic capitals; the rarer scripts stay as they are.
  if (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) return unit + 32;
  if (unit >= 0x100 && unit <= 0x17f) return unit | 1;
  if (unit >= 0x391 && unit <= 0x3a9) return unit + 32;
  if (unit >= 0x410 && unit <= 0x42f) return unit + 32;
  return unit;
}

function symbolShape(unit: number): number {
  if (unit === 48) return SHAPE.digit;
  if (unit === 45) return SHAPE.hyphen;
  if (unit === 46) return SHAPE.period;
  if (unit === 39) return SHAPE.apostrophe;
  return SHAPE.other;
}
