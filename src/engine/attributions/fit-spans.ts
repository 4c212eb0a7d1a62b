import { holds, merge, type TokenRange } from './draft.ts';
import { type EncodedArticle, PUNCTUATION } from './encoded-article.ts';
import type { ChosenDraft } from './find-attributions.ts';
import { hashText } from './hashing.ts';
import type { RoleMarginals } from './role-marginals.ts';

/** Where spans of a role end: tokens less likely than `cut` are cut off at their ends, tokens beside them as likely as `join` taken in. */
interface Ends {
  readonly cut: number;
  readonly join: number;
  /** Before the span only words are taken in that hang on one of its words: "the move comes as" is no part of "the mayor". */
  readonly phrase: boolean;
}

// Near half of the best F1 of words, where taking a word in or leaving it out is worth the same (Lipton et al. 2014).
const CONTENT: Ends = { cut: 0.42, join: 0.42, phrase: false };
const SOURCE: Ends = { cut: 0.3, join: 0.3, phrase: true };
const CUE: Ends = { cut: 0, join: 0.4, phrase: false };
/** The relation of "and" to what it joins. */
const CONJUNCTION = hashText('cc');
/** Tokens of a cue, other than its head, that are less likely than this to be in any cue are none of it, wherever they stand. */
const STRAY = 0.33;

/**
 * Moves the ends of the chosen attributions' spans to where their tokens' roles begin and end: a window's labels are chosen as a
 * whole, and their ends are less sure than their middle. Linear in the article's length.
 */
export function fitSpans(article: EncodedArticle, chosen: readonly ChosenDraft[], roles: RoleMarginals): readonly ChosenDraft[] {
  const taken = new Uint8Array(article.size);
  for (const { source, cue, content } of chosen)
    for (const { first, last } of [...source, ...cue, ...content]) taken.fill(1, first, last + 1);
  const fitted = (ranges: readonly TokenRange[], p: Float32Array, ends: Ends): readonly TokenRange[] =>
    merge(ranges.map((range) => widened(article, taken, trimmed(article, range, p, ends.cut), p, ends)));
  return chosen.map((one) => ({
    ...one,
    source: fitted(one.source, roles.source, SOURCE),
    cue: withoutStrays(fitted(one.cue, roles.cue, CUE), roles.cue, one.head),
    content: fitted(one.content, roles.content, CONTENT),
  }));
}

/**
 * The range without the tokens at its ends that are less likely than `least`. Quotations and noun phrases stay whole, and so does a
 * range of which no more than half would be left: it is as a whole that it is unlikely.
 */
function trimmed(article: EncodedArticle, range: TokenRange, p: Float32Array, least: number): TokenRange {
  const { head, quotation } = article;
  const goes = (t: number): boolean => (p[t] as number) < least && (quotation[t] as number) < 0;
  let { first, last } = range;
  while (first < last && goes(first)) first++;
  while (last > first && goes(last)) last--;
  if (goes(first)) return range;
  // What describes a word that stays ("Israel’s Foreign Ministry") stays with it.
  for (let t = first - 1; t >= range.first; t--) if ((head[t] as number) >= first && (head[t] as number) <= last) first = t;
  return (last - first + 1) * 2 <= range.last - range.first + 1 ? range : { first, last };
}

/** The range with the tokens beside it, of its first and last sentence, that nothing holds yet and that are as likely as `join`. */
function widened(
  article: EncodedArticle,
  taken: Uint8Array,
  range: TokenRange,
  p: Float32Array,
  { join, phrase }: Ends,
): TokenRange {
  const joins = (t: number, sentence: number): boolean =>
    article.sentence[t] === sentence && taken[t] === 0 && (p[t] as number) >= join;
  const hangsOn = (t: number): boolean => (article.head[t] as number) > t && (article.head[t] as number) <= range.last;
  let { first, last } = range;
  while (first > 0 && joins(first - 1, article.sentence[range.first] as number) && (!phrase || hangsOn(first - 1))) first--;
  while (last + 1 < article.size && joins(last + 1, article.sentence[range.last] as number)) last++;
  // No span begins with a mark, or ends with a mark or a word that only leads on ("and", "the", "of").
  while (first < range.first && (article.kind[first] as number) >= PUNCTUATION) first++;
  while (last > range.last && leadsOn(article, last)) last--;
  taken.fill(1, first, last + 1);
  return { first, last };
}

/** Whether a token is a mark, or hangs on a word after it. */
function leadsOn(article: EncodedArticle, t: number): boolean {
  return (article.kind[t] as number) >= PUNCTUATION || (article.head[t] as number) > t || article.relation[t] === CONJUNCTION;
}

/** The ranges of a cue without the tokens, other than its head, that are less likely than {@link STRAY} to be in any cue. */
function withoutStrays(ranges: readonly TokenRange[], p: Float32Array, head: number | null): readonly TokenRange[] {
  if (head === null || !holds(ranges, head)) return ranges;
  const kept: TokenRange[] = [];
  for (const { first, last } of ranges) {
    for (let t = first; t <= last; t++) {
      if (t !== head && (p[t] as number) < STRAY) continue;
      const before = kept.at(-1);
      if (before?.last === t - 1) kept[kept.length - 1] = { first: before.first, last: t };
      else kept.push({ first: t, last: t });
    }
  }
  return kept;
}
