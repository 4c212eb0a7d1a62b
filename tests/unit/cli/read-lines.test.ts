import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/cli/read-lines.ts';

async function* bytes(...chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function read(chunks: readonly (string | Uint8Array)[], longest?: number) {
  const lines: string[] = [];
  for await (const { number, bytes: line, tooLong } of readLines(bytes(...chunks), longest)) {
    lines.push(tooLong ? `${number} too long` : `${number} ${Buffer.from(line).toString()}`);
  }
  return lines;
}

describe('readLines', () => {
  it('joins lines over chunks and parts them by line feeds alone', async () => {
    expect(await read(['a', 'b\nc', '\u2028d\r\n', '\n  \n', 'e'])).toEqual(['1 ab', '2 c\u2028d', '5 e']);
  });

  it('keeps a character that is split between two chunks', async () => {
    const euro = Buffer.from('€\n');
    expect(await read([euro.subarray(0, 1), euro.subarray(1)])).toEqual(['1 €']);
  });

  it('drops a byte order mark at the start only', async () => {
    expect(await read(['\ufeffa\n\ufeffb'])).toEqual(['1 a', '2 \ufeffb']);
  });

  it('reports a line that is too long without keeping it, and goes on', async () => {
    expect(await read(['aaaa', 'aaaa', '\nbb\ncccccc'], 5)).toEqual(['1 too long', '2 bb', '3 too long']);
  });
});
