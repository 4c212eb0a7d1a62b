import { closeSync, createReadStream, existsSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import type { InputLine } from './annotate-line.ts';
import { readLines } from './read-lines.ts';

/** The start of an output line: its id, and for a line without one its number. */
const START = /^\{"id":(?:("(?:[^"\\]|\\.)*"|-?[\d.eE+-]+)|null,"line":(\d+))[,}]/;
const ID_LENGTH = 4096;

/** What an earlier run has done: ids as JSON, and the numbers of lines that had none. */
export interface Done {
  readonly ids: ReadonlySet<string>;
  readonly lines: ReadonlySet<number>;
}

/**
 * Reads what an earlier output holds, after cutting off a last line that the run was stopped in the middle of, so that the output
 * can be appended to. A file that does not exist is an output without lines.
 */
export async function readDone(path: string): Promise<Done> {
  const ids = new Set<string>();
  const lines = new Set<number>();
  if (!existsSync(path)) return { ids, lines };
  cutBrokenLine(path);
  for await (const line of readLines(createReadStream(path))) {
    const [, id, number] = START.exec(startOf(line)) ?? [];
    if (id !== undefined) ids.add(id);
    if (number !== undefined) lines.add(Number(number));
  }
  return { ids, lines };
}

/** The lines that are still to do. */
export async function* remaining(lines: AsyncIterable<InputLine>, done: Done): AsyncGenerator<InputLine> {
  for await (const line of lines) {
    if (done.lines.has(line.number)) continue;
    const id = idOf(line);
    if (id === null || !done.ids.has(id)) yield line;
  }
}

/** The id of an input line as JSON; null where it has none that can be read, which the analysis will say. */
function idOf(line: InputLine): string | null {
  try {
    const { id } = JSON.parse(Buffer.from(line.bytes).toString('utf8')) as { id?: unknown };
    return id === undefined ? null : JSON.stringify(id);
  } catch {
    return null;
  }
}

function startOf(line: InputLine): string {
  return Buffer.from(line.bytes.subarray(0, ID_LENGTH)).toString('utf8');
}

function cutBrokenLine(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const chunk = Buffer.alloc(64 * 1024);
    let end = fstatSync(file).size;
    while (end > 0) {
      const start = Math.max(0, end - chunk.length);
      const length = readSync(file, chunk, 0, end - start, start);
      const lineFeed = chunk.subarray(0, length).lastIndexOf(0x0a);
      if (lineFeed >= 0) {
        ftruncateSync(file, start + lineFeed + 1);
        return;
      }
      end = start;
    }
    ftruncateSync(file, 0);
  } finally {
    closeSync(file);
  }
}
