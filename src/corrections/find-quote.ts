import type { QuoteSelector } from '../article/correction.ts';
import type { Span } from '../article/span.ts';
import { approximateMatches } from './approximate-match.ts';
import { foldText } from './fold-text.ts';

/** At most this share of a quote's characters may have changed, and less where nothing around it is as it was. */
const CHANGED_IN_CONTEXT = 0.25;
const CHANGED_ALONE = 0.1;
/** A shorter quote ("He said no.") may well stand elsewhere too: it counts only with some of its context, or in its old place. */
const TELLING_LENGTH = 40;
const SOME_CONTEXT = 0.2;
const HALF_CONTEXT = 0.5;
/** A quote of more characters than this is not looked for approximately: no sentence of an article is so long. */
const LONGEST_FUZZY = 2000;

/**
 * Finds a quote again in a text that may have changed a little: as it was; else with white space, quotation marks and dashes of any
 * kind; else with up to a quarter of its characters changed where the words around it are known, a tenth where they are not.
 * Between several places the one with the best context wins, then the nearest to `hint`.
 *
 * @returns the span in `text`, or null where the quote is gone.
 */
export function findQuote(text: string, quote: QuoteSelector, hint: Span | null): Span | null {
  if (quote.exact === '') return null;
  return findExact(text, quote, hint) ?? findFolded(text, quote, hint);
}

interface Candidate extends Span {
  readonly errors: number;
}

function findExact(text: string, quote: QuoteSelector, hint: Span | null): Span | null {
  return best(text, quote, hint, occurrences(text, quote, hint));
}

function findFolded(text: string, quote: QuoteSelector, hint: Span | null): Span | null {
  const folded = foldText(text);
  const exact = foldText(quote.exact).text.trim();
  if (exact === '') return null;
  const foldedQuote = { exact, prefix: foldText(quote.prefix).text, suffix: foldText(quote.suffix).text };
  const foldedHint = hint === null ? null : { start: folded.from(hint.start), end: folded.from(hint.end) };
  const found =
    best(folded.text, foldedQuote, foldedHint, occurrences(folded.text, foldedQuote, foldedHint)) ??
    best(folded.text, foldedQuote, foldedHint, approximate(folded.text, foldedQuote));
  return found === null
    ? null
    : { start: folded.back(found.start), end: folded.back(found.end - 1) + folded.lengthAt(found.end - 1) };
}

function occurrences(text: string, quote: QuoteSelector, hint: Span | null): readonly Candidate[] {
  const { exact } = quote;
  const found: Candidate[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    found.push({ start: at, end: at + exact.length, errors: 0 });
  if (exact.length >= TELLING_LENGTH) return found;
  return found.filter((at) => at.start === hint?.start || contextScore(text, quote, at) >= SOME_CONTEXT);
}

function approximate(text: string, quote: QuoteSelector): readonly Candidate[] {
  if (quote.exact.length > LONGEST_FUZZY) return [];
  const matches = approximateMatches(text, quote.exact, Math.floor(quote.exact.length * CHANGED_IN_CONTEXT));
  const alone = quote.exact.length < TELLING_LENGTH ? -1 : quote.exact.length * CHANGED_ALONE;
  return matches.filter((match) => match.errors <= alone || contextScore(text, quote, match) >= HALF_CONTEXT);
}

function best(text: string, quote: QuoteSelector, hint: Span | null, candidates: readonly Candidate[]): Span | null {
  const distance = (at: Span) => (hint === null ? at.start : Math.abs(at.start - hint.start));
  const scored = candidates.map((candidate) => ({ candidate, context: contextScore(text, quote, candidate) }));
  scored.sort((a, b) => b.context - a.context || distance(a.candidate) - distance(b.candidate));
  const first = scored[0]?.candidate;
  return first === undefined ? null : { start: first.start, end: first.end };
}

/** How much of the context next to the quote is as it was: 0 to 1. A quote without any context scores 1 where the text has none. */
function contextScore(text: string, quote: QuoteSelector, at: Span): number {
  const wanted = quote.prefix.length + quote.suffix.length;
  if (wanted === 0) return at.start === 0 && at.end === text.length ? 1 : 0;
  let before = 0;
  while (before < quote.prefix.length && text[at.start - 1 - before] === quote.prefix.at(-1 - before)) before += 1;
  let after = 0;
  while (after < quote.suffix.length && text[at.end + after] === quote.suffix[after]) after += 1;
  return Math.max((before + after) / wanted, share(before, quote.prefix.length), share(after, quote.suffix.length) * 0.99);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
