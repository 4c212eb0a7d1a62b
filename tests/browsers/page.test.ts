import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDriver, browsers, type PageDriver, type Server, servePages, waitUntil } from './support/driver.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';

const PAGES = resolve(import.meta.dirname, '../pages');
const preact = readFileSync(resolve(dirname(createRequire(import.meta.url).resolve('preact')), 'preact.min.umd.js'), 'utf8');
const file = (name: string) => readFileSync(resolve(PAGES, name), 'utf8');

const CALLOWAY = 'Calloway said that divers had found cracks in eleven of the forty piles under the deck.';
const QUOTE = '“Nobody will land there before every pile has been seen twice,” said Ines Calloway, who leads the board.';
const WREN = '“We asked for a floating pier and were laughed at,” said Tomas Wren, who speaks for the guild.';
const MARSH = '“A knot is a thought that holds,” said Livia Marsh, the first director of the house.';

/** All that is painted, as one running text without the seams between ranges. */
const paintedText = async (page: PageDriver) => squeeze((await paintedWords(page)).join(''));
const squeeze = (text: string) => text.replace(/[\s\u00a0\u00ad\u200b]+/g, '');
const shows = (page: PageDriver, sentence: string) =>
  waitUntil(async () => (await paintedText(page)).includes(squeeze(sentence)), { message: `not painted: ${sentence}` });

for (const browser of browsers) {
  describe(`pages of every kind, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      const pages = { '/preact.html': file('preact.html').replace('/* PREACT */', () => preact), '/museum': file('other.html') };
      site = await servePages({ pages });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    const open = (name: string) => driver.open(`${site.url}/${name}`);
    /** Opens a page, clicks the button, and waits until the article is painted. */
    const annotated = async (name: string) => {
      const page = await open(name);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'nothing painted' });
      return { page, popup };
    };

    describe('the words of a page, however they are written', () => {
      const pages: Readonly<Record<string, readonly string[]>> = {
        'plain.html': [QUOTE, CALLOWAY, WREN],
        'shadow.html': [QUOTE, CALLOWAY, WREN],
        'strict.html': [QUOTE, CALLOWAY, WREN],
        'rtl.html': [QUOTE, CALLOWAY, WREN],
        'clobber.html': [QUOTE, CALLOWAY, WREN],
        'typography.html': [QUOTE, CALLOWAY, WREN, 'The guild said that nobody had asked the fishermen.'],
      };
      test.each(Object.entries(pages))('%s is painted, and its DOM stays as it was', async (name, sentences) => {
        const page = await open(name);
        const html = () => page.evaluate(() => new XMLSerializer().serializeToString(document));
        const before = await html();
        await page.clickToolbarButton();
        for (const sentence of sentences) await shows(page, sentence);
        expect(await html()).toBe(before);
        await page.close();
      });
      test('a footnote’s mark and a frame are not painted', async () => {
        const { page } = await annotated('typography.html');
        expect(await paintedText(page)).not.toContain('[1]');
        await page.close();
        const framed = await annotated('frame.html');
        const inFrame = await framed.page.evaluate(() => {
          const highlights = (document.querySelector('iframe')?.contentWindow as (Window & typeof globalThis) | null)?.CSS
            .highlights;
          return highlights?.size ?? -1;
        });
        expect(inFrame).toBe(0);
        await framed.page.close();
      });
      test('a page of teasers is no article', async () => {
        const page = await open('front.html');
        const popup = await page.clickToolbarButton();
        await whenState(popup, 'no-article');
        expect(await paintedIn(page)).toEqual([]);
        await page.close();
      });
    });

    describe('colours', () => {
      test.each(['plain.html', 'dark.html', 'night.html', 'pale.html'])('words keep a contrast of 4.5 on %s', async (name) => {
        const { page } = await annotated(name);
        const pairs = await page.evaluate(() => {
          const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
          const luminance = (colour: string) => {
            if (!canvas) return 0;
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
              const part = value / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const element = document.querySelector('#story p') as Element;
          return [...CSS.highlights.keys()]
            .filter((highlight) => /^sourcelight-(?:light|dark)-\d/.test(highlight))
            .map((highlight) => {
              const style = getComputedStyle(element, `::highlight(${highlight})`);
              const [a = 0, b = 0] = [luminance(style.color), luminance(style.backgroundColor)].sort((x, y) => y - x);
              return { highlight, contrast: (a + 0.05) / (b + 0.05) };
            });
        });
        expect(pairs.length).toBeGreaterThan(0);
        for (const { highlight, contrast } of pairs) expect(contrast, highlight).toBeGreaterThanOrEqual(4.5);
        await page.close();
      });
      test('status is a line style, and both themes are chosen by what the page really looks like', async () => {
        const styles = async (name: string) => {
          const { page } = await annotated(name);
          const found = await page.evaluate(() =>
            [...CSS.highlights.keys()]
              .filter((highlight) => /^sourcelight-(?:light|dark)-/.test(highlight))
              .map((highlight) => {
                const style = getComputedStyle(document.querySelector('#story p') as Element, `::highlight(${highlight})`);
                return `${highlight.split('-')[1]} ${/reported/.test(highlight) ? 'reported' : 'confirmed'} ${style.textDecorationStyle}`;
              }),
          );
          await page.close();
          return [...new Set(found)].sort();
        };
        expect(await styles('plain.html')).toEqual(['light confirmed solid', 'light reported dashed']);
        expect(await styles('night.html')).toEqual(['dark confirmed solid', 'dark reported dashed']);
      });
    });

    describe('pages that move', () => {
      test('paragraphs that come later are painted', async () => {
        const { page } = await annotated('late.html');
        await shows(page, QUOTE);
        await page.evaluate(() => document.querySelector<HTMLElement>('#more')?.click());
        await shows(page, WREN);
        await page.close();
      });
      test('a framework that replaces nodes does not lose the paint, and one that rewords a sentence never shows it on other words', async () => {
        const { page } = await annotated('preact.html');
        await shows(page, WREN);
        const again = (change: string) =>
          page.evaluate((how: string) => (window as unknown as { again: (how: string) => void }).again(how), change);
        await again('replaced');
        await shows(page, WREN);
        await again('reworded');
        const words = await paintedText(page);
        expect(words).not.toContain(squeeze('before every pile has been seen twice'));
        await shows(page, QUOTE.replace('twice', 'three times'));
        await page.close();
      });
      test('navigation without loading takes the old paint away and paints the new article', async () => {
        const { page } = await annotated('spa.html');
        await shows(page, QUOTE);
        await page.evaluate(() => document.querySelector<HTMLElement>('#go')?.click());
        await shows(page, MARSH);
        expect(await paintedText(page)).not.toContain(squeeze(QUOTE));
        await page.close();
      });
      test('a page that sets its own style sheets anew keeps ours', async () => {
        const { page } = await annotated('plain.html');
        await page.evaluate(() => {
          document.adoptedStyleSheets = [];
          document.querySelector('#story p')?.append(' It rained.');
        });
        await page.waitFor(() => document.adoptedStyleSheets.length === 1);
        await page.close();
      });
    });

    describe('the card', () => {
      const host = () => document.querySelector('sourcelight-card');
      const pointOn = (page: PageDriver, words: string) =>
        page.evaluate((needle: string) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
            const at = node.data.indexOf(needle);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + needle.length);
            const box = range.getBoundingClientRect();
            return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          }
          throw new Error(`no ${needle}`);
        }, words);
      const isOpen = (page: PageDriver) =>
        page.evaluate(() => document.querySelector('sourcelight-card')?.matches(':popover-open') === true);
      const current = (page: PageDriver) =>
        page.evaluate(() => [...(CSS.highlights.get('sourcelight-current') ?? [])].map(String).join(''));

      test('opens where a pointer rests, follows it, and closes when it goes; the page has one element more', async () => {
        const { page, popup } = await annotated('plain.html');
        await popup.close();
        expect(await page.evaluate(host)).toBeNull();
        const on = await pointOn(page, 'divers had found');
        await page.moveTo(on.x, on.y);
        await waitUntil(() => isOpen(page), { message: 'no card' });
        expect(await current(page)).toBe(CALLOWAY);
        const added = await page.evaluate(() => {
          const card = document.querySelector('sourcelight-card');
          return {
            parent: card?.parentElement?.localName,
            content: card?.childNodes.length,
            shadow: card?.shadowRoot ?? 'closed',
          };
        });
        expect(added).toEqual({ parent: 'html', content: 0, shadow: 'closed' });
        await page.moveTo(2, 2);
        await waitUntil(async () => !(await isOpen(page)), { message: 'still open' });
        await waitUntil(async () => (await current(page)) === '', { message: 'still marked' });
        await page.close();
      });
      test('opens on a click and closes on a click elsewhere', async () => {
        const { page, popup } = await annotated('plain.html');
        await popup.close();
        const on = await pointOn(page, 'Nobody will land');
        await page.clickAt(on.x, on.y);
        await waitUntil(() => isOpen(page), { message: 'no card' });
        expect(await current(page)).toBe(QUOTE);
        await page.clickAt(2, 2);
        await waitUntil(async () => !(await isOpen(page)), { message: 'still open' });
        await page.close();
      });
      test('the shortcut opens it with the keyboard in it; arrow keys step through the source’s sentences; Escape gives the focus back', async () => {
        const { page, popup } = await annotated('plain.html');
        await popup.close();
        await page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus());
        await driver.evaluateInBackground(async (path: string) => {
          interface Tab {
            readonly id: number;
            readonly url?: string;
            readonly active: boolean;
          }
          interface Tabs {
            query(what: object): Promise<readonly Tab[]>;
            sendMessage(id: number, message: object): Promise<unknown>;
          }
          const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
          const tab = (await tabs.query({})).find(({ url, active }) => active && (url === undefined || url.includes(path)));
          if (tab) await tabs.sendMessage(tab.id, { type: 'tab-command', command: 'next' });
        }, 'plain.html');
        await waitUntil(() => isOpen(page), { message: 'no card' });
        const focused = () => page.evaluate(() => document.activeElement?.localName);
        expect(await focused()).toBe('sourcelight-card');
        const first = await current(page);
        expect(first).not.toBe('');
        await page.press('ArrowRight');
        await waitUntil(async () => (await current(page)) !== first, { message: 'no step forward' });
        await page.press('ArrowLeft');
        await waitUntil(async () => (await current(page)) === first, { message: 'no step back' });
        await page.press('Tab');
        expect(await focused()).toBe('sourcelight-card');
        await page.press('Escape');
        await waitUntil(async () => !(await isOpen(page)), { message: 'still open' });
        expect(await focused()).toBe('a');
        await page.close();
      });
    });
  });
}
