import { backward, CONTENT, CONTENT_BEGIN, CUE, forward, LABELS, type PathSums, roomFor, SOURCE, SOURCE_BEGIN } from './chain.ts';
import { cueContext, runningCounts } from './cue-window.ts';
import { ADVERB, type EncodedArticle } from './encoded-article.ts';
import { borderClass } from './role-features.ts';
import type { RoleMarginals } from './role-marginals.ts';
import { RoleScorer } from './role-scorer.ts';
import { PASSIVE } from './surroundings.ts';
import type { WeightTable } from './weight-table.ts';
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
  const scorer = new RoleScorer(article, cueness, roles);
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
    scorer.score(context, unary);
    for (let i = 0; i < length; i++) border[i] = borderClass(article, context, context.from + i);
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

/** Whether a cue has a source as a rule: "reportedly" and "was told" have none. */
function hasSource({ kind, children }: EncodedArticle, cue: number): boolean {
  return kind[cue] !== ADVERB && ((children[cue] as number) & PASSIVE) === 0;
}
