import { countTokens, type Draft, holds, sharedTokens, type TokenRange } from './draft.ts';
import { CHILD, type EncodedArticle, PRONOUN, QUOTATION_MARK, VERB } from './encoded-article.ts';
import { combine } from './hashing.ts';
import type { RoleMarginals } from './role-marginals.ts';
import { toRows, type WeightTable } from './weight-table.ts';

/** Room for the features of one draft. */
export const MAX_RANKING_FEATURES = 96;
/** Drafts whose cues are further apart (in tokens) are not compared. */
const NEIGHBOURHOOD = 120;

function logit(p: number): number {
  const q = Math.min(0.9999, Math.max(0.0001, p));
  return Math.log(q / (1 - q));
}

function lengthBucket(n: number): number {
  return n < 6 ? n : n < 9 ? 6 : n < 14 ? 7 : n < 22 ? 8 : n < 40 ? 9 : 10;
}

/** What is known of an article's drafts once they were ranked by themselves, and of its tokens. */
export interface RankingEvidence {
  /** How likely each draft is to be right, by the first ranking. */
  readonly first: Float32Array;
  /** How likely every token is to have a role, by the drafts with that confidence. */
  readonly drafted: RoleMarginals;
  /** And by the roles of tokens. */
  readonly roles: RoleMarginals;
}

/**
 * How a draft stands to the others near it: bits that say whether its cue lies in another's content, and so on. `sure` is how likely
 * each draft is to be right.
 */
function company(drafts: readonly Draft[], index: number, sure: (index: number) => number): number {
  const draft = drafts[index] as Draft;
  const own = sure(index);
  const size = countTokens(draft.content);
  let bits = 0;
  for (const step of [-1, 1]) {
    for (let j = index + step; j >= 0 && j < drafts.length; j += step) {
      const other = drafts[j] as Draft;
      if (Math.abs(other.frame.cue - draft.frame.cue) > NEIGHBOURHOOD) break;
      const theirs = sure(j);
      const surer = theirs > own ? 1 : 0;
      if (theirs < 0.2) continue;
      if (holds(other.content, draft.frame.cue)) bits |= 1 << surer;
      if (holds(other.cue, draft.frame.cue) || holds(other.source, draft.frame.cue)) bits |= 4 << surer;
      if (holds(draft.content, other.frame.cue)) bits |= 16 << surer;
      if (holds(draft.source, other.frame.cue)) bits |= 64 << surer;
      const shared = sharedTokens(draft.content, other.content);
      if (shared * 2 > Math.max(size, countTokens(other.content))) bits |= 256 << surer;
      else if (shared > 0) bits |= 1024 << surer;
    }
  }
  return bits;
}

/** Features of a draft as a whole: is it right? Returns how many were written. */
export function rankingFeatures(
  a: EncodedArticle,
  drafts: readonly Draft[],
  index: number,
  evidence: RankingEvidence | null,
  out: Int32Array,
): number {
  const { frame, source, cue, content } = drafts[index] as Draft;
  const c = frame.cue;
  const s = a.sentence[c] as number;
  const p1 = Math.round(logit(frame.cueness) * 2);
  const p2 = Math.round(logit(frame.probability) * 2);
  const path = Math.min(20, Math.round(frame.doubt * 2));
  const sureSource = source.length === 0 ? 11 : tenths(frame.sourceSure);
  const sureContent = tenths(frame.contentSure);
  const tokens = countTokens(content);
  const size = lengthBucket(tokens);
  const quoted = quotedPart(a, content);
  const firstContent = content[0]?.first ?? -1;
  const sourceHead = headOf(a, source);
  const sourceKind = sourceHead < 0 ? -1 : (a.kind[sourceHead] as number);
  const bits = company(drafts, index, (i) => (evidence ? evidence.first[i] : (drafts[i] as Draft).frame.probability) as number);
  const lemma = a.stem[c] as number;
  const order = (firstContent < 0 ? 0 : firstContent < c ? 1 : 2) * 3 + (sourceHead < 0 ? 0 : sourceHead < c ? 1 : 2);
  const far =
    firstContent < 0
      ? 9
      : Math.min(8, Math.floor(Math.log2(1 + Math.abs((firstContent > c ? firstContent : (content.at(-1)?.last ?? c)) - c))));
  const sourceFar = sourceHead < 0 ? 9 : Math.min(8, Math.floor(Math.log2(1 + Math.abs(sourceHead - c))));
  const contentHead = headOf(a, content.slice(0, 1));
  const pieces = Math.min(3, content.length) * 4 + Math.min(3, source.length);
  const inQuote = (a.quotation[c] as number) >= 0 ? 1 : 0;
  const kids =
    (a.children[c] as number) &
    ((CHILD.nsubj as number) |
      (CHILD.ccomp as number) |
      (CHILD.dobj as number) |
      (CHILD.auxpass as number) |
      (CHILD.neg as number));
  let n = 0;
  out[n++] = combine(401, 0);
  out[n++] = combine(402, p1);
  out[n++] = combine(403, p2);
  out[n++] = combine(404, path);
  out[n++] = combine(405, p1 >> 1, p2 >> 1);
  out[n++] = combine(406, p2, path >> 1);
  out[n++] = combine(407, p1 >> 1, path >> 1);
  out[n++] = combine(408, size, quoted);
  out[n++] = combine(409, size, p2 >> 1);
  out[n++] = combine(410, order, quoted);
  out[n++] = combine(411, order, p2 >> 1);
  out[n++] = combine(412, sourceKind, p2 >> 1);
  out[n++] = combine(413, sourceKind, sourceFar);
  out[n++] = combine(414, lemma);
  out[n++] = combine(415, lemma, a.tag[c] as number);
  out[n++] = combine(416, lemma, order);
  out[n++] = combine(417, lemma, quoted);
  out[n++] = combine(418, a.tag[c] as number, a.relation[c] as number);
  out[n++] = combine(419, a.tag[c] as number, path >> 1);
  out[n++] = combine(439, a.lexicon[c] as number, p2 >> 1);
  out[n++] = combine(440, a.lexicon[c] as number, order, quoted);
  out[n++] = combine(420, bits);
  for (let b = 0; b < 12; b++) if (bits & (1 << b)) out[n++] = combine(421, b, p2 >> 1);
  out[n++] = combine(422, far, order);
  out[n++] = combine(423, sourceFar, order);
  out[n++] = combine(424, pieces);
  out[n++] = combine(425, inQuote, quoted, order);
  out[n++] = combine(426, inQuote, p2 >> 1);
  out[n++] = combine(
    427,
    contentHead < 0 ? 0 : (a.tag[contentHead] as number),
    contentHead < 0 ? 0 : (a.relation[contentHead] as number),
  );
  out[n++] = combine(428, contentHead < 0 ? 0 : (a.relation[contentHead] as number), path >> 1);
  out[n++] = combine(429, sourceHead < 0 ? 0 : (a.relation[sourceHead] as number), sourceKind, path >> 1);
  out[n++] = combine(430, sourceHead < 0 ? 0 : (a.stem[sourceHead] as number));
  out[n++] = combine(431, kids, order);
  out[n++] = combine(432, kids, a.tag[c] as number);
  out[n++] = combine(433, (a.sentenceBlock[s] as number) === 0 ? 1 : 0, p2 >> 1);
  out[n++] = combine(434, crossings(a, content, s), quoted);
  out[n++] = combine(435, firstContent < 0 ? 0 : (a.word[firstContent] as number), order);
  out[n++] = combine(436, lengthBucket(countTokens(source)), order);
  out[n++] = combine(437, lengthBucket(countTokens(cue)), a.tag[c] as number);
  out[n++] = combine(
    438,
    sourceHead >= 0 && contentHead >= 0 && a.head[sourceHead] === c ? 1 : 0,
    contentHead >= 0 && a.head[contentHead] === c ? 1 : 0,
    kids,
  );
  out[n++] = combine(441, sureSource, p2 >> 1);
  out[n++] = combine(442, sureContent, p2 >> 1);
  out[n++] = combine(443, sureSource, sureContent, path >> 1);
  out[n++] = combine(444, sureSource, order);
  if (evidence === null) return n;
  const { first, drafted, roles } = evidence;
  const sure = first[index] as number;
  const p3 = Math.round(logit(sure) * 2);
  const others = tenths(meanOfOthers(drafted.content, content, sure));
  const inContent = tenths(mean(roles.content, content));
  const inSource = source.length === 0 ? 11 : tenths(mean(roles.source, source));
  const inCue = tenths(roles.cue[c] as number);
  const ends = content.at(-1)?.last ?? c;
  const beyond = (t: number): number => (t < 0 || t >= a.size || a.sentence[t] !== s ? 11 : tenths(roles.content[t] as number));
  out[n++] = combine(450, inContent, p2 >> 1);
  out[n++] = combine(451, inSource, p2 >> 1);
  out[n++] = combine(452, inCue, p2 >> 1);
  out[n++] = combine(453, inContent, inSource, inCue >> 1);
  out[n++] = combine(454, tenths(least(roles.content, content)), inContent);
  out[n++] = combine(455, beyond(firstContent < 0 ? -1 : firstContent - 1), inContent >> 1);
  out[n++] = combine(456, beyond(ends + 1), inContent >> 1);
  out[n++] = combine(457, inCue, a.tag[c] as number);
  out[n++] = combine(458, inContent, bits & 0xff);
  out[n++] = combine(459, p3);
  out[n++] = combine(460, p3, p2);
  out[n++] = combine(461, p3, inContent);
  out[n++] = combine(462, p3, others);
  out[n++] = combine(463, others, inContent, inCue >> 1);
  out[n++] = combine(464, p3, inSource);
  out[n++] = combine(465, p3, inCue);
  return n;
}

function tenths(p: number): number {
  return Math.round(p * 10);
}

function mean(probabilities: Float32Array, ranges: readonly TokenRange[]): number {
  let sum = 0;
  for (const { first, last } of ranges) for (let t = first; t <= last; t++) sum += probabilities[t] as number;
  return sum / Math.max(1, countTokens(ranges));
}

/** As {@link mean}, of what the other drafts say: one that is as likely as `sure` taken out. */
function meanOfOthers(probabilities: Float32Array, ranges: readonly TokenRange[], sure: number): number {
  let sum = 0;
  for (const { first, last } of ranges)
    for (let t = first; t <= last; t++) sum += Math.max(0, 1 - (1 - (probabilities[t] as number)) / Math.max(1e-4, 1 - sure));
  return sum / Math.max(1, countTokens(ranges));
}

function least(probabilities: Float32Array, ranges: readonly TokenRange[]): number {
  let low = 1;
  for (const { first, last } of ranges) for (let t = first; t <= last; t++) low = Math.min(low, probabilities[t] as number);
  return low;
}

/** How much of the content stands in quotation marks: 0 none, 1 some, 2 all; 3 there is no content. */
function quotedPart(a: EncodedArticle, content: readonly TokenRange[]): number {
  let inside = 0;
  let words = 0;
  for (const { first, last } of content) {
    for (let t = first; t <= last; t++) {
      if ((a.kind[t] as number) === QUOTATION_MARK) continue;
      words++;
      if ((a.quotation[t] as number) >= 0) inside++;
    }
  }
  return words === 0 ? 3 : inside === 0 ? 0 : inside === words ? 2 : 1;
}

/** The token nearest to the root; -1 for none. */
function headOf(a: EncodedArticle, ranges: readonly TokenRange[]): number {
  let head = -1;
  for (const { first, last } of ranges) {
    for (let t = first; t <= last; t++) {
      const plain = (a.kind[t] as number) <= VERB || (a.kind[t] as number) === PRONOUN || head < 0;
      if (head < 0 || ((a.depth[t] as number) < (a.depth[head] as number) && plain)) head = t;
    }
  }
  return head;
}

/** Sentences before and after the cue's that the content reaches, each at most 2. */
function crossings(a: EncodedArticle, content: readonly TokenRange[], sentence: number): number {
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return 9;
  const before = Math.min(2, Math.max(0, sentence - (a.sentence[first.first] as number)));
  const after = Math.min(2, Math.max(0, (a.sentence[last.last] as number) - sentence));
  return before * 3 + after;
}

/** The probability of every draft to be right (content half or better, right source). */
export function rankDrafts(
  article: EncodedArticle,
  drafts: readonly Draft[],
  evidence: RankingEvidence | null,
  weights: WeightTable,
): Float32Array {
  const features = new Int32Array(MAX_RANKING_FEATURES);
  const confidence = new Float32Array(drafts.length);
  for (let i = 0; i < drafts.length; i++) {
    const kept = toRows(weights, features, rankingFeatures(article, drafts, i, evidence, features));
    let score = 0;
    for (let f = 0; f < kept; f++) score += weights.values[weights.rows[features[f] as number] as number] as number;
    confidence[i] = 1 / (1 + Math.exp(-score));
  }
  return confidence;
}
