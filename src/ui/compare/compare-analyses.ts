import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Source } from '../../article/attribution.ts';
import { type SourceRow, summarise } from '../../article/summary.ts';

/** One source in two articles; null where it is not heard. */
export interface HeardRow {
  readonly source: Source;
  readonly first: SourceRow | null;
  readonly second: SourceRow | null;
}

/** Who is heard in two articles about one event. */
export interface Comparison {
  readonly both: readonly HeardRow[];
  readonly onlyFirst: readonly HeardRow[];
  readonly onlySecond: readonly HeardRow[];
}

/**
 * Puts the sources of two articles side by side: the same entry of a pack, or the same name, or a name that ends the other
 * ("Lindqvist" and "Mara Lindqvist"). Those that say most come first.
 */
export function compareAnalyses(first: AnnotatedArticle, second: AnnotatedArticle): Comparison {
  const left = heard(first);
  const right = [...heard(second)];
  const both: HeardRow[] = [];
  const onlyFirst: HeardRow[] = [];
  for (const row of left) {
    const at = right.findIndex((other) => isSame(row.source, other.source));
    const [match] = at < 0 ? [] : right.splice(at, 1);
    if (match === undefined) onlyFirst.push({ source: row.source, first: row, second: null });
    else
      both.push({
        source: row.source.name.length >= match.source.name.length ? row.source : match.source,
        first: row,
        second: match,
      });
  }
  const most = (row: HeardRow) => (row.first?.sentences ?? 0) + (row.second?.sentences ?? 0);
  return {
    both: both.sort((a, b) => most(b) - most(a)),
    onlyFirst,
    onlySecond: right.map((row) => ({ source: row.source, first: null, second: row })),
  };
}

function heard(article: AnnotatedArticle): readonly SourceRow[] {
  return summarise(article).sources.filter((row) => row.sentences > 0);
}

function isSame(a: Source, b: Source): boolean {
  if (a.pack !== undefined && a.pack === b.pack) return a.id === b.id;
  const one = fold(a.name);
  const other = fold(b.name);
  if (one === other) return true;
  // A surname alone stands for the whole name only between people.
  return a.type === b.type && (one.endsWith(` ${other}`) || other.endsWith(` ${one}`));
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^(?:the|an?)\s+/iu, '')
    .replace(/[’']s?\b/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
