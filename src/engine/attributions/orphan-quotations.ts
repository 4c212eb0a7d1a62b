import { countTokens, countWords, type Draft, holds, merge, quotationRanges, sharedTokens, type TokenRange } from './draft.ts';
import { type EncodedArticle, PUNCTUATION, QUOTATION_MARK } from './encoded-article.ts';
import type { ChosenDraft } from './find-attributions.ts';

/** Shorter quotations are scare quotes, titles and nicknames as often as speech. Words. */
const LEAST_WORDS = 6;
/** A draft less sure than this is no owner even for a quotation that nobody else owns. */
const LEAST_CONFIDENCE = 0.08;
/** How many sentences away the owner of a quotation that goes on may speak. */
const REACH = 3;

/** For each sentence, the indices of the items whose content touches it: so that all below stays linear in the text. */
function bySentence(article: EncodedArticle, items: readonly Pick<Draft, 'content'>[]): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: article.sentenceBlock.length }, () => []);
  for (const [i, { content }] of items.entries()) {
    for (const { first, last } of content) {
      for (let s = article.sentence[first] as number; s <= (article.sentence[last] as number); s++) {
        if (lists[s]?.at(-1) !== i) lists[s]?.push(i);
      }
    }
  }
  return lists;
}

/** The items listed for the sentences of the ranges, widened by `reach` sentences on each side; in order, each once. */
function near(
  article: EncodedArticle,
  lists: readonly (readonly number[])[],
  ranges: readonly TokenRange[],
  reach: number,
): readonly number[] {
  const found = new Set<number>();
  for (const { first, last } of ranges) {
    const from = Math.max(0, (article.sentence[first] as number) - reach);
    const to = Math.min(lists.length - 1, (article.sentence[last] as number) + reach);
    for (let s = from; s <= to; s++) for (const i of lists[s] ?? []) found.add(i);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Gives every longer quotation that no chosen attribution holds an owner: the surest draft that was not chosen, else the
 * attribution whose quotation stands just before it (it goes on) or after it.
 */
export function adoptQuotations(
  article: EncodedArticle,
  chosen: readonly ChosenDraft[],
  drafts: readonly Draft[],
  confidence: Float32Array,
): readonly ChosenDraft[] {
  const result = [...chosen];
  const lists = bySentence(article, chosen);
  const draftLists = bySentence(article, drafts);
  const heads = new Set(chosen.map((one) => one.head));
  for (const ranges of quotationRanges(article).values()) {
    if (countWords(article, ranges) < LEAST_WORDS) continue;
    const size = countTokens(ranges);
    const neighbours = near(article, lists, ranges, REACH);
    if (neighbours.some((i) => sharedTokens((result[i] as ChosenDraft).content, ranges) * 2 > size)) continue;
    const draft = surestDraft(drafts, near(article, draftLists, ranges, 0), confidence, ranges, heads);
    if (draft) {
      result.push(draft);
      heads.add(draft.head);
      continue;
    }
    const owner = ownerNear(article, result, neighbours, ranges);
    if (owner >= 0) {
      const one = result[owner] as ChosenDraft;
      result[owner] = { ...one, content: merge([...one.content, ...ranges]) };
    }
  }
  return result;
}

/** Whether all words stand in quotation marks and are so few that they are a nickname, a title or scare quotes as often as speech. */
export function isShortQuotation(article: EncodedArticle, ranges: readonly TokenRange[]): boolean {
  for (const { first, last } of ranges)
    for (let t = first; t <= last; t++)
      if ((article.kind[t] as number) < PUNCTUATION && (article.quotation[t] as number) < 0) return false;
  return countWords(article, ranges) < LEAST_WORDS;
}

/** The surest draft that was not chosen, most of whose content is the quotation. */
function surestDraft(
  drafts: readonly Draft[],
  candidates: readonly number[],
  confidence: Float32Array,
  ranges: readonly TokenRange[],
  heads: ReadonlySet<number | null>,
): ChosenDraft | null {
  let best = -1;
  for (const i of candidates) {
    const { content, frame } = drafts[i] as Draft;
    if (heads.has(frame.cue) || holds(ranges, frame.cue) || sharedTokens(content, ranges) * 2 <= countTokens(ranges)) continue;
    if (best < 0 || (confidence[i] as number) > (confidence[best] as number)) best = i;
  }
  const draft = drafts[best];
  if (!draft || (confidence[best] as number) < LEAST_CONFIDENCE) return null;
  const { source, cue, content, frame } = draft;
  return { source, cue, content, confidence: confidence[best] as number, rule: 'cue-model', head: frame.cue };
}

/** Index of the chosen attribution with quoted content that speaks nearest before the quotation, or else after it. */
function ownerNear(
  article: EncodedArticle,
  chosen: readonly ChosenDraft[],
  candidates: readonly number[],
  ranges: readonly TokenRange[],
): number {
  const first = (ranges[0] as TokenRange).first;
  const sentence = article.sentence[first] as number;
  const lastSentence = article.sentence[(ranges.at(-1) as TokenRange).last] as number;
  let best = -1;
  let distance = REACH;
  for (const i of candidates) {
    const one = chosen[i] as ChosenDraft;
    if (one.head !== null && holds(ranges, one.head)) continue;
    const quoted = one.content.some(
      (r) => (article.quotation[r.last] as number) >= 0 || (article.kind[r.last] as number) === QUOTATION_MARK,
    );
    if (!quoted) continue;
    for (const t of [one.head ?? first, one.content[0]?.first ?? first, one.content.at(-1)?.last ?? first]) {
      const s = article.sentence[t] as number;
      const gap = s <= sentence ? sentence - s : (s - lastSentence) * 1.5;
      if (gap < distance) {
        distance = gap;
        best = i;
      }
    }
  }
  return best;
}

/**
 * Takes each quotation away from all attributions but the surest of those that hold it, unless one reports the other
 * ("Ynet reported that she said “…”"): nobody shares a speaker's words with a stranger.
 */
export function oneOwnerPerQuotation(article: EncodedArticle, chosen: readonly ChosenDraft[]): readonly ChosenDraft[] {
  const result: (ChosenDraft | null)[] = [...chosen];
  const lists = bySentence(article, chosen);
  for (const ranges of quotationRanges(article).values()) {
    const size = countTokens(ranges);
    const owners = near(article, lists, ranges, 0).filter((i) => {
      const one = result[i];
      return one && sharedTokens(one.content, ranges) * 2 > size && !(one.head !== null && holds(ranges, one.head));
    });
    if (owners.length < 2) continue;
    const byCloseness = [...owners].sort(
      (i, j) => closeness(article, result[j] as ChosenDraft, ranges) - closeness(article, result[i] as ChosenDraft, ranges),
    );
    const first = result[byCloseness[0] as number] as ChosenDraft;
    for (const i of byCloseness.slice(1)) {
      const other = result[i] as ChosenDraft;
      if (reports(first, other) || reports(other, first)) continue;
      const content = without(other.content, ranges);
      result[i] = content.length > 0 ? { ...other, content } : null;
    }
  }
  return result.filter((one) => one !== null);
}

/** Confidence, and more where the cue stands in a sentence of the quotation. */
function closeness(article: EncodedArticle, one: ChosenDraft, ranges: readonly TokenRange[]): number {
  if (one.head === null) return one.confidence;
  const sentence = article.sentence[one.head] as number;
  const same = ranges.some(
    (r) => (article.sentence[r.first] as number) <= sentence && sentence <= (article.sentence[r.last] as number),
  );
  return one.confidence + (same ? 0.3 : 0);
}

function reports(outer: ChosenDraft, inner: ChosenDraft): boolean {
  return inner.head !== null && holds(outer.content, inner.head);
}

/** What is left of a content without some ranges; nothing, where only single tokens are left. */
function without(content: readonly TokenRange[], taken: readonly TokenRange[]): readonly TokenRange[] {
  let left = [...content];
  for (const t of taken) {
    left = left.flatMap((r) => {
      if (r.last < t.first || r.first > t.last) return [r];
      const pieces: TokenRange[] = [];
      if (r.first < t.first) pieces.push({ first: r.first, last: t.first - 1 });
      if (r.last > t.last) pieces.push({ first: t.last + 1, last: r.last });
      return pieces;
    });
  }
  return left.some((r) => r.last > r.first) ? left : [];
}
