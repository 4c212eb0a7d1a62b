import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserDriver, buildOf, type TestBrowser } from './driver.ts';

/** A browser with a copy of the built extension in which something was changed. */
async function openChanged(browser: TestBrowser, change: (extension: string) => void): Promise<BrowserDriver> {
  const extension = mkdtempSync(join(tmpdir(), 'sourcelight-changed-'));
  cpSync(buildOf(browser.name), extension, { recursive: true });
  change(extension);
  const driver = await browser.open({ extension });
  void driver.whenClosed().then(() => rmSync(extension, { recursive: true, force: true }));
  return driver;
}

/** A browser with the built extension, in which the catalogue of a language stands in the place of English. */
export function openInLanguage(browser: TestBrowser, language: string): Promise<BrowserDriver> {
  return openChanged(browser, (extension) =>
    cpSync(join(extension, `_locales/${language}`), join(extension, '_locales/en'), { recursive: true }),
  );
}

/** In a page of the extension: what the administrator set is not read before the document hears `read-on`. */
function holdManaged(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, of which one call is held
  const { storage } = (globalThis as any).browser ?? (globalThis as any).chrome;
  const get = storage.managed.get.bind(storage.managed);
  const asked = new Promise<void>((resolve) => document.addEventListener('read-on', () => resolve(), { once: true }));
  storage.managed.get = (...keys: readonly unknown[]) => asked.then(() => get(...keys));
}

/** A browser with the built extension, whose surfaces are as slow to read what an administrator set as a test wants. */
export function openWithSlowPolicies(browser: TestBrowser): Promise<BrowserDriver> {
  return openChanged(browser, (extension) => {
    writeFileSync(join(extension, 'hold.js'), `(${holdManaged})();`);
    for (const name of ['popup.html', 'sidepanel.html']) {
      const path = join(extension, name);
      writeFileSync(path, readFileSync(path, 'utf8').replace('<head>', '<head><script src="/hold.js"></script>'));
    }
  });
}

/** In the background: the first requests for an analysis are heard by nobody. */
function beDeaf(times: number): void {
  // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, of which one event is changed
  const { onMessage } = ((globalThis as any).browser ?? (globalThis as any).chrome).runtime;
  const add = onMessage.addListener.bind(onMessage);
  // A reply that nobody holds tells the page that none will come.
  const held: unknown[] = [];
  onMessage.addListener = (listener: (...heard: readonly unknown[]) => unknown) =>
    add((...heard: readonly unknown[]) => {
      const [message, , reply] = heard as [{ readonly type?: string }, unknown, unknown];
      if (message?.type !== 'analyse' || held.length === times) return listener(...heard);
      held.push(reply);
      return true;
    });
}

/** A browser with the built extension, whose background does not hear the first requests for an analysis. */
export function openWithDeafBackground(browser: TestBrowser, times: number): Promise<BrowserDriver> {
  return openChanged(browser, (extension) => {
    const path = join(extension, 'background.js');
    writeFileSync(path, `(${beDeaf})(${times});\n${readFileSync(path, 'utf8')}`);
  });
}
