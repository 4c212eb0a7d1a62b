/**
 * A linear-chain model over the tokens of a window: scores of labels at tokens, and of pairs of labels at the border before
 * each token (Lafferty, McCallum, Pereira 2001). All scores are logarithms.
 */
export const LABELS = 7;
/** Number of weights of a feature: none for {@link OUTSIDE}, which the others are measured against. */
export const WEIGHTS_PER_FEATURE = LABELS - 1;
export const OUTSIDE = 0;
export const SOURCE_BEGIN = 1;
export const SOURCE = 2;
export const CUE = 3;
export const CONTENT_BEGIN = 4;
export const CONTENT = 5;
/**
 * Every token of a window whose supposed cue is none. It follows only itself, so that all tokens know whether there is a cue: a
 * content far from its cue is not judged by itself.
 */
export const NO_CUE = 6;
/** Number of classes of borders, each with its own transition scores. */
export const BORDERS = 32;
export const IMPOSSIBLE = -1e4;

/** Whether `label` may follow `previous`: a source goes on only after a source, a content only after a content. */
export function mayFollow(previous: number, label: number): boolean {
  if (label === NO_CUE || previous === NO_CUE) return label === previous;
  if (label === SOURCE) return previous === SOURCE_BEGIN || previous === SOURCE;
  if (label === CONTENT) return previous === CONTENT_BEGIN || previous === CONTENT;
  return true;
}

// The labels that may come before one stand together: all from the first of them to the last.
const ALL = [OUTSIDE, SOURCE_BEGIN, SOURCE, CUE, CONTENT_BEGIN, CONTENT, NO_CUE];
const FIRST_BEFORE = Uint8Array.from(ALL, (label) => ALL.findIndex((previous) => mayFollow(previous, label)));
const LAST_BEFORE = Uint8Array.from(ALL, (label) => ALL.findLastIndex((previous) => mayFollow(previous, label)));

/** Whether a window may begin with `label`. */
export function mayBegin(label: number): boolean {
  return label !== SOURCE && label !== CONTENT;
}

/** Scores of one window: `unary[i * LABELS + label]`, and `border[i]`, the class of the border before token i. */
export interface Lattice {
  readonly length: number;
  readonly unary: Float64Array;
  readonly border: Uint8Array;
  /** `[class][previous][label]`, with {@link IMPOSSIBLE} where the label may not follow. */
  readonly transitions: Float32Array;
  /** Exponentials of `transitions`. */
  readonly factors: Float64Array;
}

/** Room for the sums over paths through one window, or through several one after another. */
export interface PathSums {
  /** Exponentials of the unary scores, each token's largest being 1. */
  readonly psi: Float64Array;
  /** Forward and backward sums, scaled so that their products are probabilities of labels. */
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** What each token's forward sums were divided by. */
  readonly scale: Float64Array;
  /** Logarithm of the sum over all paths up to each token. */
  readonly logs: Float64Array;
  /** Scores of the best path to each label, and the label before it on that path. */
  readonly best: Float64Array;
  readonly back: Uint8Array;
}

/** Room for windows of up to `length` tokens. */
export function roomFor(length: number): PathSums {
  const size = length * LABELS;
  return {
    psi: new Float64Array(size),
    alpha: new Float64Array(size),
    beta: new Float64Array(size),
    scale: new Float64Array(length),
    logs: new Float64Array(length),
    best: new Float64Array(size),
    back: new Uint8Array(size),
  };
}

/**
 * Fills the forward sums and gives the logarithm of the sum over all paths. With `first`, the sums of the tokens before it are
 * taken as they stand from the run before.
 */
export function forward(lattice: Lattice, sums: PathSums, first = 0): number {
  const { length, unary, border, factors } = lattice;
  const { psi, alpha, scale, logs } = sums;
  let log = first > 0 ? (logs[first - 1] as number) : 0;
  for (let i = first; i < length; i++) {
    const at = i * LABELS;
    let max = unary[at] as number;
    for (let l = 1; l < LABELS; l++) if ((unary[at + l] as number) > max) max = unary[at + l] as number;
    const base = (border[i] as number) * LABELS * LABELS;
    let total = 0;
    for (let l = 0; l < LABELS; l++) {
      const own = Math.exp((unary[at + l] as number) - max);
      psi[at + l] = own;
      let sum = i === 0 && mayBegin(l) ? 1 : 0;
      if (i > 0) {
        const last = LAST_BEFORE[l] as number;
        for (let p = FIRST_BEFORE[l] as number; p <= last; p++)
          sum += (alpha[at - LABELS + p] as number) * (factors[base + p * LABELS + l] as number);
      }
      const value = sum * own;
      alpha[at + l] = value;
      total += value;
    }
    total = total > 0 ? total : Number.MIN_VALUE;
    scale[i] = total;
    for (let l = 0; l < LABELS; l++) alpha[at + l] = (alpha[at + l] as number) / total;
    log += Math.log(total) + max;
    logs[i] = log;
  }
  return log;
}

/** Fills the backward sums; after {@link forward}. `alpha * beta` is then the probability of a label at a token. */
export function backward(lattice: Lattice, sums: PathSums): void {
  const { length, border, factors } = lattice;
  const { psi, beta, scale } = sums;
  for (let l = 0; l < LABELS; l++) beta[(length - 1) * LABELS + l] = 1;
  for (let i = length - 2; i >= 0; i--) {
    const base = (border[i + 1] as number) * LABELS * LABELS;
    const next = (i + 1) * LABELS;
    const at = i * LABELS;
    beta.fill(0, at, next);
    for (let l = 0; l < LABELS; l++) {
      const last = LAST_BEFORE[l] as number;
      for (let p = FIRST_BEFORE[l] as number; p <= last; p++)
        beta[at + p] =
          (beta[at + p] as number) +
          (factors[base + p * LABELS + l] as number) * (psi[next + l] as number) * (beta[next + l] as number);
    }
    for (let p = 0; p < LABELS; p++) beta[at + p] = (beta[at + p] as number) / (scale[i + 1] as number);
  }
}

/** Writes the best path, and gives its score. */
export function viterbi(lattice: Lattice, { best, back }: PathSums, path: Uint8Array): number {
  const { length, unary, border, transitions } = lattice;
  for (let l = 0; l < LABELS; l++) best[l] = mayBegin(l) ? (unary[l] as number) : IMPOSSIBLE;
  for (let i = 1; i < length; i++) {
    const base = (border[i] as number) * LABELS * LABELS;
    const before = (i - 1) * LABELS;
    for (let l = 0; l < LABELS; l++) {
      let max = -Infinity;
      let arg = 0;
      const last = LAST_BEFORE[l] as number;
      for (let p = FIRST_BEFORE[l] as number; p <= last; p++) {
        const v = (best[before + p] as number) + (transitions[base + p * LABELS + l] as number);
        if (v > max) {
          max = v;
          arg = p;
        }
      }
      best[i * LABELS + l] = max + (unary[i * LABELS + l] as number);
      back[i * LABELS + l] = arg;
    }
  }
  const end = (length - 1) * LABELS;
  let label = 0;
  for (let l = 1; l < LABELS; l++) if ((best[end + l] as number) > (best[end + label] as number)) label = l;
  const score = best[end + label] as number;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * LABELS + label] as number;
  }
  return score;
}
