import { valuesOf } from '../weights/templates.ts';
import { COLON, COMMA, DASH, QUOTATION_MARK, VERB } from './encoded-article.ts';
import { FeatureTemplates } from './feature-templates.ts';
import { NONE, near, quotationState } from './surroundings.ts';
import { coarse, distance, type TokenRoleContext } from './token-role-context.ts';

export const MAX_TOKEN_ROLE_FEATURES = 128;
/**
 * What the features join. Of the token: W is its word, G its tag, R its relation; W1 is the word before, V1 the one after, and so on. In
 * steps of probability: C, S, Q and E, R are what the windows say of content, source and cue, F, X, Y what the drafts say of content,
 * source and cue. C01 is C0 with C1. UpContent is what the drafts say of its head: phrases are in a span as a whole.
 */
const VALUES = `
  w stem g w1 v1 w2 v2 g1 h1 g2 suffix shape r upTag upRelation quoted edge c0 s0 q0 s1 e1 q1 r1 c01 kindBefore c4 d4
  likely cue1 cueAfter1 cue2 cueAfter2 left right leftStem rightStem turn side place openRelation openCue openStem
  closedRelation closedCue previous own next sentenceCue sentenceQuoted kindClass g3 h3 quotation length cuesAround
  aboveStem leftLexicon f0 f1 f2 f01 x0 x1 x2 y0 y1 y2 cue0 upContent cueAhead`;
const TEMPLATES = new FeatureTemplates(VALUES, [
  '501 0, 502 w, 503 stem, 504 g, 505 w1, 506 v1, 507 w2, 508 v2, 511 g g1, 512 g h1, 513 g g1 g2, 516 suffix, 517 shape',
  '518 r g, 520 r upTag, 521 upRelation r, 522 quoted edge, 523 quoted g g1, 524 quoted w, 525 c0, 526 s0, 527 q0',
  '529 s0 s1 e1, 530 q0 q1 r1, 537 c01 quoted edge, 538 c01 kindBefore, 541 c4 c0 d4, 542 likely g, 543 cue1 g',
  '544 cueAfter1 g, 545 cue2 cueAfter2, 546 left right quoted, 547 left leftStem, 548 right rightStem, 552 turn side g',
  '553 turn side c0, 554 turn side place, 555 openRelation openCue, 556 openRelation openStem, 557 closedRelation closedCue',
  '558 openRelation c01 kindBefore, 559 closedRelation openRelation c01, 562 previous own next',
  '563 sentenceCue own sentenceQuoted, 564 sentenceCue c0, 566 kindClass kindBefore c01, 567 g3 h3',
  '568 quotation length quoted, 569 quotation c0 own, 570 quotation length sentenceCue',
  '572 cuesAround sentenceCue sentenceQuoted, 574 aboveStem side openRelation, 575 leftLexicon left g, 580 f0 f1 f2',
  '581 f0 c0 quoted, 582 f01 kindBefore edge, 583 f01 openRelation closedRelation, 584 f01 g, 585 f0 sentenceCue own',
  '586 x0 x1 x2, 587 x0 s0 f0, 588 y0 y1 y2, 591 cue0 stem, 592 cue0 r upTag, 596 upContent r c0, 602 q1 q0 cueAhead',
]);
const values = valuesOf(VALUES);

/** Features of a token for the roles that it may have in any attribution. Returns how many were written. */
export function tokenRoleFeatures(context: TokenRoleContext, t: number, out: Int32Array): number {
  const { article: a, cueness, steps } = context;
  const s = a.sentence[t] as number;
  const from = a.sentenceStart[s] as number;
  const to = a.sentenceStart[s + 1] as number;
  const { word, stem, tag, relation, kind } = a;
  const w = word[t] as number;
  const g = tag[t] as number;
  const r = relation[t] as number;
  const up = a.head[t] as number;
  const w1 = near(word, t - 1, from, to);
  const v1 = near(word, t + 1, from, to);
  const g1 = near(tag, t - 1, from, to);
  const g2 = near(tag, t - 2, from, to);
  const h1 = near(tag, t + 1, from, to);
  const quoted = quotationState(a, t);
  const c0 = steps.content[t] as number;
  const c1 = stepNear(steps.content, t - 1, from, to);
  const s0 = steps.source[t] as number;
  const s1 = stepNear(steps.source, t - 1, from, to);
  const e1 = stepNear(steps.source, t + 1, from, to);
  const q0 = steps.cue[t] as number;
  const q1 = stepNear(steps.cue, t - 1, from, to);
  const r1 = stepNear(steps.cue, t + 1, from, to);
  const likely = coarse(cueness[t] as number);
  const edge = (t === from ? 1 : 0) + (t === to - 1 ? 2 : 0);
  const kindBefore = t > from ? (kind[t - 1] as number) : 15;
  // Likely cues around.
  const before = context.before[t] as number;
  const after = context.after[t] as number;
  const above = context.above[t] as number;
  const through = context.through[t] as number;
  const left = before >= 0 ? distance(t - before) : 10;
  const right = after >= 0 ? distance(after - t) : 10;
  const leftStem = before >= 0 ? (stem[before] as number) : NONE;
  const rightStem = after >= 0 ? (stem[after] as number) : NONE;
  const aboveStem = above >= 0 ? (stem[above] as number) : NONE;
  const turn = through >= 0 ? (relation[through] as number) : NONE;
  const side = above < 0 ? 0 : t < above ? 1 : 2;
  // The phrase that begins here, and the one that ended just before.
  const opens = context.opens[t] as number;
  const closed = t > from ? (context.closes[t - 1] as number) : -1;
  const openHead = opens >= 0 ? (a.head[opens] as number) : -1;
  const closedHead = closed >= 0 ? (a.head[closed] as number) : -1;
  const openRelation = opens >= 0 ? (relation[opens] as number) : NONE;
  const closedRelation = closed >= 0 ? (relation[closed] as number) : NONE;
  // The sentence and its neighbours.
  const sentences = context.sentenceCue.length;
  const own = context.sentenceContent[s] as number;
  const previous = s > 0 ? (context.sentenceContent[s - 1] as number) : 9;
  const next = s + 1 < sentences ? (context.sentenceContent[s + 1] as number) : 9;
  const q = a.quotation[t] as number;
  const quotation = q < 0 ? 10 : (context.quotationContent.get(q) as number);
  const length = q < 0 ? 10 : (context.quotationLength.get(q) as number);
  const cueBefore = s > 0 ? (context.sentenceCue[s - 1] as number) : 9;
  const cueAfter = s + 1 < sentences ? (context.sentenceCue[s + 1] as number) : 9;
  const f0 = steps.drafted[t] as number;
  const f1 = stepNear(steps.drafted, t - 1, from, to);
  const f2 = stepNear(steps.drafted, t + 1, from, to);
  const cue0 = steps.cueness[t] as number;
  // In the order of their names.
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
  values[v++] = a.suffix[t] as number;
  values[v++] = a.shape[t] as number;
  values[v++] = r;
  values[v++] = up >= 0 ? (tag[up] as number) : NONE;
  values[v++] = up >= 0 ? (relation[up] as number) : NONE;
  values[v++] = quoted;
  values[v++] = edge;
  values[v++] = c0;
  values[v++] = s0;
  values[v++] = q0;
  values[v++] = s1;
  values[v++] = e1;
  values[v++] = q1;
  values[v++] = r1;
  values[v++] = c0 * 10 + c1;
  values[v++] = kindBefore;
  values[v++] = stepNear(steps.content, t - 4, from, to);
  values[v++] = stepNear(steps.content, t + 4, from, to);
  values[v++] = likely;
  values[v++] = stepNear(steps.cueness, t - 1, from, to);
  values[v++] = stepNear(steps.cueness, t + 1, from, to);
  values[v++] = stepNear(steps.cueness, t - 2, from, to);
  values[v++] = stepNear(steps.cueness, t + 2, from, to);
  values[v++] = left;
  values[v++] = right;
  values[v++] = leftStem;
  values[v++] = rightStem;
  values[v++] = turn;
  values[v++] = side;
  values[v++] = through >= 0 ? (t === a.first[through] ? 1 : 0) + (t === a.last[through] ? 2 : 0) : 4;
  values[v++] = openRelation;
  values[v++] = openHead >= 0 ? coarse(cueness[openHead] as number) : 5;
  values[v++] = openHead >= 0 ? (stem[openHead] as number) : NONE;
  values[v++] = closedRelation;
  values[v++] = closedHead >= 0 ? coarse(cueness[closedHead] as number) : 5;
  values[v++] = previous;
  values[v++] = own;
  values[v++] = next;
  values[v++] = context.sentenceCue[s] as number;
  values[v++] = a.sentenceQuoted[s] as number;
  values[v++] = kindClass(kind[t] as number);
  values[v++] = near(tag, t - 3, from, to);
  values[v++] = near(tag, t + 3, from, to);
  values[v++] = quotation;
  values[v++] = length;
  values[v++] = cueBefore * 10 + cueAfter;
  values[v++] = aboveStem;
  values[v++] = before >= 0 ? (a.lexicon[before] as number) : 31;
  values[v++] = f0;
  values[v++] = f1;
  values[v++] = f2;
  values[v++] = f0 * 10 + f1;
  values[v++] = steps.draftedSource[t] as number;
  values[v++] = stepNear(steps.draftedSource, t - 1, from, to);
  values[v++] = stepNear(steps.draftedSource, t + 1, from, to);
  values[v++] = steps.draftedCue[t] as number;
  values[v++] = stepNear(steps.draftedCue, t - 1, from, to);
  values[v++] = stepNear(steps.draftedCue, t + 1, from, to);
  values[v++] = cue0;
  values[v++] = (up >= 0 ? (steps.drafted[up] as number) : 9) * 10 + f0;
  values[v++] = r1 * 10 + cue0;
  return TEMPLATES.fill(values, out);
}

/** The step at a place, where that lies in the same sentence. */
function stepNear(steps: Uint8Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? (steps[at] as number) : 9;
}

function kindClass(kind: number): number {
  return kind === COMMA ? 1 : kind === DASH || kind === COLON ? 2 : kind === QUOTATION_MARK ? 3 : kind === VERB ? 4 : 0;
}
