import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { textOf } from '../../article/span.ts';
import { writeCsv } from '../../export/write-csv.ts';
import type { Score } from './exercise.ts';

/** Results of an exercise as CSV, a row a sentence and a last one with the sums; it names no student. */
export function formatResults(article: AnnotatedArticle, score: Score, nameOf: (answer: string) => string): string {
  const rows = score.marked.map(({ index, answer, sourceRight, statusRight }) => {
    const sentence = article.sentences[index];
    const names = sentence?.sources.map((id) => article.sources.find((source) => source.id === id)?.name ?? id) ?? [];
    return [
      index + 1,
      sentence === undefined ? '' : textOf(article.text, sentence),
      answer.source === null ? '' : nameOf(answer.source),
      names.join('; '),
      sourceRight ? 1 : 0,
      answer.status ?? '',
      sentence?.status ?? '',
      statusRight ? 1 : 0,
    ];
  });
  const header = ['number', 'sentence', 'source_marked', 'source', 'source_right', 'status_marked', 'status', 'status_right'];
  const sums = ['', '', '', '', score.sources, '', '', score.statuses];
  return writeCsv([header, ...rows, sums]);
}
