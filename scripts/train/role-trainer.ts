import {
  BORDERS,
  backward,
  forward,
  IMPOSSIBLE,
  LABELS,
  type Lattice,
  mayFollow,
  OUTSIDE,
  roomFor,
  WEIGHTS_PER_FEATURE,
} from '../../src/engine/attributions/chain.ts';
import { cueContext, type RunningCounts, runningCounts } from '../../src/engine/attributions/cue-window.ts';
import {
  borderClass,
  pairFeatures,
  relate,
  stretchFeatures,
  tokenFeatures,
} from '../../src/engine/attributions/role-features.ts';
import { MAX_FEATURES } from '../../src/engine/attributions/surroundings.ts';
import { tableOf, type WeightTable } from '../../src/engine/attributions/weight-table.ts';
import { type Example, labelsOf } from './examples.ts';
import { heaviestFirst, numberFeatures } from './numbered-features.ts';
import { seededRandom, shuffled } from './random.ts';
import type { TrainingOptions } from './training-options.ts';

export interface RoleTrainingOptions extends TrainingOptions {
  /** Tokens with at least this probability of being a cue's head are candidates. */
  readonly threshold: number;
}

export interface RoleWeights {
  readonly unary: WeightTable;
  readonly transitions: Float32Array;
}

interface Candidate {
  readonly example: number;
  readonly cue: number;
  readonly from: number;
  readonly length: number;
  readonly features: Int32Array;
  readonly perToken: number;
  readonly border: Uint8Array;
  readonly labels: Uint8Array;
}

const ROW = LABELS * 2;
const buffer = new Int32Array(MAX_FEATURES);

function collect(
  example: Example,
  cueness: Float32Array,
  counts: RunningCounts,
  cue: number,
  labelled: boolean,
  index: number,
): Candidate {
  const { article } = example;
  const context = cueContext(article, cue, counts);
  const length = context.to - context.from;
  let features = new Int32Array(0);
  let perToken = 0;
  const border = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const t = context.from + i;
    const own = tokenFeatures(article, t, cueness, buffer);
    const pair = buffer.subarray(own);
    relate(article, context, t);
    const n = own + pairFeatures(pair, stretchFeatures(pair));
    if (i === 0) {
      perToken = n;
      features = new Int32Array(length * n);
    }
    features.set(buffer.subarray(0, n), i * n);
    border[i] = borderClass(article, context, t);
  }
  const labels = labelled ? labelsOf(example.frames.get(cue), context.from, context.to) : new Uint8Array(length);
  return { example: index, cue, from: context.from, length, features, perToken, border, labels };
}

function fillUnary(c: Candidate, weights: Float32Array, unary: Float64Array): void {
  const { length, perToken, features } = c;
  for (let i = 0; i < length; i++) {
    const u = i * LABELS;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    for (let f = i * perToken; f < (i + 1) * perToken; f++) {
      const k = (features[f] as number) * ROW;
      s0 += weights[k] as number;
      s1 += weights[k + 1] as number;
      s2 += weights[k + 2] as number;
      s3 += weights[k + 3] as number;
      s4 += weights[k + 4] as number;
      s5 += weights[k + 5] as number;
      s6 += weights[k + 6] as number;
    }
    unary[u] = s0;
    unary[u + 1] = s1;
    unary[u + 2] = s2;
    unary[u + 3] = s3;
    unary[u + 4] = s4;
    unary[u + 5] = s5;
    unary[u + 6] = s6;
  }
}

/** Learns the roles around candidate cues as a conditional random field, by AdaGrad. */
export function trainRoles(
  examples: readonly Example[],
  cueness: readonly Float32Array[],
  options: RoleTrainingOptions,
): RoleWeights {
  const transitions = new Float32Array(BORDERS * LABELS * LABELS);
  const transitionSquares = new Float32Array(transitions.length).fill(options.damping);
  for (let b = 0; b < BORDERS; b++)
    for (let p = 0; p < LABELS; p++)
      for (let l = 0; l < LABELS; l++) if (!mayFollow(p, l)) transitions[(b * LABELS + p) * LABELS + l] = IMPOSSIBLE;
  const factors = Float64Array.from(transitions, Math.exp);
  const candidates: Candidate[] = [];
  let longest = 0;
  examples.forEach((example, index) => {
    const p = cueness[index] as Float32Array;
    const counts = runningCounts(example.article, p);
    for (let t = 0; t < p.length; t++) {
      if (!((p[t] as number) >= options.threshold) && !example.frames.has(t)) continue;
      const c = collect(example, p, counts, t, true, index);
      candidates.push(c);
      longest = Math.max(longest, c.length);
    }
  });
  const numbered = numberFeatures(
    candidates.map((c) => c.features),
    options.least,
  );
  // For each feature its weights, then the sums of their squared gradients: side by side, as they are used together.
  const table = new Float32Array(numbered.size * ROW);
  for (let k = 0; k < numbered.size; k++) table.fill(options.damping, k * ROW + LABELS, (k + 1) * ROW);
  const unary = new Float64Array(longest * LABELS);
  const sums = roomFor(longest);
  const gradients = new Float64Array(LABELS);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    for (const i of shuffled(candidates.length, random)) {
      const c = candidates[i] as Candidate;
      fillUnary(c, table, unary);
      const lattice: Lattice = { length: c.length, unary, border: c.border, transitions, factors };
      forward(lattice, sums);
      backward(lattice, sums);
      const { alpha, beta, psi, scale } = sums;
      for (let t = 1; t < c.length; t++) {
        const base = (c.border[t] as number) * LABELS * LABELS;
        for (let p = 0; p < LABELS; p++) {
          const before = (alpha[(t - 1) * LABELS + p] as number) / (scale[t] as number);
          for (let l = 0; l < LABELS; l++) {
            if (!mayFollow(p, l)) continue;
            const k = base + p * LABELS + l;
            const expected = before * (factors[k] as number) * (psi[t * LABELS + l] as number) * (beta[t * LABELS + l] as number);
            const gradient = expected - (c.labels[t - 1] === p && c.labels[t] === l ? 1 : 0);
            if (Math.abs(gradient) < 1e-3) continue;
            transitionSquares[k] = (transitionSquares[k] as number) + gradient * gradient;
            transitions[k] = (transitions[k] as number) - (rate * gradient) / Math.sqrt(transitionSquares[k] as number);
          }
        }
      }
      for (let t = 1; t < c.length; t++) {
        const base = (c.border[t] as number) * LABELS * LABELS;
        for (let k = base; k < base + LABELS * LABELS; k++) factors[k] = Math.exp(transitions[k] as number);
      }
      for (let t = 0; t < c.length; t++) {
        let largest = 0;
        for (let l = 0; l < LABELS; l++) {
          const gradient = (alpha[t * LABELS + l] as number) * (beta[t * LABELS + l] as number) - (c.labels[t] === l ? 1 : 0);
          gradients[l] = gradient;
          if (Math.abs(gradient) > largest) largest = Math.abs(gradient);
        }
        if (largest < 5e-3) continue;
        for (let f = t * c.perToken; f < (t + 1) * c.perToken; f++) {
          const row = (c.features[f] as number) * ROW;
          if (row === 0) continue;
          for (let l = 0; l < LABELS; l++) {
            const gradient = gradients[l] as number;
            if (gradient < 2e-3 && gradient > -2e-3) continue;
            const square = (table[row + LABELS + l] as number) + gradient * gradient;
            table[row + LABELS + l] = square;
            table[row + l] = (table[row + l] as number) - (rate * gradient) / Math.sqrt(square);
          }
        }
      }
    }
  }
  // Only differences between labels matter: OUTSIDE is what the others are measured against, and needs no room in the file.
  const weights = new Float32Array(numbered.size * WEIGHTS_PER_FEATURE);
  for (let k = 0; k < numbered.size; k++) {
    const outside = table[k * ROW + OUTSIDE] as number;
    for (let l = 1; l < LABELS; l++) weights[k * WEIGHTS_PER_FEATURE + l - 1] = (table[k * ROW + l] as number) - outside;
  }
  const heaviest = heaviestFirst(weights, WEIGHTS_PER_FEATURE, numbered);
  return { unary: tableOf(heaviest, WEIGHTS_PER_FEATURE, options.slotBits, options.keep), transitions };
}
