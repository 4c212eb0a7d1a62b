import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Source } from '../../article/attribution.ts';
import { type Hidden, isShown } from '../../article/shown.ts';
import { textOf } from '../../article/span.ts';
import { summarise } from '../../article/summary.ts';

/** How the list is parted. */
export const GROUPINGS = ['paragraph', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** One part of the list with its sentences, as indices. */
export interface SentenceGroup {
  readonly key: string;
  /** Whose sentences they are: a source's, nobody's who is named, or the outlet's own; null for paragraphs. */
  readonly whose: Source | 'nobody' | 'outlet' | null;
  /** Number of the paragraph among those that have sentences, from 1; null for sources. */
  readonly paragraph: number | null;
  readonly at: readonly number[];
}

/** Sentences that are shown and whose words, or whose sources' names, hold every word searched for. */
export function findSentences(article: AnnotatedArticle, hidden: Hidden, search: string): readonly number[] {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  return article.sentences.flatMap((sentence, index) => {
    if (!isShown(sentence, hidden)) return [];
    const names = sentence.sources.map((id) => article.sources.find((source) => source.id === id)?.name ?? '');
    const haystack = fold([textOf(article.text, sentence), ...names].join(' '));
    return words.every((word) => haystack.includes(word)) ? [index] : [];
  });
}

/** Parts a list of sentences by paragraph or by source, groups without sentences left out; several sources put a sentence in each. */
export function groupSentences(article: AnnotatedArticle, at: readonly number[], grouping: Grouping): readonly SentenceGroup[] {
  return grouping === 'paragraph' ? byParagraph(article, at) : bySource(article, at);
}

function byParagraph(article: AnnotatedArticle, at: readonly number[]): readonly SentenceGroup[] {
  const blocks = [...new Set(article.sentences.map((sentence) => sentence.block))];
  return blocks.flatMap((block, index) => {
    const own = at.filter((sentence) => article.sentences[sentence]?.block === block);
    return own.length === 0 ? [] : [{ key: `paragraph-${block}`, whose: null, paragraph: index + 1, at: own }];
  });
}

function bySource(article: AnnotatedArticle, at: readonly number[]): readonly SentenceGroup[] {
  const { sources, nobody, ownVoice } = summarise(article);
  const groups: readonly Omit<SentenceGroup, 'paragraph'>[] = [
    ...sources.map(({ source, at: own }) => ({ key: `source-${source.id}`, whose: source, at: own })),
    { key: 'nobody', whose: 'nobody', at: nobody },
    { key: 'outlet', whose: 'outlet', at: ownVoice },
  ];
  return groups
    .map((group) => ({ ...group, paragraph: null, at: group.at.filter((index) => at.includes(index)) }))
    .filter((group) => group.at.length > 0);
}

/** Case, accents and typographic quotation marks do not matter to a search. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}
