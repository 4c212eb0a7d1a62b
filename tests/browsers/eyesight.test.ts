import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotated, openAnnotated, overflow, SURFACES } from './support/annotated.ts';
import { violationsIn } from './support/axe.ts';
import { type BrowserDriver, browsers, ChromiumDriver, FirefoxDriver, type PageDriver } from './support/driver.ts';

/** Zooms the page in front to 200 %: half as many CSS pixels, each twice as large. */
async function zoomIn(driver: BrowserDriver, page: PageDriver): Promise<void> {
  if (driver instanceof FirefoxDriver)
    await driver.inChrome(() => {
      // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
      (window as any).gBrowser.selectedBrowser.fullZoom = 2;
    });
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own class, which the interface hides
  else await (page as any).page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
  await page.waitFor(() => innerWidth <= 700, { message: 'not zoomed' });
}

for (const browser of browsers) {
  describe(`for eyes that need it, in ${browser.name}`, () => {
    let annotated: Annotated;

    beforeAll(async () => {
      annotated = await openAnnotated(() =>
        browser.open({
          preferences: { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 },
        }),
      );
    });
    afterAll(() => annotated?.close());

    async function open(path: string): Promise<PageDriver> {
      const page = await annotated.open(path);
      if (annotated.driver instanceof ChromiumDriver) {
        // biome-ignore lint/suspicious/noExplicitAny: the driver's own class, which the interface hides
        const session = await (page as any).page.createCDPSession();
        const features = [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ];
        await session.send('Emulation.setEmulatedMedia', { features });
      }
      return page;
    }

    it.each(SURFACES)('%s fits its window at 200 % zoom', async (path) => {
      const page = await open(path);
      await zoomIn(annotated.driver, page);
      expect(await overflow(page)).toBe(0);
      await page.close();
    });

    it.each(SURFACES)('%s is whole in forced colours', async (path) => {
      const page = await open(path);
      await page.waitFor(() => matchMedia('(forced-colors: active)').matches, { message: 'no forced colours' });
      expect(await violationsIn(page)).toEqual([]);
      await page.close();
    });

    it('reported and confirmed, and on and off, are told apart in forced colours', async () => {
      const panel = await open('sidepanel.html');
      await panel.click('[data-tab="sources"]');
      const looks = (selector: string) =>
        panel.waitFor(
          (wanted: string) => {
            const element = document.querySelector(wanted);
            if (!element) return null;
            const { backgroundImage, backgroundColor } = getComputedStyle(element);
            return `${backgroundImage} ${backgroundColor}`;
          },
          {},
          selector,
        );
      expect(await looks('.panel__head .bar__part--reported')).not.toBe(await looks('.panel__head .bar__part:last-child'));
      const on = await looks('[data-source] [role=switch]');
      await panel.click('[data-source] [role=switch]');
      await panel.waitFor(() => document.querySelector('[data-source] [role=switch]:not(:checked)') !== null);
      expect(await looks('[data-source] [role=switch]')).not.toBe(on);
      await panel.close();
    });

    it('nothing moves where less motion is wanted', async () => {
      const options = await open('options.html');
      const times = await options.evaluate(() =>
        [...document.querySelectorAll('*')].map((element) => getComputedStyle(element).transitionDuration),
      );
      expect(new Set(times)).toEqual(new Set(['0s']));
      await options.close();
    });
  });
}
