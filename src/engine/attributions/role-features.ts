import { valuesOf } from '../weights/templates.ts';
import type { CueContext } from './cue-window.ts';
import { COLON, COMMA, DASH, type EncodedArticle } from './encoded-article.ts';
import { FeatureTemplates } from './feature-templates.ts';
import { KEY_CHILDREN, NONE, near, PASSIVE, quotationState } from './surroundings.ts';

/** What the features of a token by itself join. W1 is the word before, V1 the word after; G and H are tags, R is the relation. */
const OF_TOKEN = `
  w stem g w1 v1 w2 v2 g1 h1 g2 h2 suffix shape r upStem upTag quoted likely likely1 likelyAfter1 likelyAfter2 likely2
  upLikely begins ends upRelation g3 h3`;
const TOKEN = new FeatureTemplates(OF_TOKEN, [
  '101 0, 102 w, 103 stem, 104 g, 105 w1, 106 v1, 107 w2, 108 v2, 109 w1 w, 110 w v1, 111 g g1, 112 g h1, 113 g g1 g2',
  '114 g h1 h2, 115 g g1 h1, 116 suffix, 117 shape, 118 r g, 119 r upStem, 120 r upTag, 121 quoted, 122 quoted g',
  '123 quoted w, 124 likely g, 125 likely1 g, 126 likelyAfter1 g, 127 likelyAfter2 likely2, 128 upLikely r',
  '129 begins ends quoted, 130 upRelation r, 131 g3, 132 h3',
]);
const ofToken = valuesOf(OF_TOKEN);

/** Features of a token by itself, for the roles; the same for all cues. Returns how many were written. */
export function tokenFeatures(a: EncodedArticle, t: number, cueness: Float32Array, out: Int32Array): number {
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
  // In the order of their names.
  const values = ofToken;
  let v = 1;
  values[v++] = w;
  values[v++] = stem[t] as number;
  values[v++] = g;
  values[v++] = w1;
  values[v++] = v1;
  values[v++] = near(word, t - 2, from, to);
  values[v++] = near(word, t + 2, from, to);
  values[v++] = g1;
  values[v++] = h1;
  values[v++] = g2;
  values[v++] = h2;
  values[v++] = a.suffix[t] as number;
  values[v++] = a.shape[t] as number;
  values[v++] = r;
  values[v++] = up >= 0 ? (stem[up] as number) : NONE;
  values[v++] = up >= 0 ? (tag[up] as number) : NONE;
  values[v++] = quoted;
  values[v++] = likely;
  values[v++] = near01(cueness, t - 1, from, to);
  values[v++] = near01(cueness, t + 1, from, to);
  values[v++] = near01(cueness, t + 2, from, to);
  values[v++] = near01(cueness, t - 2, from, to);
  values[v++] = up >= 0 ? bucket(cueness[up] as number) : 9;
  values[v++] = t === from ? 1 : 0;
  values[v++] = t === to - 1 ? 1 : 0;
  values[v++] = up >= 0 ? (relation[up] as number) : NONE;
  values[v++] = near(tag, t - 3, from, to);
  values[v++] = near(tag, t + 3, from, to);
  return TOKEN.fill(values, out);
}

function bucket(p: number): number {
  return p < 0.05 ? 0 : p < 0.3 ? 1 : p < 0.7 ? 2 : 3;
}

function near01(cueness: Float32Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? bucket(cueness[at] as number) : 9;
}

function signedBucket(d: number): number {
  const m = Math.abs(d);
  const b = m <= 6 ? m : m <= 8 ? 7 : m <= 12 ? 8 : m <= 18 ? 9 : m <= 28 ? 10 : m <= 45 ? 11 : 12;
  return d < 0 ? -b : b;
}

/** Number of what running counts count that stands between a cue and a token. */
function between(counts: Int32Array, cue: number, t: number): number {
  if (t < cue) return (counts[cue] as number) - (counts[t] as number);
  return t > cue ? (counts[t] as number) - (counts[cue + 1] as number) : 0;
}

/** How a token stands to a cue: what often is the same for several tokens one after another. */
const OF_STRETCH = `
  turn c cTag side opener passive cueKids quote sentences commas marksBetween cues verbs sideCues marks cueRelation
  lexicon governed aboveStem`;
const STRETCH = new FeatureTemplates(OF_STRETCH, [
  '309 turn, 311 turn c, 313 turn cTag side, 314 turn opener side, 318 turn passive cueKids, 320 quote side sentences',
  '322 quote c side, 323 quote turn side, 326 marksBetween side quote, 327 cues side quote, 328 cues turn side',
  '330 verbs commas sideCues, 332 sentences quote marks, 333 sentences side cueKids, 335 cTag side cueRelation',
  '336 c side cueKids, 343 lexicon quote side, 344 governed turn side, 347 governed aboveStem side',
]);
/** And what mostly is the token's alone. */
const OF_PAIR = `${OF_STRETCH} distance g w path place previousTurn nextTurn change r w1 v1 kind`;
const PAIR = new FeatureTemplates(OF_PAIR, [
  '301 distance, 302 distance g, 303 distance c, 304 w side c, 305 g side c, 306 path, 307 path g, 308 path c',
  '310 turn place side, 312 turn c place, 315 turn place g, 316 turn previousTurn side, 317 turn nextTurn side, 319 w turn',
  '321 quote change side, 324 quote g side, 325 commas side g, 329 verbs side g, 331 distance r g, 334 w distance',
  '337 place side w, 338 w1 side turn, 339 v1 side turn, 341 lexicon turn place, 342 lexicon turn g, 345 governed g side',
  '346 governed quote distance, 340 kind quote distance',
]);
const ofPair = valuesOf(OF_PAIR);
const stretch = valuesOf(OF_STRETCH);

/**
 * Looks how a token stands to a cue, for the two lists of features below; tells whether those of the stretch are others than they were
 * for the token that was looked at before.
 */
export function relate(a: EncodedArticle, context: CueContext, t: number): boolean {
  const { cue, from } = context;
  const { word, stem, tag } = a;
  const i = t - from;
  const d = t - cue;
  const side = d < 0 ? 1 : d > 0 ? 2 : 3;
  const c = stem[cue] as number;
  const cTag = tag[cue] as number;
  const sameSentence = a.sentence[t] === a.sentence[cue];
  const sentences = Math.max(-3, Math.min(3, (a.sentence[t] as number) - (a.sentence[cue] as number)));
  const path = sameSentence ? (context.path[i] as number) : 41 + sentences;
  const turn = sameSentence ? (context.turn[i] as number) : 51 + sentences;
  const branch = context.branch[i] as number;
  const { counts } = context;
  const commas = Math.min(3, between(counts.commas, cue, t));
  const cues = Math.min(2, between(counts.cues, cue, t));
  const verbs = Math.min(3, between(counts.verbs, cue, t));
  const marks = Math.min(3, between(counts.marks, cue, t));
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
  const passive = (a.children[cue] as number) & PASSIVE ? 1 : 0;
  const cueKids = (a.children[cue] as number) & KEY_CHILDREN;
  // Which cue governs the token: none, this one, one below it, one above it, another.
  const above = counts.above[t] as number;
  const governed =
    above < 0
      ? 0
      : above === cue
        ? 1
        : (a.first[cue] as number) <= above && above <= (a.last[cue] as number)
          ? 2
          : (a.first[above] as number) <= cue && cue <= (a.last[above] as number)
            ? 3
            : 4;
  // In the order of their names.
  let v = 1;
  stretch[v++] = turn;
  stretch[v++] = c;
  stretch[v++] = cTag;
  stretch[v++] = side;
  stretch[v++] = opener;
  stretch[v++] = passive;
  stretch[v++] = cueKids;
  stretch[v++] = quote;
  stretch[v++] = sentences;
  stretch[v++] = commas;
  stretch[v++] = commas * 16 + marks * 4 + cues;
  stretch[v++] = cues;
  stretch[v++] = verbs;
  stretch[v++] = side * 8 + cues;
  stretch[v++] = marks;
  stretch[v++] = a.relation[cue] as number;
  stretch[v++] = a.lexicon[cue] as number;
  stretch[v++] = governed;
  stretch[v++] = above < 0 ? NONE : (stem[above] as number);
  const values = ofPair;
  let changed = false;
  for (let k = 1; k < v; k++) {
    if (values[k] === stretch[k]) continue;
    values[k] = stretch[k] as number;
    changed = true;
  }
  values[v++] = signedBucket(d);
  values[v++] = tag[t] as number;
  values[v++] = word[t] as number;
  values[v++] = path;
  values[v++] = place;
  values[v++] = previousTurn;
  values[v++] = nextTurn;
  values[v++] = change;
  values[v++] = a.relation[t] as number;
  values[v++] = near(word, t - 1, from, context.to);
  values[v++] = near(word, t + 1, from, context.to);
  values[v++] = a.kind[t] as number;
  return changed;
}

/** Features of the stretch of the token and the cue that were related last; returns how many were written. */
export function stretchFeatures(out: Int32Array): number {
  return STRETCH.fill(ofPair, out);
}

/** Features of the token and the cue that were related last, after the first `n`; returns how many stand there then. */
export function pairFeatures(out: Int32Array, n = 0): number {
  return PAIR.fill(ofPair, out, n);
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
