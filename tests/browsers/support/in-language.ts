import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserDriver, buildOf, type TestBrowser } from './driver.ts';

/** A browser with the built extension, in which the catalogue of a language stands in the place of English. */
export async function openInLanguage(browser: TestBrowser, language: string): Promise<BrowserDriver> {
  const extension = mkdtempSync(join(tmpdir(), `sourcelight-${language}-`));
  cpSync(buildOf(browser.name), extension, { recursive: true });
  cpSync(join(extension, `_locales/${language}`), join(extension, '_locales/en'), { recursive: true });
  const driver = await browser.open({ extension });
  void driver.whenClosed().then(() => rmSync(extension, { recursive: true, force: true }));
  return driver;
}
