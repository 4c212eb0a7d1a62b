import Papa from 'papaparse';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnnotationCollection } from '../support/web-annotation-model.ts';
import { type Downloads, openWithDownloads } from './support/downloads.ts';
import { browsers, type Server, type Surface, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';

const TODAY = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date());

for (const browser of browsers) {
  describe(`saving an analysis as a file, in ${browser.name}`, () => {
    let downloads: Downloads;
    let site: Server;
    let panel: Surface;

    beforeAll(async () => {
      site = await serveSamples();
      downloads = await openWithDownloads(browser);
      const { driver } = downloads;
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.click('.popup__bar .button--icon');
      panel = await driver.surface('/sidepanel.html');
      await whenState(panel, 'ready');
    });
    afterAll(async () => {
      await downloads?.close();
      await site?.close();
    });

    /** Saves in the format at a place of the menu and gives the file's name and content. */
    async function save(place: number, extension: string): Promise<{ readonly name: string; readonly content: string }> {
      const open = await panel.evaluate(() => document.querySelector('[aria-expanded="true"] + ul') !== null);
      if (!open) await panel.evaluate(() => document.querySelector<HTMLElement>('button:has(+ ul)')?.click());
      await panel.waitFor(() => document.querySelector('button[aria-expanded="true"] + ul'));
      await panel.evaluate(
        (at: number) => document.querySelectorAll<HTMLElement>('button[aria-expanded="true"] + ul button')[at]?.click(),
        place,
      );
      return downloads.file(extension);
    }

    it('names the file by outlet and date, and gives a table with a row a sentence', async () => {
      const { name, content } = await save(0, '.csv');
      expect(name).toMatch(new RegExp(`^The-Morning-Ledger_${TODAY}_port-ellery.*\\.csv$`));
      const { data, errors } = Papa.parse<Record<string, string>>(content.trim(), { header: true });
      expect(errors).toEqual([]);
      expect(data.length).toBeGreaterThan(30);
      expect(data[2]).toMatchObject({ number: '3', sources: 'Ines Calloway', status: 'reported', basis: 'named' });
    });

    it('gives a report in words', async () => {
      const { content } = await save(1, '.md');
      expect(content).toContain('# Port Ellery to close its old swing bridge for a year');
      expect(content).toMatch(/\d+ of \d+ sentences are reported as somebody’s claim/);
      expect(content).toContain('| Ines Calloway | ');
    });

    it('gives the data of the command line', async () => {
      const { content } = await save(2, '.json');
      const data = JSON.parse(content);
      expect(Object.keys(data).slice(0, 7)).toEqual(['id', 'title', 'language', 'text', 'sources', 'sentences', 'attributions']);
      expect(data.text.slice(data.sentences[0].start, data.sentences[0].end)).toMatch(/^PORT ELLERY/);
    });

    it('gives Web Annotations that are valid by the model', async () => {
      const { content } = await save(3, '.jsonld');
      const { total } = v.parse(AnnotationCollection, JSON.parse(content));
      expect(total).toBeGreaterThan(60);
    });
  });
}
