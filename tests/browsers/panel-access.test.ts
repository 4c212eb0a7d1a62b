import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotated, openAnnotated, overflow, tabsCutOff } from './support/annotated.ts';
import { violationsIn } from './support/axe.ts';
import { browsers, type PageDriver } from './support/driver.ts';

const VIEWS = ['sentences', 'sources', 'nobody', 'verbs', 'no_comment'];

for (const browser of browsers) {
  describe.each(['light', 'dark'] as const)(`access to panel, class mode and paper in ${browser.name}, %s`, (scheme) => {
    let annotated: Annotated;

    beforeAll(async () => {
      annotated = await openAnnotated(async () => {
        const driver = await browser.open();
        await driver.setColorScheme(scheme);
        return driver;
      });
    });
    afterAll(() => annotated?.close());

    /** What axe finds wrong once something is there to look at. */
    const violationsWith = async (page: PageDriver, selector: string) => {
      await page.waitFor((wanted: string) => document.querySelector(wanted) !== null, { message: `no ${selector}` }, selector);
      return violationsIn(page);
    };

    it('axe finds nothing in any view of the panel', async () => {
      const panel = await annotated.open('sidepanel.html');
      for (const view of VIEWS) {
        await panel.click(`[data-tab="${view}"]`);
        expect(await violationsWith(panel, `[data-tab="${view}"][aria-selected="true"]`), view).toEqual([]);
      }
      await panel.click('[data-tab="sentences"]');
      await panel.click('[data-sentence="4"] .sentence__button');
      expect(await violationsWith(panel, '.sentence__details'), 'a sentence open').toEqual([]);
      await panel.click('.sentence__details .button');
      await panel.click('.panel__tools .button');
      await panel.waitFor(() => document.querySelector('.correction') !== null, { message: 'no form' });
      expect(await violationsWith(panel, '.panel__filters:not([hidden]) .chip'), 'form and filters open').toEqual([]);
      await panel.close();
    });

    it('all tabs of the panel are in sight where it is narrow', async () => {
      const panel = await annotated.open('sidepanel.html');
      expect(await tabsCutOff(panel, 320)).toBe(0);
      await panel.close();
    });

    it('axe finds nothing in class mode and its exercise', async () => {
      const room = await annotated.open('classroom.html');
      expect(await violationsIn(room), 'article').toEqual([]);
      await room.press('n');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      expect(await violationsWith(room, '.annotated__sentence--current'), 'names and a sentence').toEqual([]);
      await room.press('?');
      expect(await violationsWith(room, 'dialog[open]'), 'keys').toEqual([]);
      await room.press('Escape');
      await room.press('e');
      expect(await violationsWith(room, '.exercise'), 'start').toEqual([]);
      await room.click('.exercise__actions .button');
      await room.press('1');
      expect(await violationsWith(room, '.choice[aria-pressed="true"]'), 'question').toEqual([]);
      await room.click('.exercise__actions .button--plain');
      expect(await violationsWith(room, '.exercise--results'), 'results').toEqual([]);
      expect(await overflow(room)).toBe(0);
      await room.close();
    });

    it('axe finds nothing in worksheet, handout and comparison', async () => {
      const sheet = await annotated.open('worksheet.html');
      expect(await violationsIn(sheet), 'worksheet').toEqual([]);
      expect(await overflow(sheet)).toBe(0);
      await sheet.close();
      const compare = await annotated.open('compare.html');
      expect(await violationsIn(compare), 'comparison').toEqual([]);
      await compare.close();
    });
  });
}
