import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { exportFileName } from '../../export/export-file-name.ts';
import { formatAnnotations } from '../../export/format-annotations.ts';
import { formatCsv } from '../../export/format-csv.ts';
import { formatJson } from '../../export/format-json.ts';
import { formatMarkdown } from '../../export/format-markdown.ts';
import { saveFile } from '../save-file.ts';
import { exportWords } from './export-words.ts';

/** Formats a reader can save an analysis as; keys `export_format_<name>`. */
export const EXPORT_FORMATS = ['csv', 'markdown', 'json', 'annotation'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Form {
  readonly extension: string;
  readonly type: string;
  readonly write: (article: AnnotatedArticle) => string;
}

const FORMS: Readonly<Record<ExportFormat, Form>> = {
  // Excel takes a file for UTF-8 only with a byte order mark.
  csv: { extension: 'csv', type: 'text/csv', write: (article) => `\ufeff${formatCsv(article)}\r\n` },
  markdown: { extension: 'md', type: 'text/markdown', write: (article) => formatMarkdown(article, exportWords()) },
  json: { extension: 'json', type: 'application/json', write: (article) => `${formatJson(article)}\n` },
  annotation: {
    extension: 'jsonld',
    type: 'application/ld+json',
    write: (article) => `${formatAnnotations(article, exportWords())}\n`,
  },
};

/** Hands an analysis to the reader as a file whose name says outlet and date. */
export function exportArticle(article: AnnotatedArticle, format: ExportFormat): void {
  const { extension, type, write } = FORMS[format];
  saveFile(exportFileName(article, new Date(), extension), type, write(article));
}
