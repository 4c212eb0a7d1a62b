import { cueFeatures, mayBeCue } from './cue-features.ts';
import type { EncodedArticle } from './encoded-article.ts';
import { MAX_FEATURES } from './surroundings.ts';
import { toRows, type WeightTable } from './weight-table.ts';

/** The probability of every token to be the head of a cue. */
export function scoreCues(article: EncodedArticle, weights: WeightTable): Float32Array {
  const features = new Int32Array(MAX_FEATURES);
  const probabilities = new Float32Array(article.size);
  for (let t = 0; t < article.size; t++) {
    if (!mayBeCue(article, t)) continue;
    const kept = toRows(weights, features, cueFeatures(article, t, features));
    let score = 0;
    for (let i = 0; i < kept; i++) score += weights.values[weights.rows[features[i] as number] as number] as number;
    probabilities[t] = 1 / (1 + Math.exp(-score));
  }
  return probabilities;
}
