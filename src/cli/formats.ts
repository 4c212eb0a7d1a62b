import type { AnnotatedArticle } from '../article/annotated-article.ts';
import { formatAnnotations } from '../export/format-annotations.ts';
import { formatCsv } from '../export/format-csv.ts';
import { formatJson } from '../export/format-json.ts';
import { formatMarkdown } from '../export/format-markdown.ts';

export const FORMATS = ['json', 'jsonl', 'csv', 'markdown', 'annotation'] as const;
export type Format = (typeof FORMATS)[number];

/** How articles of one format follow each other in one output. */
interface Joined {
  readonly one: (article: AnnotatedArticle) => string;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const lines = { before: '', between: '', after: '' };
const array = { before: '[\n', between: ',\n', after: '\n]\n' };

/** A single article's file is just what the extension exports. */
const SINGLE: Readonly<Record<Format, Joined>> = {
  json: { ...lines, one: (article) => `${formatJson(article)}\n` },
  jsonl: { ...lines, one: (article) => `${formatJson(article, 0)}\n` },
  csv: { ...lines, one: (article) => `${formatCsv(article)}\r\n` },
  markdown: { ...lines, one: formatMarkdown },
  annotation: { ...lines, one: (article) => `${formatAnnotations(article)}\n` },
};

/** Several articles: a JSON array, one table with a column that names the article, reports one after the other. */
const SEVERAL: Readonly<Record<Format, Joined>> = {
  json: { ...array, one: (article) => formatJson(article) },
  jsonl: SINGLE.jsonl,
  csv: { ...lines, one: (article) => `${formatCsv(article, { article: article.id })}\r\n` },
  markdown: { ...lines, between: '\n---\n\n', one: formatMarkdown },
  annotation: { ...array, one: formatAnnotations },
};

/** Writes articles of one format one after the other. */
export class ArticleWriter {
  readonly #joined: Joined;
  #count = 0;

  constructor(
    private readonly format: Format,
    several: boolean,
    private readonly write: (text: string) => Promise<void>,
  ) {
    this.#joined = several ? SEVERAL[format] : SINGLE[format];
  }

  async add(article: AnnotatedArticle): Promise<void> {
    const { before, between, one } = this.#joined;
    const text = one(article);
    const isCsvAgain = this.format === 'csv' && this.#count > 0;
    await this.write((this.#count === 0 ? before : between) + (isCsvAgain ? text.slice(text.indexOf('\r\n') + 2) : text));
    this.#count += 1;
  }

  async end(): Promise<void> {
    const { before, after } = this.#joined;
    if (after !== '') await this.write((this.#count === 0 ? before : '') + after);
  }
}
