import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BrowserDriver,
  browsers,
  type PageDriver,
  type Server,
  type Surface,
  serveSamples,
  waitUntil,
} from './support/driver.ts';
import { paintedWords, whenState } from './support/painted.ts';
import { damage, keptProfile } from './support/profile.ts';
import { tabInFront } from './support/tabs.ts';
import { pressButton } from './support/words.ts';

/** The extension API, in functions that run inside the extension. */
// biome-ignore lint/suspicious/noExplicitAny: two browsers' own objects, of which a line each is used
declare const chrome: any;

const ARTICLE = '/swing-bridge.html';
const CORRECTIONS = { version: 1, url: 'https://news.example/kept', title: 'Kept', corrections: [] };

for (const browser of browsers) {
  describe(`files that were damaged while the browser was closed, in ${browser.name}`, () => {
    let site: Server;
    let kept: ReturnType<typeof keptProfile>;
    let driver: BrowserDriver;

    beforeAll(async () => {
      site = await serveSamples();
    });
    afterAll(async () => {
      await site?.close();
    });
    // A profile in which a setting, an article's corrections and an analysis are kept.
    beforeEach(async () => {
      kept = keptProfile();
      driver = await browser.open(kept);
      await driver.evaluateInBackground(async (corrections: object) => {
        await chrome.storage.local.set({
          settings: { version: 2, fill: 'mono' },
          'corrections:https://news.example/kept': corrections,
        });
        return true;
      }, CORRECTIONS);
      const page = await annotate();
      const panel = await openPanel();
      await pressButton(panel, 'Keep this analysis');
      await panel.waitFor(() => document.querySelector('.panel__head [role=status]')?.textContent?.includes('Kept'));
      await panel.close();
      await page.close();
      await driver.close();
    });
    afterEach(async () => {
      await driver?.close();
      rmSync(kept.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });

    async function annotate(): Promise<PageDriver> {
      const page = await driver.open(site.url + ARTICLE);
      await whenState(await page.clickToolbarButton(), 'ready');
      await waitUntil(async () => (await paintedWords(page)).length > 5, { message: 'nothing painted' });
      return page;
    }
    async function openPanel(): Promise<Surface> {
      const panel = await driver.open(`${driver.extensionUrl('sidepanel.html')}?tab=${await tabInFront(driver)}`);
      await whenState(panel, 'ready');
      return panel;
    }
    /** The article that is kept for comparing, as its page names it. */
    async function keptAnalyses(): Promise<string> {
      const compare = await driver.open(driver.extensionUrl('compare.html'));
      await whenState(compare, 'ready');
      return compare.evaluate(() => document.querySelector('main')?.textContent ?? '');
    }

    it('nothing damaged: all is there again', async () => {
      driver = await browser.open(kept);
      const stored = await driver.evaluateInBackground(() => chrome.storage.local.get(null));
      expect(stored).toMatchObject({ settings: { fill: 'mono' }, 'corrections:https://news.example/kept': CORRECTIONS });
      expect(await keptAnalyses()).toContain('Port Ellery');
    });

    it('what is stored is beyond reading: articles have their labels, settings can be kept anew, analyses are still there', async () => {
      damage(kept.profile, browser.name, 'stored', 'whole');
      driver = await browser.open(kept);
      const page = await annotate();
      const options = await driver.open(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
      await options.click('#first_view [role=switch]');
      await waitUntil(
        () =>
          driver.evaluateInBackground(() =>
            chrome.storage.local.get('settings').then(({ settings }: never) => settings !== undefined),
          ),
        { message: 'not kept' },
      );
      expect(await keptAnalyses()).toContain('Port Ellery');
      await page.close();
    });

    it('the kept analyses are beyond reading: settings, corrections and labels are as they were', async () => {
      damage(kept.profile, browser.name, 'analyses', 'whole');
      driver = await browser.open(kept);
      const stored = await driver.evaluateInBackground(() => chrome.storage.local.get(null));
      expect(stored).toMatchObject({ settings: { fill: 'mono' }, 'corrections:https://news.example/kept': CORRECTIONS });
      expect(await keptAnalyses()).not.toContain('Port Ellery');
      await annotate();
    });

    // Chromium's database gives what it can read, without a word; Firefox's fails where it is read.
    if (browser.name === 'firefox')
      it('a database that opens and cannot be read: the reader is told, here and where something is kept', async () => {
        damage(kept.profile, browser.name, 'stored', 'inside');
        damage(kept.profile, browser.name, 'analyses', 'inside');
        driver = await browser.open(kept);
        await annotate();
        const panel = await openPanel();
        await panel.click('[data-sentence="4"] .sentence__button');
        await panel.click('.sentence__details .button');
        await panel.click('.correction__actions .button:nth-of-type(3)');
        await panel.waitFor(() => document.querySelector('[role=tabpanel] .notice--warning') !== null, { message: 'not told' });
        const options = await driver.open(driver.extensionUrl('options.html'));
        await options.waitFor(() => document.querySelector('.notice')?.textContent?.includes('What was stored is damaged'), {
          message: 'the reader is not told',
        });
        const compare = await driver.open(driver.extensionUrl('compare.html'));
        await whenState(compare, 'error');
        expect(await compare.evaluate(() => document.querySelector('.notice')?.textContent)).toContain('cannot be read');
      });
  });
}
