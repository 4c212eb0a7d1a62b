import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';

const VIEWS = ['sentences', 'sources', 'nobody', 'verbs', 'no_comment'];

for (const browser of browsers) {
  describe.each(['light', 'dark'] as const)(`access to panel, class mode and paper in ${browser.name}, %s`, (scheme) => {
    let driver: BrowserDriver;
    let site: Server;
    let tab: number;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      await driver.setColorScheme(scheme);
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      tab = await tabInFront(driver);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    async function open(path: string): Promise<PageDriver> {
      const page = await driver.open(driver.extensionUrl(path));
      await whenState(page, 'ready');
      return page;
    }

    /** What axe finds wrong once something is there to look at. */
    const violationsWith = async (page: PageDriver, selector: string) => {
      await page.waitFor((wanted: string) => document.querySelector(wanted) !== null, { message: `no ${selector}` }, selector);
      return violationsIn(page);
    };

    /** Nothing reaches over the sides, which would make who zooms in scroll both ways (WCAG 2.2, 1.4.10). */
    const overflow = (page: PageDriver) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

    it('axe finds nothing in any view of the panel', async () => {
      const panel = await open(`sidepanel.html?tab=${tab}`);
      for (const view of VIEWS) {
        await panel.click(`[data-tab="${view}"]`);
        expect(await violationsWith(panel, `[data-tab="${view}"][aria-selected="true"]`), view).toEqual([]);
      }
      await panel.click('[data-tab="sentences"]');
      await panel.click('[data-sentence="4"] .sentence__button');
      expect(await violationsWith(panel, '.sentence__details'), 'a sentence open').toEqual([]);
      await panel.click('.sentence__details .button');
      await panel.click('.panel__tools .button');
      await panel.waitFor(() => document.querySelector('.correction') !== null, { message: 'no form' });
      expect(await violationsWith(panel, '.panel__filters:not([hidden]) .chip'), 'form and filters open').toEqual([]);
      await panel.close();
    });

    it('axe finds nothing in class mode and its exercise', async () => {
      const room = await open(`classroom.html?tab=${tab}`);
      expect(await violationsIn(room), 'article').toEqual([]);
      await room.press('n');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      expect(await violationsWith(room, '.annotated__sentence--current'), 'names and a sentence').toEqual([]);
      await room.press('?');
      expect(await violationsWith(room, 'dialog[open]'), 'keys').toEqual([]);
      await room.press('Escape');
      await room.press('e');
      expect(await violationsWith(room, '.exercise'), 'start').toEqual([]);
      await room.click('.exercise__actions .button');
      await room.press('1');
      expect(await violationsWith(room, '.choice[aria-pressed="true"]'), 'question').toEqual([]);
      await room.click('.exercise__actions .button--plain');
      expect(await violationsWith(room, '.exercise--results'), 'results').toEqual([]);
      expect(await overflow(room)).toBe(0);
      await room.close();
    });

    it('axe finds nothing in worksheet, handout and comparison', async () => {
      const sheet = await open(`worksheet.html?tab=${tab}`);
      expect(await violationsIn(sheet), 'worksheet').toEqual([]);
      expect(await overflow(sheet)).toBe(0);
      await sheet.close();
      const compare = await open('compare.html');
      expect(await violationsIn(compare), 'comparison').toEqual([]);
      await compare.close();
    });
  });
}
