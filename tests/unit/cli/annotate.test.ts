import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const STORY = 'The council met on Monday.\n“We will appeal,” said Ana Ruiz, the mayor.\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcelight-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function annotate(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: ROOT });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
  });
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
}

/** Ids of the processes that run the worker's script for another. */
function workersOf(parent: number | undefined): readonly number[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((row) => row.includes('annotate-worker.ts') && Number(row.trim().split(/\s+/)[1]) === parent)
    .map((row) => Number(row.trim().split(/\s+/)[0]));
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('annotate', { timeout: 300_000 }, () => {
  it('reads plain text from standard input and prints JSON with the text as given', async () => {
    const { status, out } = await annotate([], STORY);
    expect(status).toBe(0);
    const article = JSON.parse(out);
    expect(article.text).toBe(STORY);
    expect(Object.keys(article)).toEqual(
      expect.arrayContaining(['id', 'title', 'language', 'text', 'sources', 'sentences', 'attributions']),
    );
    const quoted = article.sentences.at(-1);
    expect(STORY.slice(quoted.start, quoted.end)).toBe('“We will appeal,” said Ana Ruiz, the mayor.');
    expect(article.sources.map((source: { name: string }) => source.name)).toEqual(['Ana Ruiz']);
  });

  it('goes by the ending of the file: a saved page gives the text of its article', async () => {
    const paragraphs = Array.from(
      { length: 8 },
      (_, at) => `<p>The council met on Monday for the ${at + 1}th time, and voted on it.</p>`,
    );
    const page = file(
      'page.html',
      `<html><body><nav>Home</nav><article><h1>Council</h1>${paragraphs.join('')}</article></body></html>`,
    );
    const { status, out } = await annotate([page]);
    expect(status).toBe(0);
    expect(JSON.parse(out).text).toContain('The council met on Monday for the 1th time, and voted on it.\nThe council');
  });

  it('gives one line for each line, in order, with errors where a line cannot be read, in one process and in several', async () => {
    const lines = [
      ...Array.from({ length: 30 }, (_, at) => JSON.stringify({ id: `a${at}`, text: STORY, more: at })),
      'not json',
      '{"id":"empty"}',
      '["id"]',
      '{"id":"separator","text":"Line \u2028 separator."}',
    ].join('\n');
    const one = await annotate(['--input', 'jsonl'], lines);
    const several = await annotate(['--input', 'jsonl', '--jobs', '2', '-'], lines);
    expect(one.status).toBe(1);
    expect(one.err).toContain('standard input: 3 lines could not be annotated');
    expect(several).toEqual(one);
    const results = one.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 30 }, (_, at) => `a${at}`),
      null,
      'empty',
      null,
      'separator',
    ]);
    expect(results[30]).toEqual({ id: null, line: 31, error: expect.stringContaining('not JSON') });
    expect(results[31]).toEqual({ id: 'empty', error: 'neither "text" nor "html" is a string' });
  });

  it('goes on with an output that was cut off, skipping what is done', async () => {
    const input = file('input.jsonl', ['a', 'b', 'c'].map((id) => JSON.stringify({ id, text: STORY })).join('\n'));
    const whole = (await annotate([input])).out;
    const output = file('output.jsonl', whole.slice(0, whole.indexOf('\n') + 20));
    const { status, out } = await annotate(['--resume', output, input]);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(readFileSync(output, 'utf8')).toBe(whole);
    await annotate(['--resume', output, input]);
    expect(readFileSync(output, 'utf8')).toBe(whole);
  });

  it('writes every format, and several articles as one table or one array', async () => {
    const a = file('a.txt', STORY);
    const b = file('b.txt', STORY);
    expect((await annotate([a, '--format', 'markdown'])).out).toContain('Ana Ruiz');
    expect(JSON.parse((await annotate([a, '--format', 'annotation'])).out).type).toBe('AnnotationCollection');
    const csv = (await annotate([a, b, '--format', 'csv'])).out.trimEnd().split('\r\n');
    expect(csv.filter((line) => line.startsWith('article,number'))).toHaveLength(1);
    expect(csv.filter((line) => line.startsWith(`${b},`))).toHaveLength(2);
    expect(JSON.parse((await annotate([a, b])).out).map(({ id }: { id: string }) => id)).toEqual([a, b]);
  });

  it('says which input failed and goes on with the others', async () => {
    const story = file('story.txt', STORY);
    const { status, out, err } = await annotate([join(folder, 'missing.txt'), story]);
    expect(status).toBe(1);
    expect(err).toContain('missing.txt: ENOENT');
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it('says in a line why a file or an output cannot be read or written', async () => {
    const story = file('said.txt', STORY);
    const bytes = join(folder, 'latin.txt');
    writeFileSync(bytes, Buffer.from('caf\xe9', 'latin1'));
    const lines = file('lines.jsonl', `${JSON.stringify({ id: 'a', text: STORY })}\n`);
    const failing = await annotate([folder, bytes, file('empty.html', ''), story]);
    expect(failing.status).toBe(1);
    expect(failing.err.trim().split('\n')).toEqual([
      expect.stringMatching(/^annotate: .*: EISDIR/),
      expect.stringMatching(/^annotate: .*latin\.txt: not valid UTF-8$/),
      expect.stringMatching(/^annotate: .*empty\.html: no article found in the page$/),
    ]);
    expect(JSON.parse(failing.out)).toHaveLength(1);
    const unwritable = await annotate(['--resume', join(folder, 'nowhere', 'output.jsonl'), lines]);
    expect(unwritable).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^annotate: ENOENT.*\n$/) });
  });

  it.each(['1', '2'])('ends in silence when nobody reads on, with --jobs %s', async (jobs) => {
    const lines = Array.from({ length: 200 }, (_, at) => JSON.stringify({ id: at, text: STORY.repeat(4) }));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', '--jobs', jobs, file('many.jsonl', lines.join('\n'))],
      {
        cwd: ROOT,
      },
    );
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (data) => {
      err += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((done) => child.on('close', done));
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it.runIf(process.platform === 'linux')('loses no line when its worker processes are killed', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => JSON.stringify({ id: at, text: STORY })).join('\n');
    const args = ['--import', 'tsx', 'src/cli/main.ts', '--jobs', '2', file('killed.jsonl', lines)];
    const child = spawn(process.execPath, args, { cwd: ROOT });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (data) => {
      // Once they work: the first output has come.
      if (out === '') for (const worker of workersOf(child.pid)) process.kill(worker, 'SIGKILL');
      out += data;
    });
    const status = await new Promise((done) => child.on('close', done));
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(Array.from({ length: 400 }, (_, at) => at));
    expect(status).toBe(0);
  });

  it.each([[['--format', 'pdf']], [['--jobs', '0']], [['--unknown']], [['--resume', 'x.jsonl', '--format', 'csv']]])(
    'ends with 2 on wrong use: %j',
    async (args) => {
      const { status, out, err } = await annotate(args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain('error:');
    },
  );
});
