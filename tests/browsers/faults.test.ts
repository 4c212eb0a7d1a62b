import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate, LONG_PAGE, untilAnalysing } from './support/analysing.ts';
import { chooseFile } from './support/choose-file.ts';
import {
  type BrowserDriver,
  browsers,
  ChromiumDriver,
  FirefoxDriver,
  type Server,
  type Surface,
  serveSamples,
  waitUntil,
} from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';
import { says } from './support/words.ts';

/** The extension API, in functions that run inside the extension. */
// biome-ignore lint/suspicious/noExplicitAny: two browsers' own objects, of which a line each is used
declare const chrome: any;

const ARTICLE = '/swing-bridge.html';
const OTHER_ARTICLE = '/ceasefire-talks.html';
const SWITCH = '.popup__body > .switch [role=switch]';

/** Sets what the extension has stored. */
async function store(driver: BrowserDriver, values: Readonly<Record<string, unknown>>): Promise<void> {
  await driver.evaluateInBackground(async (stored: object) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(stored);
    return true;
  }, values);
}

for (const browser of browsers) {
  describe(`when something goes wrong, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await serveSamples({ pages: { '/long': LONG_PAGE } });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('a tab that is closed while its article is analysed leaves the others their labels', async () => {
      const closing = await driver.open(`${site.url}/long`);
      await untilAnalysing(driver, closing);
      await closing.close();
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      await page.close();
    });

    it('without a network all works as with one', async () => {
      const page = await driver.open(site.url + ARTICLE);
      const offline = (is: boolean) =>
        driver instanceof FirefoxDriver
          ? driver.inChrome((to: boolean) => {
              // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
              (window as any).Services.io.offline = to;
            }, is)
          : // biome-ignore lint/suspicious/noExplicitAny: the drivers' own classes, which the interface hides
            (page as any).page.setOfflineMode(is);
      await offline(true);
      await page.waitFor(() => !navigator.onLine, { message: 'still online' });
      await annotate(page);
      await offline(false);
      await page.close();
    });

    it('two windows at once show an article each, and what is hidden in one stays in the other', async () => {
      const one = await driver.open(site.url + ARTICLE);
      await annotate(one);
      const two = await driver.openWindow(site.url + OTHER_ARTICLE);
      const popup = await annotate(two);
      const before = await paintedWords(one);
      await popup.click(SWITCH);
      await waitUntil(async () => (await paintedIn(two)).length === 0, { message: 'still painted' });
      expect(await paintedWords(one)).toEqual(before);
      await two.close();
      await one.close();
    });

    it.each([
      ['words in place of settings', { settings: 'garbage' }],
      ['settings of wrong types', { settings: { version: 1, minConfidence: 'high', fill: 7, lines: [], packs: 'all' } }],
      ['settings of a version to come', { settings: { version: 999 } }],
      [
        'damaged corrections and packs',
        { packs: { a: [1] }, 'corrections:KEY': { version: 1, corrections: [{ selector: null }] } },
      ],
    ])('%s: the article has its labels, and the reader is told where settings are lost', async (_, stored) => {
      const values = JSON.parse(JSON.stringify(stored).replace('KEY', site.url + ARTICLE)) as Record<string, unknown>;
      await store(driver, values);
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      await page.close();
      if ('settings' in values) {
        const options = await driver.open(driver.extensionUrl('options.html'));
        await options.waitFor(() => document.querySelector('.notice') !== null, { message: 'the reader is not told' });
        await options.close();
      }
      // What could not be read is not thrown away.
      expect(await driver.evaluateInBackground(() => chrome.storage.local.get(null))).toMatchObject(values);
      await store(driver, {});
    });

    it('an extension that is updated leaves a page in peace, and a click gives it its labels anew', async () => {
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      const words = [...(await paintedWords(page))].sort();
      await update(driver);
      // Firefox ends the old scripts at once, with no word to them; in Chromium they live on, notice, and tidy up.
      if (browser.name === 'chromium') {
        await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'the old paint stays' });
        expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
      }
      expect(await page.evaluate(() => document.querySelectorAll('sourcelight-card').length)).toBe(0);
      const popup = await annotate(page);
      expect([...(await paintedWords(page))].sort()).toEqual(words);
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
      await popup.click(SWITCH);
      await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'something old stays painted' });
      await page.close();
    });
  });

  describe(`where the disk is full, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await serveSamples();
      // Chromium lets an extension keep ten megabytes; Firefox as much as the disk holds, or as it is told here, in kilobytes.
      driver = await browser.open({ preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': 8192 } });
      await driver.evaluateInBackground(() => chrome.storage.local.set({ 'corrections:x': 'kept' }).then(() => true));
      await fillStorage(driver);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('a correction holds on the page, and the reader is told that it will not be kept', async () => {
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      const panel = await driver.open(`${driver.extensionUrl('sidepanel.html')}?tab=${await tabInFront(driver)}`);
      await panel.click('[data-sentence="4"] .sentence__button');
      await panel.click('.sentence__details .button');
      await panel.click('.correction__actions .button:nth-of-type(3)');
      await panel.waitFor(() => document.querySelector('[role=tabpanel] .notice--warning') !== null, { message: 'not told' });
      expect((await paintedWords(page)).length).toBeGreaterThan(5);
      await panel.close();
      await page.close();
    });

    it('a setting that cannot be kept stays as it was, the reader is told, and what was kept is still there', async () => {
      const options = await driver.open(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
      const isOn = (surface: Surface) =>
        surface.evaluate(() => document.querySelector<HTMLInputElement>('#first_view [role=switch]')?.checked);
      const before = await isOn(options);
      await options.click('#first_view [role=switch]');
      await options.waitFor(() => document.querySelector('.notice--error[role=alert]') !== null, { message: 'not told' });
      await options.close();
      const again = await driver.open(driver.extensionUrl('options.html'));
      await whenState(again, 'ready');
      expect(await isOn(again)).toBe(before);
      await again.close();
      expect(await driver.evaluateInBackground(() => chrome.storage.local.get('corrections:x'))).toEqual({
        'corrections:x': 'kept',
      });
    });

    it('packs from a file that cannot be kept: the reader is told, and no half of them is stored', async () => {
      const options = await driver.open(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
      const packs = Array.from({ length: 40 }, (_, at) => ({
        id: `guild-${at}`,
        name: `Guild ${at}`,
        entries: [{ id: 'guild', name: 'Pilots’ guild', type: 'business', forms: ['pilots’ guild'] }],
      }));
      await chooseFile(options, JSON.stringify({ format: 'sourcelight-packs', version: 1, packs }));
      await options.waitFor(() => document.querySelector('.notice--error[role=alert]') !== null, { message: 'not told' });
      await options.close();
      expect(await driver.evaluateInBackground(() => chrome.storage.local.get('packs'))).toEqual({});
    });

    it('an analysis that cannot be kept: the reader is told, and it stays on the screen', async () => {
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      const panel = await driver.open(`${driver.extensionUrl('sidepanel.html')}?tab=${await tabInFront(driver)}`);
      await panel.waitFor(() => document.querySelector('[data-sentence="4"]') !== null, { message: 'no article' });
      await leaveNoRoom(driver, panel);
      await panel.click('[aria-label^="Keep this analysis"]');
      await says(panel, 'could not be kept');
      expect(await panel.evaluate(() => document.querySelector('[data-sentence="4"]') !== null)).toBe(true);
      await panel.close();
      await page.close();
    });
  });
}

/** Fills what the browser lets the extension keep to the last bytes, with what Firefox cannot make smaller. */
async function fillStorage(driver: BrowserDriver): Promise<void> {
  await driver.evaluateInBackground(async () => {
    const random = (size: number) => {
      const bytes = Array.from({ length: Math.ceil(size / 50_000) }, () => crypto.getRandomValues(new Uint8Array(50_000)));
      return bytes
        .map((part) => String.fromCharCode(...part.map((byte) => 32 + (byte % 64))))
        .join('')
        .slice(0, size);
    };
    for (let size = 4_000_000; size > 16; size = Math.floor(size / 2)) {
      for (let at = 0; at < 3; at++) {
        await chrome.storage.local.set({ [`filler-${size}-${at}`]: random(size) }).catch(() => null);
      }
    }
    return true;
  });
}

/** Chromium counts databases by themselves, and gives them a part of the disk: here nothing of it, as long as its session is attached. In Firefox all is full already. */
async function leaveNoRoom(driver: BrowserDriver, surface: Surface): Promise<void> {
  if (!(driver instanceof ChromiumDriver)) return;
  // biome-ignore lint/suspicious/noExplicitAny: the drivers' own classes, which the interface hides
  const session = await (surface as any).page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: driver.extensionUrl('').replace(/\/$/, ''), quotaSize: 1 });
}

/** Updates the extension to the same version, which ends all that runs of it and starts it anew. */
async function update(driver: BrowserDriver): Promise<void> {
  // `runtime.reload` leaves headless Chromium without a button to click on.
  if (driver instanceof ChromiumDriver) await driver.browser.installExtension(driver.extension.path);
  else if (driver instanceof FirefoxDriver)
    await driver.inChrome(async (id: string) => {
      // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
      const { AddonManager } = (globalThis as any).ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(id)).reload();
    }, driver.id);
}
