/*
 * Writes `public/third-party-licences.txt`: the licences of all packages whose code is in the shipped extension.
 * Run `npx tsx scripts/package-licences.ts` after a change of dependencies; a test compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
export const NOTICES_FILE = join(ROOT, 'public/third-party-licences.txt');
/** Parts that no entrypoint reaches. */
const NOT_SHIPPED = ['src/cli/'];
/** WXT puts a wrapper around the code and the polyfill in the place of `wxt/browser`, without an import of either in it. */
const BY_THE_BUILD = ['wxt', 'webextension-polyfill'];

/** A package whose code is shipped. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly repository: string;
  /** The full text of its licence. */
  readonly text: string;
}

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages that the extension's code imports, and those that they depend on, by name. */
export function shippedPackages(): readonly ShippedPackage[] {
  const waiting = [...importedPackages(), ...BY_THE_BUILD];
  const found = new Map<string, ShippedPackage>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const folder = join(ROOT, 'node_modules', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    found.set(name, describe(name, folder, manifest));
    // What WXT depends on is its tools; of itself it ships some lines around each entrypoint.
    if (name !== 'wxt') waiting.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The text of {@link NOTICES_FILE} for the packages that are installed now. */
export function notices(): string {
  const head = 'Sourcelight contains code of these packages, under these licences. The source of each is at the address given.\n';
  const parts = shippedPackages().map(
    ({ name, version, licence, repository, text }) =>
      `${'='.repeat(80)}\n${name} ${version} (${licence})\n${repository}\n${'='.repeat(80)}\n\n${text.trim()}\n`,
  );
  return [head, ...parts].join('\n');
}

function describe(name: string, folder: string, manifest: Manifest): ShippedPackage {
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'License'].find((one) =>
    existsSync(join(folder, one)),
  );
  if (file === undefined && name !== 'wxt') throw new Error(`${name} has no file with its licence`);
  const { repository } = manifest;
  const address = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return {
    name,
    version: manifest.version,
    licence: manifest.license ?? 'see below',
    repository: address.replace(/^git\+|\.git$/g, ''),
    text: file === undefined ? 'MIT License, see the address above.' : readFileSync(join(folder, file), 'utf8'),
  };
}

function importedPackages(): Set<string> {
  const names = new Set<string>();
  for (const folder of ['src', 'entrypoints']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const shown = path.slice(ROOT.length + 1).replaceAll('\\', '/');
      if (!/\.tsx?$/.test(entry.name) || NOT_SHIPPED.some((part) => shown.startsWith(part))) continue;
      const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export)\b(?! type)[^;]*?from '([^'.][^']*)'/gm);
      for (const [, specifier = ''] of imports) names.add(specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier);
    }
  }
  return names;
}

if (process.argv[1] === import.meta.filename) writeFileSync(NOTICES_FILE, notices());
