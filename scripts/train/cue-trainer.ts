import { cueFeatures, mayBeCue } from '../../src/engine/attributions/cue-features.ts';
import { MAX_FEATURES } from '../../src/engine/attributions/surroundings.ts';
import { tableOf, type WeightTable } from '../../src/engine/attributions/weight-table.ts';
import type { Example } from './examples.ts';
import { heaviestFirst, numberFeatures } from './numbered-features.ts';
import { seededRandom, shuffled } from './random.ts';
import type { TrainingOptions } from './training-options.ts';

/** Learns a logistic model of cue heads by AdaGrad. */
export function trainCues(examples: readonly Example[], options: TrainingOptions): WeightTable {
  let total = 0;
  for (const { article } of examples) for (let t = 0; t < article.size; t++) if (mayBeCue(article, t)) total++;
  const offsets = new Uint32Array(total + 1);
  let features = new Int32Array(total * 70);
  const gold = new Uint8Array(total);
  const buffer = new Int32Array(MAX_FEATURES);
  let at = 0;
  let end = 0;
  for (const { article, frames } of examples) {
    for (let t = 0; t < article.size; t++) {
      if (!mayBeCue(article, t)) continue;
      const n = cueFeatures(article, t, buffer);
      if (end + n > features.length) {
        const larger = new Int32Array(Math.ceil(features.length * 1.2));
        larger.set(features);
        features = larger;
      }
      features.set(buffer.subarray(0, n), end);
      end += n;
      gold[at++] = frames.has(t) ? 1 : 0;
      offsets[at] = end;
    }
  }
  const numbered = numberFeatures([features.subarray(0, end)], options.least);
  const weights = new Float32Array(numbered.size);
  const squares = new Float32Array(numbered.size).fill(options.damping);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    for (const i of shuffled(total, random)) {
      const from = offsets[i] as number;
      const to = offsets[i + 1] as number;
      let score = 0;
      for (let f = from; f < to; f++) score += weights[features[f] as number] as number;
      const p = 1 / (1 + Math.exp(-score));
      const gradient = gold[i] ? p - 1 : p;
      if (Math.abs(gradient) < 1e-3) continue;
      const square = gradient * gradient;
      for (let f = from; f < to; f++) {
        const k = features[f] as number;
        if (k === 0) continue;
        squares[k] = (squares[k] as number) + square;
        weights[k] = (weights[k] as number) - (rate * gradient) / Math.sqrt(squares[k] as number);
      }
    }
  }
  return tableOf(heaviestFirst(weights, 1, numbered), 1, options.slotBits, options.keep);
}
