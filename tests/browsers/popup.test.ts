import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import {
  type BrowserDriver,
  browsers,
  type PageDriver,
  type Server,
  type Surface,
  serveSamples,
  waitUntil,
} from './support/driver.ts';
import { tabTo, tryAgain } from './support/keyboard.ts';
import { paintedIn, paintedWords, whenState } from './support/painted.ts';
import { says } from './support/words.ts';

/** The extension API, in functions that run inside the extension. */
// biome-ignore lint/suspicious/noExplicitAny: two browsers' own objects, of which a line is used
declare const chrome: any;

/** A page of an invented article with these paragraphs. */
const articlePage = (paragraphs: readonly string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>The council and the harbour</title>${head}</head><body><article><h1>The council and the harbour</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

const OWN_VOICE = [
  'The harbour of Port Ellery has two basins, and the older of them was dug in the winter of 1874 by men from the quarries. It is shallow, and at low water the boats lie on the mud until the tide comes back in the evening.',
  'The newer basin has a gate of steel. It opens twice a day, an hour before high water and an hour after it, and a bell rings on the quay for five minutes before it moves. Twelve boats work from there in summer and seven in winter.',
  'On the eastern side stands a row of sheds, painted green, with slate roofs and wide doors. Three of them are empty. The others hold nets, ropes, spare engines and a small museum with a model of the first lifeboat of the town.',
  'A narrow road runs along the western side to the lighthouse. It is closed to cars from May to September, and a small bus goes there every half hour. The walk takes twenty minutes along the wall and half an hour by the upper path.',
];

const CLAIMS = Array.from(
  { length: 6 },
  (_, at) =>
    `“We will mend pier number ${at} before the summer,” the harbour office said on Tuesday. The pier is old and ${at} metres long.`,
);

const PARTIAL_DATA =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>';

/** More than is analysed. */
const TOO_LONG = Array.from(
  { length: 2600 },
  (_, at) =>
    `“We will mend pier number ${at} before the summer,” the harbour office said on Tuesday. The pier is old and ${at} metres long, and boats lie beside it until the tide comes back.`,
);

const HEARSAY = Array.from(
  { length: 8 },
  (_, at) => `It is said that pier number ${at} is cursed, and that ${at + 3} boats were lost there in the winter of 1874.`,
);

/** An article in a shadow root, where nothing that changes tells a page session to look again. */
const shadowPage = (paragraphs: readonly string[]): string =>
  articlePage([]).replace(
    '</article>',
    `<div id="story"><template shadowrootmode="open">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</template></div></article>`,
  );

const PAGES = {
  '/empty.html': shadowPage([]),
  '/too-long.html': shadowPage(TOO_LONG),
  '/hearsay.html': articlePage(HEARSAY),
  '/own-voice.html': articlePage(OWN_VOICE),
  '/partial.html': articlePage([...CLAIMS, 'Subscribe to continue reading.'], PARTIAL_DATA),
};

/** In such a page: leaves a dozen paragraphs. */
function shorten(): void {
  const { shadowRoot } = document.querySelector('#story') as Element;
  for (const paragraph of shadowRoot?.querySelectorAll('p:nth-of-type(n + 12)') ?? []) paragraph.remove();
}

/** A page whose end is not sent before it is asked for: until then nobody can have read it. */
function slowPage(html: string): { readonly page: () => AsyncIterable<string>; readonly sendEnd: () => void } {
  let sendEnd = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    sendEnd = resolve;
  });
  const middle = Math.floor(html.length / 2);
  return {
    page: async function* () {
      yield html.slice(0, middle);
      await asked;
      yield html.slice(middle);
    },
    sendEnd,
  };
}

for (const browser of browsers) {
  describe(`popup in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let page: PageDriver;
    const slow = slowPage(articlePage(CLAIMS));

    const openOn = async (path: string): Promise<Surface> => {
      page = await driver.open(`${site.url}/${path}`);
      return page.clickToolbarButton();
    };

    beforeAll(async () => {
      site = await serveSamples({ pages: { ...PAGES, '/slow.html': slow.page } });
      driver = await browser.open();
    });
    afterEach(async () => {
      await page?.close();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('is 360 px wide, with room for a scroll bar, and nothing is cut off at its side', async () => {
      const popup = await openOn('swing-bridge.html');
      await whenState(popup, 'ready');
      const { wide, whole } = await popup.evaluate(() => ({
        wide: innerWidth,
        whole: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect(wide).toBeGreaterThanOrEqual(360);
      expect(wide).toBeLessThanOrEqual(380);
      expect(whole).toBe(0);
    });

    it('hides and shows kinds of sentences in the page', async () => {
      const popup = await openOn('swing-bridge.html');
      await whenState(popup, 'ready');
      await waitUntil(async () => (await paintedWords(page)).length > 20, { message: 'nothing painted' });
      const all = (await paintedWords(page)).length;
      await popup.click('.chips .chip');
      await waitUntil(async () => (await paintedWords(page)).length < all, { message: 'reported sentences are still painted' });
      await popup.click('.chips .chip');
      await waitUntil(async () => (await paintedWords(page)).length === all, {
        message: 'reported sentences are not painted again',
      });
    });

    it('can be used with the keyboard alone', async () => {
      const popup = await openOn('swing-bridge.html');
      await whenState(popup, 'ready');
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'nothing painted' });
      await tabTo(popup, '.popup__body > .switch [role=switch]');
      await popup.press(' ');
      await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'the space key does not switch' });
      await popup.press(' ');
      await waitUntil(async () => (await paintedIn(page)).length > 0, { message: 'the space key does not switch on again' });
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await tabTo(popup, '[data-source] .source-row__name');
      await popup.press('Enter');
      await page.waitFor(() => [...(CSS.highlights.get('sourcelight-current') ?? [])].length > 0, {
        message: 'no sentence is marked',
      });
    });

    it('goes on after the page went away', async () => {
      const popup = await openOn('swing-bridge.html');
      await whenState(popup, 'ready');
      await page.goto(`${site.url}/ceasefire-talks.html`);
      await whenState(popup, 'error');
      await says(popup, 'The page went away');
      expect(await violationsIn(popup)).toEqual([]);
      await tryAgain(popup);
      const clickedOnce = browser.name === 'firefox';
      // There a click counts for the page on which it was made only.
      if (clickedOnce) await says(popup, 'click the button again');
      const again = clickedOnce ? await page.clickToolbarButton() : popup;
      await whenState(again, 'ready');
      await says(again, 'Witkoff');
    });

    it('looks again, when asked to, at a page that had no article', async () => {
      const popup = await openOn('empty.html');
      await whenState(popup, 'no-article');
      await page.evaluate(
        (html: string) => {
          const story = document.querySelector('#story')?.shadowRoot as ShadowRoot;
          story.innerHTML = html;
        },
        CLAIMS.map((text) => `<p>${text}</p>`).join(''),
      );
      await tryAgain(popup);
      await whenState(popup, 'ready');
      await says(popup, 'The council and the harbour');
    });

    it('says that there is only a part of the article', async () => {
      const popup = await openOn('partial.html');
      await whenState(popup, 'ready');
      await says(popup, 'Only part of the article');
      expect(await violationsIn(popup)).toEqual([]);
    });

    it('says why an article could not be read, and reads it when asked again', async () => {
      const popup = await openOn('too-long.html');
      await whenState(popup, 'error');
      await says(popup, 'too long to be analysed');
      expect(await violationsIn(popup)).toEqual([]);
      await page.evaluate(shorten);
      await tryAgain(popup);
      await whenState(popup, 'ready');
      await says(popup, 'The council and the harbour');
    });

    it('and the panel read it when asked again, also where the browser stopped the background meanwhile', async () => {
      const popup = await openOn('too-long.html');
      await whenState(popup, 'error');
      // The popup is asked which tab it is: a background in which a test looked around is held by the debugger when it is to wake again.
      const tab = await popup.evaluate(async () => (await chrome.tabs.query({ active: true }))[0].id as number);
      const panel = await driver.open(`${driver.extensionUrl('sidepanel.html')}?tab=${tab}`);
      await whenState(panel, 'error');
      await page.evaluate(shorten);
      await driver.stopBackground();
      await tryAgain(panel);
      await whenState(panel, 'ready');
      await says(panel, 'The council and the harbour');
      await panel.close();
    });

    it('tells what nobody is named for from what the outlet says itself', async () => {
      const popup = await openOn('hearsay.html');
      await whenState(popup, 'ready');
      const rows = await popup.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.source-row')].map((row) => row.innerText.replace(/\s+/g, ' ')),
      );
      expect(rows.some((row) => /^\? Nobody named [1-9]/.test(row))).toBe(true);
      expect(await violationsIn(popup)).toEqual([]);
    });

    it('says that nobody is quoted', async () => {
      const popup = await openOn('own-voice.html');
      await whenState(popup, 'ready');
      await says(popup, 'Nobody is quoted here');
      expect(await violationsIn(popup)).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, %s', async (scheme) => {
      // The popup of the test before may still be closing, and then it takes no scheme any more.
      await waitUntil(() => driver.setColorScheme(scheme).then(() => true), { message: `no ${scheme} scheme` });
      const popup = await openOn('ceasefire-talks.html');
      await whenState(popup, 'ready');
      expect(await popup.evaluate((wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme)).toBe(
        true,
      );
      await popup.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('[aria-expanded], .source-list + button')) button.click();
      });
      expect(await violationsIn(popup)).toEqual([]);
      await page.close();
      const nothing = await openOn('index.html');
      await whenState(nothing, 'no-article');
      expect(await violationsIn(nothing)).toEqual([]);
    });

    it('has nothing that axe finds wrong where extensions may not run', async () => {
      page = await driver.open(browser.name === 'firefox' ? 'about:support' : 'chrome://version/');
      const restricted = await page.clickToolbarButton();
      await whenState(restricted, 'restricted');
      expect(await violationsIn(restricted)).toEqual([]);
    });

    it('says that it reads as long as it does, with nothing that axe finds wrong, and then what it read', async () => {
      page = await driver.open(`${site.url}/index.html`);
      // Nothing may wait for this page to have loaded.
      await page.evaluate(() => {
        setTimeout(() => location.assign('/slow.html'));
      });
      await page.waitFor(() => location.pathname === '/slow.html' && document.readyState === 'loading');
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'loading');
      await says(popup, 'Reading the article');
      expect(await violationsIn(popup)).toEqual([]);
      slow.sendEnd();
      await whenState(popup, 'ready');
      await says(popup, 'The council and the harbour');
    });
  });
}
