import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, type Surface, serveSamples } from './support/driver.ts';
import { openInLanguage } from './support/in-language.ts';
import { whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';

/** Where the middle of the first match is from left to right, in CSS pixels. */
const middle = (surface: Surface, selector: string): Promise<number> =>
  surface.evaluate((wanted: string) => {
    const box = (document.querySelector(wanted) as Element).getBoundingClientRect();
    return box.x + box.width / 2;
  }, selector);

/** Where words in what matches begin, from left to right. */
const placeOf = (surface: Surface, selector: string, words: string): Promise<number> =>
  surface.waitFor(
    (where: string, wanted: string) => {
      for (const element of document.querySelectorAll(where)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          return range.getBoundingClientRect().x;
        }
      }
      return null;
    },
    { message: `nothing says “${words}”` },
    selector,
    words,
  );

/** How far a surface reaches over its sides. */
const overflow = (surface: Surface): Promise<number> =>
  surface.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const browser of browsers) {
  describe.each(['he', 'ar'])(`from right to left, in ${browser.name}: %s`, (language) => {
    let driver: BrowserDriver;
    let site: Server;
    let tab: number;
    let popup: Surface;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await openInLanguage(browser, language);
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      tab = await tabInFront(driver);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    async function open(path: string): Promise<PageDriver> {
      const page = await driver.open(driver.extensionUrl(path));
      await page.waitFor(() => document.querySelector('#root[data-state="ready"]') !== null);
      return page;
    }

    it('the popup runs the other way: badges, bars, counts and switches', async () => {
      expect(await popup.evaluate(() => document.dir)).toBe('rtl');
      const [badge, name, count, control] = await Promise.all(
        ['.source-badge', '.source-row__words', '.source-row__count', '.source-row [role=switch]'].map((selector) =>
          middle(popup, selector),
        ),
      );
      expect([control, count, name, badge]).toEqual([control, count, name, badge].sort((a, b) => Number(a) - Number(b)));
      const reported = await middle(popup, '.popup__sum .bar__part--reported');
      expect(reported).toBeGreaterThan(await middle(popup, '.popup__sum .bar__part:last-child'));
      expect(await overflow(popup)).toBe(0);
      expect(await violationsIn(popup)).toEqual([]);
    });

    it('the panel says who said it in the order of its language, though names and words are English', async () => {
      const panel = await open(`sidepanel.html?tab=${tab}`);
      await panel.click('[data-sentence="2"] .sentence__button');
      const name = await placeOf(panel, '.reasons__cues', 'Ines Calloway');
      expect(name).toBeGreaterThan(await placeOf(panel, '.reasons__cues', 'said'));
      expect(await middle(panel, '.strip')).toBeGreaterThan(await middle(panel, '.panel__main'));
      expect(await overflow(panel)).toBe(0);
      expect(await violationsIn(panel)).toEqual([]);
      await panel.close();
    });

    it.each(['classroom.html', 'worksheet.html', 'compare.html', 'options.html', 'welcome.html'])(
      '%s reaches over no side',
      async (path) => {
        const surface = await open(`${path}?tab=${tab}`);
        expect(await overflow(surface)).toBe(0);
        expect(await violationsIn(surface)).toEqual([]);
        await surface.close();
      },
    );
  });
}
