import type { CueContext } from './cue-window.ts';
import { COLON, COMMA, DASH, type EncodedArticle } from './encoded-article.ts';
import { combine } from './hashing.ts';
import { child, KEY_CHILDREN, NONE, near, quotationState } from './surroundings.ts';

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
  // Which cue governs the token: none, this one, one below it, one above it, another.
  const above = context.counts.above[t] as number;
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
  out[n++] = combine(344, governed, turn, side);
  out[n++] = combine(345, governed, g, side);
  out[n++] = combine(346, governed, quote, near0);
  out[n++] = combine(347, governed, above < 0 ? NONE : (stem[above] as number), side);
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
