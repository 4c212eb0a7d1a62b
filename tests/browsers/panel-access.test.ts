import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';

/** What of the extension's own API is asked for here. */
interface Tabs {
  readonly tabs: { query(filter: { active: boolean }): Promise<readonly { readonly id?: number }[]> };
}

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
      tab = await driver.evaluateInBackground(async () => {
        const { browser: own, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
        const [front] = await (own ?? chrome).tabs.query({ active: true });
        return front?.id ?? -1;
      });
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

    /** Nothing reaches over the sides, which would make who zooms in scroll both ways (WCAG 2.2, 1.4.10). */
    const overflow = (page: PageDriver) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

    it('axe finds nothing in any view of the panel', async () => {
      const panel = await open(`sidepanel.html?tab=${tab}`);
      for (const view of VIEWS) {
        await panel.click(`[data-tab="${view}"]`);
        expect(await violationsIn(panel), view).toEqual([]);
      }
      await panel.click('[data-tab="sentences"]');
      await panel.click('[data-sentence="4"] .sentence__button');
      expect(await violationsIn(panel), 'a sentence open').toEqual([]);
      await panel.click('.sentence__details .button');
      await panel.click('.panel__tools .button');
      expect(await violationsIn(panel), 'form and filters open').toEqual([]);
      await panel.close();
    });

    it('axe finds nothing in class mode and its exercise', async () => {
      const room = await open(`classroom.html?tab=${tab}`);
      expect(await violationsIn(room), 'article').toEqual([]);
      await room.press('n');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      expect(await violationsIn(room), 'names and a sentence').toEqual([]);
      await room.press('?');
      expect(await violationsIn(room), 'keys').toEqual([]);
      await room.press('Escape');
      await room.press('e');
      expect(await violationsIn(room), 'start').toEqual([]);
      await room.click('.exercise__actions .button');
      await room.press('1');
      expect(await violationsIn(room), 'question').toEqual([]);
      await room.click('.exercise__actions .button--plain');
      expect(await violationsIn(room), 'results').toEqual([]);
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
