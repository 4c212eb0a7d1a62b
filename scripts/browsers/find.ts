import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** Where browsers stand that are not in PATH, by platform; `~` is the home folder. */
const USUAL_PLACES: Readonly<Record<BrowserKind, Partial<Record<NodeJS.Platform, readonly string[]>>>> = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      '~\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      '~\\AppData\\Local\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  },
  firefox: {
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe', 'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe'],
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

/** Path of an installed browser, or null. */
export function findBrowser(kind: BrowserKind): string | null {
  for (const variable of VARIABLES[kind]) {
    const path = process.env[variable];
    if (path && existsSync(path)) return path;
  }
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const command of COMMANDS[kind]) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const ending of endings) {
        const path = join(folder, command + ending);
        if (folder && existsSync(path)) return path;
      }
    }
  }
  for (const place of USUAL_PLACES[kind][process.platform] ?? []) {
    const path = place.replace(/^~/, homedir());
    if (existsSync(path)) return path;
  }
  return null;
}

/** Whether this process may install packages with apt. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Finds a browser, or, as root on Debian, installs it; null where neither is possible. */
export function findOrInstallBrowser(kind: BrowserKind): string | null {
  const found = findBrowser(kind);
  if (found || !canInstall()) return found;
  const name = DEBIAN_PACKAGES[kind];
  console.log(`No ${kind} here: installing Debian's ${name} (about a minute) …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', name],
  ]) {
    const run = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (run.status !== 0) return null;
  }
  return findBrowser(kind);
}
