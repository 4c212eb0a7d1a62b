import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotated, openAnnotated, overflow, SURFACES, tabsCutOff } from './support/annotated.ts';
import { violationsIn } from './support/axe.ts';
import { openInLanguage } from './support/changed-build.ts';
import { browsers, type Surface } from './support/driver.ts';

/** Where the middle of the first match is from left to right, in CSS pixels. */
const middle = (surface: Surface, selector: string): Promise<number> =>
  surface.evaluate((wanted: string) => {
    const box = (document.querySelector(wanted) as Element).getBoundingClientRect();
    return box.x + box.width / 2;
  }, selector);

/** Where words in what matches begin, from left to right. */
const placeOf = (surface: Surface, selector: string, words: string): Promise<number> =>
  surface.waitFor(
    (where: string, wanted: string) => {
      for (const element of document.querySelectorAll(where)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          return range.getBoundingClientRect().x;
        }
      }
      return null;
    },
    { message: `nothing says “${words}”` },
    selector,
    words,
  );

for (const browser of browsers) {
  describe.each(['he', 'ar'])(`from right to left, in ${browser.name}: %s`, (language) => {
    let annotated: Annotated;

    beforeAll(async () => {
      annotated = await openAnnotated(() => openInLanguage(browser, language));
    });
    afterAll(() => annotated?.close());

    it('the popup runs the other way: badges, bars, counts and switches', async () => {
      const { popup } = annotated;
      expect(await popup.evaluate(() => document.dir)).toBe('rtl');
      const [badge, name, count, control] = await Promise.all(
        ['.source-badge', '.source-row__words', '.source-row__count', '.source-row [role=switch]'].map((selector) =>
          middle(popup, selector),
        ),
      );
      expect([control, count, name, badge]).toEqual([control, count, name, badge].sort((a, b) => Number(a) - Number(b)));
      const reported = await middle(popup, '.popup__sum .bar__part--reported');
      expect(reported).toBeGreaterThan(await middle(popup, '.popup__sum .bar__part:last-child'));
      expect(await overflow(popup)).toBe(0);
      expect(await violationsIn(popup)).toEqual([]);
    });

    it('the panel has all its tabs in sight where it is narrow', async () => {
      const panel = await annotated.open('sidepanel.html');
      expect(await tabsCutOff(panel, 320)).toBe(0);
      await panel.close();
    });

    it('the panel says who said it in the order of its language, though names and words are English', async () => {
      const panel = await annotated.open('sidepanel.html');
      await panel.click('[data-sentence="2"] .sentence__button');
      const name = await placeOf(panel, '.reasons__cues', 'Ines Calloway');
      expect(name).toBeGreaterThan(await placeOf(panel, '.reasons__cues', 'said'));
      expect(await middle(panel, '.strip')).toBeGreaterThan(await middle(panel, '.panel__main'));
      expect(await overflow(panel)).toBe(0);
      expect(await violationsIn(panel)).toEqual([]);
      await panel.close();
    });

    it.each(SURFACES)('%s reaches over no side', async (path) => {
      const surface = await annotated.open(path);
      expect(await overflow(surface)).toBe(0);
      expect(await violationsIn(surface)).toEqual([]);
      await surface.close();
    });
  });
}
