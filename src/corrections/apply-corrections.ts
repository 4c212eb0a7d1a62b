import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Attribution, LabelledSentence, Source, Why } from '../article/attribution.ts';
import type { CorrectedLabel, CorrectedSource, Correction } from '../article/correction.ts';
import type { Span } from '../article/span.ts';
import { findQuote } from './find-quote.ts';

/** Why a corrected sentence has its label: key `why_corrected_by_reader` of the catalogue. */
export const CORRECTED_BY_READER = 'corrected-by-reader';
const WHY: Why = { decider: 'rule', rule: CORRECTED_BY_READER, evidence: null };

/** A correction and where its sentence is now. */
export interface PlacedCorrection {
  readonly correction: Correction;
  /** Null where the sentence is gone from the article. */
  readonly span: Span | null;
}

/** Where each correction's sentence stands in an article's text, in the order of `corrections`. */
export function placeCorrections(
  article: Pick<AnnotatedArticle, 'text'>,
  corrections: readonly Correction[],
): readonly PlacedCorrection[] {
  return corrections.map((correction) => ({
    correction,
    span: findQuote(article.text, correction.selector, correction.position),
  }));
}

/**
 * The article as its reader has corrected it. A corrected sentence has `why.rule` {@link CORRECTED_BY_READER} and confidence 1, and so
 * have the attributions that are its alone; a sentence that is "not a claim" is gone, with its attributions. Corrections whose sentence
 * is not found change nothing; of two for the same sentence the later counts. Indices into sentences and attributions are new.
 *
 * @param article as analysed, without corrections.
 */
export function applyCorrections(article: AnnotatedArticle, corrections: readonly Correction[]): AnnotatedArticle {
  const changes = new Map<number, Correction['change']>();
  for (const { correction, span } of placeCorrections(article, corrections)) {
    const index = span === null ? -1 : sentenceAt(article.sentences, span);
    if (index >= 0) changes.set(index, correction.change);
  }
  if (changes.size === 0) return article;
  const relabelled = [...changes].reduce(
    (changed, [index, change]) => (change.kind === 'label' ? relabel(changed, index, change) : changed),
    article,
  );
  const gone = new Set([...changes].filter(([, change]) => change.kind === 'not-a-claim').map(([index]) => index));
  return withoutUnused(withoutSentences(relabelled, gone));
}

/** The sentence that shares more than half of its own or of the span's characters with the span; -1 where none does. */
function sentenceAt(sentences: readonly LabelledSentence[], span: Span): number {
  return sentences.findIndex((sentence) => {
    const shared = Math.min(sentence.end, span.end) - Math.max(sentence.start, span.start);
    return shared > 0 && shared * 2 > Math.min(sentence.end - sentence.start, span.end - span.start);
  });
}

function relabel(article: AnnotatedArticle, index: number, label: CorrectedLabel): AnnotatedArticle {
  const old = article.sentences[index];
  if (old === undefined) return article;
  const { ids, sources } = resolveSources(article.sources, label.sources);
  const { status, basis, flags } = label;
  const own = ownAttributions(article, index);
  const attributions = article.attributions.map((attribution, at): Attribution => {
    if (!own.has(at)) return attribution;
    const speaker = ids.length === 1 ? (ids[0] ?? null) : ids.length === 0 ? null : attribution.speaker;
    return { ...attribution, speaker, status, basis, flags, confidence: 1, why: WHY, statusWhy: WHY };
  });
  // In the outlet's own voice nothing is attributed any more.
  const kept = ids.length === 0 && basis === 'own-voice' ? old.attributions.filter((at) => !own.has(at)) : old.attributions;
  const sentences = article.sentences.map((sentence, at) =>
    at === index ? { ...sentence, sources: ids, status, basis, flags, attributions: kept, confidence: 1, why: WHY } : sentence,
  );
  return { ...article, sources, sentences, attributions };
}

/** Attributions of this sentence alone that gave it its sources: a phrase in passing keeps its own. */
function ownAttributions(article: AnnotatedArticle, index: number): ReadonlySet<number> {
  const sentence = article.sentences[index];
  const elsewhere = new Set(article.sentences.flatMap((other, at) => (at === index ? [] : other.attributions)));
  return new Set(
    sentence?.attributions.filter((at) => {
      const speaker = article.attributions[at]?.speaker ?? null;
      return !elsewhere.has(at) && (speaker === null ? sentence.sources.length === 0 : sentence.sources.includes(speaker));
    }),
  );
}

/** Ids of the named sources: the article's own where the names are the same but for case, else new ones. */
function resolveSources(
  known: readonly Source[],
  named: readonly CorrectedSource[],
): { readonly ids: readonly string[]; readonly sources: readonly Source[] } {
  const sources = [...known];
  const ids: string[] = [];
  for (const { name, type } of named) {
    const source = sources.find((one) => foldName(one.name) === foldName(name)) ?? {
      id: newId(name, sources),
      name: name.trim(),
      type,
    };
    if (!sources.includes(source)) sources.push(source);
    if (!ids.includes(source.id)) ids.push(source.id);
  }
  return { ids, sources };
}

function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** An id made from the name, as the engine makes them, that no source has yet. */
function newId(name: string, sources: readonly Source[]): string {
  const slug =
    foldName(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'source';
  let id = slug;
  for (let number = 2; sources.some((source) => source.id === id); number += 1) id = `${slug}-${number}`;
  return id;
}

function withoutSentences(article: AnnotatedArticle, gone: ReadonlySet<number>): AnnotatedArticle {
  return gone.size === 0 ? article : { ...article, sentences: article.sentences.filter((_, index) => !gone.has(index)) };
}

/** Drops attributions that no sentence has any more, and sources that nothing names any more; renumbers what stays. */
function withoutUnused(article: AnnotatedArticle): AnnotatedArticle {
  const used = new Set(article.sentences.flatMap((sentence) => sentence.attributions));
  const place = new Map<number, number>();
  const attributions = article.attributions.filter((_, at) => {
    if (!used.has(at)) return false;
    place.set(at, place.size);
    return true;
  });
  const sentences = article.sentences.map((sentence) => ({
    ...sentence,
    attributions: sentence.attributions.flatMap((at) => place.get(at) ?? []),
  }));
  const named = new Set([...sentences.flatMap((one) => one.sources), ...attributions.map((one) => one.speaker)]);
  return { ...article, sentences, attributions, sources: article.sources.filter((source) => named.has(source.id)) };
}
