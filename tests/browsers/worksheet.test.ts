import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, serveSamples, waitUntil } from './support/driver.ts';
import { whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';

/** Pages of a PDF by its page tree: the greatest `/Count`, which may stand in a packed stream of objects (ISO 32000-2, 7.5.7). */
function pagesOf(pdf: Uint8Array): number {
  const raw = Buffer.from(pdf).toString('latin1');
  const packed = [...raw.matchAll(/\/ObjStm.*?stream\r?\n(.*?)endstream/gs)];
  const text = [raw, ...packed.map(([, bytes]) => inflateSync(Buffer.from(bytes ?? '', 'latin1')).toString('latin1'))].join(' ');
  return Math.max(...[...text.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count)));
}

/** Chooses in the select with this label. */
async function choose(page: PageDriver, label: string, value: string): Promise<void> {
  await page.evaluate(
    (words: string, wanted: string) => {
      const field = [...document.querySelectorAll('.field')].find((one) => one.querySelector('label')?.textContent === words);
      const select = field?.querySelector('select');
      if (!select) throw new Error(`no field ${words}`);
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
}

for (const browser of browsers) {
  describe(`the worksheet, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let sheet: PageDriver;
    let sentences: readonly string[];

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      sheet = await driver.open(driver.extensionUrl(`worksheet.html?tab=${await tabInFront(driver)}`));
      await whenState(sheet, 'ready');
      sentences = await sheet.evaluate(() =>
        [...document.querySelectorAll('.questions__text')].map((one) => one.textContent ?? ''),
      );
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('numbers every sentence and leaves blanks for source and status, without the answers', async () => {
      expect(sentences.length).toBeGreaterThan(30);
      const blanks = await sheet.evaluate(() => ({
        numbers: [...document.querySelectorAll('.questions__number')].map((one) => Number(one.textContent)),
        lines: document.querySelectorAll('.questions .blank__line').length,
        boxes: document.querySelectorAll('.questions .tick__box').length,
        bases: document.querySelector('[data-sheet="questions"]')?.textContent?.includes('Named source'),
      }));
      expect(blanks.numbers).toEqual(sentences.map((_, index) => index + 1));
      expect([blanks.lines, blanks.boxes, blanks.bases]).toEqual([sentences.length, 2 * sentences.length, false]);
    });

    it('has a table of its choice with one row a source', async () => {
      const table = () =>
        sheet.evaluate(() => ({
          head: [...document.querySelectorAll('.source-table thead b')].map((one) => one.textContent),
          rows: [...document.querySelectorAll('.source-table tbody th')].map((one) => one.textContent),
        }));
      const imvain = await table();
      expect(imvain.head).toEqual(['Independent', 'Multiple', 'Verifies', 'Authoritative', 'Informed', 'Named']);
      expect(imvain.rows[0]).toMatch(/^A \w/);
      expect(imvain.rows.some((row) => /^[A-Z] Ines Calloway$/.test(row ?? ''))).toBe(true);
      await choose(sheet, 'Table of sources', 'nice');
      await waitUntil(async () => (await table()).head.map((word) => word?.[0]).join('') === 'NICE', {
        message: 'another table',
      });
    });

    it('has the answers on a sheet of their own', async () => {
      const key = await sheet.evaluate(() =>
        [...document.querySelectorAll('[data-sheet="key"] tbody tr')].map((row) => row.textContent),
      );
      expect(key).toHaveLength(sentences.length);
      const nobody = sentences.findIndex((text) => text.startsWith('“Nobody wanted this,”'));
      expect(key[nobody]).toMatch(/^3[A-Z] Ines CallowayReportedNamed source/);
      const withKey = pagesOf(await sheet.printToPdf());
      await sheet.click('[role=switch]');
      await sheet.waitFor(() => document.querySelector('[data-sheet="key"]') === null);
      const without = pagesOf(await sheet.printToPdf());
      expect(without).toBeGreaterThanOrEqual(2);
      expect(withKey).toBeGreaterThan(without);
    });

    it('asks ten sentences of all kinds where all are too many', async () => {
      await choose(sheet, 'Sentences', 'ten');
      await sheet.waitFor(() => document.querySelectorAll('.questions__one').length === 10);
    });

    it('prints the article with its labels in black, by letters and line styles', async () => {
      await choose(sheet, 'Print', 'handout');
      const looks = await sheet.waitFor(() => {
        const reported = document.querySelector('.annotated__sentence--reported');
        const confirmed = document.querySelector('.annotated__sentence--confirmed');
        if (!reported || !confirmed) return null;
        const of = (element: Element) => {
          const { textDecorationStyle, color, backgroundColor } = getComputedStyle(element);
          return [textDecorationStyle, color, backgroundColor];
        };
        return {
          reported: of(reported),
          confirmed: of(confirmed),
          letter: reported.parentElement?.querySelector('.annotated__letter')?.textContent,
        };
      });
      const black = 'rgb(0, 0, 0)';
      const none = 'rgba(0, 0, 0, 0)';
      expect(looks).toEqual({
        reported: ['dashed', black, none],
        confirmed: ['solid', black, none],
        letter: expect.stringMatching(/^[A-Z]+$/),
      });
      expect(await violationsIn(sheet)).toEqual([]);
      expect(pagesOf(await sheet.printToPdf())).toBeGreaterThanOrEqual(1);
    });
  });
}
