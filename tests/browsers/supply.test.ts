import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../../scripts/package-dates.ts';
import { NOTICES_FILE, notices, shippedPackages } from '../../scripts/package-licences.ts';
import { unpack } from './support/unpack.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Bytes that a store package may have (docs/dependencies.md): half of what a school's slowest line loads in a minute. */
const BUDGET = 6_000_000;
const PACKAGES = ['sourcelight-0.1.0-chrome.zip', 'sourcelight-0.1.0-firefox.zip', 'sourcelight-0.1.0-sources.zip'] as const;

/** Builds the store packages of a folder of sources as `npm run zip` does, in a folder of their own. */
function zipInto(folder: string, sources: string): void {
  const config = join(folder, 'wxt.config.mjs');
  const base = JSON.stringify(join(sources, 'wxt.config.ts'));
  const places = `root: ${JSON.stringify(sources)}, outDir: ${JSON.stringify(folder)}`;
  writeFileSync(config, `import base from ${base};\nexport default { ...base, ${places} };\n`);
  const wxt = join(sources, 'node_modules/wxt/bin/wxt.mjs');
  // Without the test runner's own NODE_ENV, which would build for development, with the paths of this machine in the code.
  const { NODE_ENV: _, ...env } = process.env;
  for (const args of [['prepare'], ['zip', '-b', 'chrome'], ['zip', '-b', 'firefox']]) {
    const run = spawnSync(process.execPath, [wxt, ...args, '-c', config], { cwd: sources, env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`wxt ${args.join(' ')}: ${run.stdout}${run.stderr}`);
  }
}

/** Unpacks the archive of the sources as a reviewer of a store does; the packages of the lockfile are those that are here. */
function unpackSources(archive: string, folder: string): void {
  unpack(archive, folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Every file under a folder that is code. */
function codeIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|html|css)$/.test(entry.name))
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const);
}

describe('the store packages', () => {
  let folders: readonly [string, string];
  let sources: string;
  beforeAll(() => {
    const folder = (name: string) => mkdtempSync(join(tmpdir(), `sourcelight-${name}-`));
    folders = [folder('zip'), folder('zip')];
    sources = folder('sources');
    zipInto(folders[0], ROOT);
    unpackSources(join(folders[0], PACKAGES[2]), sources);
    zipInto(folders[1], sources);
  }, 600_000);
  afterAll(() => {
    for (const folder of [...folders, sources]) rmSync(folder, { recursive: true, force: true });
  });

  it('are the same bytes when they are built again, from the archive of their sources', () => {
    const entriesOf = (folder: string, name: string) =>
      readArchive(readFileSync(join(folder, name))).map((entry) => `${entry.name} ${entry.checksum}`);
    for (const name of PACKAGES) expect(entriesOf(folders[1], name)).toEqual(entriesOf(folders[0], name));
    const [one, two] = folders.map((folder) => PACKAGES.map((name) => `${name} ${hash(join(folder, name))}`));
    expect(two).toEqual(one);
  });

  it('keep to their budget', () => {
    for (const name of PACKAGES) expect([name, statSync(join(folders[0], name)).size < BUDGET]).toEqual([name, true]);
  });

  it('hold the notices of others’ code, and the sources all that a reviewer needs to build them', () => {
    const namesIn = (name: string) => readArchive(readFileSync(join(folders[0], name))).map((entry) => entry.name);
    for (const name of PACKAGES.slice(0, 2)) expect(namesIn(name)).toContain('third-party-licences.txt');
    expect(namesIn('sourcelight-0.1.0-sources.zip')).toEqual(
      expect.arrayContaining([
        'package.json',
        'package-lock.json',
        'wxt.config.ts',
        'docs/store/build-from-sources.md',
        'src/engine/analyse.ts',
        'src/engine/weights/weights.bin',
      ]),
    );
  });

  it.each(['chrome-mv3', 'firefox-mv3'])('%s asks for no more than docs/privacy.md says', (build) => {
    const manifest = JSON.parse(readFileSync(join(folders[0], build, 'manifest.json'), 'utf8'));
    const sidePanel = build === 'chrome-mv3' ? ['sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'contextMenus', 'scripting', ...sidePanel, 'storage'].sort());
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    const policy = manifest.content_security_policy.extension_pages as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
    if (build === 'firefox-mv3')
      expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
    const privacy = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
    for (const permission of [...manifest.permissions, ...manifest.optional_host_permissions])
      expect(privacy).toContain(`\`${permission}\``);
  });

  it.each(['chrome-mv3', 'firefox-mv3'])('%s holds no code that could open a connection, run a string or set HTML', (build) => {
    const forms =
      /\b(?:fetch|eval|importScripts|Function)\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport|Function)\b|sendBeacon|\.(?:inner|outer)HTML\s*=(?!=|``|""|'')|insertAdjacentHTML|document\.write/;
    const found = codeIn(join(folders[0], build)).flatMap(([name, code]) => {
      const hit = forms.exec(code);
      return hit ? [`${name}: ${code.slice(Math.max(0, hit.index - 40), hit.index + 60)}`] : [];
    });
    expect(found).toEqual([]);
  });
});

it('the notices name every package that is shipped, with its licence as installed', () => {
  expect(readFileSync(NOTICES_FILE, 'utf8')).toBe(notices());
  const reasons = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
  for (const { name, version } of shippedPackages()) expect(reasons).toContain(`\`${name}\` ${version}`);
});

it('every dependency is fixed to one version, and the lockfile takes all from the registry', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [path, one] of Object.entries<{ integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean }>(
    packages,
  )) {
    if (path === '' || one.inBundle) continue;
    expect([path, one.integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
  }
});
