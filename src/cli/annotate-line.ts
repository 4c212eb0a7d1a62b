import type { AnnotatedArticle } from '../article/annotated-article.ts';
import { formatJson } from '../export/format-json.ts';
import { analyseArticle } from './analyse-article.ts';
import { articleFromHtml } from './article-from-html.ts';
import { articleFromText } from './article-from-text.ts';

/** One line of JSON Lines as it was read: its bytes without the line break, or why they could not be kept. */
export interface InputLine {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
  /** Bytes of the input up to the line's end. */
  readonly end: number;
}

/** What becomes of a line; `id` is null where it has none that can be read. */
export type LineResult =
  | { readonly ok: true; readonly id: string | number; readonly article: AnnotatedArticle }
  | { readonly ok: false; readonly id: string | number | null; readonly error: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads and analyses one line; never throws. */
export function annotateLine(line: InputLine): LineResult {
  let id: string | number | null = null;
  try {
    const record = readRecord(line);
    id = idOf(record);
    if (id === null) throw new Error('"id" must be a string or a number');
    const article = analyseArticle(articleOf(String(id), record));
    return { ok: true, id, article };
  } catch (error) {
    return { ok: false, id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** A line of output without a line break, and whether it went well. */
export interface LineOutput {
  readonly line: string;
  readonly ok: boolean;
  /** Bytes of the input up to the end of the line that this is made from. */
  readonly end: number;
}

/** What stands in the output for a line of the input. */
export function outputOf(line: InputLine): LineOutput {
  const result = annotateLine(line);
  // The id stays what it was, number or string; an unreadable line is known by its number.
  if (result.ok) return { ok: true, line: formatJson({ ...result.article, id: result.id as string }, 0), end: line.end };
  return unreadable(line, result.id, result.error);
}

/** What stands in the output for a line that could be read, if at all, but not analysed. */
export function failedOutput(line: InputLine, error: string): LineOutput {
  let id: string | number | null = null;
  try {
    id = idOf(readRecord(line));
  } catch {
    // Then it is known by its number.
  }
  return unreadable(line, id, error);
}

function unreadable(line: InputLine, id: string | number | null, error: string): LineOutput {
  return { ok: false, line: JSON.stringify(id === null ? { id, line: line.number, error } : { id, error }), end: line.end };
}

function readRecord(line: InputLine): Readonly<Record<string, unknown>> {
  if (line.tooLong) throw new Error('the line is too long');
  let text: string;
  try {
    text = utf8.decode(line.bytes);
  } catch {
    throw new Error('not valid UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object');
  return value as Readonly<Record<string, unknown>>;
}

function idOf({ id }: Readonly<Record<string, unknown>>): string | number | null {
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function articleOf(id: string, { text, html, url }: Readonly<Record<string, unknown>>) {
  if (typeof text === 'string') return articleFromText(id, text);
  if (typeof html === 'string') return articleFromHtml(id, html, typeof url === 'string' ? url : null);
  throw new Error('neither "text" nor "html" is a string');
}
