import type { AnnotatedArticle } from './annotated-article.ts';
import { BASES, type Basis, type LabelledSentence, type Source } from './attribution.ts';

/** How many sentences rest on each basis; every basis is there. */
export type BasisCounts = Readonly<Record<Basis, number>>;

/** Counts over some of an article's sentences. */
export interface StatusCounts {
  readonly sentences: number;
  readonly reported: number;
  readonly confirmed: number;
  readonly bases: BasisCounts;
}

/** One source's part in an article. A sentence with several sources counts for each of them. */
export interface SourceRow extends StatusCounts {
  readonly source: Source;
  /** Place by number of sentences, from 0: decides the colour (palette.ts). */
  readonly rank: number;
  /** Sentences of this source in all labelled sentences, 0 to 1. */
  readonly share: number;
  /** Indices into the article's sentences, in text order. */
  readonly at: readonly number[];
}

/** What popup and panel say about an article at a glance. */
export interface Summary extends StatusCounts {
  /** Every source of a sentence or attribution, by number of sentences, then by first appearance. */
  readonly sources: readonly SourceRow[];
  /** Sentences without a source that the outlet stands behind, as indices. */
  readonly ownVoice: readonly number[];
  /** Sentences that somebody claims who is not named at all: hearsay, as indices. */
  readonly nobody: readonly number[];
  /** Attributions that no sentence counts for its source: phrases in passing (codebook: section 3, rule 1). */
  readonly inPassing: number;
}

/** Counts of statuses and bases over sentences. */
export function countStatuses(sentences: readonly LabelledSentence[]): StatusCounts {
  const bases = Object.fromEntries(BASES.map((basis) => [basis, 0])) as Record<Basis, number>;
  for (const sentence of sentences) bases[sentence.basis] += 1;
  const confirmed = sentences.filter((sentence) => sentence.status === 'confirmed').length;
  return { sentences: sentences.length, reported: sentences.length - confirmed, confirmed, bases };
}

/** Who speaks in an article, how much, and with what standing. */
export function summarise(article: AnnotatedArticle): Summary {
  const { sentences } = article;
  const rows = article.sources.map((source) => {
    const at = sentences.flatMap((sentence, index) => (sentence.sources.includes(source.id) ? [index] : []));
    const own = at.flatMap((index) => sentences[index] ?? []);
    return { source, at, share: sentences.length === 0 ? 0 : at.length / sentences.length, ...countStatuses(own) };
  });
  // The order of `article.sources` is that of first appearance, and the sort is stable.
  const sorted = rows.sort((a, b) => b.sentences - a.sentences).map((row, rank) => ({ ...row, rank }));
  const unsourced = sentences.flatMap((sentence, index) => (sentence.sources.length === 0 ? [index] : []));
  return {
    ...countStatuses(sentences),
    sources: sorted,
    ownVoice: unsourced.filter((index) => sentences[index]?.status === 'confirmed'),
    nobody: unsourced.filter((index) => sentences[index]?.status === 'reported'),
    inPassing: countInPassing(article),
  };
}

/** The rank of each source, by id: what its colour goes by. */
export function rankSources(article: AnnotatedArticle): ReadonlyMap<string, number> {
  return new Map(summarise(article).sources.map((row) => [row.source.id, row.rank]));
}

function countInPassing(article: AnnotatedArticle): number {
  return article.attributions.filter((attribution, index) => {
    const { speaker } = attribution;
    if (speaker === null) return false;
    return !article.sentences.some((sentence) => sentence.attributions.includes(index) && sentence.sources.includes(speaker));
  }).length;
}
