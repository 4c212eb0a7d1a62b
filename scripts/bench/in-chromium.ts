import { readFileSync } from 'node:fs';
import { ChromiumDriver, type ChromiumPage } from '../browsers/chromium.ts';
import type { PageDriver, Surface } from '../browsers/driver.ts';
import { serve } from '../browsers/serve.ts';
import { median } from './median.ts';

export interface InPage {
  /** Milliseconds from the click on the toolbar button to the first painted highlight; medians. */
  readonly cold: number;
  /** On the next page, {@link READING} later. */
  readonly warm: number;
  /** The same click on a page already analysed: until the popup has painted the article's figure. */
  readonly figure: number;
  /** The longest task of the page's thread over all runs; 0 where none reached the 50 ms from which browsers report them. */
  readonly longestTask: number;
  /** compromise put into the same page: loaded and run over the article's text; run again. */
  readonly yardstickCold: number;
  readonly yardstickWarm: number;
  readonly yardstickLongestTask: number;
}

/** Milliseconds from one article to the next, which nobody opens sooner: the background rehearses in them (src/app/rehearsal.ts). */
const READING = 2000;

interface Watched {
  painted: number;
  longest: number;
}

/** In the page: notes when the first highlight is painted and the longest task. */
function watch(): void {
  const watched: Watched = { painted: 0, longest: 0 };
  (globalThis as { watched?: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.longest = Math.max(watched.longest, entry.duration);
  }).observe({ type: 'longtask', buffered: false });
  const look = (): void => {
    const isOurs = [...CSS.highlights.keys()].some((name) => name.startsWith('sourcelight-'));
    if (isOurs) watched.painted = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

async function click(page: ChromiumPage): Promise<{ time: number; longest: number; popup: Surface }> {
  await page.evaluate(watch);
  const popup = await page.clickToolbarButton();
  await page
    .waitFor(() => ((globalThis as { watched?: Watched }).watched?.painted ?? 0) > 0)
    .catch(async (cause: unknown) => {
      const says = await popup.evaluate(() => `${document.documentElement.dataset.state}: ${document.body.innerText}`);
      throw new Error(`nothing was painted, and the popup says ${says}`, { cause });
    });
  // Long tasks are reported a little after they end.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { painted, longest } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  return { time: painted - page.clickedAt, longest, popup };
}

/** A popup's largest words, its headline and figure, are painted together once it knows the article. */
async function figurePainted(page: ChromiumPage): Promise<number> {
  const popup = await page.clickToolbarButton();
  await popup.waitFor(() => document.documentElement.dataset.state === 'ready');
  const painted = await popup.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(performance.timeOrigin + Math.max(...list.getEntries().map((entry) => entry.startTime))),
        );
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await popup.close();
  return painted - page.clickedAt;
}

async function runYardstick(page: PageDriver): Promise<{ cold: number; warm: number; longest: number }> {
  await page.evaluate(watch);
  const times = await page.evaluate(async () => {
    const text = document.querySelector('article')?.textContent ?? '';
    const start = performance.now();
    const script = document.createElement('script');
    script.src = '/yardstick.js';
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    const run = (globalThis as unknown as { yardstick: (text: string) => unknown }).yardstick;
    run(text);
    const cold = performance.now() - start;
    const again = performance.now();
    run(text);
    return { cold, warm: performance.now() - again };
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { longest } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  return { ...times, longest };
}

/** Measures the built extension on a sample article, cold (background stopped) and warm, and the yardstick in the same browser. */
export async function inChromium(
  samples: string,
  article: string,
  extension: string,
  yardstick: string,
  rounds: number,
): Promise<InPage> {
  const html = readFileSync(`${samples}/${article}`, 'utf8');
  const site = await serve(samples, {
    pages: { '/bench.html': html },
    scripts: { '/yardstick.js': readFileSync(yardstick, 'utf8') },
  });
  const cold: number[] = [];
  const warm: number[] = [];
  const figure: number[] = [];
  const longest: number[] = [0];
  const compared: { cold: number; warm: number; longest: number }[] = [];
  const driver = await ChromiumDriver.open({ extension });
  try {
    await driver.pinToolbarButton();
    for (let round = 0; round < rounds; round += 1) {
      const page = await driver.open(`${site.url}/bench.html`);
      await driver.stopBackground();
      const first = await click(page);
      await first.popup.close();
      await page.goto(`${site.url}/bench.html?again`);
      await new Promise((resolve) => setTimeout(resolve, READING));
      const second = await click(page);
      await second.popup.close();
      figure.push(await figurePainted(page));
      cold.push(first.time);
      warm.push(second.time);
      longest.push(first.longest, second.longest);
      await page.goto(`${site.url}/bench.html?yardstick`);
      compared.push(await runYardstick(page));
      await page.close();
    }
  } finally {
    await driver.close();
    await site.close();
  }
  return {
    cold: median(cold),
    warm: median(warm),
    figure: median(figure),
    longestTask: Math.max(...longest),
    yardstickCold: median(compared.map((run) => run.cold)),
    yardstickWarm: median(compared.map((run) => run.warm)),
    yardstickLongestTask: Math.max(...compared.map((run) => run.longest)),
  };
}
