import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDriver, browsers, type Server, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';
import { inkInRows } from './support/pixels.ts';

/** A page as a browser shows it without a style sheet, or with close lines. */
const pageOf = (style: string): string => {
  const sentence = (n: number) =>
    `<p>The harbour board said on Monday that ferry number ${n} would not sail in the coming months because neither its crew nor any of its engines had been seen since the summer.</p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ferries</title><style>article { width: 520px; ${style} }</style>
<article><h1>Ferries stay in port</h1>${[1, 2, 3, 4, 5, 6].map(sentence).join('')}</article></html>`;
};

const STYLES = {
  '/none': '',
  '/close': 'font: 20px/1.2 sans-serif',
  '/usual': 'font: 18px/1.5 serif',
};

for (const browser of browsers) {
  describe(`lines under words, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      const pages = Object.fromEntries(Object.entries(STYLES).map(([path, style]) => [path, pageOf(style)]));
      site = await serveSamples({ pages });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it.each(Object.keys(STYLES))('are seen where another line follows: %s', async (path) => {
      const page = await driver.open(site.url + path);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.close();
      const between = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelectorAll('article p')[2] as Element);
        const [first, second] = range.getClientRects();
        if (!first || !second) throw new Error('one line only');
        // From where the letters end that have no tail to where the next line's letters begin.
        return { left: first.left, right: second.right, top: first.bottom - first.height * 0.22 + 1, bottom: second.top + 3 };
      });
      // The dashes of a reported claim: tails of letters alone darken a tenth at most.
      expect(Math.max(...(await inkInRows(page, between)))).toBeGreaterThan(0.35);
      await page.close();
    });
  });
}
