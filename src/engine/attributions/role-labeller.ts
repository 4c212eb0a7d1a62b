import { CUE, forward, LABELS, type Lattice, roomFor, viterbi } from './chain.ts';
import { cueContext, runningCounts } from './cue-window.ts';
import type { EncodedArticle } from './encoded-article.ts';
import { borderClass, pairFeatures, tokenFeatures } from './role-features.ts';
import { MAX_FEATURES } from './surroundings.ts';
import { rowOf, type WeightTable } from './weight-table.ts';

/** What the model says of the tokens around one possible cue. */
export interface Frame {
  /** The cue's head. */
  readonly cue: number;
  /** First token of the window; `labels` has one label (chain.ts) for each of its tokens: the best, given that it is a cue. */
  readonly from: number;
  readonly labels: Uint8Array;
  /** Probability that it is a cue, by its head alone, and by all roles around it. */
  readonly cueness: number;
  readonly probability: number;
  /** Logarithm of the probability of the labels, given that it is a cue. */
  readonly logPath: number;
}

/** Labels the tokens around every possible cue with their roles. Linear in the number of possible cues. */
export function labelRoles(
  article: EncodedArticle,
  cueness: Float32Array,
  roles: WeightTable,
  transitions: Float32Array,
  candidate: number,
): readonly Frame[] {
  const features = new Int32Array(MAX_FEATURES);
  // What a token's own features say is the same for every cue around it.
  const own = new Float64Array(article.size * LABELS);
  const known = new Uint8Array(article.size);
  const factors = Float64Array.from(transitions, Math.exp);
  const counts = runningCounts(article, cueness);
  const frames: Frame[] = [];
  for (let cue = 0; cue < article.size; cue++) {
    if ((cueness[cue] as number) < candidate) continue;
    const context = cueContext(article, cue, counts);
    const length = context.to - context.from;
    const unary = new Float64Array(length * LABELS);
    const border = new Uint8Array(length);
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
    frames.push(decode({ length, unary, border, transitions, factors }, cue, context.from, cueness[cue] as number));
  }
  return frames;
}

function addScores(roles: WeightTable, features: Int32Array, n: number, into: Float64Array, at: number): void {
  const { rows, values } = roles;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  for (let f = 0; f < n; f++) {
    const k = rowOf(roles, features[f] as number);
    if (k < 0) continue;
    s0 += values[rows[k] as number] as number;
    s1 += values[rows[k + 1] as number] as number;
    s2 += values[rows[k + 2] as number] as number;
    s3 += values[rows[k + 3] as number] as number;
    s4 += values[rows[k + 4] as number] as number;
    s5 += values[rows[k + 5] as number] as number;
    s6 += values[rows[k + 6] as number] as number;
  }
  into[at] = (into[at] as number) + s0;
  into[at + 1] = (into[at + 1] as number) + s1;
  into[at + 2] = (into[at + 2] as number) + s2;
  into[at + 3] = (into[at + 3] as number) + s3;
  into[at + 4] = (into[at + 4] as number) + s4;
  into[at + 5] = (into[at + 5] as number) + s5;
  into[at + 6] = (into[at + 6] as number) + s6;
}

function decode(lattice: Lattice, cue: number, from: number, cueness: number): Frame {
  const { length, unary } = lattice;
  const sums = roomFor(length);
  const all = forward(lattice, sums);
  const at = (cue - from) * LABELS;
  for (let l = 0; l < LABELS; l++) if (l !== CUE) unary[at + l] = -1000;
  const withCue = forward(lattice, sums, cue - from);
  const labels = new Uint8Array(length);
  const best = viterbi(lattice, labels);
  return { cue, from, labels, cueness, probability: Math.exp(withCue - all), logPath: best - withCue };
}
