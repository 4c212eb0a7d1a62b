import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenOptions } from '../../../scripts/browsers/driver.ts';
import type { TestBrowser } from './driver.ts';

/** What a browser is opened with so that it finds again what the extension kept when it was open before. */
export function keptProfile(): Partial<OpenOptions> & { readonly profile: string } {
  // Firefox takes an unpacked extension for one that is removed at the end, with all that is its own.
  const preferences = {
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
  };
  return { profile: mkdtempSync(join(tmpdir(), 'sourcelight-profile-')), preferences };
}

/** The files in which each browser keeps what the extension stores, and those of its own database, where the kept analyses are. */
const FILES = {
  chromium: { stored: /[\\/]Local Extension Settings[\\/]/, analyses: /[\\/]IndexedDB[\\/]chrome-extension/ },
  firefox: { stored: /moz-extension.*\^userContextId=\d+.*\.sqlite$/, analyses: /moz-extension[^^]*\.sqlite$/ },
} as const;

/**
 * Overwrites such files while the browser is closed: from the start (`whole`), or behind the first page of Firefox's database, so that it still
 * opens and fails when it is read.
 */
export function damage(
  profile: string,
  browser: TestBrowser['name'],
  what: 'stored' | 'analyses',
  from: 'whole' | 'inside',
): void {
  const files = readdirSync(profile, { recursive: true })
    .map((file) => join(profile, String(file)))
    .filter((file) => FILES[browser][what].test(file) && statSync(file).isFile() && statSync(file).size > 0);
  if (files.length === 0) throw new Error(`nothing of the extension is kept in ${profile}`);
  for (const file of files) {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill('garbage ', from === 'whole' ? 0 : Math.min(4096, bytes.length)));
  }
}
