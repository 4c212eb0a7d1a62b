import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotated, openAnnotated } from './support/annotated.ts';
import { inCard } from './support/card.ts';
import { browsers, ChromiumDriver, waitUntil } from './support/driver.ts';
import { nextClaim, tabInFront } from './support/tabs.ts';

for (const browser of browsers) {
  describe(`the card for ears, hands and eyes, in ${browser.name}`, () => {
    let annotated: Annotated;
    let tab: number;

    beforeAll(async () => {
      annotated = await openAnnotated(() => browser.open());
      await annotated.popup.close();
      tab = await tabInFront(annotated.driver);
    });
    afterAll(() => annotated?.close());

    const card = <R>(fn: (root: ShadowRoot) => R) => inCard(annotated.driver, annotated.page, fn);
    const spoken = () => card((root) => root.querySelector('[role=status]')?.textContent ?? '');
    const isOpen = () =>
      annotated.page.evaluate(() => document.querySelector('sourcelight-card')?.matches(':popover-open') === true);
    /** What in the card has the keyboard: its action, its name, and whether that is seen. */
    const focused = () =>
      card((root) => {
        const element = root.activeElement as HTMLElement | null;
        return {
          name: element?.getAttribute('aria-label') ?? element?.textContent ?? '',
          seen: element !== null && getComputedStyle(element).outlineStyle !== 'none',
        };
      });

    it('says politely who speaks when a pointer opens it, and leaves the keyboard where it is', async () => {
      const { page } = annotated;
      const before = await page.evaluate(() => document.activeElement?.localName);
      const at = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const place = node.data.indexOf('Nobody wanted this');
          if (place < 0) continue;
          const range = new Range();
          range.setStart(node, place);
          range.setEnd(node, place + 10);
          range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        throw new Error('the page does not say it');
      });
      await page.moveTo(at.x, at.y);
      await waitUntil(isOpen, { message: 'no card' });
      await waitUntil(async () => (await spoken()) === 'Ines Calloway · Reported · Named source · 1 of 4', {
        message: 'it does not say who speaks',
      });
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe(before);
      await page.moveTo(2, 2);
      await waitUntil(async () => !(await isOpen()), { message: 'still open' });
    });

    it('is gone through by the Tab key in the order in which it is read; a button pressed again steps on; Escape closes it', async () => {
      const { page, driver } = annotated;
      await page.evaluate(() => document.querySelector<HTMLElement>('a[href]')?.focus());
      await nextClaim(driver, tab);
      await waitUntil(isOpen, { message: 'no card' });
      expect((await focused())?.name).toBe('Whose claim is this?');
      const order = [];
      for (let presses = 0; presses < 5; presses++) {
        await page.press('Tab');
        order.push(await focused());
      }
      expect(order).toEqual(
        ['Close', 'Previous sentence of this source', 'Next sentence of this source', 'Copy with source', 'Correct label'].map(
          (name) => ({ name, seen: true }),
        ),
      );
      await page.press('Shift+Tab');
      await page.press('Shift+Tab');
      expect((await focused())?.name).toBe('Next sentence of this source');
      const first = await spoken();
      await page.press('Enter');
      await waitUntil(async () => (await spoken()) !== first, { message: 'the step is not told' });
      const second = await spoken();
      expect((await focused())?.name).toBe('Next sentence of this source');
      await page.press('Enter');
      await waitUntil(async () => (await spoken()) !== second, { message: 'the second step is not told' });
      await page.press('Escape');
      await waitUntil(async () => !(await isOpen()), { message: 'still open' });
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
      expect(await spoken()).toBe('');
    });
  });

  it.each([true, false])(`the card moves only where motion is welcome, in ${browser.name}: less wanted %s`, async (less) => {
    const annotated = await openAnnotated(() => browser.open({ preferences: { 'ui.prefersReducedMotion': less ? 1 : 0 } }));
    const { driver, page } = annotated;
    if (driver instanceof ChromiumDriver) {
      const features = [{ name: 'prefers-reduced-motion', value: less ? 'reduce' : 'no-preference' }];
      // biome-ignore lint/suspicious/noExplicitAny: the driver's own class, which the interface hides
      await (page as any).page.emulateMediaFeatures(features);
    }
    await nextClaim(driver, await tabInFront(driver));
    await page.waitFor(() => document.querySelector('sourcelight-card')?.matches(':popover-open'));
    const motion = await inCard(driver, page, (root) => getComputedStyle(root.querySelector('.card') as Element).animationName);
    expect(motion).toBe(less ? 'none' : 'appear');
    await annotated.close();
  });
}
