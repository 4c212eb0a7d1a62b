import type { InputLine } from './annotate-line.ts';

/** A line over this many bytes is reported, not kept: memory stays flat whatever comes in. */
export const LONGEST_LINE = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * The lines of a byte stream, parted by line feeds only (JSON may hold U+2028, which line readers of text take for a break).
 * Lines of white space alone are left out, though counted; a byte order mark at the start is dropped.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<InputLine> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  let end = 0;
  const finish = (): InputLine | null => {
    number += 1;
    end += length + 1;
    const tooLong = length > longest;
    const bytes = trim(Buffer.concat(pieces), number === 1);
    pieces = [];
    length = 0;
    return tooLong || bytes.length > 0 ? { number, bytes, tooLong, end } : null;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (;;) {
      const lineFeed = chunk.indexOf(LINE_FEED, start);
      const piece = chunk.subarray(start, lineFeed < 0 ? chunk.length : lineFeed);
      length += piece.length;
      if (length <= longest) pieces.push(piece);
      else pieces = [];
      if (lineFeed < 0) break;
      start = lineFeed + 1;
      const line = finish();
      if (line) yield line;
    }
  }
  const last = length > 0 ? finish() : null;
  if (last) yield last;
}

function trim(bytes: Buffer, first: boolean): Buffer {
  let start = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let end = bytes.length;
  const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x09 || byte === 0x0d;
  while (start < end && isSpace(bytes[start])) start += 1;
  while (end > start && isSpace(bytes[end - 1])) end -= 1;
  return bytes.subarray(start, end);
}
