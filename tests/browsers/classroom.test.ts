import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAnnotated } from './support/annotated.ts';
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
import { tabInFront } from './support/tabs.ts';
import { pressButton, says } from './support/words.ts';

const textOf = (surface: Surface, selector: string) =>
  surface.evaluate((where: string) => document.querySelector(where)?.textContent ?? '', selector);

for (const browser of browsers) {
  describe(`class mode, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let room: PageDriver;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
      const page = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await page.clickToolbarButton(), 'ready');
      const tab = await tabInFront(driver);
      room = await driver.open(driver.extensionUrl(`classroom.html?tab=${tab}`));
      await whenState(room, 'ready');
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    it('shows the whole article large, with letters in place of names until asked', async () => {
      const size = await room.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.querySelector('.annotated') as Element).fontSize),
      );
      expect(size).toBeGreaterThanOrEqual(28);
      expect(await textOf(room, '.legend')).toContain('Source A');
      expect(await textOf(room, '.legend')).not.toContain('Ines Calloway');
      await room.press('n');
      await room.waitFor(() => document.querySelector('.legend')?.textContent?.includes('Ines Calloway'));
    });

    it('has a legend to be read from the back row, whole in the window, however many are heard', async () => {
      const legend = () =>
        room.evaluate(() => {
          const legend = document.querySelector('.legend') as HTMLElement;
          const small = [...legend.querySelectorAll('.legend__sources bdi, .legend__count')];
          return {
            type: Math.min(...small.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
            hidden: legend.scrollHeight - legend.clientHeight,
            entries: legend.querySelectorAll('.source-badge').length,
            says: legend.innerText,
          };
        });
      const named = await legend();
      expect(named.type).toBeGreaterThanOrEqual(20);
      expect(named.hidden).toBe(0);
      expect(named.says).toMatch(/\nand 3 more\n/);
      await room.press('n');
      await room.waitFor(() => !document.querySelector('.legend')?.textContent?.includes('Ines Calloway'));
      const letters = await legend();
      expect(letters.type).toBeGreaterThanOrEqual(20);
      expect(letters.hidden).toBe(0);
      expect(letters.entries).toBe(named.entries + 3);
      await room.press('n');
    });

    it('has a legend with names that is whole in a small window too', async () => {
      const small = await openAnnotated(() => browser.open({ width: 1000, height: 720 }));
      const narrow = await small.open('classroom.html');
      await narrow.press('n');
      await narrow.waitFor(() => document.querySelector('.legend')?.textContent?.includes('Ines Calloway'));
      const { hidden, says } = await narrow.evaluate(() => {
        const legend = document.querySelector('.legend') as HTMLElement;
        return { hidden: legend.scrollHeight - legend.clientHeight, says: legend.innerText };
      });
      expect(hidden).toBe(0);
      expect(says).toMatch(/\nand \d+ more\n/);
      expect(says).toContain('The outlet itself');
      await small.close();
    });

    it('hides labels and walks from sentence to sentence by keys', async () => {
      const labelled = () => room.evaluate(() => document.querySelectorAll('.annotated__sentence--reported').length);
      expect(await labelled()).toBeGreaterThan(10);
      await room.press('l');
      await waitUntil(async () => (await labelled()) === 0, { message: 'the labels stay' });
      await room.press('ArrowDown');
      await room.press('ArrowDown');
      await room.waitFor(() =>
        document.querySelector('.annotated__sentence--current')?.textContent?.startsWith('The town council voted'),
      );
      await room.waitFor(() => document.querySelector('.classroom__caption')?.textContent === '2Who says?');
    });

    it('tells its keys', async () => {
      await room.press('?');
      await room.waitFor(() => document.querySelector('dialog[open]')?.textContent?.includes('Next sentence'));
      await room.press('Escape');
      await room.waitFor(() => document.querySelector('dialog') === null);
    });

    it('asks ten sentences without their labels, then shows score, labels and reasons', async () => {
      await room.press('e');
      await pressButton(room, '10 sentences of all kinds');
      for (let question = 1; question <= 10; question++) {
        await room.waitFor(
          (text: string) => document.querySelector('.exercise__progress')?.textContent?.includes(text),
          {},
          `${question} of 10`,
        );
        expect(await room.evaluate(() => document.querySelectorAll('.annotated__sentence, .sentence__label').length)).toBe(0);
        const next = await room.evaluate(() => {
          const { top, bottom } = (
            document.querySelector('.exercise__actions .button--primary') as Element
          ).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
        expect(next, 'the way on is in sight').toBe(true);
        await room.press('a');
        await room.press('1');
        await room.waitFor(() => document.querySelectorAll('.choice[aria-pressed="true"]').length === 2);
        await pressButton(room, question === 10 ? 'Show the labels' : 'Next');
      }
      const results = await room.waitFor(() => document.querySelector('.exercise--results')?.textContent);
      expect(results).toMatch(/Sources right\d+ of 10Statuses right\d+ of 10/);
      const answers = await room.evaluate(() =>
        [...document.querySelectorAll('.answer')].map((answer) => ({
          right: answer.querySelectorAll('.verdict--right').length,
          label: answer.querySelector('.sentence__label')?.textContent ?? '',
          lines: [...answer.querySelectorAll('dt')].map((term) => term.textContent),
          why: answer.querySelector('details')?.textContent ?? '',
        })),
      );
      expect(answers).toHaveLength(10);
      for (const { label, why, lines } of answers) {
        expect(lines).toEqual(['Marked', 'Label']);
        expect(label).toMatch(/Reported|Confirmed/);
        expect(why).toMatch(/Why this label.*Confidence \d+%/);
      }
      const right = answers.reduce((sum, answer) => sum + answer.right, 0);
      const [, sources, statuses] = /Sources right(\d+) of 10Statuses right(\d+)/.exec(results) ?? [];
      expect(Number(sources) + Number(statuses)).toBe(right);
    });
  });

  describe(`comparing two articles, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await serveSamples();
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    /** Analyses an article and keeps it, as from the panel in a tab of its own. */
    async function keep(path: string): Promise<void> {
      const page = await driver.open(`${site.url}/${path}`);
      await whenState(await page.clickToolbarButton(), 'ready');
      const tab = await tabInFront(driver);
      const panel = await driver.open(driver.extensionUrl(`sidepanel.html?tab=${tab}`));
      await whenState(panel, 'ready');
      await pressButton(panel, 'Keep this analysis');
      await panel.waitFor(() =>
        document.querySelector('.panel__head [role=status]')?.textContent?.includes('Kept on this machine'),
      );
      await panel.close();
    }

    it('asks for two analyses first', async () => {
      await keep('swing-bridge.html');
      const compare = await driver.open(driver.extensionUrl('compare.html'));
      await whenState(compare, 'ready');
      await says(compare, 'Keep two analyses first');
    });

    it('shows side by side who is heard in both and who in one only', async () => {
      await keep('ceasefire-talks.html');
      const compare = await driver.open(driver.extensionUrl('compare.html'));
      await whenState(compare, 'ready');
      const parts = await compare.waitFor(() => {
        const found = [...document.querySelectorAll('.heard tbody')].map((part) => part.textContent ?? '');
        return found.length > 0 && found;
      });
      expect(parts[0]).toContain('Heard in both');
      expect(parts[1]).toMatch(/Only in Israel and the U\.S\..*Steve Witkoff/);
      expect(parts[2]).toMatch(/Only in Port Ellery.*Ines Calloway/);
      expect(await compare.evaluate(() => document.querySelectorAll('.side .figure').length)).toBe(2);
      expect(await violationsIn(compare)).toEqual([]);
      // However narrow a column is, no type's icon stands on a line by itself.
      const alone = await compare.evaluate(() => {
        (document.querySelector('.heard') as HTMLElement).style.inlineSize = '22rem';
        return [...document.querySelectorAll('.heard__name')].filter((name) => {
          const lines = [...(name.querySelector('bdi') as Element).getClientRects()];
          const icon = (name.querySelector('svg') as Element).getBoundingClientRect();
          return (lines.at(-1)?.bottom ?? 0) <= icon.top;
        }).length;
      });
      expect(alone).toBe(0);
    });

    it('deletes what is kept', async () => {
      const compare = await driver.open(driver.extensionUrl('compare.html'));
      await whenState(compare, 'ready');
      await pressButton(compare, 'Delete');
      await compare.waitFor(() => document.querySelector('main')?.textContent?.includes('Keep two analyses first'));
    });
  });
}
