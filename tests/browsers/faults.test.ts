import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HUGE_PAGES } from './hostile-pages.ts';
import {
  type BrowserDriver,
  browsers,
  ChromiumDriver,
  FirefoxDriver,
  type PageDriver,
  type Server,
  type Surface,
  serveSamples,
  waitUntil,
} from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';

/** The extension API, in functions that run inside the extension. */
// biome-ignore lint/suspicious/noExplicitAny: two browsers' own objects, of which a line each is used
declare const chrome: any;

const ARTICLE = '/swing-bridge.html';
const OTHER_ARTICLE = '/ceasefire-talks.html';
const SWITCH = '.popup__body > .switch [role=switch]';

/** Opens the popup on a page and waits until the article is painted. */
async function annotate(page: PageDriver): Promise<Surface> {
  const popup = await page.clickToolbarButton();
  await whenState(popup, 'ready');
  await waitUntil(async () => (await paintedWords(page)).length > 5, { message: 'nothing painted' });
  return popup;
}

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
      // Twenty times a usual article: work that takes a while.
      const long = HUGE_PAGES[0]?.html.replace(/(<p>The council said[^<]{30000})[^<]*/, '$1') ?? '';
      site = await serveSamples({ pages: { '/long': long } });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('a background that was stopped is woken by the next thing that is asked of it', async () => {
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      const words = await paintedWords(page);
      await driver.stopBackground();
      const popup = await annotate(page);
      await popup.click(SWITCH);
      await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'still painted' });
      await driver.stopBackground();
      await page.goto(site.url + OTHER_ARTICLE);
      await annotate(page);
      expect(await paintedWords(page)).not.toEqual(words);
      await page.close();
    });

    it('a background that is stopped while it analyses: the reader is told or gets the labels, and can try again', async () => {
      const page = await driver.open(`${site.url}/long`);
      await page.clickToolbarButton();
      await driver.stopBackground();
      const popup = await page.clickToolbarButton();
      await popup.waitFor(() => ['ready', 'error'].includes(document.querySelector<HTMLElement>('#root')?.dataset.state ?? ''));
      await page.goto(site.url + ARTICLE);
      await annotate(page);
      await page.close();
    });

    it('a tab that is closed while its article is analysed leaves the others their labels', async () => {
      const closing = await driver.open(`${site.url}/long`);
      await closing.clickToolbarButton();
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

    it('a full disk: the correction holds on the page, and the reader is told that it will not be kept', async () => {
      const page = await driver.open(site.url + ARTICLE);
      await annotate(page);
      const tab = await driver.evaluateInBackground(
        async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id,
      );
      // Chromium has a limit that can be reached; in Firefox the profile's disk would have to be filled.
      if (browser.name === 'chromium') {
        await fillStorage(driver);
        const panel = await driver.open(driver.extensionUrl('popup.html'));
        const told = await panel.evaluate(
          (id: number) =>
            new Promise<boolean>((done) => {
              const port = chrome.tabs.connect(id, { name: 'sourcelight-session', frameId: 0 });
              // biome-ignore lint/suspicious/noExplicitAny: a state of the protocol
              port.onMessage.addListener((state: any) => {
                if (state.notKept) done(true);
                else if (state.state === 'ready' && state.corrections.length === 0) {
                  const { start, end } = state.article.sentences[0];
                  const exact = state.article.text.slice(start, end);
                  const was = { kind: 'label', sources: [], status: 'confirmed', basis: 'own-voice', flags: [] };
                  const selector = { exact, prefix: '', suffix: '' };
                  const correction = { selector, position: { start, end }, change: { kind: 'not-a-claim' }, was };
                  port.postMessage({ type: 'corrections', corrections: [correction] });
                }
              });
            }),
          tab as number,
        );
        expect(told).toBe(true);
        await panel.close();
        await store(driver, {});
      }
      expect((await paintedWords(page)).length).toBeGreaterThan(5);
      await page.close();
    });

    // Firefox would need a disk that is full.
    const full =
      'a full disk: a setting that cannot be kept stays as it was, the reader is told, and what was kept is still there';
    if (browser.name === 'chromium') {
      it(full, async () => {
        const filled = await browser.open();
        try {
          await filled.evaluateInBackground(() => chrome.storage.local.set({ 'corrections:x': 'kept' }).then(() => true));
          await fillStorage(filled);
          const options = await filled.open(filled.extensionUrl('options.html'));
          await whenState(options, 'ready');
          const before = await options.evaluate(
            () => document.querySelector<HTMLInputElement>('#first_view [role=switch]')?.checked,
          );
          await options.click('#first_view [role=switch]');
          await options.waitFor(() => document.querySelector('.notice--error[role=alert]') !== null, { message: 'not told' });
          await options.close();
          const again = await filled.open(filled.extensionUrl('options.html'));
          await whenState(again, 'ready');
          const after = await again.evaluate(
            () => document.querySelector<HTMLInputElement>('#first_view [role=switch]')?.checked,
          );
          expect(after).toBe(before);
          expect(await filled.evaluateInBackground(() => chrome.storage.local.get('corrections:x'))).toEqual({
            'corrections:x': 'kept',
          });
        } finally {
          await filled.close();
        }
      });
    }

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
}

/** Fills what the browser lets the extension keep to the last bytes. */
async function fillStorage(driver: BrowserDriver): Promise<void> {
  await driver.evaluateInBackground(async () => {
    for (let size = 4_000_000; size > 16; size = Math.floor(size / 2)) {
      for (let at = 0; at < 3; at++) {
        const filler = { [`filler-${size}-${at}`]: 'x'.repeat(size) };
        await chrome.storage.local.set(filler).catch(() => null);
      }
    }
    return true;
  });
}

/** Updates the extension to the same version, which ends all that runs of it and starts it anew. */
async function update(driver: BrowserDriver): Promise<void> {
  // `runtime.reload` leaves headless Chromium without a button to click on.
  if (driver instanceof ChromiumDriver) await driver.browser.installExtension(driver.extension.path);
  else {
    // What is kept for the session goes with the old background, so its absence tells the new one.
    await driver.evaluateInBackground(() => chrome.storage.session.set({ before: true }).then(() => true));
    await driver.evaluateInBackground(() => {
      setTimeout(() => chrome.runtime.reload(), 50);
      return true;
    });
    const isNew = () => driver.evaluateInBackground(async () => !('before' in (await chrome.storage.session.get('before'))));
    await waitUntil(isNew, { message: 'not reloaded' });
  }
}
