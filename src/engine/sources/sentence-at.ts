import type { Reading } from '../reading.ts';

/** Index of the sentence that holds a position, or of the last one before it; 0 where there is none. */
export function sentenceIndexAt({ sentences }: Pick<Reading, 'sentences'>, at: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
