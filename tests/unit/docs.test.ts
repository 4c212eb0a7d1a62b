import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
/** First parts of the paths that a document may name in code font. */
const FOLDERS = ['src/', 'tests/', 'scripts/', 'docs/', 'samples/', 'entrypoints/', 'public/', '.ci/'];

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
];

/** Names of all files, without their folders, and of the pages that are built. */
const names = new Set([
  ...readdirSync(ROOT),
  ...readdirSync(join(ROOT, 'entrypoints')).map((name) => `${name}.html`),
  ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((path) => basename(String(path)))),
]);

/** A document's headings as the addresses that GitHub gives them. */
const anchorsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Whether the program that a command of package.json starts knows an option, itself or in what it imports of its own. */
function knowsOption(script: string, option: string): boolean {
  const program = /\b(?:src|scripts)\/[\w./-]+/.exec(script)?.[0] ?? '';
  const source = readFileSync(join(ROOT, program), 'utf8');
  const imported = [...source.matchAll(/from '(\.[^']+\.ts)'/g)].map(([, path = '']) => join(ROOT, dirname(program), path));
  const quoted = new RegExp(`--${option}\\b|(?<![\\w-])['"]?${option}['"]?: \\{`);
  return [source, ...imported.map((path) => readFileSync(path, 'utf8'))].some((text) => quoted.test(text));
}

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
    const bare = [...text.matchAll(/`([\w.-]+\.(?:tsx?|md|html|bin|config))`/g)].map(([, name = '']) => name);
    expect(bare.filter((name) => !names.has(name))).toEqual([]);
  });

  it('leads to headings that exist', () => {
    const lost = [...text.matchAll(/\]\(([^)\s:#]*)#([^)\s]+)\)/g)].filter(([, path = '', anchor = '']) => {
      const file = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
      return !anchorsOf(file).includes(anchor);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it('names commands and options that exist', () => {
    const commands = [...text.matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)([^`\n|]*)/g)].map(
      ([, run, short, words = '']) => ({ command: run ?? short ?? '', options: words.matchAll(/(?<= )--([a-z][a-z-]*)/g) }),
    );
    expect(commands.map(({ command }) => command).filter((command) => !(command in SCRIPTS))).toEqual([]);
    const unknown = commands.flatMap(({ command, options }) =>
      [...options]
        .map(([, option = '']) => option)
        .filter((option) => option !== 'help' && !knowsOption(SCRIPTS[command] ?? '', option))
        .map((option) => `${command} --${option}`),
    );
    expect(unknown).toEqual([]);
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

describe('docs/threats.md', () => {
  const text = readFileSync(join(ROOT, 'docs/threats.md'), 'utf8');
  const tests = ['tests/browsers', 'tests/unit'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ file: basename(path), text: readFileSync(join(ROOT, folder, path), 'utf8') })),
  );
  const exists = (name: string): boolean => tests.some(({ file }) => file === `${name}.test.ts`);
  /** Of a test, and of files that are named after it, such as its pages. */
  const textsOf = (name: string): readonly string[] =>
    tests.filter(({ file }) => file === `${name}.test.ts` || file.startsWith(`${name}-`)).map(({ text }) => text);

  // A row's last cell: `file`: *name of a test*; *another*; `next file`: …
  const named = [...text.matchAll(/^\|.*\| ([^|]+) \|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)`([^`]*)/g)].flatMap(([, file = '', words = '']) =>
      [...words.matchAll(/\*([^*]+?)(?: …)?\*/g)].map(([, name = '']) => ({ file, name })),
    ),
  );

  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(20);
    const plain = (words: string): string => words.replaceAll(/[‘’]/g, "'");
    const lost = named.filter(
      ({ file, name }) => !exists(file) || !textsOf(file).some((text) => plain(text).includes(plain(name))),
    );
    expect(lost).toEqual([]);
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
