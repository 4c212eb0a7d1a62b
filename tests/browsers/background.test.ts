import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate, LONG_PAGE, untilAnalysing } from './support/analysing.ts';
import { openWithDeafBackground } from './support/changed-build.ts';
import { type BrowserDriver, browsers, type Server, serveSamples, waitUntil } from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';
import { pressButton, says } from './support/words.ts';

const ARTICLE = '/swing-bridge.html';
const OTHER_ARTICLE = '/ceasefire-talks.html';
const SWITCH = '.popup__body > .switch [role=switch]';

for (const browser of browsers) {
  describe(`a background that does not answer at once, in ${browser.name}`, () => {
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

    it('one that was stopped is woken by the next thing that is asked of it', async () => {
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

    it('one that is stopped while it analyses is asked again: the reader gets the labels', async () => {
      const page = await driver.open(`${site.url}/long`);
      await untilAnalysing(driver, page);
      await driver.stopBackground();
      const popup = await page.clickToolbarButton();
      const ended = () => ['ready', 'error'].includes(document.querySelector<HTMLElement>('#root')?.dataset.state ?? '');
      await popup.waitFor(ended, { timeout: 120_000 });
      await whenState(popup, 'ready');
      await page.goto(site.url + ARTICLE);
      await annotate(page);
      await page.close();
    });

    it('one that does not hear: the reader is told, and trying again asks again until it does', async () => {
      const deaf = await openWithDeafBackground(browser, 3);
      const page = await deaf.open(site.url + ARTICLE);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'error');
      await says(popup, 'The analysis gave no answer.');
      expect(await paintedWords(page)).toEqual([]);
      await pressButton(popup, 'Try again');
      await whenState(popup, 'ready');
      await waitUntil(async () => (await paintedWords(page)).length > 5, { message: 'nothing painted' });
      await deaf.close();
    });
  });
}
