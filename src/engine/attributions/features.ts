import {
  CHILD,
  COLON,
  COMMA,
  DASH,
  type EncodedArticle,
  OTHER,
  PRONOUN,
  PUNCTUATION,
  QUOTATION_MARK,
  VERB,
} from './encoded-article.ts';
import { combine } from './hashing.ts';

/** Room for the features of one token; the functions below write no more. */
export const MAX_FEATURES = 128;

const NONE = 0x5bd1e995;
const child = (relation: string): number => CHILD[relation] ?? 0;
const KEY_CHILDREN =
  child('nsubj') |
  child('nsubjpass') |
  child('dobj') |
  child('ccomp') |
  child('xcomp') |
  child('auxpass') |
  child('parataxis') |
  child('nmod');

/** Value of `array` at `at`, where that lies in the same sentence; else a fixed value. */
function near(array: Int32Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? (array[at] as number) : NONE + (at < from ? 1 : 2);
}

/** Quotation state of a token: outside, inside, and whether it changes to its neighbours. */
function quotationState(a: EncodedArticle, t: number): number {
  const own = a.quotation[t] as number;
  const before = t > 0 ? (a.quotation[t - 1] as number) : -1;
  const after = t + 1 < a.size ? (a.quotation[t + 1] as number) : -1;
  return (own >= 0 ? 1 : 0) | (before >= 0 ? 2 : 0) | (after >= 0 ? 4 : 0) | ((a.nested[t] as number) << 3);
}

/** Steps to the nearest quotation's end before the token and to the next one's beginning after it, each at most 6. */
function quotationsAround(a: EncodedArticle, t: number, from: number, to: number): number {
  if ((a.quotation[t] as number) >= 0) return 63;
  let back = 0;
  while (back < 6 && t - back - 1 >= from && (a.quotation[t - back - 1] as number) < 0) back++;
  if (t - back - 1 < from) back = 7;
  let ahead = 0;
  while (ahead < 6 && t + ahead + 1 < to && (a.quotation[t + ahead + 1] as number) < 0) ahead++;
  if (t + ahead + 1 >= to) ahead = 7;
  return back * 8 + ahead;
}

/** Whether a token is of a kind that heads cues; determiners, pronouns, numbers and most punctuation do not. */
export function mayBeCue(a: EncodedArticle, t: number): boolean {
  const kind = a.kind[t] as number;
  return kind !== OTHER && kind !== PRONOUN && kind !== PUNCTUATION && kind !== QUOTATION_MARK && kind !== COMMA;
}

/** Features of a token as the head of a cue. Returns how many were written. */
export function cueFeatures(a: EncodedArticle, t: number, out: Int32Array): number {
  let n = 0;
  const s = a.sentence[t] as number;
  const from = a.sentenceStart[s] as number;
  const to = a.sentenceStart[s + 1] as number;
  const { word, stem, tag, relation, suffix } = a;
  const w = word[t] as number;
  const l = stem[t] as number;
  const g = tag[t] as number;
  const r = relation[t] as number;
  const up = a.head[t] as number;
  const upStem = up >= 0 ? (stem[up] as number) : NONE;
  const upTag = up >= 0 ? (tag[up] as number) : NONE;
  const children = a.children[t] as number;
  const key = children & KEY_CHILDREN;
  const subject = a.subject[t] as number;
  const object = a.object[t] as number;
  const clause = a.clause[t] as number;
  const subjectTag = subject >= 0 ? (tag[subject] as number) : NONE;
  const subjectStem = subject >= 0 ? (stem[subject] as number) : NONE;
  const quoted = quotationState(a, t);
  const around = quotationsAround(a, t, from, to);
  const w1 = near(word, t - 1, from, to);
  const w2 = near(word, t - 2, from, to);
  const v1 = near(word, t + 1, from, to);
  const v2 = near(word, t + 2, from, to);
  const g1 = near(tag, t - 1, from, to);
  const g2 = near(tag, t - 2, from, to);
  const h1 = near(tag, t + 1, from, to);
  const h2 = near(tag, t + 2, from, to);
  out[n++] = combine(1, 0);
  out[n++] = combine(2, w);
  out[n++] = combine(3, l);
  out[n++] = combine(4, l, g);
  out[n++] = combine(5, w1);
  out[n++] = combine(6, v1);
  out[n++] = combine(7, w2);
  out[n++] = combine(8, v2);
  out[n++] = combine(9, near(word, t - 3, from, to));
  out[n++] = combine(10, near(word, t + 3, from, to));
  out[n++] = combine(11, l, v1);
  out[n++] = combine(12, l, w1);
  out[n++] = combine(13, l, v1, v2);
  out[n++] = combine(14, l, h1);
  out[n++] = combine(15, l, g1);
  out[n++] = combine(16, l, h1, h2);
  out[n++] = combine(17, g, h1, h2);
  out[n++] = combine(18, g, g1, g2);
  out[n++] = combine(19, g, g1, h1);
  out[n++] = combine(20, near(stem, t - 1, from, to));
  out[n++] = combine(21, near(stem, t + 1, from, to));
  out[n++] = combine(22, g, suffix[t] as number);
  out[n++] = combine(23, suffix[t] as number);
  out[n++] = combine(24, a.shape[t] as number);
  out[n++] = combine(25, r, g);
  out[n++] = combine(26, r, upStem);
  out[n++] = combine(27, r, upTag, g);
  out[n++] = combine(28, l, r);
  out[n++] = combine(29, l, r, upStem);
  out[n++] = combine(30, key, g);
  out[n++] = combine(31, key, l);
  out[n++] = combine(32, children, g);
  out[n++] = combine(33, children, r);
  out[n++] = combine(34, subjectStem, g);
  out[n++] = combine(35, subjectTag, l);
  out[n++] = combine(36, subjectTag, g, key);
  out[n++] = combine(37, subjectStem, l);
  out[n++] = combine(38, object >= 0 ? (stem[object] as number) : NONE, l);
  out[n++] = combine(39, clause >= 0 ? (tag[clause] as number) : NONE, l);
  out[n++] = combine(40, clause >= 0 ? (stem[clause] as number) : NONE, l);
  out[n++] = combine(41, clause >= 0 ? (word[a.first[clause] as number] as number) : NONE, l);
  out[n++] = combine(42, clause >= 0 ? (word[a.first[clause] as number] as number) : NONE, g);
  out[n++] = combine(43, quoted);
  out[n++] = combine(44, quoted, l);
  out[n++] = combine(45, around, g);
  out[n++] = combine(46, around, l);
  out[n++] = combine(47, around, subject >= 0 ? 1 : 0, g);
  out[n++] = combine(48, a.sentenceQuoted[s] as number, l);
  out[n++] = combine(49, a.sentenceQuoted[s] as number, g, quoted & 1);
  out[n++] = combine(50, Math.min(t - from, 4), Math.min(to - t, 4), g);
  out[n++] = combine(51, to - from < 8 ? 0 : to - from < 20 ? 1 : 2, g);
  out[n++] = combine(52, (a.sentenceBlock[s] as number) === 0 ? 1 : 0, g);
  out[n++] = combine(53, (a.sentenceBlock[s] as number) === 0 ? 1 : 0, w);
  out[n++] = combine(54, up >= 0 && (a.head[up] as number) >= 0 ? (relation[up] as number) : NONE, r, g);
  out[n++] = combine(55, a.depth[t] as number, g);
  out[n++] = combine(56, up >= 0 ? (a.children[up] as number) & KEY_CHILDREN : 0, r, l);
  out[n++] = combine(57, w1, v1);
  out[n++] = combine(58, g1, l, h1);
  out[n++] = combine(59, near(word, t - 4, from, to));
  out[n++] = combine(60, near(word, t + 4, from, to));
  out[n++] = combine(61, near(tag, t - 3, from, to), g);
  out[n++] = combine(62, near(tag, t + 3, from, to), g);
  out[n++] = combine(63, object >= 0 ? (tag[object] as number) : NONE, key, g);
  out[n++] = combine(64, subject >= 0 ? Math.sign(subject - t) : 0, around, key);
  out[n++] = combine(65, w1, l, v1);
  out[n++] = combine(66, w2, w1, l);
  out[n++] = combine(67, upStem, l);
  const lexicon = a.lexicon[t] as number;
  out[n++] = combine(68, lexicon, g);
  out[n++] = combine(69, lexicon, key);
  out[n++] = combine(70, lexicon, r, upTag);
  out[n++] = combine(71, lexicon, around);
  out[n++] = combine(72, lexicon, subjectTag, object >= 0 ? (tag[object] as number) : NONE);
  out[n++] = combine(73, lexicon, h1, h2);
  out[n++] = combine(74, up >= 0 ? (a.lexicon[up] as number) : 31, lexicon, r);
  return n;
}

/** Features of a token by itself, for the roles; the same for all cues. Returns how many were written. */
export function tokenFeatures(a: EncodedArticle, t: number, cueness: Float32Array, out: Int32Array): number {
  let n = 0;
  const s = a.sentence[t] as number;
  const from = a.sentenceStart[s] as number;
  const to = a.sentenceStart[s + 1] as number;
  const { word, stem, tag, relation } = a;
  const w = word[t] as number;
  const g = tag[t] as number;
  const r = relation[t] as number;
  const up = a.head[t] as number;
  const w1 = near(word, t - 1, from, to);
  const v1 = near(word, t + 1, from, to);
  const g1 = near(tag, t - 1, from, to);
  const g2 = near(tag, t - 2, from, to);
  const h1 = near(tag, t + 1, from, to);
  const h2 = near(tag, t + 2, from, to);
  const quoted = quotationState(a, t);
  const likely = bucket(cueness[t] as number);
  out[n++] = combine(101, 0);
  out[n++] = combine(102, w);
  out[n++] = combine(103, stem[t] as number);
  out[n++] = combine(104, g);
  out[n++] = combine(105, w1);
  out[n++] = combine(106, v1);
  out[n++] = combine(107, near(word, t - 2, from, to));
  out[n++] = combine(108, near(word, t + 2, from, to));
  out[n++] = combine(109, w1, w);
  out[n++] = combine(110, w, v1);
  out[n++] = combine(111, g, g1);
  out[n++] = combine(112, g, h1);
  out[n++] = combine(113, g, g1, g2);
  out[n++] = combine(114, g, h1, h2);
  out[n++] = combine(115, g, g1, h1);
  out[n++] = combine(116, a.suffix[t] as number);
  out[n++] = combine(117, a.shape[t] as number);
  out[n++] = combine(118, r, g);
  out[n++] = combine(119, r, up >= 0 ? (stem[up] as number) : NONE);
  out[n++] = combine(120, r, up >= 0 ? (tag[up] as number) : NONE);
  out[n++] = combine(121, quoted);
  out[n++] = combine(122, quoted, g);
  out[n++] = combine(123, quoted, w);
  out[n++] = combine(124, likely, g);
  out[n++] = combine(125, near01(cueness, t - 1, from, to), g);
  out[n++] = combine(126, near01(cueness, t + 1, from, to), g);
  out[n++] = combine(127, near01(cueness, t + 2, from, to), near01(cueness, t - 2, from, to));
  out[n++] = combine(128, up >= 0 ? bucket(cueness[up] as number) : 9, r);
  out[n++] = combine(129, t === from ? 1 : 0, t === to - 1 ? 1 : 0, quoted);
  out[n++] = combine(130, up >= 0 ? (relation[up] as number) : NONE, r);
  out[n++] = combine(131, near(tag, t - 3, from, to));
  out[n++] = combine(132, near(tag, t + 3, from, to));
  return n;
}

function bucket(p: number): number {
  return p < 0.05 ? 0 : p < 0.3 ? 1 : p < 0.7 ? 2 : 3;
}

function near01(cueness: Float32Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? bucket(cueness[at] as number) : 9;
}

/** Running counts over an article's tokens, so that what stands between a token and a cue is told by a subtraction. */
export interface RunningCounts {
  /** Number before each token: commas, likely cues, verbs, other marks. */
  readonly commas: Int32Array;
  readonly cues: Int32Array;
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  /** Room for the way from a cue up to the root: whose way a token was last on, and the hash of the way down to that cue. */
  readonly way: Int32Array;
  readonly down: Int32Array;
}

export function runningCounts(a: EncodedArticle, cueness: Float32Array): RunningCounts {
  const counts = (): Int32Array => new Int32Array(a.size + 1);
  const result = { commas: counts(), cues: counts(), verbs: counts(), marks: counts(), way: counts().fill(-1), down: counts() };
  for (let t = 0; t < a.size; t++) {
    const kind = a.kind[t] as number;
    result.commas[t + 1] = (result.commas[t] as number) + (kind === COMMA ? 1 : 0);
    result.verbs[t + 1] = (result.verbs[t] as number) + (kind === VERB ? 1 : 0);
    result.marks[t + 1] = (result.marks[t] as number) + (kind === QUOTATION_MARK || kind === DASH || kind === COLON ? 1 : 0);
    result.cues[t + 1] = (result.cues[t] as number) + ((cueness[t] as number) > 0.3 ? 1 : 0);
  }
  return result;
}

/** What holds for one cue against all tokens of its window; made once a cue. */
export interface CueContext {
  readonly cue: number;
  /** Window of tokens, half-open. */
  readonly from: number;
  readonly to: number;
  /** For tokens of the window: hash of the path of relations to the cue, of its turning child, and that child's token. */
  readonly path: Int32Array;
  readonly turn: Int32Array;
  readonly branch: Int32Array;
  readonly counts: RunningCounts;
}

const MAX_SENTENCES = 3;
const MAX_TOKENS = 130;

/** Whether the sentences `k` and `k + 1` may share a content: a quotation spans their border, or begins or ends there. */
function linked(a: EncodedArticle, k: number): boolean {
  const border = a.sentenceStart[k + 1] as number;
  if (border <= 0 || border >= a.size) return false;
  const before = a.quotation[border - 1] as number;
  const after = a.quotation[border] as number;
  if (before >= 0 && before === after) return true;
  if (a.sentenceBlock[k] !== a.sentenceBlock[k + 1]) return after >= 0 || (a.kind[border - 1] as number) === COLON;
  return after >= 0 || before >= 0 || (a.quotation[Math.max(0, border - 2)] as number) >= 0;
}

/** The tokens in which a cue's source and content are looked for: its sentence, and neighbours that quotations link to it. */
export function cueContext(a: EncodedArticle, cue: number, counts: RunningCounts): CueContext {
  const s = a.sentence[cue] as number;
  let firstSentence = s;
  let lastSentence = s;
  const sentences = a.sentenceBlock.length;
  while (
    firstSentence > 0 &&
    s - firstSentence < MAX_SENTENCES &&
    linked(a, firstSentence - 1) &&
    cue - (a.sentenceStart[firstSentence - 1] as number) < MAX_TOKENS
  )
    firstSentence--;
  while (
    lastSentence + 1 < sentences &&
    lastSentence - s < MAX_SENTENCES &&
    linked(a, lastSentence) &&
    (a.sentenceStart[lastSentence + 2] as number) - cue < MAX_TOKENS
  )
    lastSentence++;
  const from = a.sentenceStart[firstSentence] as number;
  const to = a.sentenceStart[lastSentence + 1] as number;
  const size = to - from;
  const context = {
    cue,
    from,
    to,
    path: new Int32Array(size),
    turn: new Int32Array(size),
    branch: new Int32Array(size).fill(-1),
    counts,
  };
  walkPaths(a, context);
  return context;
}

/** Paths through the tree: from each token of the cue's sentence up to the first ancestor shared with the cue, and down to it. */
function walkPaths(a: EncodedArticle, context: CueContext): void {
  const { cue, from } = context;
  const s = a.sentence[cue] as number;
  const begin = a.sentenceStart[s] as number;
  const end = a.sentenceStart[s + 1] as number;
  const { way, down } = context.counts;
  let step = cue;
  let hash = 17;
  for (let i = 0; step >= 0 && i < 60; i++) {
    way[step] = cue;
    down[step] = hash;
    hash = i < 4 ? combine(201, hash, a.relation[step] as number) : 19;
    step = a.head[step] as number;
  }
  for (let t = begin; t < end; t++) {
    let at = t;
    let up = 23;
    let turn = -1;
    for (let i = 0; at >= 0 && way[at] !== cue && i < 60; i++) {
      up = i < 4 ? combine(202, up, a.relation[at] as number) : combine(202, up & 0xff, 7);
      turn = at;
      at = a.head[at] as number;
    }
    const through = at >= 0 ? (down[at] as number) : 29;
    context.path[t - from] = combine(203, up, through);
    context.turn[t - from] = combine(204, turn >= 0 ? (a.relation[turn] as number) : 31, through);
    context.branch[t - from] = turn >= 0 ? turn : at;
  }
}

function signedBucket(d: number): number {
  const m = Math.abs(d);
  const b = m <= 6 ? m : m <= 8 ? 7 : m <= 12 ? 8 : m <= 18 ? 9 : m <= 28 ? 10 : m <= 45 ? 11 : 12;
  return d < 0 ? -b : b;
}

/** Features of a token in relation to a cue, for the roles. Returns how many were written. */
export function pairFeatures(a: EncodedArticle, context: CueContext, t: number, out: Int32Array): number {
  let n = 0;
  const { cue, from } = context;
  const { word, stem, tag } = a;
  const i = t - from;
  const d = t - cue;
  const near0 = signedBucket(d);
  const side = d < 0 ? 1 : d > 0 ? 2 : 3;
  const c = stem[cue] as number;
  const cTag = tag[cue] as number;
  const g = tag[t] as number;
  const w = word[t] as number;
  const sameSentence = a.sentence[t] === a.sentence[cue];
  const sentences = Math.max(-3, Math.min(3, (a.sentence[t] as number) - (a.sentence[cue] as number)));
  const path = sameSentence ? (context.path[i] as number) : 41 + sentences;
  const turn = sameSentence ? (context.turn[i] as number) : 51 + sentences;
  const branch = context.branch[i] as number;
  const between = (counts: Int32Array, most: number): number => {
    if (d === 0) return 0;
    const n = d < 0 ? (counts[cue] as number) - (counts[t] as number) : (counts[t] as number) - (counts[cue + 1] as number);
    return n < most ? n : most;
  };
  const commas = between(context.counts.commas, 3);
  const cues = between(context.counts.cues, 2);
  const verbs = between(context.counts.verbs, 3);
  const marks = between(context.counts.marks, 3);
  const q = a.quotation[t] as number;
  const cq = a.quotation[cue] as number;
  const quote = (q < 0 ? 0 : q === cq ? 1 : 2) + (cq < 0 ? 0 : 3);
  const before = t > 0 ? (a.quotation[t - 1] as number) : -1;
  const change = before === q ? 0 : before < 0 ? 1 : 2;
  // Where in its branch the token stands: first, last, inside.
  const place = branch < 0 ? 9 : (t === a.first[branch] ? 1 : 0) + (t === a.last[branch] ? 2 : 0) + (t === branch ? 4 : 0);
  const previousTurn = i > 0 && a.sentence[t - 1] === a.sentence[t] ? (context.turn[i - 1] as number) : 61;
  const nextTurn = t + 1 < context.to && a.sentence[t + 1] === a.sentence[t] ? (context.turn[i + 1] as number) : 62;
  const opener = branch >= 0 && sameSentence ? (word[a.first[branch] as number] as number) : NONE;
  const passive = (a.children[cue] as number) & (child('auxpass') | child('nsubjpass')) ? 1 : 0;
  const cueKids = (a.children[cue] as number) & KEY_CHILDREN;
  out[n++] = combine(301, near0);
  out[n++] = combine(302, near0, g);
  out[n++] = combine(303, near0, c);
  out[n++] = combine(304, w, side, c);
  out[n++] = combine(305, g, side, c);
  out[n++] = combine(306, path);
  out[n++] = combine(307, path, g);
  out[n++] = combine(308, path, c);
  out[n++] = combine(309, turn);
  out[n++] = combine(310, turn, place, side);
  out[n++] = combine(311, turn, c);
  out[n++] = combine(312, turn, c, place);
  out[n++] = combine(313, turn, cTag, side);
  out[n++] = combine(314, turn, opener, side);
  out[n++] = combine(315, turn, place, g);
  out[n++] = combine(316, turn, previousTurn, side);
  out[n++] = combine(317, turn, nextTurn, side);
  out[n++] = combine(318, turn, passive, cueKids);
  out[n++] = combine(319, w, turn);
  out[n++] = combine(320, quote, side, sentences);
  out[n++] = combine(321, quote, change, side);
  out[n++] = combine(322, quote, c, side);
  out[n++] = combine(323, quote, turn, side);
  out[n++] = combine(324, quote, g, side);
  out[n++] = combine(325, commas, side, g);
  out[n++] = combine(326, commas * 16 + marks * 4 + cues, side, quote);
  out[n++] = combine(327, cues, side, quote);
  out[n++] = combine(328, cues, turn, side);
  out[n++] = combine(329, verbs, side, g);
  out[n++] = combine(330, verbs, commas, side * 8 + cues);
  out[n++] = combine(331, near0, a.relation[t] as number, g);
  out[n++] = combine(332, sentences, quote, marks);
  out[n++] = combine(333, sentences, side, cueKids);
  out[n++] = combine(334, w, near0);
  out[n++] = combine(335, cTag, side, a.relation[cue] as number);
  out[n++] = combine(336, c, side, cueKids);
  out[n++] = combine(337, place, side, w);
  out[n++] = combine(338, near(word, t - 1, from, context.to), side, turn);
  out[n++] = combine(339, near(word, t + 1, from, context.to), side, turn);
  const lexicon = a.lexicon[cue] as number;
  out[n++] = combine(341, lexicon, turn, place);
  out[n++] = combine(342, lexicon, turn, g);
  out[n++] = combine(343, lexicon, quote, side);
  out[n++] = combine(340, a.kind[t] as number, quote, near0);
  return n;
}

/** Small class of a border between two tokens, for the transitions: 0 to 31. */
export function borderClass(a: EncodedArticle, context: CueContext, t: number): number {
  const i = t - context.from;
  if (i === 0) return 0;
  const q = a.quotation[t] as number;
  const p = a.quotation[t - 1] as number;
  const quote = q === p ? (q < 0 ? 0 : 1) : q >= 0 ? 2 : 3;
  const sentence = a.sentence[t] !== a.sentence[t - 1] ? 1 : 0;
  const turned = context.turn[i] !== context.turn[i - 1] ? 1 : 0;
  const kind = a.kind[t - 1] as number;
  const pause = kind === COMMA || kind === DASH || kind === COLON ? 1 : 0;
  return quote * 8 + (sentence ? 4 : turned * 2 + pause);
}
