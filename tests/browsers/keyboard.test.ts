import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotated, openAnnotated, SURFACES } from './support/annotated.ts';
import { browsers } from './support/driver.ts';
import { tabTo, walkByTab } from './support/keyboard.ts';
import { says } from './support/words.ts';

for (const browser of browsers) {
  describe(`by keyboard alone, in ${browser.name}`, () => {
    let annotated: Annotated;

    beforeAll(async () => {
      annotated = await openAnnotated(() => browser.open());
    });
    afterAll(() => annotated?.close());

    it('every control of the popup is reached in order and seen', async () => {
      const { popup } = annotated;
      expect(await walkByTab(popup)).toEqual([]);
      await tabTo(popup, '.source-list + button');
      await popup.press('Enter');
      await tabTo(popup, '.popup__doors [aria-expanded]');
      await popup.press(' ');
      await popup.waitFor(() => document.querySelector('.popup__formats:not([hidden])') !== null);
      expect(await walkByTab(popup), 'all sources and formats').toEqual([]);
    });

    it.each(SURFACES)('every control of %s is reached in order and seen', async (path) => {
      const surface = await annotated.open(path);
      expect(await walkByTab(surface)).toEqual([]);
      await surface.close();
    });

    it('the panel is corrected, searched and changed', async () => {
      const panel = await annotated.open('sidepanel.html');
      await tabTo(panel, '[role=tab]');
      await panel.press('ArrowRight');
      await panel.waitFor(() => document.activeElement?.matches('[data-tab="sources"][aria-selected="true"]'));
      expect(await walkByTab(panel), 'sources').toEqual([]);
      await tabTo(panel, '[role=tab]');
      await panel.press('ArrowLeft');
      await tabTo(panel, '.sentence__button');
      await panel.press('Enter');
      await tabTo(panel, '.sentence__details button');
      await panel.press('Enter');
      await panel.waitFor(() => document.querySelector('.correction')?.contains(document.activeElement), {
        message: 'the form does not take the keyboard',
      });
      expect(await walkByTab(panel), 'form').toEqual([]);
      await tabTo(panel, '.correction select');
      await panel.press('Escape');
      await panel.waitFor(() => document.querySelector('.correction') === null, { message: 'Escape leaves the form open' });
      expect(await panel.evaluate(() => document.activeElement !== document.body)).toBe(true);
      await panel.close();
    });

    it('the exercise is answered, and the dialog of keys closed by Escape gives the keyboard back', async () => {
      const room = await annotated.open('classroom.html');
      await tabTo(room, '.classroom__right [aria-expanded]');
      await room.press('Enter');
      await room.waitFor(() => document.querySelector('dialog[open]')?.contains(document.activeElement));
      await room.press('Escape');
      await room.waitFor(() => document.querySelector('dialog') === null);
      expect(await room.evaluate(() => document.activeElement?.matches('.classroom__right [aria-expanded]'))).toBe(true);
      await tabTo(room, '.classroom__bar .button--primary');
      await room.press(' ');
      await tabTo(room, '.exercise__actions button');
      await room.press('Enter');
      await room.waitFor(() => document.querySelector('.exercise__questions'));
      expect(await walkByTab(room), 'question').toEqual([]);
      await tabTo(room, '.choice');
      await room.press(' ');
      await room.waitFor(() => document.querySelector('.choice[aria-pressed="true"]'));
      await tabTo(room, '.exercise__actions .button--plain');
      await room.press('Enter');
      await says(room, 'Your marks and the labels');
      expect(await walkByTab(room), 'results').toEqual([]);
      await room.close();
    });

    it('a pack is begun and given up, and a switch set', async () => {
      const options = await annotated.open('options.html');
      await tabTo(options, '#packs .button--primary, #packs button:not([role])');
      await tabTo(options, '[role=switch]');
      const was = await options.evaluate(() => (document.activeElement as HTMLInputElement).checked);
      await options.press(' ');
      await options.waitFor(
        (before: boolean) => (document.activeElement as HTMLInputElement).checked !== before,
        { message: 'the space key does not switch' },
        was,
      );
      await options.press(' ');
      await options.close();
    });
  });
}
