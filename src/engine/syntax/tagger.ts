import { valuesOf } from '../weights/templates.ts';
import { FeatureTemplates } from './feature-hash.ts';
import { MAX_FEATURES, type Scorer } from './sparse-weights.ts';
import { AFTER, BEFORE, hashOf, SHAPE, type WordHashes } from './word-hash.ts';
import { onlyTag, type WordTable } from './word-table.ts';

// The words that tell a past participle from a past tense, and a base form from a present: the last of them before a verb
// is a feature of it however many adverbs stand between.
const AUXILIARIES: ReadonlySet<number> = new Set(
  "be is are was were been being am 's 're has have had having 've do does did will would can could may might shall should must to not n't that who which 'll 'd wo ca get got"
    .split(' ')
    .map(hashOf),
);
const NO_AUXILIARY = 0x7feb352d;
// The sign bit keeps the classes of unknown words apart from the dictionary's entries.
const UNKNOWN = 0x80000000;

/** Room for the tagger's working values of one sentence. */
export interface TaggerInput {
  readonly words: WordHashes;
  /** Parallel to the words: what the dictionary says of each, or a class made from its shape and ending. */
  readonly known: Int32Array;
  /** Parallel to the words: hash of the nearest auxiliary up to five words before. */
  readonly auxiliary: Int32Array;
  /** Parallel to the words: whether an odd number of straight double quotation marks stands before it. */
  readonly insideQuotes: Uint8Array;
}

const STRAIGHT_QUOTE = hashOf('"');

/** Looks every word of a sentence up, before it is tagged. */
export function prepareTagging(words: WordHashes, dictionary: WordTable): TaggerInput {
  const n = words.length;
  const known = new Int32Array(n);
  const auxiliary = new Int32Array(n);
  const insideQuotes = new Uint8Array(n);
  let last = NO_AUXILIARY;
  let lastAt = -9;
  let inside = 0;
  for (let i = 0; i < n; i++) {
    const form = words.form[i] as number;
    const lower = words.lower[i] as number;
    const shape = words.shape[i] as number;
    const entry = dictionary.lookUp(form) || (lower === form ? 0 : dictionary.lookUp(lower));
    known[i] = entry !== 0 ? entry : UNKNOWN | ((shape & 63) + (Math.imul(words.suffix3[i] as number, 0x9e3779b1) << 6));
    auxiliary[i] = i - lastAt <= 5 ? last : NO_AUXILIARY;
    if (AUXILIARIES.has(lower)) {
      last = lower;
      lastAt = i;
    }
    insideQuotes[i] = inside;
    if (lower === STRAIGHT_QUOTE) inside = 1 - inside;
  }
  return { words, known, auxiliary, insideQuotes };
}

/**
 * What the templates join. W is the word in lower case, W1 and W2 are those before, X1 and X2 those after; K is what is known of a word,
 * T1 and T2 are the tags before; S2 to S4 are endings, P2 and P3 beginnings.
 */
const VALUES = `
  w form s2 capital s3 s4 p2 p3 shape first k t1 t12 w1 w2 x1 x2 k1 k2 aux shapeBefore shapeAfter quoted`;
const values = valuesOf(VALUES);

const TEMPLATES = new FeatureTemplates(VALUES, [
  '0 w, 1 form, 2 s2 capital, 3 s3 capital, 4 s4 capital, 5 p2, 6 p3, 7 shape first, 8 k capital, 9 t1, 10 t12, 11 t1 k',
  '12 t12 k, 13 t1 w, 14 w1 k, 15 w2 k, 16 x1 k, 17 x2 k, 18 w1 w, 19 w x1, 20 k k1, 21 t1 k1, 22 t1 k k1, 23 k k1 k2',
  '24 t12 k k1, 25 aux k, 26 aux k t1, 27 shapeBefore shape shapeAfter, 28 w1 k k1, 29 w quoted, 30 t1 s3 capital, 31 aux s3',
  '32 w1 s3, 33 x1 s3',
]);

/** Writes the features of the tag of word `i` to `out`, given the tags before it; returns their number. */
export function tagFeatures(input: TaggerInput, tags: Uint8Array, i: number, out: Int32Array): number {
  const { words, known } = input;
  const n = words.length;
  const { lower, suffix3 } = words;
  const w = lower[i] as number;
  const form = words.form[i] as number;
  const k = known[i] as number;
  const shape = words.shape[i] as number;
  const s3 = suffix3[i] as number;
  const t1 = i > 0 ? (tags[i - 1] as number) : 60;
  const t2 = i > 1 ? (tags[i - 2] as number) : 61;
  const t12 = t1 * 64 + t2;
  const w1 = i > 0 ? (lower[i - 1] as number) : BEFORE;
  const w2 = i > 1 ? (lower[i - 2] as number) : BEFORE;
  const x1 = i + 1 < n ? (lower[i + 1] as number) : AFTER;
  const x2 = i + 2 < n ? (lower[i + 2] as number) : AFTER;
  const k1 = i + 1 < n ? (known[i + 1] as number) : AFTER;
  const k2 = i + 2 < n ? (known[i + 2] as number) : AFTER;
  const shapeBefore = i > 0 ? (words.shape[i - 1] as number) : 256;
  const shapeAfter = i + 1 < n ? (words.shape[i + 1] as number) : 256;
  const aux = input.auxiliary[i] as number;
  const capital = (shape & SHAPE.capital) * (i === 0 ? 2 : 1);
  // In the order of their names.
  let v = 1;
  values[v++] = w;
  values[v++] = form;
  values[v++] = words.suffix2[i] as number;
  values[v++] = capital;
  values[v++] = s3;
  values[v++] = words.suffix4[i] as number;
  values[v++] = words.prefix2[i] as number;
  values[v++] = words.prefix3[i] as number;
  values[v++] = shape;
  values[v++] = i === 0 ? 1 : 0;
  values[v++] = k;
  values[v++] = t1;
  values[v++] = t12;
  values[v++] = w1;
  values[v++] = w2;
  values[v++] = x1;
  values[v++] = x2;
  values[v++] = k1;
  values[v++] = k2;
  values[v++] = aux;
  values[v++] = shapeBefore;
  values[v++] = shapeAfter;
  values[v++] = input.insideQuotes[i] as number;
  return TEMPLATES.fill(values, out);
}

const features = new Int32Array(MAX_FEATURES);
const scores = new Float64Array(64);

/** Tags a sentence greedily, from left to right. Tags are indices into the model's list. */
export function tagWords(words: WordHashes, dictionary: WordTable, scorer: Scorer, classes: number): Uint8Array {
  const tags = new Uint8Array(words.length);
  const input = prepareTagging(words, dictionary);
  for (let i = 0; i < words.length; i++) {
    const sure = onlyTag(input.known[i] as number);
    tags[i] = sure >= 0 ? sure : best(scorer, tagFeatures(input, tags, i, features), classes);
  }
  return tags;
}

function best(scorer: Scorer, count: number, classes: number): number {
  scorer.score(features, count, scores);
  let top = 0;
  for (let c = 1; c < classes; c++) if ((scores[c] as number) > (scores[top] as number)) top = c;
  return top;
}
