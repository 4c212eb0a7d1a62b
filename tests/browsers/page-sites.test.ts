import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserDriver,
  browsers,
  ChromiumDriver,
  FirefoxDriver,
  type Server,
  servePages,
  waitUntil,
} from './support/driver.ts';
import { paintedIn, whenState } from './support/painted.ts';

const SITE = '*://127.0.0.1/*';

interface ExtensionApi {
  readonly permissions: { remove(permissions: object): Promise<boolean>; getAll(): Promise<{ origins?: string[] }> };
  readonly tabs: { query(what: object): Promise<readonly { id: number; url?: string }[]> };
  readonly action: { getBadgeText(details: object): Promise<string> };
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly object[]> };
  readonly developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
}

/** Grants a site as the reader's “Allow” does: the browser's own question cannot be answered from outside. */
async function grantSite(driver: FirefoxDriver): Promise<void> {
  await driver.inChrome((origin: string) => {
    interface Chrome {
      ChromeUtils: {
        importESModule(path: string): {
          ExtensionPermissions: { add(id: string, permissions: object, extension: unknown): void };
        };
      };
      WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
    }
    const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Chrome;
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const id = 'sourcelight@sourcelight.example';
    ExtensionPermissions.add(id, { permissions: [], origins: [origin] }, WebExtensionPolicy.getByID(id).extension);
  }, SITE);
}

/** Chromium has no such way: the built extension in a copy whose manifest has the site, as if it had been granted before. */
function withSiteGranted(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sourcelight-site-'));
  const build = process.env.SOURCELIGHT_BUILD ?? resolve(import.meta.dirname, '../../.output');
  cpSync(resolve(build, 'chrome-mv3'), copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: [SITE] }));
  return copy;
}

/** Takes the site back as a reader does: in Chromium on the browser's own page of the extension, in Firefox as from our settings. */
async function takeBack(driver: BrowserDriver): Promise<void> {
  if (driver instanceof ChromiumDriver) {
    const extensions = await driver.open('chrome://extensions/');
    await extensions.evaluate((id: string) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      return chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_CLICK' });
    }, driver.extension.id);
    await extensions.close();
  } else {
    await driver.evaluateInBackground(
      (origin: string) => (globalThis as unknown as { browser: ExtensionApi }).browser.permissions.remove({ origins: [origin] }),
      SITE,
    );
  }
}

for (const browser of browsers) {
  describe(`“always on this site”, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let copy: string | null = null;

    beforeAll(async () => {
      site = await servePages();
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
      if (copy) rmSync(copy, { recursive: true, force: true });
    });

    const inBackground = <R>(what: 'badge' | 'scripts' | 'origins') =>
      driver.evaluateInBackground(async (asked: string) => {
        const { browser: own, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
        const api = own ?? chrome;
        if (asked === 'scripts') return (await api.scripting.getRegisteredContentScripts()).length;
        if (asked === 'origins') return (await api.permissions.getAll()).origins ?? [];
        const tabs = await api.tabs.query({});
        const texts = await Promise.all(tabs.map(({ id }) => api.action.getBadgeText({ tabId: id })));
        return texts.find((text) => text !== '') ?? '';
      }, what) as Promise<R>;

    test('nothing runs before it is asked for', async () => {
      expect(await inBackground<string[]>('origins')).toEqual([]);
      expect(await inBackground<number>('scripts')).toBe(0);
      const page = await driver.open(`${site.url}/plain.html`);
      expect(await paintedIn(page)).toEqual([]);
      await page.close();
    });
    test('an article of the site is painted without a click, and the badge says how many sources it has', async () => {
      if (driver instanceof FirefoxDriver) await grantSite(driver);
      else {
        await driver.close();
        copy = withSiteGranted();
        driver = await browser.open({ extension: copy });
      }
      await waitUntil(async () => (await inBackground<string[]>('origins')).length > 0, { message: 'not granted' });
      await waitUntil(async () => (await inBackground<number>('scripts')) > 0, { message: 'not registered' });
      const page = await driver.open(`${site.url}/plain.html`);
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'nothing painted' });
      const badge = await waitUntil(() => inBackground<string>('badge'), { message: 'no badge' });
      expect(Number(badge)).toBeGreaterThan(0);
      await page.close();
    });
    test('taken back while an article of it is read, that article keeps its labels and their switches, and the next is left alone', async () => {
      const page = await driver.open(`${site.url}/plain.html`);
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'nothing painted' });
      await takeBack(driver);
      await waitUntil(async () => (await inBackground<string[]>('origins')).length === 0, { message: 'still granted' });
      await waitUntil(async () => (await inBackground<number>('scripts')) === 0, { message: 'still registered' });
      expect((await paintedIn(page)).length).toBeGreaterThan(0);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.click('.popup__body > .switch [role=switch]');
      await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'still painted' });
      await page.close();
      const next = await driver.open(`${site.url}/plain.html`);
      expect(await paintedIn(next)).toEqual([]);
      await next.close();
    });
  });
}
