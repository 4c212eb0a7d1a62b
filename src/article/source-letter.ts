const ALPHABET = 26;

/**
 * The letter that stands for a source wherever colour is not enough (black-and-white print, forced colours): `A` for rank 0, `AA` after
 * `Z`, and a dash where nobody is the source.
 */
export function letterOf(rank: number | null): string {
  if (rank === null) return '–';
  const last = String.fromCharCode(65 + (rank % ALPHABET));
  return rank < ALPHABET ? last : letterOf(Math.floor(rank / ALPHABET) - 1) + last;
}
