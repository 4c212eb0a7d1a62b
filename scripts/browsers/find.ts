import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { OLDEST } from './oldest.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** What finding a browser depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const HERE: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** Where browsers stand that are not in PATH, by platform; `~` is the home folder, `%NAME%` a variable of Windows. */
const USUAL_PLACES: Readonly<Record<BrowserKind, Partial<Record<NodeJS.Platform, readonly string[]>>>> = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '~/Applications/Chromium.app/Contents/MacOS/Chromium',
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '~/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe',
      '%LocalAppData%\\Google\\Chrome\\Application\\chrome.exe',
      '%LocalAppData%\\Chromium\\Application\\chrome.exe',
      '%ProgramFiles%\\Chromium\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe',
      '%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
    ],
  },
  firefox: {
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: [
      '%ProgramFiles%\\Mozilla Firefox\\firefox.exe',
      '%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe',
      '%LocalAppData%\\Mozilla Firefox\\firefox.exe',
      '%ProgramFiles%\\Firefox Developer Edition\\firefox.exe',
    ],
    linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
  },
};

/** Names in PATH, best first. */
const COMMANDS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Environment variables that name a browser and win over all that is found. */
const VARIABLES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['CHROMIUM', 'CHROME_PATH'],
  firefox: ['FIREFOX'],
};

/** Debian's package of each browser. */
const DEBIAN_PACKAGES: Readonly<Record<BrowserKind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Every path at which a browser may stand on a machine, best first, whether there is one or not. */
export function placesOf(kind: BrowserKind, machine: Machine = HERE): readonly string[] {
  const { platform, env, home } = machine;
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command + ending)));
  const usual = (USUAL_PLACES[kind][platform] ?? [])
    .map((place) => place.replace(/^~/, home).replace(/^%(.+)%/, (_, name: string) => env[name] ?? ''))
    .filter((place) => !place.startsWith('\\'));
  return [...inPath, ...usual];
}

/** A browser that is there but cannot be used. */
export interface OldBrowser {
  readonly path: string;
  readonly version: number;
}

const versions = new Map<string, number | 'unknown' | 'broken'>();

/** Main version of a browser; unknown on Windows, where asking would open it; broken where it stands for one that is not installed. */
function versionOf(path: string): number | 'unknown' | 'broken' {
  let version = versions.get(path);
  if (version === undefined) {
    version = process.platform === 'win32' ? 'unknown' : askVersion(path);
    versions.set(path, version);
  }
  return version;
}

function askVersion(path: string): number | 'unknown' | 'broken' {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (run.signal !== null) return 'unknown';
  if (run.status !== 0) return 'broken';
  const [, main] = /(\d+)\.\d/.exec(run.stdout) ?? [];
  return main === undefined ? 'unknown' : Number(main);
}

function isTooOld(kind: BrowserKind, path: string): boolean {
  const version = versionOf(path);
  return typeof version === 'number' && version < OLDEST[kind];
}

/** Path of an installed browser that the extension runs in, or null. What the environment names is taken as it is. */
export function findBrowser(kind: BrowserKind): string | null {
  for (const variable of VARIABLES[kind]) {
    const path = process.env[variable];
    if (path && existsSync(path)) return path;
  }
  const isUsable = (path: string) => existsSync(path) && versionOf(path) !== 'broken' && !isTooOld(kind, path);
  return placesOf(kind).find(isUsable) ?? null;
}

/** A browser that is installed, but older than the extension runs in; null where there is none. */
export function findOldBrowser(kind: BrowserKind): OldBrowser | null {
  const path = placesOf(kind).find((place) => existsSync(place) && isTooOld(kind, place));
  const version = path === undefined ? null : versionOf(path);
  return path !== undefined && typeof version === 'number' ? { path, version } : null;
}

/** Whether this process may install packages with apt. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Finds a browser, or, as root on Debian, installs it or a newer one; null where neither is possible. */
export function findOrInstallBrowser(kind: BrowserKind): string | null {
  const found = findBrowser(kind);
  if (found || !canInstall()) return found;
  const name = DEBIAN_PACKAGES[kind];
  const old = findOldBrowser(kind);
  const why = old === null ? `No ${kind} here` : `${old.path} is version ${old.version}, the extension needs ${OLDEST[kind]}`;
  console.log(`${why}: installing Debian's ${name} (about a minute) …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', name],
  ]) {
    const run = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (run.status !== 0) return null;
  }
  versions.clear();
  return findBrowser(kind);
}
