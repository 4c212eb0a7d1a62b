import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
/** First parts of the paths that a document may name in code font. */
const FOLDERS = ['src/', 'tests/', 'scripts/', 'docs/', 'samples/', 'entrypoints/', 'public/', '.ci/'];

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
];

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  it('names files and folders that exist', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? '');
    const local = links
      .filter((link) => !/^(?:[a-z]+:|#)/i.test(link))
      .map((link) => join(ROOT, dirname(document), link.replace(/#.*/, '')));
    const inCode = [...text.matchAll(/`([^`\s<>*…]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((path) => FOLDERS.some((folder) => path.startsWith(folder)));
    const missing = [...local, ...inCode.map((path) => join(ROOT, path.replace(/:\d+$/, '')))].filter(
      (path) => !existsSync(path),
    );
    expect(missing.map((path) => relative(ROOT, path))).toEqual([]);
  });

  it('names commands that exist', () => {
    const commands = [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');
    expect(commands.filter((command) => !SCRIPTS.includes(command))).toEqual([]);
    const tools = [...text.matchAll(/\bnpx ([\w-]+)((?: [\w./:-]+)*)/g)].map(
      (match) => [match[1] ?? '', match[2] ?? ''] as const,
    );
    for (const [tool, words] of tools) {
      expect([tool, existsSync(join(ROOT, 'node_modules/.bin', tool))]).toEqual([tool, true]);
      const paths = words.split(' ').filter((word) => FOLDERS.some((folder) => word.startsWith(folder)));
      for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    }
  });
});

describe.runIf(process.platform !== 'win32')('the examples of annotate', { timeout: 300_000 }, () => {
  const examples = ['README.md', 'docs/corpora.md'].flatMap((document) =>
    [...readFileSync(join(ROOT, document), 'utf8').matchAll(/^(?:echo .*\| )?npm run -s annotate.*$/gm)].map((match) => match[0]),
  );
  let folder: string;
  const story = readFileSync(join(ROOT, 'samples/swing-bridge.html'), 'utf8');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcelight-docs-'));
    writeFileSync(join(folder, 'saved-page.html'), story);
    const lines = [1, 2, 3].map((id) => JSON.stringify({ id, html: story, url: 'https://example.org/bridge' }));
    writeFileSync(join(folder, 'articles.jsonl'), lines.join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([...new Set(examples)])('%s', (example) => {
    const command = example.replace(/\b(?:saved-page\.html|articles\.jsonl|labels\.jsonl)/g, (name) => join(folder, name));
    const run = spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect({ status: run.status, errors: run.stderr }).toEqual({ status: 0, errors: '' });
    if (example.includes('labels.jsonl'))
      expect(readFileSync(join(folder, 'labels.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
    else expect(run.stdout).toMatch(/Ana Ruiz|Ines Calloway/);
  });
});
