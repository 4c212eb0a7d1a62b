import type { AnnotatedArticle } from '../article/annotated-article.ts';
import { textOf } from '../article/span.ts';
import { writeCsv } from './write-csv.ts';

const COLUMNS = [
  'number',
  'paragraph',
  'sentence',
  'sources',
  'source_types',
  'status',
  'basis',
  'flags',
  'cue',
  'implication',
  'confidence',
  'start',
  'end',
] as const;
type Row = Record<(typeof COLUMNS)[number], string | number>;

/**
 * One row a sentence (RFC 4180, comma, CRLF), with a header. Several sources, flags or cues in a cell are parted by `; `. A cell
 * that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param before columns that stand before the others, with the same value in every row: what tells articles apart in a table of several.
 */
export function formatCsv(article: AnnotatedArticle, before: Readonly<Record<string, string>> = {}): string {
  const rows = article.sentences.map((sentence, index): Row => {
    const sources = sentence.sources.map((id) => article.sources.find((source) => source.id === id));
    const attributions = sentence.attributions.flatMap((at) => article.attributions[at] ?? []);
    return {
      number: index + 1,
      paragraph: sentence.block + 1,
      sentence: textOf(article.text, sentence),
      sources: sources.map((source, at) => source?.name ?? sentence.sources[at]).join('; '),
      source_types: sources.map((source) => source?.type ?? 'unknown').join('; '),
      status: sentence.status,
      basis: sentence.basis,
      flags: sentence.flags.join('; '),
      cue: attributions.map((one) => one.cue.map((span) => textOf(article.text, span)).join(' … ')).join('; '),
      implication: attributions.map((one) => one.implication).join('; '),
      confidence: sentence.confidence,
      start: sentence.start,
      end: sentence.end,
    };
  });
  const cells = rows.map((row) => [...Object.values(before), ...COLUMNS.map((column) => row[column])]);
  return writeCsv([[...Object.keys(before), ...COLUMNS], ...cells]);
}
