import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const STORY = 'The council met on Monday.\n“We will appeal,” said Ana Ruiz, the mayor.\n';
const ANNOTATE = `'${process.execPath}' --import tsx src/cli/main.ts`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcelight-terminal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a shell's command on a terminal with so many columns, by the `script` that comes with every Linux. */
function onTerminal(columns: number, command: string): ChildProcessWithoutNullStreams {
  const args = ['--quiet', '--return', '--command', `stty cols ${columns} rows 24; ${command}`, '/dev/null'];
  const terminal = spawn('script', args, { cwd: ROOT });
  terminal.stdout.setEncoding('utf8');
  return terminal;
}

interface Seen {
  readonly status: number | null;
  /** All that was written to the terminal. */
  readonly written: string;
}

function whenEnded(terminal: ChildProcessWithoutNullStreams): Promise<Seen> {
  let written = '';
  terminal.stdout.on('data', (data) => {
    written += data;
  });
  return new Promise((done) => terminal.on('close', (status) => done({ status, written })));
}

/** What clears a terminal's row from the cursor on. */
const CLEAR = '\x1b[K';
const CLEAR_SIGN = '␛';

/** The rows of a terminal after something was written to it: wraps, goes back on a return, clears to the end of a row. */
function rowsOf(written: string, columns: number): readonly string[] {
  const rows = [''];
  let column = 0;
  for (const sign of written.replaceAll(CLEAR, CLEAR_SIGN)) {
    if (sign === '\n') rows.push('');
    else if (sign === '\r') column = 0;
    else if (sign === CLEAR_SIGN) rows[rows.length - 1] = (rows.at(-1) ?? '').slice(0, column);
    else {
      if (column === columns) {
        rows.push('');
        column = 0;
      }
      const row = rows.at(-1) ?? '';
      rows[rows.length - 1] = row.slice(0, column) + sign + row.slice(column + 1);
      column += 1;
    }
  }
  return rows.map((row) => row.trimEnd()).filter((row) => row !== '');
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, id) => JSON.stringify(id === 3 ? { id } : { id, text: STORY }));

function inputOf(count: number): string {
  const path = join(folder, `${count}.jsonl`);
  writeFileSync(path, lines(count).join('\n'));
  return path;
}

describe.runIf(process.platform === 'linux')('annotate on a terminal', { timeout: 300_000 }, () => {
  it.each([120, 40])('of %i columns: one row says how far it is and leaves no rest behind', async (columns) => {
    const input = inputOf(200);
    const { status, written } = await whenEnded(onTerminal(columns, `${ANNOTATE} ${input} > ${join(folder, 'labels.jsonl')}`));
    expect(status).toBe(1);
    const rows = rowsOf(written, columns);
    const message = `annotate: ${input}: 1 line could not be annotated`;
    expect(rows.slice(0, -1).join('')).toBe(message);
    expect(rows.at(-1)).toMatch(/^200 articles, 100 %, 1 failed, /);
    // It was not only said at the end, and did not pass the last column, after which it could not be cleared.
    const looks = written
      .replaceAll(`\r${CLEAR}`, '\r\n')
      .split('\r\n')
      .filter((look) => /^\d+ articles?, \d+ %/.test(look));
    expect(looks.length).toBeGreaterThan(1);
    for (const look of looks) expect(look.length).toBeLessThan(columns);
  });

  it('shows the output alone where it goes to the same terminal', async () => {
    const { written } = await whenEnded(onTerminal(120, `${ANNOTATE} ${inputOf(20)}`));
    const results = written.split('\r\n').filter((line) => line.startsWith('{'));
    expect(results.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: 20 }, (_, id) => id));
    expect(written).not.toContain('a second');
  });

  it('says nothing more and leaves the row tidy when nobody reads on', async () => {
    const { written } = await whenEnded(onTerminal(120, `${ANNOTATE} ${inputOf(200)} | head -c 1 > /dev/null; echo next`));
    expect(rowsOf(written, 120)).toEqual([expect.stringMatching(/^\d+ articles?, \d+ %, .*a second$/), 'next']);
  });

  it('is stopped by Ctrl-C without a word, and goes on from there', async () => {
    const output = join(folder, 'stopped.jsonl');
    const command = `${ANNOTATE} ${inputOf(200)} --jobs 2 --resume ${output}`;
    const terminal = onTerminal(120, command);
    const ended = whenEnded(terminal);
    let pressed = false;
    terminal.stdout.on('data', () => {
      if (!pressed) terminal.stdin.write('\x03');
      pressed = true;
    });
    const stopped = await ended;
    expect(stopped.status).not.toBe(0);
    expect(rowsOf(stopped.written, 120)).toEqual([expect.stringMatching(/^\d+ articles?, \d+ %, .*a second\^C$/)]);
    const before = readFileSync(output, 'utf8').split('\n').length - 1;
    expect(before).toBeLessThan(200);
    expect((await whenEnded(onTerminal(120, command))).status).toBe(before > 3 ? 0 : 1);
    const ids = readFileSync(output, 'utf8').trimEnd().split('\n');
    expect(ids.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: 200 }, (_, id) => id));
  });
});
