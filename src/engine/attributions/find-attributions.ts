import type { AttributionSpans, ContentKind } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import { datelineEnd } from '../dateline.ts';
import type { Reading } from '../reading.ts';
import type { AttributionModel } from './attribution-model.ts';
import { scoreCues } from './cue-scorer.ts';
import { countWords, type Draft, draftsOf, type TokenRange } from './draft.ts';
import { ADVERB, type EncodedArticle, encodeArticle, NOUN, PRONOUN, VERB } from './encoded-article.ts';
import { fitSpans } from './fit-spans.ts';
import { hashText } from './hashing.ts';
import { adoptQuotations, isShortQuotation, oneOwnerPerQuotation } from './orphan-quotations.ts';
import { rankDrafts } from './ranking.ts';
import { labelRoles } from './role-labeller.ts';
import { type RoleMarginals, rolesInDrafts } from './role-marginals.ts';
import { isHeading } from './rules/headings.ts';
import { addLabelledSpeech } from './rules/labelled-speech.ts';
import { findTokenRoles } from './token-roles.ts';

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
): { drafts: readonly Draft[]; roles: RoleMarginals; confidence: Float32Array } {
  const cueness = scoreCues(article, model.cues);
  const { frames, marginals } = labelRoles(article, cueness, model.roles, model.transitions, model.settings.candidate);
  const drafts = draftsOf(article, frames);
  const first = rankDrafts(article, drafts, null, model.firstRanking);
  const drafted = rolesInDrafts(article.size, drafts, first);
  const roles = findTokenRoles(article, { cueness, windows: marginals, drafts: drafted }, model.tokenRoles);
  return { drafts, roles, confidence: rankDrafts(article, drafts, { first, drafted, roles }, model.ranking) };
}

/** The chosen ones of the drafts, with quotations that have no cue of their own given to a neighbour. */
export function chooseAttributions(
  article: EncodedArticle,
  drafts: readonly Draft[],
  confidence: Float32Array,
  roles: RoleMarginals,
  accept: number,
): readonly ChosenDraft[] {
  const chosen: ChosenDraft[] = [];
  for (const [i, drafted] of drafts.entries()) {
    const draft = withRealSource(article, drafted);
    const own = confidence[i] as number;
    if (own < accept || isNobody(article, draft.source) || saysNothing(article, draft) || isNaming(article, draft)) continue;
    chosen.push({
      source: draft.source,
      cue: draft.cue,
      content: draft.content,
      confidence: own,
      rule: 'cue-model',
      head: draft.frame.cue,
    });
  }
  const all = oneOwnerPerQuotation(article, [...chosen, ...likelyTogether(article, chosen, drafts, confidence, roles)]);
  return fitSpans(article, adoptQuotations(article, all, drafts, confidence), roles).filter((one) => !saysNothing(article, one));
}

const ARTICLES: ReadonlySet<number> = new Set(['the', 'a', 'an'].map(hashText));

/**
 * The draft without what is no source: "The storm reportedly broke the mast": nobody is said to report it, least of all the storm.
 * "The so-called “green wall”": an article alone is nobody, and so are quoted words with no noun among them: "It calls the pier “unsafe” and
 * recommends …".
 */
function withRealSource(article: EncodedArticle, draft: Draft): Draft {
  const { kind, word, quotation } = article;
  const isQuality = ({ first, last }: TokenRange): boolean => {
    for (let t = first; t <= last; t++) if ((quotation[t] as number) < 0 || kind[t] === NOUN || kind[t] === PRONOUN) return false;
    return true;
  };
  const isNone = (range: TokenRange): boolean =>
    kind[draft.frame.cue] === ADVERB ||
    (range.first === range.last && ARTICLES.has(word[range.first] as number)) ||
    isQuality(range);
  return draft.source.some(isNone) ? { ...draft, source: draft.source.filter((range) => !isNone(range)) } : draft;
}

const NOBODY = [['nobody'], ['none'], ['no', 'one']].map((words) => words.map(hashText));

/** "Nobody wanted to print it": what nobody says, somebody else does. */
function isNobody({ word }: EncodedArticle, source: readonly TokenRange[]): boolean {
  const only = source[0];
  if (source.length !== 1 || !only) return false;
  return NOBODY.some((words) => words.length === only.last - only.first + 1 && words.every((w, i) => word[only.first + i] === w));
}

/** A word or two with nobody behind them are no claim: "requests for comment". */
function saysNothing(article: EncodedArticle, { source, content }: Pick<Draft, 'source' | 'content'>): boolean {
  return source.length === 0 && countWords(article, content) < 3;
}

const NAMING = new Set(['nicknamed', 'titled', 'entitled', 'subtitled', 'captioned'].map(hashText));

/** "Holm, nicknamed “the Badger”", "the film, titled “Night Train”": quoted is what something is called, and nobody says it. */
function isNaming(article: EncodedArticle, { frame, content }: Draft): boolean {
  return NAMING.has(article.word[frame.cue] as number) && isShortQuotation(article, content);
}

function hasVerb({ kind }: EncodedArticle, ranges: readonly TokenRange[]): boolean {
  for (const { first, last } of ranges) for (let t = first; t <= last; t++) if (kind[t] === VERB) return true;
  return false;
}

/** Drafts less sure than this are never given for their content alone. */
const LEAST_ALONE = 0.14;
/** Mean probability of their tokens to be content, from which they are given; and where nobody is found to be behind them. */
const LIKELY = 0.55;
const LIKELY_OF_NOBODY = 0.65;

/**
 * Drafts that are not sure enough by themselves, of whose content it is nonetheless likelier than not that somebody is behind it.
 * The surest of them is given.
 */
function likelyTogether(
  article: EncodedArticle,
  chosen: readonly ChosenDraft[],
  drafts: readonly Draft[],
  confidence: Float32Array,
  roles: RoleMarginals,
): readonly ChosenDraft[] {
  const likely = Float32Array.from(roles.content);
  const heads = new Set(chosen.map((one) => one.head));
  for (const { content } of chosen) for (const { first, last } of content) likely.fill(0, first, last + 1);
  const order = [...drafts.keys()].sort((a, b) => (confidence[b] as number) - (confidence[a] as number));
  const added: ChosenDraft[] = [];
  for (const i of order) {
    const draft = withRealSource(article, drafts[i] as Draft);
    const own = confidence[i] as number;
    if (own < LEAST_ALONE) break;
    if (isNobody(article, draft.source) || saysNothing(article, draft) || isNaming(article, draft)) continue;
    const nobodys = draft.source.length === 0;
    // "The so-called green wall" states nothing.
    if (nobodys && !hasVerb(article, draft.content)) continue;
    let sum = 0;
    let tokens = 0;
    for (const { first, last } of draft.content)
      for (let t = first; t <= last; t++) {
        sum += likely[t] as number;
        tokens++;
      }
    if (
      sum < tokens * (nobodys ? LIKELY_OF_NOBODY : LIKELY) ||
      heads.has(draft.frame.cue) ||
      isShortQuotation(article, draft.content)
    )
      continue;
    added.push({
      source: draft.source,
      cue: draft.cue,
      content: draft.content,
      confidence: own,
      rule: 'cue-model',
      head: draft.frame.cue,
    });
    for (const { first, last } of draft.content) likely.fill(0, first, last + 1);
  }
  return added;
}

/**
 * The attributions of an article, in text order of their first words: source, cue and content spans, each with a calibrated
 * confidence. Pure and deterministic; linear in the article's length.
 */
export function findAttributions(reading: Reading, model: AttributionModel): readonly AttributionSpans[] {
  const article = encodeArticle(reading);
  const { drafts, roles, confidence } = draftAttributions(article, model);
  const chosen = chooseAttributions(article, drafts, confidence, roles, model.settings.accept);
  return addLabelledSpeech(article, reading.text, chosen)
    .map((draft) => toSpans(reading, article, draft))
    .filter((one) => !isHeading(reading.text, one))
    .sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf({ source, cue, content }: AttributionSpans): number {
  return Math.min(...[...source, ...cue, ...content].map((span) => span.start));
}

function toSpans(reading: Reading, article: EncodedArticle, draft: ChosenDraft): AttributionSpans {
  const spans = (ranges: readonly TokenRange[]): readonly Span[] =>
    ranges.map(({ first, last }) => ({ start: article.start[first] as number, end: article.end[last] as number }));
  // Where a story was written is nobody's words.
  const words = (ranges: readonly TokenRange[]): readonly Span[] =>
    spans(ranges).flatMap(({ start, end }, i) => {
      const sentence = reading.sentences[article.sentence[ranges[i]?.first ?? 0] as number];
      const from = sentence ? Math.max(start, datelineEnd(reading.text, sentence)) : start;
      return from < end ? { start: from, end } : [];
    });
  const cue = spans(draft.cue);
  const evidence = cue.map((span) => reading.text.slice(span.start, span.end)).join(' … ');
  return {
    source: words(draft.source),
    cue,
    content: words(draft.content),
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
