import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

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
  });
});
