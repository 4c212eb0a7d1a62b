import { once } from 'node:events';
import { createReadStream, createWriteStream, openSync } from 'node:fs';
import { extname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import { analyseArticle } from './analyse-article.ts';
import { annotateLine, type InputLine } from './annotate-line.ts';
import { annotateLines } from './annotate-lines.ts';
import { articleFromHtml } from './article-from-html.ts';
import { articleFromText } from './article-from-text.ts';
import { ArticleWriter, type Format } from './formats.ts';
import type { Progress } from './progress.ts';
import { readLines } from './read-lines.ts';
import { ReadShare } from './read-share.ts';
import { readDone, remaining } from './resume.ts';

export const INPUTS = ['text', 'html', 'jsonl'] as const;
export type Input = (typeof INPUTS)[number];

export interface AnnotateOptions {
  /** Paths; `-` is standard input. */
  readonly files: readonly string[];
  /** By each file's ending where null. */
  readonly input: Input | null;
  /** `jsonl` for `jsonl` input, else `json`, where null. */
  readonly format: Format | null;
  /** Processes for `jsonl` to `jsonl`. */
  readonly jobs: number;
  /** An earlier output to go on with; null to write to standard output. */
  readonly resume: string | null;
}

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Whatever is said beside the output. */
  readonly progress: Progress;
}

const ENDINGS: Readonly<Record<string, Input>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/**
 * Annotates all files. Returns the exit status: 0 all done, 1 some input failed.
 * @throws Error where the output cannot be read or written.
 */
export async function annotate(options: AnnotateOptions, { stdin, stdout, progress }: Streams): Promise<0 | 1> {
  const files = options.files.length > 0 ? options.files : ['-'];
  const inputs = files.map((file) => ({ file, input: options.input ?? ENDINGS[extname(file).toLowerCase()] ?? 'text' }));
  const allLines = inputs.every(({ input }) => input === 'jsonl');
  const format = options.format ?? (allLines ? 'jsonl' : 'json');
  const done = options.resume === null ? null : await readDone(options.resume);
  const output = options.resume === null ? stdout : createWriteStream(options.resume, { fd: openSync(options.resume, 'a') });
  // An error is met at the next write; by itself it would end the process with no word of what it was about.
  output.on('error', () => undefined);
  const write = (text: string) => writeAll(output, text);
  const writer = new ArticleWriter(format, files.length > 1 || inputs.some(({ input }) => input === 'jsonl'), write);
  const shares = new ReadShare(files);
  let failures = 0;
  const fail = (file: string, message: string): void => {
    failures += 1;
    progress.say(`annotate: ${file}: ${message}`);
  };
  for (const [index, { file, input }] of inputs.entries()) {
    if (input !== 'jsonl' && done?.ids.has(JSON.stringify(nameOf(file)))) continue;
    const stream = file === '-' ? stdin : createReadStream(file);
    try {
      if (input !== 'jsonl') {
        await writer.add(await annotateFile(file, input, stream));
        continue;
      }
      const lines = done === null ? readLines(stream) : remaining(readLines(stream), done);
      const count: Count = (ok, end) => progress.count(ok, shares.at(index, end));
      const failed = await (format === 'jsonl' ? linesToLines(lines, options.jobs, write, count) : linesTo(writer, lines, count));
      if (failed > 0) fail(nameOf(file), `${failed} ${failed === 1 ? 'line' : 'lines'} could not be annotated`);
    } catch (error) {
      // An output that takes no more is no fault of this file, and the next would meet it too.
      if (output.errored) throw new Error(`the output cannot be written: ${output.errored.message}`);
      fail(nameOf(file), error instanceof Error ? error.message : String(error));
    }
  }
  await writer.end();
  if (options.resume !== null) await close(output);
  return failures === 0 ? 0 : 1;
}

async function annotateFile(file: string, input: 'text' | 'html', stream: Readable): Promise<AnnotatedArticle> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece as Uint8Array);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: input === 'text' }).decode(Buffer.concat(pieces));
  } catch {
    throw new Error('not valid UTF-8');
  }
  return analyseArticle(input === 'html' ? articleFromHtml(nameOf(file), text, null) : articleFromText(nameOf(file), text));
}

/** Is told of every line whether it went well, and where in its input it ends. */
type Count = (ok: boolean, end: number) => void;

/** Every line has its line in the output, an unreadable one with its error. Returns how many failed. */
async function linesToLines(
  lines: AsyncIterable<InputLine>,
  jobs: number,
  write: (text: string) => Promise<void>,
  count: Count,
): Promise<number> {
  let failed = 0;
  for await (const { line, ok, end } of annotateLines(lines, jobs)) {
    await write(`${line}\n`);
    if (!ok) failed += 1;
    count(ok, end);
  }
  return failed;
}

/** Other formats have no place for a line that failed: only the count tells. */
async function linesTo(writer: ArticleWriter, lines: AsyncIterable<InputLine>, count: Count): Promise<number> {
  let failed = 0;
  for await (const line of lines) {
    const result = annotateLine(line);
    if (result.ok) await writer.add({ ...result.article, id: String(result.id) });
    else failed += 1;
    count(result.ok, line.end);
  }
  return failed;
}

async function writeAll(output: Writable, text: string): Promise<void> {
  if (output.errored) throw output.errored;
  if (!output.write(text)) await once(output, 'drain');
}

function close(output: Writable): Promise<void> {
  return new Promise((resolve, reject) => output.end((error?: Error | null) => (error ? reject(error) : resolve())));
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
