import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Downloads, openWithDownloads } from './support/downloads.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';

const SENTENCE = 'On the harbor front,';

/** What the panel says about the first sentence that begins so. */
const labelOf = (panel: PageDriver, beginning: string) =>
  panel.evaluate(
    (wanted: string) =>
      [...document.querySelectorAll('.sentence')]
        .find((one) => one.querySelector('.sentence__text')?.textContent?.startsWith(wanted))
        ?.querySelector('.sentence__label')?.textContent,
    beginning,
  );

for (const browser of browsers) {
  describe(`a teacher's reading in the hands of a class, in ${browser.name}`, () => {
    let site: Server;
    let teacher: Downloads;
    let student: BrowserDriver;

    beforeAll(async () => {
      site = await serveSamples();
      teacher = await openWithDownloads(browser);
      student = await browser.open();
    });
    afterAll(async () => {
      await teacher?.close();
      await student?.close();
      await site?.close();
    });

    async function panelOf(driver: BrowserDriver): Promise<PageDriver> {
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      const panel = await driver.open(driver.extensionUrl(`sidepanel.html?tab=${await tabInFront(driver)}`));
      await whenState(panel, 'ready');
      return panel;
    }

    it('goes as a file from one profile to another, and stays there', async () => {
      const mine = await panelOf(teacher.driver);
      const at = await mine.evaluate(
        (wanted: string) =>
          [...document.querySelectorAll<HTMLElement>('.sentence')].find((one) => one.textContent?.includes(wanted))?.dataset
            .sentence,
        SENTENCE,
      );
      await mine.click(`[data-sentence="${at}"] .sentence__button`);
      await mine.click('.sentence__details .button');
      await mine.evaluate(() => {
        const select = document.querySelector('.correction select') as HTMLSelectElement;
        select.value = '+';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await mine.click('.correction__somebody input');
      await mine.type('Ada Pell');
      await mine.click('.correction__actions .button--primary');
      await mine.waitFor(() => document.body.innerText.includes('Corrected by you'));
      await mine.click('.corrections__bar [aria-label^="Save corrections"]');
      const { name, content } = await teacher.file('.json');
      expect(name).toMatch(/^The-Morning-Ledger_.*corrections\.json$/);

      const theirs = await panelOf(student);
      expect(await labelOf(theirs, SENTENCE)).toContain('The outlet itself');
      await theirs.evaluate((text: string) => {
        const input = document.querySelector('.corrections input[type=file]') as HTMLInputElement;
        const files = new DataTransfer();
        files.items.add(new File([text], 'corrections.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, content);
      await theirs.waitFor(() => document.body.innerText.includes('1 correction taken from the file.'));
      await theirs.close();
      const again = await panelOf(student);
      expect(await labelOf(again, SENTENCE)).toContain('Ada Pell');
    });

    it('and what a class answered comes back as a table without names', async () => {
      const page = await teacher.driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      const room = await teacher.driver.open(
        teacher.driver.extensionUrl(`classroom.html?tab=${await tabInFront(teacher.driver)}`),
      );
      await whenState(room, 'ready');
      await room.press('e');
      // The second button is for every sentence of the article.
      await room.click('.exercise__actions .button:nth-of-type(2)');
      await room.waitFor(() => /^Who says\? 1 of 4\d$/.test(document.querySelector('.exercise__progress')?.textContent ?? ''));
      await room.press('2');
      await room.click('.exercise__actions .button--plain');
      await room.click('.exercise--results .exercise__actions .button:nth-of-type(2)');
      const { content } = await teacher.file('results.csv');
      const lines = content.trim().split('\r\n');
      expect(lines[0]).toContain('number,sentence,source_marked,source,source_right,status_marked,status,status_right');
      expect(lines.length).toBeGreaterThan(40);
      expect(lines[1]).toMatch(/,,,0,confirmed,confirmed,1$/);
      expect(lines.at(-1)).toBe(',,,,0,,,1');
    });
  });
}
