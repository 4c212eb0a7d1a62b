import * as v from 'valibot';
import type { Correction } from '../article/correction.ts';
import { articleCorrectionsSchema } from './correction-schema.ts';
import { type ReadFile, readJsonFile } from './read-json-file.ts';

/** Corrections of one article. */
export interface ArticleCorrections {
  /** The article's address. */
  readonly url: string;
  readonly title: string;
  readonly corrections: readonly Correction[];
}

const fileSchema = v.strictObject({
  format: v.literal('sourcelight-corrections'),
  version: v.literal(1),
  articles: v.pipe(v.array(articleCorrectionsSchema), v.maxLength(1000)),
});

/** A file that hands corrections on, a teacher's reading to a class; read back by {@link readCorrectionFile}. */
export function writeCorrectionFile(articles: readonly ArticleCorrections[]): string {
  const file = { format: 'sourcelight-corrections', version: 1, articles };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file of corrections; what is wrong with it is named by place, and then nothing of it is taken. */
export function readCorrectionFile(content: string): ReadFile<readonly ArticleCorrections[]> {
  const read = readJsonFile(fileSchema, content);
  return read.ok ? { ok: true, value: read.value.articles } : read;
}
