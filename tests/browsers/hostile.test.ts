import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEARING_PAGE, HOSTILE_PAGES, type HostilePage, HUGE_PAGES, RESTLESS_PAGE } from './hostile-pages.ts';
import {
  type BrowserDriver,
  browsers,
  type PageDriver,
  type Server,
  type Surface,
  servePages,
  waitUntil,
} from './support/driver.ts';
import { paintedWords, whenState } from './support/painted.ts';

/** What the pages of hostile-pages.ts tell about themselves. */
interface Mine {
  readonly errors: readonly string[];
  readonly beats: number;
  readonly clicks: number;
  readonly trapped?: number;
  readonly rewritten?: number;
  readonly timer?: number;
  readonly registry: HighlightRegistry;
  readonly restore?: () => void;
}
declare const mine: Mine;

const PAGES = [...HOSTILE_PAGES, ...HUGE_PAGES];
const pathOf = (index: number) => `/hostile/${index}`;

/** What a popup holds that only markup could have put there. */
function markupIn(popup: Surface): Promise<readonly string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('script, img, iframe, object, embed, [onerror], [onclick], a[href^="javascript:"]')]
      // The surface's own script and pictures come from the package.
      .filter(
        (element) => !('src' in element && String(element.src).startsWith(location.origin)) || element.hasAttribute('onerror'),
      )
      .map((element) => element.outerHTML),
  );
}

for (const browser of browsers) {
  describe(`pages made to break it, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      const pages = Object.fromEntries(PAGES.map((one, index) => [pathOf(index), one.html]));
      site = await servePages({ pages: { ...pages, '/restless': RESTLESS_PAGE, '/clearing': CLEARING_PAGE } });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    /** The page still runs its own scripts, answers clicks and saw no error that is not its own. */
    async function expectAlive(page: PageDriver): Promise<void> {
      const before = await page.evaluate(() => mine.beats);
      await page.waitFor((beats: number) => mine.beats > beats, { message: 'the page stands still' }, before);
      // The page may have taken `document.querySelector` for itself.
      await page.evaluate(() => (Document.prototype.querySelector.call(document, '#own') as HTMLElement).click());
      expect(await page.evaluate(() => ({ clicks: mine.clicks, errors: mine.errors }))).toEqual({ clicks: 1, errors: [] });
    }

    it('listens to its window: it hears nothing of the extension, neither while it is labelled nor when that ends', async () => {
      const page = await driver.open(site.url + pathOf(0));
      await page.evaluate(() => {
        const heard: string[] = [];
        (window as { heard?: string[] }).heard = heard;
        addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
      });
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      const again = await page.clickToolbarButton();
      await whenState(again, 'ready');
      await again.close();
      expect(await page.evaluate(() => (window as { heard?: string[] }).heard)).toEqual([]);
      await page.close();
    });

    it('rewrites its article ten times a second: the page keeps its pace, and what is painted is what stands there', async () => {
      const page = await driver.open(`${site.url}/restless`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      const before = await page.evaluate(() => mine.rewritten ?? 0);
      await page.waitFor((count: number) => (mine.rewritten ?? 0) > count + 20, { message: 'the page stands still' }, before);
      const words = await page.evaluate(() => {
        clearInterval(mine.timer);
        return document.querySelector('article')?.textContent ?? '';
      });
      const now = /in week \d+/.exec(words)?.[0] ?? 'nothing';
      await waitUntil(async () => (await paintedWords(page)).some((painted) => painted.includes(now)), {
        message: 'not painted anew',
      });
      for (const painted of await paintedWords(page)) expect(words).toContain(painted);
      await expectAlive(page);
      await page.close();
    });

    it('clears the highlights and the style sheets of the page again and again: once it stops, all is painted', async () => {
      const page = await driver.open(`${site.url}/clearing`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await page.evaluate(() => clearInterval(mine.timer));
      await popup.click('.popup__body > .switch [role=switch]');
      await popup.click('.popup__body > .switch [role=switch]');
      await waitUntil(async () => (await paintedWords(page)).some((words) => words.includes('Ana Ruiz')), {
        message: 'nothing painted',
      });
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
      await expectAlive(page);
      await page.close();
    });

    it.each(PAGES.map((one, index) => [one.what, one, index] as const))('%s', async (_, one: HostilePage, index) => {
      const page = await driver.open(site.url + pathOf(index));
      const popup = await page.clickToolbarButton();
      await popup.waitFor(() => document.querySelector('#root:not([data-state="loading"])') !== null, { timeout: 60_000 });
      await whenState(popup, one.state);
      const trapped = await page.evaluate(() => {
        const count = mine.trapped ?? 0;
        mine.restore?.();
        return count;
      });
      expect(trapped).toBe(0);
      const { painted } = one;
      if (painted !== undefined)
        await waitUntil(async () => (await paintedWords(page)).some((words) => words.includes(painted)), {
          message: 'nothing painted',
        });
      if (one.told !== undefined) expect(await popup.evaluate(() => document.body.textContent)).toContain(one.told);
      expect(await markupIn(popup)).toEqual([]);
      expect(await popup.evaluate(() => 'polluted' in {})).toBe(false);
      await expectAlive(page);
      await page.close();
    });
  });
}
