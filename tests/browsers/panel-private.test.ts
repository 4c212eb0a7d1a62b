import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDriver, browsers, FirefoxDriver, type Server, type Surface, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';

/** What of the extension's own API is asked for here. */
interface Storage {
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, unknown>> } };
}

/** In the browser's own window: lets the extension into private windows, as its page of settings does. */
async function allowInPrivate(id: string): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
  const { ChromeUtils } = globalThis as any;
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(id)).reload();
}

// Chromium has no switch that lets an extension into private windows.
describe.runIf(browsers.some(({ name }) => name === 'firefox'))('private windows, in firefox', () => {
  let driver: BrowserDriver;
  let site: Server;
  let panel: Surface;

  beforeAll(async () => {
    const firefox = browsers.find(({ name }) => name === 'firefox');
    if (!firefox) throw new Error('no Firefox');
    site = await serveSamples();
    driver = await firefox.open({ preferences: { 'browser.privatebrowsing.autostart': true } });
    if (driver instanceof FirefoxDriver) await driver.inChrome(allowInPrivate, driver.id);
    const page = await driver.open(`${site.url}/swing-bridge.html`);
    const popup = await page.clickToolbarButton();
    await whenState(popup, 'ready');
    await popup.click('.popup__bar .button--icon');
    panel = await driver.surface('/sidepanel.html');
    await whenState(panel, 'ready');
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it('show a correction, and keep nothing of it', async () => {
    await panel.click('[data-sentence="0"] .sentence__button');
    await panel.click('.sentence__details .button');
    await panel.click('.correction__actions .button:nth-of-type(3)');
    await panel.waitFor(() => document.querySelector('.corrections__gone')?.textContent?.includes('PORT ELLERY'));
    const kept = await driver.evaluateInBackground(async () => {
      const { browser } = globalThis as unknown as { browser: Storage };
      return Object.keys(await browser.storage.local.get(null));
    });
    expect(kept.filter((key) => key.startsWith('corrections:'))).toEqual([]);
  });

  it('offer no way to keep an analysis', async () => {
    expect(await panel.evaluate(() => document.querySelector('[aria-label^="Keep this analysis"]'))).toBeNull();
  });
});
