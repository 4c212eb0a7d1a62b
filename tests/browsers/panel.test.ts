import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './support/axe.ts';
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

/** A sentence as the panel lists it. */
interface Listed {
  readonly index: number;
  readonly text: string;
  readonly label: string;
  readonly current: boolean;
}

function listed(panel: Surface): Promise<readonly Listed[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-sentence]:not(.strip *)')].map((item) => ({
      index: Number(item.dataset.sentence),
      text: item.querySelector('.sentence__text')?.textContent ?? '',
      label: [...(item.querySelector('.sentence__label')?.children ?? [])].map((part) => part.textContent).join(' · '),
      current: item.querySelector('[aria-current="true"]') !== null,
    })),
  );
}

/** The entry of the first sentence that begins so. */
async function entryOf(panel: Surface, beginning: string): Promise<Listed> {
  const found = (await listed(panel)).find(({ text }) => text.startsWith(beginning));
  if (!found) throw new Error(`the panel lists no sentence that begins ${beginning}`);
  return found;
}

/** Chooses in a select, as a person's choice is told to the page. */
async function choose(panel: Surface, selector: string, value: string): Promise<void> {
  await panel.evaluate(
    (where: string, wanted: string) => {
      const select = document.querySelector<HTMLSelectElement>(where);
      if (!select) throw new Error(`nothing matches ${where}`);
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
}

/** Opens a file in the panel's picker. */
async function importFile(panel: Surface, content: string): Promise<void> {
  await panel.evaluate((text: string) => {
    const input = document.querySelector<HTMLInputElement>('.corrections input[type=file]');
    if (!input) throw new Error('no picker');
    const files = new DataTransfer();
    files.items.add(new File([text], 'corrections.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
}

const clickSentence = (panel: Surface, index: number) => panel.click(`[data-sentence="${index}"] .sentence__button`);

for (const browser of browsers) {
  describe(`the side panel, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let page: PageDriver;
    let panel: Surface;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      page = await driver.open(`${site.url}/swing-bridge.html`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await popup.click('.popup__bar .button--icon');
      panel = await driver.surface('/sidepanel.html');
      await whenState(panel, 'ready');
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('lists every sentence of the article in order, each with who says it and how', async () => {
      const sentences = await listed(panel);
      expect(sentences.length).toBeGreaterThan(30);
      expect(sentences.map(({ index }) => index)).toEqual(sentences.map((_, index) => index));
      expect(sentences[0]?.text).toMatch(/^PORT ELLERY — /);
      expect(await entryOf(panel, '“Nobody wanted this,”')).toMatchObject({ label: 'Ines Calloway · Reported · Named source' });
      for (const { text, label } of sentences) {
        expect(text).not.toBe('');
        expect(label).toMatch(/Reported|Confirmed/);
      }
    });

    it('goes to a sentence in the page, marks it, and says why it has its label', async () => {
      const { index } = await entryOf(panel, 'Old bridges collect stories.');
      await clickSentence(panel, index);
      await page.waitFor(() => scrollY > 300, { message: 'the page did not scroll' });
      await waitUntil(async () => (await listed(panel))[index]?.current, { message: 'the panel does not mark the sentence' });
      await panel.waitFor(
        () => document.querySelector('.sentence[data-selected] .reasons')?.textContent?.includes('Why this label'),
        { message: 'no reason' },
      );
    });

    it('marks the sentence that the reader scrolls to in the page', async () => {
      const isAtBeginning = async () => {
        // Not at once: what the page scrolls by itself on its way to a sentence, until it stands still, is not the reader's doing.
        await new Promise((resolve) => setTimeout(resolve, 500));
        await page.evaluate(() => scrollTo({ top: scrollY === 0 ? 1 : 0, behavior: 'instant' }));
        return (await listed(panel)).slice(0, 5).some(({ current }) => current);
      };
      expect((await listed(panel)).findIndex(({ current }) => current)).toBeGreaterThan(5);
      await waitUntil(isAtBeginning, { message: 'the panel marks another place' });
    });

    it('is walked with the arrow keys', async () => {
      await panel.evaluate(() => document.querySelector<HTMLElement>('[data-sentence="0"] .sentence__button')?.focus());
      await panel.press('ArrowDown');
      await panel.press('ArrowDown');
      const focused = () =>
        panel.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-sentence]')?.dataset.sentence);
      await waitUntil(async () => (await focused()) === '2', { message: 'not on the third sentence' });
      await panel.press('End');
      const last = String((await listed(panel)).length - 1);
      await waitUntil(async () => (await focused()) === last, { message: 'not on the last sentence' });
    });

    it('finds sentences by words and by sources', async () => {
      await panel.click('.panel__tools input');
      await panel.type('curse');
      await waitUntil(async () => (await listed(panel)).length < 4, { message: 'the search found too much' });
      expect((await listed(panel)).every(({ text }) => text.includes('curse'))).toBe(true);
      for (const _ of 'curse') await panel.press('Backspace');
      await waitUntil(async () => (await listed(panel)).length > 30);
    });

    it('groups sentences by source', async () => {
      await choose(panel, '.panel__tools select', 'source');
      await panel.waitFor(() => document.querySelector('[data-part^="source-"]'));
      const groups = await panel.evaluate(() =>
        [...document.querySelectorAll('[data-part^="source-"]')].map((part) => ({
          name: part.querySelector('.sentences__heading')?.childNodes[1]?.textContent ?? '',
          who: [...part.querySelectorAll('.sentence__who')].map((who) => who.textContent ?? ''),
        })),
      );
      expect(groups.map(({ name }) => name)).toContain('Ines Calloway');
      for (const { name, who } of groups) expect(who.every((names) => names.includes(name))).toBe(true);
      await choose(panel, '.panel__tools select', 'paragraph');
    });

    it('shows sources, what nobody is named for, verbs and no comment behind tabs that arrow keys reach', async () => {
      await panel.evaluate(() => document.querySelector<HTMLElement>('[data-tab="sentences"]')?.focus());
      await panel.press('ArrowRight');
      const shows = (words: RegExp) =>
        waitUntil(
          async () => words.test(await panel.evaluate(() => document.querySelector('[role=tabpanel]')?.textContent ?? '')),
          { message: `the view does not say ${words}` },
        );
      await shows(/Who speaks first.*Ines Calloway/);
      await shows(/Claims that rest on one source/);
      await panel.press('ArrowRight');
      await shows(/unnamed sources and hearsay/);
      expect((await listed(panel)).length).toBeGreaterThan(0);
      await panel.press('ArrowRight');
      await shows(/Casts doubt/);
      await panel.press('ArrowRight');
      await shows(/did not respond to requests for comment/);
      await panel.press('ArrowRight');
      await panel.waitFor(() => document.activeElement?.getAttribute('data-tab') === 'sentences', {
        message: 'not back at first',
      });
    });

    it('keeps a correction, undoes it and does it again', async () => {
      const { index } = await entryOf(panel, 'On the harbor front,');
      await clickSentence(panel, index);
      await panel.click('.sentence__details .button');
      await choose(panel, '.correction select', '+');
      await panel.click('.correction__somebody input');
      await panel.type('Ada Pell');
      await panel.click('.correction__actions .button--primary');
      const label = async () => (await entryOf(panel, 'On the harbor front,')).label;
      await waitUntil(async () => (await label()).startsWith('Ada Pell'), { message: 'the correction does not show' });
      expect(await label()).toBe('Ada Pell · Reported · Named source · Corrected by you');
      await panel.click('.corrections__bar .button--icon:nth-of-type(1)');
      await waitUntil(async () => (await label()).startsWith('The outlet itself'), { message: 'undo undid nothing' });
      await panel.click('.corrections__bar .button--icon:nth-of-type(2)');
      await waitUntil(async () => (await label()).startsWith('Ada Pell'), { message: 'redo redid nothing' });
    });

    it('takes a sentence out that is not a claim, and back in', async () => {
      const before = await listed(panel);
      const { index, text } = await entryOf(panel, 'Asked how sure she was');
      await clickSentence(panel, index);
      await panel.click('.sentence__details .button');
      await panel.click('.correction__actions .button:nth-of-type(3)');
      await waitUntil(async () => (await listed(panel)).length === before.length - 1, { message: 'the sentence stays' });
      await panel.waitFor(
        (gone: string) => document.querySelector('.corrections__gone')?.textContent?.includes(gone),
        { message: 'not among what was taken out' },
        text,
      );
      await panel.click('.corrections__gone .button');
      await waitUntil(async () => (await listed(panel)).length === before.length, { message: 'the sentence does not come back' });
    });

    it('has the correction again when the page is read anew', async () => {
      await page.goto(`${site.url}/swing-bridge.html?utm_source=letter#top`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      await whenState(panel, 'ready');
      await waitUntil(async () => (await entryOf(panel, 'On the harbor front,')).label.startsWith('Ada Pell'), {
        message: 'the correction is lost',
      });
    });

    it('takes nothing of a file that is not right, and says where', async () => {
      const count = () => panel.evaluate(() => document.querySelector('.corrections__count')?.textContent);
      const before = await count();
      await importFile(
        panel,
        '{"format":"sourcelight-corrections","version":1,"articles":[{"url":"https://a.example/","title":7,"corrections":[]}]}',
      );
      const said = await panel.waitFor(() => document.querySelector('.corrections [role=alert]')?.textContent);
      expect(said).toContain('articles[0].title');
      expect(said).toContain('nothing was changed');
      expect(await violationsIn(panel)).toEqual([]);
      expect(await count()).toBe(before);
    });

    it('takes the corrections of a file that is right', async () => {
      const url = `${site.url}/swing-bridge.html`;
      const named = {
        kind: 'label',
        sources: [{ name: 'Town archive', type: 'document' }],
        status: 'reported',
        basis: 'named',
        flags: [],
      };
      const correction = {
        selector: { exact: 'Old bridges collect stories.', prefix: '', suffix: ' It is said that' },
        position: { start: 0, end: 28 },
        change: named,
        was: { kind: 'label', sources: [], status: 'confirmed', basis: 'own-voice', flags: [] },
      };
      const file = {
        format: 'sourcelight-corrections',
        version: 1,
        articles: [{ url, title: 'Bridge', corrections: [correction] }],
      };
      await importFile(panel, JSON.stringify(file));
      await waitUntil(async () => (await entryOf(panel, 'Old bridges collect')).label.startsWith('Town archive'), {
        message: 'the imported correction does not show',
      });
    });

    it('says what to do where the reader has not clicked', async () => {
      await driver.open(`${site.url}/index.html`);
      await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Click the Sourcelight button');
      await whenState(panel, 'restricted');
      expect(await violationsIn(panel)).toEqual([]);
    });
  });
}
