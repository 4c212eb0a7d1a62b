/** Distances of 1 to 4 words tell most; longer ones count in steps. */
export function bucket(distance: number): number {
  if (distance <= 4) return Math.max(distance, 0);
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

/** What stands between two words, at most 2, from the numbers before each word; 3 where they are in the wrong order. */
export function between(counts: Int32Array, from: number, to: number): number {
  const difference = (counts[to] as number) - (counts[from] as number);
  return difference < 0 ? 3 : Math.min(difference, 2);
}
