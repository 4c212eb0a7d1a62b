import type { EncodedArticle } from './encoded-article.ts';
import { type RoleMarginals, TRACKS } from './role-marginals.ts';
import { TokenRoleContext, type TokenRoleEvidence } from './token-role-context.ts';
import { MAX_TOKEN_ROLE_FEATURES, tokenRoleFeatures } from './token-role-features.ts';
import { toRows, type WeightTable } from './weight-table.ts';

/**
 * Weights of one feature: for each track the score of a token to be in it, to be its first after a token that is not, and to be
 * the first after it.
 */
export const WEIGHTS_PER_TRACK = 3;
export const TOKEN_ROLE_CLASSES = TRACKS * WEIGHTS_PER_TRACK;
/** Scores are cut to this, so that their exponentials stay far from the ends of numbers. */
const LARGEST = 20;

/** Scores of a binary chain over all tokens of an article, as exponentials. */
export interface BinaryChain {
  readonly inside: Float64Array;
  readonly enter: Float64Array;
  readonly leave: Float64Array;
}

/** Forward and backward sums of a binary chain, scaled token by token. */
export interface BinarySums {
  /** Two numbers a token: outside, inside. */
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly scale: Float64Array;
}

export function exponential(score: number): number {
  return Math.exp(score > LARGEST ? LARGEST : score < -LARGEST ? -LARGEST : score);
}

/** Fills the sums over all paths; `alpha * beta` is then the probability of a state. Linear in the tokens. */
export function sumPaths(chain: BinaryChain, size: number, { alpha, beta, scale }: BinarySums): void {
  const { inside, enter, leave } = chain;
  let out = 1;
  let within = 0;
  for (let t = 0; t < size; t++) {
    const nextWithin = (out * (enter[t] as number) + within) * (inside[t] as number);
    const nextOut = out + within * (leave[t] as number);
    const total = nextWithin + nextOut;
    out = nextOut / total;
    within = nextWithin / total;
    alpha[t * 2] = out;
    alpha[t * 2 + 1] = within;
    scale[t] = total;
  }
  out = 1;
  within = 1;
  for (let t = size - 1; t >= 0; t--) {
    beta[t * 2] = out;
    beta[t * 2 + 1] = within;
    const held = within * (inside[t] as number);
    const total = scale[t] as number;
    within = (held + out * (leave[t] as number)) / total;
    out = (out + held * (enter[t] as number)) / total;
  }
}

/** The probability of every token to be in the source, the cue, the content of any attribution, given what the cues' windows say. */
export function findTokenRoles(article: EncodedArticle, evidence: TokenRoleEvidence, weights: WeightTable): RoleMarginals {
  const { size } = article;
  const features = new Int32Array(MAX_TOKEN_ROLE_FEATURES);
  const scores = new Float64Array(TOKEN_ROLE_CLASSES);
  const room = (): Float64Array => new Float64Array(size);
  const chains = Array.from({ length: TRACKS }, (): BinaryChain => ({ inside: room(), enter: room(), leave: room() }));
  const context = new TokenRoleContext(article, evidence);
  for (let t = 0; t < size; t++) {
    const n = tokenRoleFeatures(context, t, features);
    addScores(weights, features, n, scores);
    for (let track = 0; track < TRACKS; track++) {
      const chain = chains[track] as BinaryChain;
      chain.inside[t] = exponential(scores[track * WEIGHTS_PER_TRACK] as number);
      chain.enter[t] = exponential(scores[track * WEIGHTS_PER_TRACK + 1] as number);
      chain.leave[t] = exponential(scores[track * WEIGHTS_PER_TRACK + 2] as number);
    }
  }
  const sums: BinarySums = { alpha: new Float64Array(size * 2), beta: new Float64Array(size * 2), scale: room() };
  const [source, cue, content] = chains.map((chain) => {
    sumPaths(chain, size, sums);
    const within = new Float32Array(size);
    for (let t = 0; t < size; t++) within[t] = (sums.alpha[t * 2 + 1] as number) * (sums.beta[t * 2 + 1] as number);
    return within;
  }) as [Float32Array, Float32Array, Float32Array];
  return { source, cue, content };
}

/** Fills `scores` with what the features say for every class. Written out, as this is half the time of the stage. */
function addScores(weights: WeightTable, features: Int32Array, n: number, scores: Float64Array): void {
  const { rows, values } = weights;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let s8 = 0;
  const kept = toRows(weights, features, n);
  for (let f = 0; f < kept; f++) {
    const k = features[f] as number;
    s0 += values[rows[k] as number] as number;
    s1 += values[rows[k + 1] as number] as number;
    s2 += values[rows[k + 2] as number] as number;
    s3 += values[rows[k + 3] as number] as number;
    s4 += values[rows[k + 4] as number] as number;
    s5 += values[rows[k + 5] as number] as number;
    s6 += values[rows[k + 6] as number] as number;
    s7 += values[rows[k + 7] as number] as number;
    s8 += values[rows[k + 8] as number] as number;
  }
  scores[0] = s0;
  scores[1] = s1;
  scores[2] = s2;
  scores[3] = s3;
  scores[4] = s4;
  scores[5] = s5;
  scores[6] = s6;
  scores[7] = s7;
  scores[8] = s8;
}
