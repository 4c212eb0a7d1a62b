import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { openWithSlowPolicies } from './support/changed-build.ts';
import { type BrowserDriver, browsers, type PageDriver, type Server, type Surface, serveSamples } from './support/driver.ts';
import { setManaged } from './support/managed.ts';
import { paintedIn, whenState } from './support/painted.ts';
import { tabInFront } from './support/tabs.ts';
import { says, wordsOf } from './support/words.ts';

for (const browser of browsers) {
  describe(`a school that offers class mode only, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let page: PageDriver;
    let tab: number;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      await setManaged(driver, {
        classModeOnly: true,
        disabledPacks: ['us-politics'],
        sites: ['*://www.example.org/*', 'all of them'],
      });
      page = await driver.open(`${site.url}/swing-bridge.html`);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('has a popup that leads to class mode and shows nothing else, and no label in the page', async () => {
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await says(popup, 'Your school offers class mode here.');
      expect(await popup.evaluate(() => document.querySelectorAll('.source-row, .chip, .bar, .popup__bar button').length)).toBe(
        0,
      );
      expect(await violationsIn(popup)).toEqual([]);
      expect(await paintedIn(page)).toEqual([]);
      tab = await tabInFront(driver);
    });

    it('has a side panel that leads there too', async () => {
      const panel = await driver.open(driver.extensionUrl(`sidepanel.html?tab=${tab}`));
      await whenState(panel, 'ready');
      await says(panel, 'Your school offers class mode here.');
      expect(await panel.evaluate(() => document.querySelectorAll('.sentence, .strip, .tabs').length)).toBe(0);
      expect(await violationsIn(panel)).toEqual([]);
      await panel.click('.button--primary');
      const room = await driver.surface(`classroom.html?tab=${tab}`);
      await whenState(room, 'ready');
      await says(room, 'Source A');
      await panel.close();
    });

    it('says in the settings what it has set, and asks for its sites', async () => {
      const options = await driver.open(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
      await says(options, 'Your school asks you to allow these sites');
      expect(await wordsOf(options)).toContain('example.org');
      expect(await wordsOf(options)).not.toContain('all of them');
      expect(
        await options.waitFor(() => {
          const pack = document.querySelector('[data-pack="us-politics"]');
          return pack?.textContent?.includes('Set by your administrator') && pack.querySelector('input')?.disabled;
        }),
      ).toBe(true);
      expect(await violationsIn(options)).toEqual([]);
      await options.close();
    });
  });

  describe(`before it is known what a school has set, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await openWithSlowPolicies(browser);
      await setManaged(driver, { classModeOnly: true });
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    /** Sees that a surface shows nothing but that it reads, and then class mode only. */
    async function showsNothingTooSoon(surface: Surface): Promise<void> {
      await whenState(surface, 'loading');
      // By then the article has long been there for a surface that would not wait.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await whenState(surface, 'loading');
      expect(await surface.evaluate(() => document.querySelectorAll('button, input, [data-source], .sentence').length)).toBe(0);
      await surface.evaluate(() => document.dispatchEvent(new Event('read-on')));
      await whenState(surface, 'ready');
      await says(surface, 'Your school offers class mode here.');
    }

    it('popup and side panel show nothing for a moment that the school does not offer', async () => {
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await showsNothingTooSoon(await page.clickToolbarButton());
      const tab = await tabInFront(driver);
      await showsNothingTooSoon(await driver.open(driver.extensionUrl(`sidepanel.html?tab=${tab}`)));
      expect(await paintedIn(page)).toEqual([]);
    });
  });

  describe(`a school where labels are not corrected, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      await setManaged(driver, { corrections: false });
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('shows why a sentence has its label, and no way to change it', async () => {
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      const panel = await driver.open(driver.extensionUrl(`sidepanel.html?tab=${await tabInFront(driver)}`));
      await whenState(panel, 'ready');
      await panel.click('[data-sentence="4"] .sentence__button');
      await says(panel, 'Why this label');
      expect(await panel.evaluate(() => document.querySelectorAll('.sentence__details button, .corrections').length)).toBe(0);
    });
  });
}
