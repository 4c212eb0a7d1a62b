const ALPHABET = 26;

/** Stands for a claim that nobody is named for, as the dash stands for the outlet itself. */
export const NOBODY_LETTER = '?';

/**
 * The letter that stands for a source wherever colour is not enough (black-and-white print, forced colours): `A` for rank 0, `AA` after
 * `Z`, and a dash for the outlet itself.
 */
export function letterOf(rank: number | null): string {
  if (rank === null) return '–';
  const last = String.fromCharCode(65 + (rank % ALPHABET));
  return rank < ALPHABET ? last : letterOf(Math.floor(rank / ALPHABET) - 1) + last;
}
