import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
import { inCard } from './support/card.ts';
import { chooseFile } from './support/choose-file.ts';
import {
  type BrowserDriver,
  browsers,
  type PageDriver,
  type Server,
  type Surface,
  serveSamples,
  waitUntil,
} from './support/driver.ts';
import { whenState } from './support/painted.ts';
import { nextClaim, tabInFront } from './support/tabs.ts';
import { says, wordsOf } from './support/words.ts';

const PACK_FILE = (type: string): string =>
  JSON.stringify({
    format: 'sourcelight-packs',
    version: 1,
    packs: [{ id: 'harbour', name: 'Harbour', entries: [{ id: 'pilots', name: 'Pilots’ guild', type, forms: ['pilots'] }] }],
  });

const STORY = `<!doctype html><html lang="en"><title>The harbour</title><article><h1>Ships wait outside the harbour</h1>${Array.from(
  { length: 8 },
  (_, at) =>
    `<p>The pilots said on Tuesday that ship number ${at + 1} would have to wait outside the harbour until the wind had fallen. It lay at anchor all day, some two miles from the lighthouse, with its crew on board.</p>`,
).join('')}</article></html>`;

/** Clicks the button that says so. */
async function clickButton(surface: Surface, words: string): Promise<void> {
  await surface.waitFor(
    (wanted: string) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === wanted);
      button?.setAttribute('data-test', 'wanted');
      return button !== undefined;
    },
    { message: `no button says “${words}”` },
    words,
  );
  await surface.click('[data-test="wanted"]');
  await surface.evaluate(() => document.querySelector('[data-test="wanted"]')?.removeAttribute('data-test'));
}

/** Types into the field with a label, in place of what is there. */
async function fill(surface: Surface, label: string, text: string): Promise<void> {
  await surface.waitFor(
    (wanted: string, value: string) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === wanted);
      const input = found && (document.getElementById(found.htmlFor) as HTMLInputElement | HTMLSelectElement | null);
      if (!input) return false;
      input.value = value;
      input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }));
      return true;
    },
    { message: `no field is called “${label}”` },
    label,
    text,
  );
}

for (const browser of browsers) {
  describe(`settings in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let options: PageDriver;

    beforeAll(async () => {
      site = await serveSamples({ pages: { '/harbour.html': STORY } });
      driver = await browser.open();
      options = await driver.open(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('show a choice of line in the sample at once, and keep it', async () => {
      const lines = () =>
        getComputedStyle(document.querySelector('.preview [data-status="reported"]') as Element).textDecorationStyle;
      expect(await options.evaluate(lines)).toBe('dashed');
      await fill(options, 'Line for: Reported', 'wavy');
      await waitUntil(async () => (await options.evaluate(lines)) === 'wavy', { message: 'the sample did not change' });
      await options.goto(driver.extensionUrl('options.html'));
      await waitUntil(async () => (await options.evaluate(lines)) === 'wavy', { message: 'the choice was not kept' });
    });

    it('make a pack of one’s own, tried on a sentence while it is written', async () => {
      await clickButton(options, 'New pack');
      await fill(options, 'Name of the pack', 'Our town');
      await fill(options, 'Source', 'Bridge wardens');
      await fill(options, 'Type', 'ngo');
      await fill(options, 'Names in articles', 'the wardens');
      await fill(options, 'Try it on a sentence', 'The wardens said the bridge was safe.');
      await says(options, 'Bridge wardens');
      await says(options, 'Aid or civil society · Our town');
      expect(await violationsIn(options)).toEqual([]);
      await clickButton(options, 'Save');
      await says(options, '1 source');
      await options.goto(driver.extensionUrl('options.html'));
      await says(options, 'Our town');
    });

    it('say what is wrong in a file of packs, and where, and leave the stored packs as they are', async () => {
      await chooseFile(options, PACK_FILE('town'));
      await says(options, 'packs[0].entries[0].type');
      expect(await violationsIn(options)).toEqual([]);
      await options.goto(driver.extensionUrl('options.html'));
      await says(options, 'Our town');
      expect(await wordsOf(options)).not.toContain('Harbour');
    });

    it('take packs from a file; the engine uses them, and the card in the page names them', async () => {
      await chooseFile(options, PACK_FILE('business'));
      await says(options, 'Harbour');
      const page = await driver.open(`${site.url}/harbour.html`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await says(popup, 'Pilots’ guild');
      await popup.close();
      await nextClaim(driver, await tabInFront(driver));
      const details = () => inCard(driver, page, (root) => root.querySelector('.details')?.textContent ?? '');
      await waitUntil(async () => (await details()) === 'Company · pack “Harbour”', { message: 'the card does not name it' });
      await page.close();
    });

    it('show markup in the names of a pack as the words that it is', async () => {
      const name = '<img src=x onerror=alert(1)>';
      await chooseFile(
        options,
        PACK_FILE('business').replaceAll('"Harbour"', JSON.stringify(name)).replaceAll('harbour', 'markup'),
      );
      await says(options, name);
      expect(await options.evaluate(() => document.querySelectorAll('[onerror]').length)).toBe(0);
    });

    it('show the keys of all commands', async () => {
      for (const key of ['Alt+Shift+L', 'Alt+Shift+H', 'Alt+Shift+J', 'Alt+Shift+K']) await says(options, key);
    });

    it.each(['light', 'dark'] as const)('have nothing that axe finds wrong, %s', async (scheme) => {
      await driver.setColorScheme(scheme);
      await options.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) button.click();
      });
      await says(options, 'Steve Witkoff');
      expect(await violationsIn(options)).toEqual([]);
      const welcome = await driver.open(driver.extensionUrl('welcome.html'));
      await whenState(welcome, 'ready');
      expect(await violationsIn(welcome)).toEqual([]);
      await welcome.close();
      await options.goto(driver.extensionUrl('options.html'));
      await whenState(options, 'ready');
    });

    it('delete everything, after asking once', async () => {
      await says(options, 'Our town');
      await clickButton(options, 'Delete everything');
      await says(options, 'This cannot be undone.');
      expect(await violationsIn(options)).toEqual([]);
      await clickButton(options, 'Delete everything');
      await says(options, 'Everything was deleted.');
      await options.goto(driver.extensionUrl('options.html'));
      await says(options, 'None yet.');
    });

    it('are explained on the first page by a sample that tells whose claim each sentence is', async () => {
      const welcome = await driver.open(driver.extensionUrl('welcome.html'));
      await whenState(welcome, 'ready');
      await welcome.press('Tab');
      await says(welcome, 'Own voice');
      await welcome.press('Tab');
      await says(welcome, 'The harbour office');
      await welcome.close();
    });
  });
}
