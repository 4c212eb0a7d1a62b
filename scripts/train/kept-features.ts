/** Counts all features, and sets those seen less than `least` times to slot 0, which has no weight. */
export function countFeatures(all: readonly (Int32Array | Uint32Array)[], slots: number, least: number): Uint32Array {
  const counts = new Uint32Array(slots);
  for (const features of all) for (const k of features) counts[k] = (counts[k] as number) + 1;
  for (const features of all)
    for (let i = 0; i < features.length; i++) if ((counts[features[i] as number] as number) < least) features[i] = 0;
  return counts;
}

/**
 * Sets all weights to zero but those of the `keep` features that move the most scores: the sum of their absolute weights times
 * the square root of how often they were seen. By weight alone, frequent features with small weights would go first.
 */
export function keepHeaviest(weights: Float32Array, classes: number, keep: number, counts: Uint32Array): Float32Array {
  const slots = weights.length / classes;
  const sums = new Float32Array(slots);
  for (let k = 0; k < slots; k++) {
    let sum = 0;
    for (let l = 0; l < classes; l++) sum += Math.abs(weights[k * classes + l] as number);
    sums[k] = sum * Math.sqrt(counts[k] as number);
  }
  if (keep >= slots) return weights;
  const limit = Float32Array.from(sums).sort()[slots - keep] as number;
  for (let k = 0; k < slots; k++)
    if ((sums[k] as number) < limit || sums[k] === 0) weights.fill(0, k * classes, (k + 1) * classes);
  return weights;
}
