import { backward, CONTENT, CONTENT_BEGIN, CUE, forward, LABELS, type PathSums, roomFor, SOURCE, SOURCE_BEGIN } from './chain.ts';
import { cueContext, runningCounts } from './cue-window.ts';
import { ADVERB, CHILD, type EncodedArticle } from './encoded-article.ts';
import { borderClass, pairFeatures, tokenFeatures } from './role-features.ts';
import type { RoleMarginals } from './role-marginals.ts';
import { MAX_FEATURES } from './surroundings.ts';
import { toRows, type WeightTable } from './weight-table.ts';
import { decode, type Frame, probabilityOf } from './window-labels.ts';

/** What the windows of all possible cues say. */
export interface LabelledWindows {
  /** In order of their cues. */
  readonly frames: readonly Frame[];
  /** How likely every token is to have a role in any of them, as if they did not know of each other. */
  readonly marginals: RoleMarginals;
}

/** Labels the tokens around every possible cue with their roles. Linear in the number of possible cues. */
export function labelRoles(
  article: EncodedArticle,
  cueness: Float32Array,
  roles: WeightTable,
  transitions: Float32Array,
  candidate: number,
): LabelledWindows {
  const features = new Int32Array(MAX_FEATURES);
  // What a token's own features say is the same for every cue around it.
  const own = new Float64Array(article.size * LABELS);
  const known = new Uint8Array(article.size);
  const factors = Float64Array.from(transitions, Math.exp);
  const counts = runningCounts(article, cueness);
  const frames: Frame[] = [];
  const none = (): Float32Array => new Float32Array(article.size).fill(1);
  const without: RoleMarginals = { source: none(), cue: none(), content: none() };
  // Room for one window after another; it grows with the longest.
  let unary = new Float64Array(0);
  let border = new Uint8Array(0);
  let sums = roomFor(0);
  for (let cue = 0; cue < article.size; cue++) {
    if ((cueness[cue] as number) < candidate) continue;
    const context = cueContext(article, cue, counts);
    const length = context.to - context.from;
    if (length > border.length) {
      unary = new Float64Array(length * LABELS);
      border = new Uint8Array(length);
      sums = roomFor(length);
    }
    for (let i = 0; i < length; i++) {
      const t = context.from + i;
      if (!known[t]) {
        known[t] = 1;
        addScores(roles, features, tokenFeatures(article, t, cueness, features), own, t * LABELS);
      }
      for (let l = 0; l < LABELS; l++) unary[i * LABELS + l] = own[t * LABELS + l] as number;
      addScores(roles, features, pairFeatures(article, context, t, features), unary, i * LABELS);
      border[i] = borderClass(article, context, t);
    }
    const lattice = { length, unary, border, transitions, factors };
    const all = forward(lattice, sums);
    backward(lattice, sums);
    takeOut(without, sums, context.from, length);
    frames.push(decode(lattice, sums, all, cue, context.from, cueness[cue] as number, hasSource(article, cue)));
  }
  const { source, cue, content } = without;
  for (const track of [source, cue, content]) for (let t = 0; t < article.size; t++) track[t] = 1 - (track[t] as number);
  return { frames, marginals: without };
}

/** Multiplies the probabilities of tokens to be in no source, cue, content with what one window says of it. */
function takeOut(without: RoleMarginals, { alpha, beta }: PathSums, from: number, length: number): void {
  const { source, cue, content } = without;
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    const t = from + i;
    source[t] =
      (source[t] as number) *
      Math.max(0, 1 - probabilityOf(alpha, beta, at + SOURCE_BEGIN) - probabilityOf(alpha, beta, at + SOURCE));
    cue[t] = (cue[t] as number) * Math.max(0, 1 - probabilityOf(alpha, beta, at + CUE));
    content[t] =
      (content[t] as number) *
      Math.max(0, 1 - probabilityOf(alpha, beta, at + CONTENT_BEGIN) - probabilityOf(alpha, beta, at + CONTENT));
  }
}

/** Adds what the features say for every label; OUTSIDE is what the others are measured against: its weights are nothing. */
function addScores(roles: WeightTable, features: Int32Array, n: number, into: Float64Array, at: number): void {
  const { rows, values } = roles;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  const kept = toRows(roles, features, n);
  for (let f = 0; f < kept; f++) {
    const k = features[f] as number;
    s1 += values[rows[k] as number] as number;
    s2 += values[rows[k + 1] as number] as number;
    s3 += values[rows[k + 2] as number] as number;
    s4 += values[rows[k + 3] as number] as number;
    s5 += values[rows[k + 4] as number] as number;
    s6 += values[rows[k + 5] as number] as number;
  }
  into[at + 1] = (into[at + 1] as number) + s1;
  into[at + 2] = (into[at + 2] as number) + s2;
  into[at + 3] = (into[at + 3] as number) + s3;
  into[at + 4] = (into[at + 4] as number) + s4;
  into[at + 5] = (into[at + 5] as number) + s5;
  into[at + 6] = (into[at + 6] as number) + s6;
}

const PASSIVE = (CHILD.auxpass as number) | (CHILD.nsubjpass as number);
/** Whether a cue has a source as a rule: "reportedly" and "was told" have none. */
function hasSource({ kind, children }: EncodedArticle, cue: number): boolean {
  return kind[cue] !== ADVERB && ((children[cue] as number) & PASSIVE) === 0;
}
