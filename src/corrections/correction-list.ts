import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { LabelledSentence } from '../article/attribution.ts';
import type { CorrectedLabel, Correction } from '../article/correction.ts';
import { quoteSelectorOf } from '../article/quote-selector.ts';

/** What an article says of a sentence now, in the form of a correction. */
export function labelOf(article: AnnotatedArticle, sentence: LabelledSentence): CorrectedLabel {
  const sources = sentence.sources.flatMap((id) => article.sources.find((source) => source.id === id) ?? []);
  return {
    kind: 'label',
    sources: sources.map(({ name, type }) => ({ name, type })),
    status: sentence.status,
    basis: sentence.basis,
    flags: sentence.flags,
  };
}

/** A correction of one of the article's sentences. */
export function correctionOf(article: AnnotatedArticle, sentence: LabelledSentence, change: Correction['change']): Correction {
  const { start, end } = sentence;
  return { selector: quoteSelectorOf(article.text, sentence), position: { start, end }, change, was: labelOf(article, sentence) };
}

/** Whether two corrections are of the same sentence. */
export function sameSentence(a: Correction, b: Correction): boolean {
  const { selector: one } = a;
  const { selector: other } = b;
  return one.exact === other.exact && one.prefix === other.prefix && one.suffix === other.suffix;
}

/**
 * The list with a correction in it: one for the same sentence is replaced, and what the engine said at first is kept. A correction
 * back to what the engine said takes the sentence out of the list.
 */
export function withCorrection(list: readonly Correction[], correction: Correction): readonly Correction[] {
  const before = list.find((other) => sameSentence(other, correction));
  const others = list.filter((other) => !sameSentence(other, correction));
  const { was } = before ?? correction;
  return sameLabel(correction.change, was) ? others : [...others, { ...correction, was }];
}

/** The list without the correction of a sentence. */
export function withoutCorrection(list: readonly Correction[], correction: Correction): readonly Correction[] {
  return list.filter((other) => !sameSentence(other, correction));
}

/** Two lists as one; of two corrections for the same sentence the one of `added` counts. */
export function mergeCorrections(list: readonly Correction[], added: readonly Correction[]): readonly Correction[] {
  return added.reduce(withCorrection, list);
}

function sameLabel(a: Correction['change'], b: CorrectedLabel): boolean {
  if (a.kind !== 'label') return false;
  const key = (label: CorrectedLabel) =>
    JSON.stringify([label.sources.map((source) => source.name), label.status, label.basis, [...label.flags].sort()]);
  return key(a) === key(b);
}
