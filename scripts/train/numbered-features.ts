/** The features that a stage gives weights to, by number, from 1 on; 0 stands for all that are seen too seldom, and has no weight. */
export interface NumberedFeatures {
  /** One more than the highest number. */
  readonly size: number;
  /** By number. */
  readonly hashes: Int32Array;
  /** How often each was seen, by number. */
  readonly counts: Uint32Array;
}

// Features whose hashes are equal in so many of their low bits are one feature. There are some millions: with few bits most would
// share their number with others, and rare ones would not look rare.
const BITS = 25;

/** Puts the features' numbers in the place of their hashes, in all lists; 0 for those seen less than `least` times. */
export function numberFeatures(all: readonly Int32Array[], least: number): NumberedFeatures {
  const mask = (1 << BITS) - 1;
  // How often each was seen; once it has a number, that number below zero.
  const seen = new Int32Array(mask + 1);
  for (const list of all) for (const hash of list) seen[hash & mask] = (seen[hash & mask] as number) + 1;
  const hashes = [0];
  const counts = [0];
  for (const list of all)
    for (let i = 0; i < list.length; i++) {
      const hash = list[i] as number;
      const count = seen[hash & mask] as number;
      if (count >= least) {
        seen[hash & mask] = -hashes.length;
        list[i] = hashes.length;
        hashes.push(hash);
        counts.push(count);
      } else list[i] = count < 0 ? -count : 0;
    }
  return { size: hashes.length, hashes: Int32Array.from(hashes), counts: Uint32Array.from(counts) };
}

/**
 * The features by how much they move scores, the heaviest first: the sum of their absolute weights times the square root of how
 * often they were seen. By weight alone, frequent features with small weights would come last. Those without any weight are left out.
 */
export function heaviestFirst(
  weights: Float32Array,
  classes: number,
  { size, hashes, counts }: NumberedFeatures,
): readonly (readonly [hash: number, weights: Float32Array])[] {
  const mass = new Float32Array(size);
  for (let k = 1; k < size; k++) {
    let sum = 0;
    for (let l = 0; l < classes; l++) sum += Math.abs(weights[k * classes + l] as number);
    mass[k] = sum * Math.sqrt(counts[k] as number);
  }
  return Array.from({ length: size }, (_, k) => k)
    .filter((k) => (mass[k] as number) > 0)
    .sort((a, b) => (mass[b] as number) - (mass[a] as number) || a - b)
    .map((k) => [hashes[k] as number, weights.subarray(k * classes, (k + 1) * classes)]);
}
