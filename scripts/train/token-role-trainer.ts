import { TRACKS } from '../../src/engine/attributions/role-marginals.ts';
import { TokenRoleContext, type TokenRoleEvidence } from '../../src/engine/attributions/token-role-context.ts';
import { MAX_TOKEN_ROLE_FEATURES, tokenRoleFeatures } from '../../src/engine/attributions/token-role-features.ts';
import { exponential, sumPaths, TOKEN_ROLE_CLASSES, WEIGHTS_PER_TRACK } from '../../src/engine/attributions/token-roles.ts';
import { tableOf, type WeightTable } from '../../src/engine/attributions/weight-table.ts';
import { type Example, tokensUnder } from './examples.ts';
import { heaviestFirst, numberFeatures } from './numbered-features.ts';
import { seededRandom, shuffled } from './random.ts';
import type { TrainingOptions } from './training-options.ts';

export interface TokenRoleTrainingOptions extends Omit<TrainingOptions, 'rate'> {
  /** The rate of each track: source, cue, content. What the stages before say of contents is strong, and soon learned by heart. */
  readonly rates: readonly [source: number, cue: number, content: number];
}

interface Row {
  readonly size: number;
  readonly features: Int32Array;
  readonly perToken: number;
  /** For each track, which tokens are in it. */
  readonly gold: readonly Uint8Array[];
}

function goldTracks({ article, gold }: Example): readonly Uint8Array[] {
  const tracks = Array.from({ length: TRACKS }, () => new Uint8Array(article.size));
  for (const one of gold) {
    for (const [track, spans] of [one.source, one.cue, one.content].entries())
      for (const t of tokensUnder(article, spans)) (tracks[track] as Uint8Array)[t] = 1;
  }
  return tracks;
}

function collect(example: Example, evidence: TokenRoleEvidence): Row {
  const { size } = example.article;
  const context = new TokenRoleContext(example.article, evidence);
  const buffer = new Int32Array(MAX_TOKEN_ROLE_FEATURES);
  let perToken = 0;
  let features = new Int32Array(0);
  for (let t = 0; t < size; t++) {
    const n = tokenRoleFeatures(context, t, buffer);
    if (t === 0) {
      perToken = n;
      features = new Int32Array(size * n);
    }
    features.set(buffer.subarray(0, n), t * n);
  }
  return { size, features, perToken, gold: goldTracks(example) };
}

/** Learns the roles of tokens in any attribution as three binary conditional random fields over whole stories, by AdaGrad. */
export function trainTokenRoles(
  examples: readonly Example[],
  evidence: readonly TokenRoleEvidence[],
  options: TokenRoleTrainingOptions,
): WeightTable {
  const rows = examples.map((example, i) => collect(example, evidence[i] as TokenRoleEvidence));
  const numbered = numberFeatures(
    rows.map((row) => row.features),
    options.least,
  );
  const weights = new Float32Array(numbered.size * TOKEN_ROLE_CLASSES);
  const squares = new Float32Array(weights.length).fill(options.damping);
  const random = seededRandom(options.seed);
  const mean = new Float32Array(weights.length);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rates = options.rates.map((rate) => rate * (1 - (0.9 * epoch) / options.epochs));
    for (const i of shuffled(rows.length, random)) learn(rows[i] as Row, weights, squares, rates);
    if (epoch < options.epochs / 2) continue;
    averaged++;
    for (let k = 0; k < weights.length; k++) mean[k] = (mean[k] as number) + (weights[k] as number);
  }
  for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] as number) / averaged;
  return tableOf(heaviestFirst(mean, TOKEN_ROLE_CLASSES, numbered), TOKEN_ROLE_CLASSES, options.slotBits, options.keep);
}

function learn(
  { size, features, perToken, gold }: Row,
  weights: Float32Array,
  squares: Float32Array,
  rates: readonly number[],
): void {
  const rate = Float64Array.from({ length: TOKEN_ROLE_CLASSES }, (_, c) => rates[Math.floor(c / WEIGHTS_PER_TRACK)] as number);
  const scores = new Float64Array(size * TOKEN_ROLE_CLASSES);
  for (let t = 0; t < size; t++) {
    const at = t * TOKEN_ROLE_CLASSES;
    for (let f = t * perToken; f < (t + 1) * perToken; f++) {
      const k = (features[f] as number) * TOKEN_ROLE_CLASSES;
      if (k === 0) continue;
      for (let c = 0; c < TOKEN_ROLE_CLASSES; c++) scores[at + c] = (scores[at + c] as number) + (weights[k + c] as number);
    }
  }
  const gradients = new Float64Array(size * TOKEN_ROLE_CLASSES);
  for (let track = 0; track < TRACKS; track++) fillGradients(size, track, scores, gold[track] as Uint8Array, gradients);
  for (let t = 0; t < size; t++) {
    const at = t * TOKEN_ROLE_CLASSES;
    let largest = 0;
    for (let c = 0; c < TOKEN_ROLE_CLASSES; c++) largest = Math.max(largest, Math.abs(gradients[at + c] as number));
    if (largest < 5e-3) continue;
    for (let f = t * perToken; f < (t + 1) * perToken; f++) {
      const k = (features[f] as number) * TOKEN_ROLE_CLASSES;
      if (k === 0) continue;
      for (let c = 0; c < TOKEN_ROLE_CLASSES; c++) {
        const gradient = gradients[at + c] as number;
        if (gradient < 2e-3 && gradient > -2e-3) continue;
        const square = (squares[k + c] as number) + gradient * gradient;
        squares[k + c] = square;
        weights[k + c] = (weights[k + c] as number) - ((rate[c] as number) * gradient) / Math.sqrt(square);
      }
    }
  }
}

/** Expected less gold: of every token in the track, and of every border where it begins or ends. */
function fillGradients(size: number, track: number, scores: Float64Array, gold: Uint8Array, gradients: Float64Array): void {
  const offset = track * WEIGHTS_PER_TRACK;
  const part = (c: number): Float64Array =>
    Float64Array.from({ length: size }, (_, t) => exponential(scores[t * TOKEN_ROLE_CLASSES + offset + c] as number));
  const chain = { inside: part(0), enter: part(1), leave: part(2) };
  const sums = { alpha: new Float64Array(size * 2), beta: new Float64Array(size * 2), scale: new Float64Array(size) };
  sumPaths(chain, size, sums);
  const { alpha, beta, scale } = sums;
  for (let t = 0; t < size; t++) {
    const at = t * TOKEN_ROLE_CLASSES + offset;
    const total = scale[t] as number;
    const outBefore = t === 0 ? 1 : (alpha[t * 2 - 2] as number);
    const inBefore = t === 0 ? 0 : (alpha[t * 2 - 1] as number);
    const held = (chain.inside[t] as number) * (beta[t * 2 + 1] as number);
    const before = t === 0 ? 0 : gold[t - 1];
    gradients[at] = (alpha[t * 2 + 1] as number) * (beta[t * 2 + 1] as number) - (gold[t] as number);
    gradients[at + 1] = (outBefore * (chain.enter[t] as number) * held) / total - (before === 0 && gold[t] === 1 ? 1 : 0);
    gradients[at + 2] =
      (inBefore * (chain.leave[t] as number) * (beta[t * 2] as number)) / total - (before === 1 && gold[t] === 0 ? 1 : 0);
  }
}
