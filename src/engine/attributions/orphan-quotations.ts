import { countTokens, type Draft, holds, merge, quotationRanges, sharedTokens, type TokenRange } from './draft.ts';
import { type EncodedArticle, QUOTATION_MARK } from './encoded-article.ts';
import type { ChosenDraft } from './find-attributions.ts';

/** Shorter quotations are scare quotes, titles and nicknames as often as speech. Words. */
const LEAST_WORDS = 6;
/** Confidence of what these rules give, by how often they are right on held-out training stories. */
const CONFIDENCE = { 'quotation-goes-on': 0.6, 'quotation-alone': 0.35 } as const;

/**
 * Gives every longer quotation that no chosen attribution holds an owner: the surest draft that was not chosen, else the
 * attribution whose quotation stands just before it (it goes on) or after it, else nobody by name.
 */
export function adoptQuotations(
  article: EncodedArticle,
  chosen: readonly ChosenDraft[],
  drafts: readonly Draft[],
  confidence: Float32Array,
): readonly ChosenDraft[] {
  const result = [...chosen];
  for (const ranges of quotationRanges(article).values()) {
    if (words(article, ranges) < LEAST_WORDS) continue;
    if (coverage(result, ranges) * 2 > countTokens(ranges)) continue;
    const draft = surestDraft(drafts, confidence, ranges);
    if (draft) {
      result.push(draft);
      continue;
    }
    const neighbour = neighbourOf(article, result, ranges);
    if (neighbour >= 0) {
      const owner = result[neighbour] as ChosenDraft;
      result[neighbour] = { ...owner, content: merge([...owner.content, ...ranges]) };
    }
  }
  return result;
}

function words(article: EncodedArticle, ranges: readonly TokenRange[]): number {
  let n = 0;
  for (const { first, last } of ranges) for (let t = first; t <= last; t++) if ((article.kind[t] as number) < 7) n++;
  return n;
}

function coverage(chosen: readonly ChosenDraft[], ranges: readonly TokenRange[]): number {
  let most = 0;
  for (const one of chosen) most = Math.max(most, sharedTokens(one.content, ranges));
  return most;
}

/** The surest draft that was not chosen, most of whose content is the quotation. */
function surestDraft(drafts: readonly Draft[], confidence: Float32Array, ranges: readonly TokenRange[]): ChosenDraft | null {
  let best = -1;
  for (const [i, draft] of drafts.entries()) {
    if (sharedTokens(draft.content, ranges) * 2 <= countTokens(ranges) || ranges.some((r) => holds([r], draft.frame.cue)))
      continue;
    if (best < 0 || (confidence[i] as number) > (confidence[best] as number)) best = i;
  }
  const draft = drafts[best];
  if (!draft || (confidence[best] as number) < 0.08) return null;
  return {
    source: draft.source,
    cue: draft.cue,
    content: draft.content,
    confidence: confidence[best] as number,
    rule: 'cue-model',
    head: draft.frame.cue,
  };
}

/** Index of the chosen attribution whose quoted content ends just before the quotation (or begins just after it). */
function neighbourOf(article: EncodedArticle, chosen: readonly ChosenDraft[], ranges: readonly TokenRange[]): number {
  const first = (ranges[0] as TokenRange).first;
  const last = (ranges.at(-1) as TokenRange).last;
  const sentence = article.sentence[first] as number;
  const lastSentence = article.sentence[last] as number;
  let best = -1;
  let distance = 3;
  for (const [i, one] of chosen.entries()) {
    if (one.head !== null && ranges.some((r) => holds([r], one.head as number))) continue;
    const quotedEnd = one.content.some(
      (r) => (article.quotation[r.last] as number) >= 0 || (article.kind[r.last] as number) === QUOTATION_MARK,
    );
    if (!quotedEnd) continue;
    const anchors = [one.head ?? first, one.content[0]?.first ?? first, one.content.at(-1)?.last ?? first];
    for (const t of anchors) {
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

export { CONFIDENCE as ORPHAN_CONFIDENCE };
