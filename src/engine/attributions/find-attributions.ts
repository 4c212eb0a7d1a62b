import type { AttributionSpans, ContentKind } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import type { Reading } from '../reading.ts';
import type { AttributionModel } from './attribution-model.ts';
import { scoreCues } from './cue-scorer.ts';
import { type Draft, draftOf, quotationRanges, type TokenRange } from './draft.ts';
import { type EncodedArticle, encodeArticle } from './encoded-article.ts';
import { adoptQuotations, oneOwnerPerQuotation } from './orphan-quotations.ts';
import { rankDrafts } from './ranking.ts';
import { labelRoles } from './role-labeller.ts';
import { addLabelledSpeech } from './rules/labelled-speech.ts';

/** A draft with its confidence, once it is chosen. */
export interface ChosenDraft extends Omit<Draft, 'frame'> {
  readonly confidence: number;
  /** What found it: the learned model, or a rule. */
  readonly rule: 'cue-model' | 'labelled-speech';
  /** The cue's head; null where there is no cue. */
  readonly head: number | null;
}

/** All drafts of an article with their confidence, before any is thrown away. In order of their cues. */
export function draftAttributions(
  article: EncodedArticle,
  model: AttributionModel,
): { drafts: readonly Draft[]; confidence: Float32Array } {
  const cueness = scoreCues(article, model.cues);
  const frames = labelRoles(article, cueness, model.roles, model.transitions, model.settings.candidate);
  const quotations = quotationRanges(article);
  const drafts = frames.map((frame) => draftOf(article, frame, quotations)).filter((draft) => draft.content.length > 0);
  return { drafts, confidence: rankDrafts(article, drafts, model.ranking) };
}

/** The chosen ones of the drafts, with quotations that have no cue of their own given to a neighbour. */
export function chooseAttributions(
  article: EncodedArticle,
  drafts: readonly Draft[],
  confidence: Float32Array,
  accept: number,
): readonly ChosenDraft[] {
  const chosen: ChosenDraft[] = [];
  for (const [i, draft] of drafts.entries()) {
    const own = confidence[i] as number;
    if (own < accept) continue;
    chosen.push({
      source: draft.source,
      cue: draft.cue,
      content: draft.content,
      confidence: own,
      rule: 'cue-model',
      head: draft.frame.cue,
    });
  }
  const all = oneOwnerPerQuotation(article, [...chosen, ...likelyTogether(article, chosen, drafts, confidence)]);
  return adoptQuotations(article, all, drafts, confidence);
}

/** Drafts less sure than this are never given for their content alone. */
const LEAST_ALONE = 0.12;
/** Mean probability of their tokens, all drafts taken together, from which they are given. */
const LIKELY = 0.4;

/**
 * Drafts that are not sure enough by themselves, of whose content it is nonetheless likelier than not that somebody is behind it:
 * because several drafts say so. The surest of them is given.
 */
function likelyTogether(
  article: EncodedArticle,
  chosen: readonly ChosenDraft[],
  drafts: readonly Draft[],
  confidence: Float32Array,
): readonly ChosenDraft[] {
  const none = new Float32Array(article.size).fill(1);
  const heads = new Set(chosen.map((one) => one.head));
  for (const [i, { content }] of drafts.entries()) {
    for (const { first, last } of content)
      for (let t = first; t <= last; t++) none[t] = (none[t] as number) * (1 - (confidence[i] as number));
  }
  for (const { content } of chosen) for (const { first, last } of content) none.fill(1, first, last + 1);
  const order = [...drafts.keys()].sort((a, b) => (confidence[b] as number) - (confidence[a] as number));
  const added: ChosenDraft[] = [];
  for (const i of order) {
    const draft = drafts[i] as Draft;
    const own = confidence[i] as number;
    if (own < LEAST_ALONE) break;
    let sum = 0;
    let tokens = 0;
    for (const { first, last } of draft.content)
      for (let t = first; t <= last; t++) {
        sum += 1 - (none[t] as number);
        tokens++;
      }
    if (sum < tokens * LIKELY || heads.has(draft.frame.cue)) continue;
    added.push({
      source: draft.source,
      cue: draft.cue,
      content: draft.content,
      confidence: own,
      rule: 'cue-model',
      head: draft.frame.cue,
    });
    for (const { first, last } of draft.content) none.fill(1, first, last + 1);
  }
  return added;
}

/**
 * The attributions of an article, in text order of their first words: source, cue and content spans, each with a calibrated
 * confidence. Pure and deterministic; linear in the article's length.
 */
export function findAttributions(reading: Reading, model: AttributionModel): readonly AttributionSpans[] {
  const article = encodeArticle(reading);
  const { drafts, confidence } = draftAttributions(article, model);
  const chosen = chooseAttributions(article, drafts, confidence, model.settings.accept);
  return addLabelledSpeech(article, reading.text, chosen)
    .map((draft) => toSpans(reading, article, draft))
    .sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf({ source, cue, content }: AttributionSpans): number {
  return Math.min(...[...source, ...cue, ...content].map((span) => span.start));
}

function toSpans(reading: Reading, article: EncodedArticle, draft: ChosenDraft): AttributionSpans {
  const spans = (ranges: readonly TokenRange[]): readonly Span[] =>
    ranges.map(({ first, last }) => ({ start: article.start[first] as number, end: article.end[last] as number }));
  const cue = spans(draft.cue);
  const evidence = cue.map((span) => reading.text.slice(span.start, span.end)).join(' … ');
  return {
    source: spans(draft.source),
    cue,
    content: spans(draft.content),
    kind: kindOf(article, draft.content),
    confidence: draft.confidence,
    why: {
      decider: draft.rule === 'cue-model' ? 'model' : 'rule',
      rule: draft.rule,
      evidence: evidence === '' ? null : evidence,
    },
  };
}

/** Direct where all words stand in quotation marks, indirect where none does. */
function kindOf(article: EncodedArticle, content: readonly TokenRange[]): ContentKind {
  let inside = 0;
  let outside = 0;
  for (const { first, last } of content) {
    for (let t = first; t <= last; t++) {
      if ((article.quotation[t] as number) >= 0) inside++;
      else if ((article.kind[t] as number) < 7) outside++;
    }
  }
  return outside === 0 ? 'direct' : inside === 0 ? 'indirect' : 'mixed';
}
