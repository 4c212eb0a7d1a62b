import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { LabelledSentence } from '../article/attribution.ts';
import { isShown } from '../article/shown.ts';
import type { PaintedSentence } from '../page/highlight.ts';
import type { View } from '../platform/messages.ts';

/** The sentences that the page is to show, each in the colour of its first source that is not hidden. */
export function visibleSentences(
  article: AnnotatedArticle,
  ranks: ReadonlyMap<string, number>,
  view: View,
): readonly PaintedSentence[] {
  if (!view.highlights) return [];
  return article.sentences
    .filter((sentence) => isShown(sentence, view))
    .map(({ start, end, status, sources }) => {
      const source = sources.find((id) => !view.hiddenSources.includes(id));
      return { start, end, status, rank: source === undefined ? null : (ranks.get(source) ?? Number.POSITIVE_INFINITY) };
    });
}

/** The sentence after (or before) the one that the reader is at; from the start (or the end) where they are at none; null at the last. */
export function nextSentence(
  article: AnnotatedArticle,
  view: View,
  from: number | null,
  source: string | null,
  step: 1 | -1,
): number | null {
  const { sentences } = article;
  const wanted = (sentence: LabelledSentence) =>
    source === null ? sentence.sources.length > 0 && isShown(sentence, view) : sentence.sources.includes(source);
  const start = from ?? (step > 0 ? -1 : sentences.length);
  for (let count = 1; count <= sentences.length; count++) {
    const index = (((start + step * count) % sentences.length) + sentences.length) % sentences.length;
    const sentence = sentences[index];
    if (sentence && wanted(sentence)) return index;
  }
  return null;
}
