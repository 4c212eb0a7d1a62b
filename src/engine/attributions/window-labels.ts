import {
  BORDERS,
  backward,
  CONTENT,
  CONTENT_BEGIN,
  CUE,
  forward,
  IMPOSSIBLE,
  LABELS,
  type Lattice,
  mayFollow,
  OUTSIDE,
  type PathSums,
  SOURCE,
  SOURCE_BEGIN,
  viterbi,
} from './chain.ts';

/** What the model says of the tokens around one possible cue. */
export interface Frame {
  /** The cue's head. */
  readonly cue: number;
  /** First token of the window; `labels` has one label (chain.ts) for each of its tokens, given that it is a cue. */
  readonly from: number;
  readonly labels: Uint8Array;
  /** Probability that it is a cue, by its head alone, and by all roles around it. */
  readonly cueness: number;
  readonly probability: number;
  /** Given that it is a cue: how many of the labels are expected to be wrong; how probable those of the source, the content are (means). */
  readonly doubt: number;
  readonly sourceSure: number;
  readonly contentSure: number;
}

/** What a right label of a content is worth, where others are worth 1: contents are found by half, and their ends are moved later. */
const CONTENT_WORTH = 1.3;
/** What one of a source is worth where none is found at first: nearly every attribution has one, though it may not be clear which. */
const SOURCE_WORTH = 6;
/** Transitions that only say which labels may follow each other. */
const ALLOWED = Float32Array.from({ length: BORDERS * LABELS * LABELS }, (_, k) =>
  mayFollow(Math.floor(k / LABELS) % LABELS, k % LABELS) ? 0 : IMPOSSIBLE,
);

/** The labels of which the most are expected to be right (minimum Bayes risk; Goel and Byrne 2000). */
export function decode(
  lattice: Lattice,
  sums: PathSums,
  all: number,
  cue: number,
  from: number,
  cueness: number,
  wanted: boolean,
): Frame {
  const { length, unary, border, factors } = lattice;
  const at = (cue - from) * LABELS;
  for (let l = 0; l < LABELS; l++) if (l !== CUE) unary[at + l] = IMPOSSIBLE;
  const withCue = forward(lattice, sums, cue - from);
  backward(lattice, sums);
  const { alpha, beta } = sums;
  const worth: Lattice = { length, unary, border, transitions: ALLOWED, factors };
  for (let i = 0; i < length; i++) {
    const k = i * LABELS;
    for (let l = 0; l < LABELS; l++) unary[k + l] = probabilityOf(alpha, beta, k + l);
    unary[k + CONTENT_BEGIN] = (unary[k + CONTENT_BEGIN] as number) * CONTENT_WORTH;
    unary[k + CONTENT] = (unary[k + CONTENT] as number) * CONTENT_WORTH;
  }
  const labels = new Uint8Array(length);
  viterbi(worth, sums, labels);
  if (wanted && !labels.some(isSource)) lookForSource(worth, sums, labels);
  const source = { sum: 0, tokens: 0 };
  const content = { sum: 0, tokens: 0 };
  let doubt = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[i] as number;
    const p = probabilityOf(alpha, beta, i * LABELS + label);
    doubt += 1 - p;
    const span = isSource(label) ? source : label === CONTENT || label === CONTENT_BEGIN ? content : null;
    if (span === null) continue;
    span.sum += p;
    span.tokens++;
  }
  return {
    cue,
    from,
    labels,
    cueness,
    probability: Math.exp(withCue - all),
    doubt,
    sourceSure: source.sum / Math.max(1, source.tokens),
    contentSure: content.sum / Math.max(1, content.tokens),
  };
}

function isSource(label: number): boolean {
  return label === SOURCE || label === SOURCE_BEGIN;
}

/** Labels the likeliest source, where none is likelier than not. */
function lookForSource(worth: Lattice, sums: PathSums, labels: Uint8Array): void {
  const { length, unary } = worth;
  let likeliest = 0;
  let greatest = 0;
  for (let i = 0; i < length; i++) {
    const k = i * LABELS;
    for (const label of [SOURCE_BEGIN, SOURCE]) {
      const p = unary[k + label] as number;
      unary[k + label] = p * SOURCE_WORTH;
      if (p <= greatest) continue;
      greatest = p;
      likeliest = i;
    }
  }
  if (greatest * (SOURCE_WORTH + 1) < 1) return;
  viterbi(worth, sums, labels);
  // Of several that are then worth a label, only that one: they compete.
  let first = likeliest;
  let last = likeliest;
  while (first > 0 && labels[first] !== SOURCE_BEGIN && isSource(labels[first - 1] as number)) first--;
  while (last + 1 < length && labels[last + 1] === SOURCE) last++;
  for (let i = 0; i < length; i++) if ((i < first || i > last) && isSource(labels[i] as number)) labels[i] = OUTSIDE;
}

/** The probability of a label at a token, by their place in the sums. */
export function probabilityOf(alpha: Float64Array, beta: Float64Array, at: number): number {
  return (alpha[at] as number) * (beta[at] as number);
}
