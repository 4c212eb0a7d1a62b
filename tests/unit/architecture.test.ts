import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What each layer may import besides itself (docs/architecture.md). Packages are the layer's own affair; `browser.*` is not. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/article': [],
  'src/packs': ['src/article'],
  'src/engine': ['src/article', 'src/packs'],
  'src/page': ['src/article', 'src/packs'],
  'src/corrections': ['src/article'],
  // The message catalogue gives the keys their types.
  'src/platform': ['src/article', 'src/packs', 'src/corrections', 'public/_locales'],
  'src/export': ['src/article', 'src/packs'],
  'src/ui': ['src/article', 'src/packs', 'src/platform', 'src/export', 'src/corrections'],
  'src/app': ['src/article', 'src/packs', 'src/engine', 'src/page', 'src/platform', 'src/export', 'src/corrections'],
  'src/cli': ['src/article', 'src/packs', 'src/engine', 'src/page/extract', 'src/export'],
};
/** Only these may touch the extension API. */
const BROWSER_API = ['src/platform', 'src/app'];

type Files = ReadonlyMap<string, string>;

function read(folder: string): Files {
  const all = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const code = all.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  const paths = code.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

function violations(files: Files): string[] {
  const inside = (path: string, folders: readonly string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
  return [...files].flatMap(([path, code]) => {
    const layer = Object.keys(ALLOWED).find((folder) => path.startsWith(`${folder}/`));
    if (layer === undefined) return [`${path} is in no layer`];
    const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return imports.flatMap((name) => {
      if (name === 'wxt/browser') return inside(path, BROWSER_API) ? [] : [`${path} touches browser.*`];
      if (!name.startsWith('.')) return [];
      const target = posix.join(posix.dirname(path), name);
      return inside(target, [layer, ...(ALLOWED[layer] ?? [])]) ? [] : [`${path} imports ${target}`];
    });
  });
}

it('keeps to the import directions, and every layer has files', () => {
  const files = read('src');
  for (const layer of Object.keys(ALLOWED))
    expect([...files.keys()].filter((path) => path.startsWith(`${layer}/`))).not.toEqual([]);
  expect(violations(files)).toEqual([]);
});

it.each([
  [
    'src/engine/stage.ts',
    "import { x } from '../page/highlight/paint.ts';",
    'src/engine/stage.ts imports src/page/highlight/paint.ts',
  ],
  ['src/ui/popup.tsx', "const x = await import('../engine/analyse.ts');", 'src/ui/popup.tsx imports src/engine/analyse.ts'],
  ['src/cli/main.ts', "export * from '../page/highlight/paint.ts';", 'src/cli/main.ts imports src/page/highlight/paint.ts'],
  ['src/page/card.ts', "import { browser } from 'wxt/browser';", 'src/page/card.ts touches browser.*'],
  ['src/misc/x.ts', '', 'src/misc/x.ts is in no layer'],
])('finds a planted violation in %s', (path, code, message) => {
  expect(violations(new Map([[path, code]]))).toEqual([message]);
});

it('keeps entrypoints to wiring: 40 lines at most', () => {
  const long = [...read('entrypoints')].filter(([, code]) => code.trimEnd().split('\n').length > 40);
  expect(long.map(([path]) => path)).toEqual([]);
});

it("has no class of all the world's letters in the engine: at each start the browser takes milliseconds to compile one", () => {
  const dear = [...read('src/engine')].filter(([, code]) => /\\p\{(?:L|Lu|Ll|N)\}/.test(code.replaceAll(/^ ?\*.*$/gm, '')));
  expect(dear.map(([path]) => path)).toEqual([]);
});
