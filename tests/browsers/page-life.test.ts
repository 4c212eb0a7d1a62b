import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDriver, browsers, type PageDriver, type Server, servePages, waitUntil } from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';

/** Words of the story that stand in no other sentence of it. */
const PILES = 'before every pile has been seen twice';
/** In the middle of a sentence, so that a pointer there is on it. */
const DIVERS = 'divers had found';

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

    test('a next article that comes by scrolling: what is painted stands on its own words', async () => {
      const page = await annotated('scroll.html');
      await page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
      await page.waitFor(() => location.pathname === '/museum');
      await waitUntil(() => isPainted(page, PILES), { message: 'the first article lost its paint' });
      const texts = await page.evaluate(() => [...document.querySelectorAll('article p')].map((p) => p.textContent ?? ''));
      for (const words of await paintedWords(page)) expect(texts.some((text) => text.includes(words))).toBe(true);
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
  });
}
