/** A place where a pattern stands with some insertions, deletions and substitutions. */
export interface ApproximateMatch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Levenshtein distance between the pattern and the text of the match. */
  readonly errors: number;
}

/**
 * Finds where `pattern` stands in `text` with at most `maxErrors` edits, and of those places the ones with the fewest, in text
 * order and apart. Sellers' algorithm with Ukkonen's cut-off: time grows with `text.length * maxErrors`
 * (E. Ukkonen, Finding approximate patterns in strings, Journal of Algorithms 6, 1985).
 */
export function approximateMatches(text: string, pattern: string, maxErrors: number): readonly ApproximateMatch[] {
  if (pattern === '' || maxErrors < 0) return [];
  const ends = bestEnds(text, pattern, maxErrors);
  const matches: ApproximateMatch[] = [];
  for (const { end, errors } of ends) {
    const from = Math.max(0, end - pattern.length - errors);
    // The same search on the reversed strings, anchored at the match's end, finds where it begins.
    const start = end - longestAnchored(reverse(text.slice(from, end)), reverse(pattern), errors);
    const last = matches.at(-1);
    if (last === undefined || last.end <= start) matches.push({ start, end, errors });
  }
  return matches;
}

/** Ends of the matches with the fewest errors; of neighbouring ends with the same errors only the first. */
function bestEnds(text: string, pattern: string, maxErrors: number): readonly { end: number; errors: number }[] {
  const rows = pattern.length;
  let column = Uint32Array.from({ length: rows + 1 }, (_, row) => row);
  let next = new Uint32Array(rows + 1);
  let bound = Math.min(maxErrors, rows - 1);
  /** Rows under this one hold more than `bound` errors and need not be looked at. */
  let active = Math.min(rows, bound + 1);
  let ends: { end: number; errors: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    next[0] = 0;
    for (let row = 1; row <= active; row += 1) {
      const diagonal = (column[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === code ? 0 : 1);
      next[row] = Math.min(diagonal, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1);
    }
    while ((next[active] ?? 0) > bound) active -= 1;
    if (active === rows) {
      const errors = next[rows] ?? 0;
      if (errors < bound) ends = [];
      const last = ends.at(-1);
      if (last === undefined || last.errors > errors || last.end < at) ends.push({ end: at + 1, errors });
      bound = errors;
      while ((next[active] ?? 0) > bound) active -= 1;
    } else {
      active += 1;
      next[active] = bound + 1;
    }
    [column, next] = [next, column];
  }
  return ends;
}

/** How much of the beginning of `text` is nearest to `pattern`; of equals the one nearest in length. */
function longestAnchored(text: string, pattern: string, errors: number): number {
  let column = Uint32Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; at += 1) {
    const next = new Uint32Array(pattern.length + 1);
    next[0] = at + 1;
    for (let row = 1; row <= pattern.length; row += 1) {
      const diagonal = (column[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === text.charCodeAt(at) ? 0 : 1);
      next[row] = Math.min(diagonal, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1);
    }
    column = next;
    const distance = column[pattern.length] ?? 0;
    const length = at + 1;
    const nearer = Math.abs(length - pattern.length) <= Math.abs(best - pattern.length);
    if (distance <= errors && (distance < least || (distance === least && nearer))) {
      least = distance;
      best = length;
    }
  }
  return best;
}

/** Code units in reverse order: only compared, never shown. */
function reverse(text: string): string {
  return text.split('').reverse().join('');
}
