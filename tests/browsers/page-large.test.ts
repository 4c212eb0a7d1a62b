import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDriver, browsers, type PageDriver, type Server, servePages, waitUntil } from './support/driver.ts';
import { paintedIn } from './support/painted.ts';

const SPEAKERS = ['Ines Calloway', 'Tomas Wren', 'Livia Marsh', 'Otto Brandt', 'Rosa Quill'];

/** Sentences of which no two are the same, in threes: a claim of somebody's, the paper's own words, somebody's quotation. */
const sentencesOf = (paragraphs: number): readonly string[] =>
  Array.from({ length: paragraphs }, (_, index) => [
    `${SPEAKERS[index % SPEAKERS.length]} said that the board had counted ${index + 100} piles under the deck of the old ferry pier.`,
    `The board moved ferry ${index + 100} to the fish quay, where a second ramp was opened in June.`,
    `“Nobody will land at gate ${index + 100} before every pile has been seen twice,” said ${SPEAKERS[(index + 2) % SPEAKERS.length]}.`,
  ]).flat();

/** A page around an article that counts its own clicks and its turns. */
function page(sentences: readonly string[], around: string): string {
  const paragraphs = Array.from(
    { length: sentences.length / 3 },
    (_, index) => `<p>${sentences.slice(index * 3, index * 3 + 3).join(' ')}</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The piles of Port Ellery (invented)</title>
<style>#own { position: fixed; inset: 0 0 auto auto; width: 8rem; height: 4rem }</style></head>
<body><button id="own">Own button</button>${around}<article><h1>The piles of Port Ellery</h1>${paragraphs.join('\n')}</article>${around}
<script>
  window.mine = { clicks: 0, turnsBefore: 0 };
  const isPainted = () => [...CSS.highlights.keys()].some((name) => name.startsWith('sourcelight-'));
  document.querySelector('#own').addEventListener('click', () => mine.clicks++);
  setInterval(() => { if (!isPainted()) mine.turnsBefore++; }, 20);
</script></body></html>`;
}

/** What the page counts of itself. */
interface Mine {
  readonly clicks: number;
  /** Before anything was painted. */
  readonly turnsBefore: number;
}
declare const mine: Mine;

const LONG = sentencesOf(1050);
// Enough that a quick machine, too, is at it while the page takes its turns.
const SHORT = sentencesOf(120);
const ELEMENTS = '<div><span>x</span><i></i><b>y</b></div>'.repeat(12_500);

for (const browser of browsers) {
  describe(`large pages, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;

    beforeAll(async () => {
      site = await servePages({ pages: { '/words': page(LONG, ''), '/elements': page(SHORT, ELEMENTS) } });
      driver = await browser.open();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    /** Clicks the toolbar button and then, until the article is painted, the page's own; each click must be answered. */
    async function paintWhileClicking(opened: PageDriver): Promise<void> {
      const button = await opened.evaluate(() => {
        const box = (document.querySelector('#own') as Element).getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
      const popup = await opened.clickToolbarButton();
      // A click beside a popup closes it: before it has told the page what to do, it takes the toolbar's click back.
      await popup.waitFor(
        () => (document.querySelector('progress')?.value ?? 0) > 0 || document.documentElement.dataset.state === 'ready',
      );
      const click = async () => {
        const before = await opened.evaluate(() => mine.clicks);
        await opened.clickAt(button.x, button.y);
        await opened.waitFor((clicks: number) => mine.clicks > clicks, { message: 'a click without an answer' }, before);
        return (await paintedIn(opened)).length > 0;
      };
      await waitUntil(click, { message: 'nothing painted', timeout: 120_000 });
    }

    test.each([
      ['fifty thousand words', '/words', LONG],
      ['a hundred thousand elements around an article', '/elements', SHORT],
    ])('%s: every sentence is painted, each as its speaker’s, and the page answers meanwhile', async (_, path, sentences) => {
      const opened = await driver.open(site.url + path);
      await paintWhileClicking(opened);
      const counted = await opened.evaluate(() => mine);
      expect(counted.clicks).toBeGreaterThan(0);
      expect(counted.turnsBefore).toBeGreaterThan(10);
      const painted = await paintedIn(opened);
      expect(painted.flatMap(({ words }) => words).sort()).toEqual([...sentences].sort());
      for (const speaker of SPEAKERS) {
        const said = new RegExp(`^${speaker} said|said ${speaker}\\.$`);
        const names = painted.filter(({ words }) => words.some((one) => said.test(one))).map(({ name }) => name);
        expect(names, speaker).toHaveLength(1);
      }
      await opened.close();
    });
  });
}
