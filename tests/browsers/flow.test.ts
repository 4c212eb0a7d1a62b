import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { paintedIn, paintedWords, whenState } from './support/painted.ts';

/** The sources that the sample names and the pack knows (docs/architecture.md, the sample articles). */
const NAMED = ['pmo', 'witkoff', 'hamas', 'cogat', 'ghf', 'hostage-families'];

const GERMAN = `<!doctype html><html lang="en"><title>Brücke</title><article><h1>Die Brücke wird gesperrt</h1>${'<p>Die alte Brücke über den Hafen wird ab März für mindestens ein Jahr gesperrt, wie der Rat der Stadt am Dienstag nach langer Sitzung beschlossen hat. Die Händler am Ufer sind darüber sehr verärgert und wollen dagegen klagen.</p>'.repeat(8)}</article></html>`;

/** What the popup says, read as a person would. */
interface Told {
  readonly headline: string;
  readonly text: string;
  readonly rows: readonly { readonly source: string; readonly count: number; readonly on: boolean; readonly colour: string }[];
}

function told(popup: Surface): Promise<Told> {
  return popup.evaluate(() => ({
    headline: document.querySelector('h1')?.textContent ?? '',
    // As it is seen, line by line.
    text: document.body.innerText,
    rows: [...document.querySelectorAll<HTMLElement>('[data-source]')].map((row) => ({
      source: row.dataset.source ?? '',
      count: Number(row.querySelector('.source-row__count')?.textContent),
      on: row.querySelector<HTMLInputElement>('[role=switch]')?.checked ?? false,
      colour: getComputedStyle(row.querySelector('.source-badge') ?? row).backgroundColor,
    })),
  }));
}

/** Opens the whole list of sources. */
async function showAllSources(popup: Surface): Promise<void> {
  const before = await popup.evaluate(() => document.querySelectorAll('[data-source]').length);
  await popup.click('.source-list + button');
  await popup.waitFor((few: number) => document.querySelectorAll('[data-source]').length > few, {}, before);
}

for (const browser of browsers) {
  describe(`from the click to the labels, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let page: PageDriver;
    let popup: Surface;

    beforeAll(async () => {
      site = await serveSamples({ pages: { '/german.html': GERMAN } });
      driver = await browser.open();
      page = await driver.open(`${site.url}/ceasefire-talks.html`);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('does nothing in a page where the reader did nothing', async () => {
      expect(await paintedIn(page)).toEqual([]);
    });

    it('paints the sentences of the article, and only them', async () => {
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await waitUntil(async () => (await paintedWords(page)).length > 20, { message: 'nothing painted' });
      const words = await paintedWords(page);
      expect(words.some((sentence) => sentence.startsWith('Prime Minister Benjamin Netanyahu’s office said'))).toBe(true);
      for (const outside of [
        'WATCH LIVE',
        'Sign up for our free',
        'What Hamas wants',
        'Trucks wait at a crossing',
        'Most read',
      ]) {
        expect(words.filter((sentence) => sentence.includes(outside))).toEqual([]);
      }
      const after = await page.evaluate(() => document.querySelector('article')?.outerHTML ?? '');
      expect(before).toContain(after);
    });

    it('tells in the popup the title, how many sentences are reported and confirmed, and every source with its colour and count', async () => {
      await showAllSources(popup);
      const { headline, text, rows } = await told(popup);
      expect(headline).toBe('Israel and the U.S. call negotiators home from Doha as truce talks falter');
      const [, total = 0] = /of (\d+)/.exec(text)?.map(Number) ?? [];
      const [, reported = 0] = /Reported (\d+)/.exec(text)?.map(Number) ?? [];
      const [, confirmed = 0] = /Confirmed (\d+)/.exec(text)?.map(Number) ?? [];
      expect(total).toBeGreaterThan(30);
      expect(reported + confirmed).toBe(total);
      expect(reported).toBeGreaterThan(confirmed);
      expect(rows.map(({ source }) => source)).toEqual(expect.arrayContaining(NAMED));
      expect(rows.every(({ count, on }) => count > 0 && on)).toBe(true);
      expect(new Set(rows.slice(0, 6).map(({ colour }) => colour)).size).toBe(6);
    });

    it('switches one source off and on in the page', async () => {
      const all = await paintedWords(page);
      const isOf = (sentence: string) => sentence.startsWith('COGAT, the Israeli body');
      expect(all.filter(isOf)).toHaveLength(1);
      await popup.click('[data-source="cogat"] [role=switch]');
      await waitUntil(async () => !(await paintedWords(page)).some(isOf), { message: 'still painted' });
      expect((await paintedWords(page)).length).toBeLessThan(all.length);
      await popup.click('[data-source="cogat"] [role=switch]');
      await waitUntil(async () => (await paintedWords(page)).length === all.length, { message: 'not painted again' });
      expect((await paintedWords(page)).some(isOf)).toBe(true);
    });

    it('switches everything off and on in the page', async () => {
      const all = await paintedWords(page);
      await popup.click('.popup__body > .switch [role=switch]');
      await waitUntil(async () => (await paintedIn(page)).length === 0, { message: 'still painted' });
      await popup.click('.popup__body > .switch [role=switch]');
      await waitUntil(async () => (await paintedWords(page)).length === all.length, { message: 'not painted again' });
    });

    it('goes to the next sentence of a source on a click on its name', async () => {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await popup.click('[data-source="ghf"] .source-row__name');
      const current = () => [...(CSS.highlights.get('sourcelight-current') ?? [])].map(String).join('');
      const first = await page.waitFor(current);
      expect(first).toContain('Gaza Humanitarian Foundation');
      await page.waitFor(() => scrollY > 1000, { message: 'did not scroll to the sentence' });
      await popup.click('[data-source="ghf"] .source-row__name');
      const second = await page.waitFor(
        (before: string) => {
          const now = [...(CSS.highlights.get('sourcelight-current') ?? [])].map(String).join('');
          return now !== before && now;
        },
        {},
        first,
      );
      expect(second).not.toBe(first);
    });

    it('says that a page went away while it was being read', async () => {
      await page.goto(`${site.url}/index.html`);
      await whenState(popup, 'error');
    });

    it.each([
      ['a front page', 'index.html', 'no-article'],
      ['another language', 'german.html', 'unsupported-language'],
    ])('says in words why there is nothing to show: %s', async (_, path, state) => {
      const other = await driver.open(`${site.url}/${path}`);
      const explanation = await other.clickToolbarButton();
      await whenState(explanation, state);
      expect((await told(explanation)).text.length).toBeGreaterThan(60);
      expect(await violationsIn(explanation)).toEqual([]);
      expect(await paintedIn(other)).toEqual([]);
    });

    it('says that extensions may not run in the browser’s own pages', async () => {
      const own = await driver.open(browser.name === 'firefox' ? 'about:support' : 'chrome://version/');
      const explanation = await own.clickToolbarButton();
      await whenState(explanation, 'restricted');
      expect((await told(explanation)).text.length).toBeGreaterThan(60);
    });
  });
}
