import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserDriver,
  browsers,
  type FirefoxDriver,
  type PageDriver,
  type Server,
  servePages,
  waitUntil,
} from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';
import { badge, nextClaim, reopenClosed, tabInFront, unloadAndReturn, zoom } from './support/tabs.ts';
import { says } from './support/words.ts';

/** Words of the story that stand in no other sentence of it. */
const PILES = 'before every pile has been seen twice';
/** The same of the article that comes after it on a page that goes on. */
const KNOT = 'A knot is a thought that holds';
/** In the middle of a sentence, so that a pointer there is on it. */
const DIVERS = 'divers had found';

/** What the page with the strictest policy counts of itself. */
interface Policed {
  readonly violations: readonly string[];
  readonly refused: readonly string[];
}

/** In the page: the middle of some words, in CSS pixels of the viewport. */
function middleOfWords(needle: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(needle);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + needle.length);
    const box = range.getClientRects()[0] as DOMRect;
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
  throw new Error(`no ${needle}`);
}

for (const browser of browsers) {
  describe(`what befalls a page while it is read, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await servePages();
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    const annotated = async (name: string): Promise<PageDriver> => {
      const page = await driver.open(`${site.url}/${name}`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'nothing painted' });
      return page;
    };
    const isPainted = async (page: PageDriver, words: string) => (await paintedWords(page)).join('').includes(words);

    test.each([
      ['the address follows', 'scroll.html'],
      ['the address stays', 'scroll.html?still'],
    ])('a next article comes by scrolling, and %s: the one that the reader is at is painted', async (_, name) => {
      const page = await annotated(name);
      const scrollTo = (words: string) =>
        page.evaluate((wanted: string) => {
          const found = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(wanted));
          found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        }, words);
      const onlyPainted = async (words: string, others: string) => {
        await waitUntil(async () => (await isPainted(page, words)) && !(await isPainted(page, others)), {
          message: `not painted by itself: ${words}`,
        });
        const texts = await page.evaluate(() => [...document.querySelectorAll('article p')].map((p) => p.textContent ?? ''));
        for (const painted of await paintedWords(page)) expect(texts.some((text) => text.includes(painted))).toBe(true);
      };
      const titled = async (title: string) => {
        const popup = await page.clickToolbarButton();
        await whenState(popup, 'ready');
        await says(popup, title);
        await popup.close();
      };
      await scrollTo('Loading');
      await page.waitFor(() => document.querySelectorAll('article').length === 2);
      await scrollTo(DIVERS);
      await onlyPainted(PILES, KNOT);
      await titled('Port Ellery closes its pier');
      await scrollTo(KNOT);
      await onlyPainted(KNOT, PILES);
      await titled('Port Ellery opens a museum');
      await scrollTo(PILES);
      await onlyPainted(PILES, KNOT);
      await page.close();
    });
    test('a page that comes back from the back/forward cache is still read, and its labels move with its words', async () => {
      // The browser decides which pages it keeps (Firefox lost 2 of 30 without the extension, none of 30 with it): one that it loads anew is a
      // page in which the reader did nothing yet.
      const fromCache = async (): Promise<PageDriver | null> => {
        const page = await annotated('plain.html');
        await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })));
        await page.goto(`${site.url}/other.html`);
        expect(await paintedIn(page)).toEqual([]);
        await page.evaluate(() => history.back());
        await page.waitFor(() => location.pathname.endsWith('plain.html') && document.readyState === 'complete');
        const isKept = () => page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted === true);
        for (let look = 0; look < 20; look++) {
          if (await isKept()) return page;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await page.close();
        return null;
      };
      const page = (await fromCache()) ?? (await fromCache()) ?? (await fromCache());
      if (page === null) throw new Error('three times not from the cache');
      await waitUntil(() => isPainted(page, PILES), { message: 'not painted' });
      await page.evaluate((words: string) => {
        const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
        if (paragraph) paragraph.textContent = '“Nobody will land there before June,” said Ines Calloway, who leads the board.';
      }, PILES);
      await waitUntil(() => isPainted(page, 'before June'), { message: 'not painted anew' });
      expect(await isPainted(page, PILES)).toBe(false);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      await page.close();
    });
    test('a tab that the browser unloaded comes back as a page in which nothing was done, and takes the next click', async () => {
      const page = await annotated('plain.html');
      const id = await tabInFront(driver);
      const other = await driver.open(`${site.url}/other.html`);
      const again = await unloadAndReturn(driver, id, `${site.url}/plain.html`);
      // The words are there again, and this document is another.
      await again.waitFor(() => document.readyState === 'complete' && document.querySelector('#story') !== null);
      expect(await paintedIn(again)).toEqual([]);
      expect(await badge(driver)).toBe('');
      const popup = await again.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      await waitUntil(() => isPainted(again, PILES), { message: 'not painted' });
      await waitUntil(async () => (await badge(driver)) !== '', { message: 'no badge' });
      await again.close();
      await other.close();
      expect(page).toBeDefined();
    });
    test('a finger opens the card, steps in it, and closes it beside it; a link stays the page’s', async () => {
      const page = await annotated('plain.html');
      const isOpen = () => document.querySelector('sourcelight-card')?.matches(':popover-open') === true;
      const current = () => page.evaluate(() => String([...(CSS.highlights.get('sourcelight-current') ?? [])][0]));
      const on = await page.evaluate(middleOfWords, DIVERS);
      await page.tapAt(on.x, on.y);
      await page.waitFor(isOpen, { message: 'no card' });
      expect(await current()).toContain(DIVERS);
      // The card is closed to scripts; its buttons stand in its last row, which is found from outside by its box.
      const next = await page.waitFor(
        (line: number) => {
          const { left, top, bottom } = (document.querySelector('sourcelight-card') as Element).getBoundingClientRect();
          return top > line && { x: left + 100, y: bottom - 22 };
        },
        { message: 'the card is not under its sentence' },
        on.y,
      );
      await page.tapAt(next.x, next.y);
      await waitUntil(async () => !(await current()).includes(DIVERS), { message: 'no step' });
      expect(await page.evaluate(isOpen)).toBe(true);
      await page.tapAt(1100, on.y);
      await page.waitFor(() => document.querySelector('sourcelight-card')?.matches(':popover-open') === false, {
        message: 'still open',
      });
      const link = await page.evaluate(() => {
        const box = (document.querySelector('nav a') as Element).getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
      await page.tapAt(link.x, link.y);
      await page.waitFor(() => location.pathname.endsWith('index.html'));
      await page.close();
    });
    test('a page whose policy forbids all but its own script and enforces Trusted Types: nothing of ours breaks it', async () => {
      const page = await driver.open(`${site.url}/strict.html`);
      const seen = () =>
        page.evaluate(() => {
          const { violations, refused } = window as unknown as Policed;
          return { violations, refused };
        });
      const before = await seen();
      expect(before.refused).toEqual(['markup', 'code', 'policy']);
      expect(before.violations.length).toBeGreaterThanOrEqual(3);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      await waitUntil(() => isPainted(page, PILES), { message: 'not painted' });
      const on = await page.evaluate(middleOfWords, DIVERS);
      await page.clickAt(on.x, on.y);
      await page.waitFor(() => document.querySelector('sourcelight-card')?.matches(':popover-open') === true);
      await nextClaim(driver, await tabInFront(driver));
      await page.press('ArrowRight');
      await page.press('Escape');
      await page.waitFor(() => document.querySelector('sourcelight-card')?.matches(':popover-open') === false);
      expect((await seen()).violations).toEqual(before.violations);
      await page.close();
    });
    test('printed, the page is as it was, and still painted', async () => {
      const page = await annotated('plain.html');
      const html = () => page.evaluate(() => document.documentElement.outerHTML);
      const before = await html();
      const pdf = await page.printToPdf();
      expect(pdf.length).toBeGreaterThan(1000);
      expect(await html()).toBe(before);
      expect(await isPainted(page, PILES)).toBe(true);
      await page.close();
    });
    test.each([
      ['twice as large', { zoom: '2' }],
      ['in a column of a phone’s width at the right edge', { width: '18rem', marginLeft: 'auto' }],
      ['down to its last lines', { paddingTop: '65vh' }],
    ])('the page %s: the card is wholly in view, beside its sentence', async (_, style) => {
      const page = await annotated('plain.html');
      await page.evaluate((change: object) => Object.assign(document.body.style, change), style);
      await page.evaluate((needle: string) => {
        const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(needle));
        if ((paragraph?.getBoundingClientRect().bottom ?? 0) > innerHeight) paragraph?.scrollIntoView({ block: 'end' });
      }, DIVERS);
      const on = await page.evaluate(middleOfWords, DIVERS);
      await page.clickAt(on.x, on.y);
      const box = await page.waitFor(() => {
        const card = document.querySelector('sourcelight-card');
        if (!card?.matches(':popover-open')) return null;
        const { left, top, right, bottom } = card.getBoundingClientRect();
        const inView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return inView && { top, bottom };
      });
      const clear = Math.min(Math.abs(box.top - on.y), Math.abs(box.bottom - on.y));
      expect(clear).toBeLessThan(120);
      await page.close();
    });
    test.each([2, 0.5])('zoomed by %s in the browser: painted as before, and the card is wholly in view', async (factor) => {
      const page = await annotated('plain.html');
      const id = await tabInFront(driver);
      const ratio = await page.evaluate(() => devicePixelRatio);
      await zoom(driver, id, factor);
      await page.waitFor((wanted: number) => Math.abs(devicePixelRatio - wanted) < 0.05, {}, ratio * factor);
      await nextClaim(driver, id);
      await page.waitFor(() => {
        const card = document.querySelector('sourcelight-card');
        if (!card?.matches(':popover-open')) return false;
        const { left, top, right, bottom } = card.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      });
      expect(await isPainted(page, PILES)).toBe(true);
      await zoom(driver, id, 1);
      await page.close();
    });
    if (browser.name === 'firefox')
      test('a tab that was closed and opened again is a page in which nothing was done', async () => {
        const page = await annotated('plain.html');
        await page.close();
        const again = await reopenClosed(driver as FirefoxDriver, `${site.url}/plain.html`);
        await again.waitFor(() => document.readyState === 'complete' && document.querySelector('#story') !== null);
        expect(await paintedIn(again)).toEqual([]);
        const popup = await again.clickToolbarButton();
        await whenState(popup, 'ready');
        await waitUntil(() => isPainted(again, PILES), { message: 'not painted' });
        await again.close();
      });
  });
}
