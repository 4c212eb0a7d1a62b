import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../browsers/driver.ts';
import { serve } from '../browsers/serve.ts';
import { median } from './median.ts';
import { UndisturbedChromium } from './undisturbed-chromium.ts';

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
/** Milliseconds in which a page and the browser come to rest before a click. */
const SETTLING = 500;

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

/**
 * Clicks on a page's toolbar button, and leaves the browser alone until the page is painted for sure, as a driver that looks takes time from
 * what it looks at.
 */
async function click(chromium: UndisturbedChromium, page: string): Promise<{ time: number; longest: number }> {
  await chromium.evaluate(page, watch);
  await pause(SETTLING);
  const clickedAt = await chromium.clickToolbarButton(page);
  const look = async () => {
    await pause(READING);
    const seen = await chromium.evaluate(page, () => (globalThis as unknown as { watched: Watched }).watched);
    return seen.painted > 0 && seen;
  };
  const { painted, longest } = await waitUntil(look).catch(async (cause: unknown) => {
    const says = () => `${document.documentElement.dataset.state}: ${document.body.innerText}`;
    throw new Error(`nothing was painted, and the popup says ${await chromium.evaluate(await chromium.popup(), says)}`, {
      cause,
    });
  });
  return { time: painted - clickedAt, longest };
}

/** A popup's largest words, its headline and figure, are painted together once it knows the article. */
async function figurePainted(chromium: UndisturbedChromium, page: string): Promise<number> {
  const clickedAt = await chromium.clickToolbarButton(page);
  await pause(READING);
  const popup = await chromium.popup();
  const isReady = () => document.documentElement.dataset.state === 'ready';
  await waitUntil(() => chromium.evaluate(popup, isReady), { message: 'the popup does not know the article' });
  const painted = await chromium.evaluate(
    popup,
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(performance.timeOrigin + Math.max(...list.getEntries().map((entry) => entry.startTime))),
        );
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await chromium.closePage(popup);
  return painted - clickedAt;
}

interface Compared {
  readonly cold: number;
  readonly warm: number;
}

/** In the page: loads the yardstick and runs it twice; the times are left in `compared`. */
function compare(): void {
  const run = async (): Promise<Compared> => {
    const text = document.querySelector('article')?.textContent ?? '';
    const start = performance.now();
    const script = document.createElement('script');
    script.src = '/yardstick.js';
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    const yardstick = (globalThis as unknown as { yardstick: (text: string) => unknown }).yardstick;
    yardstick(text);
    const cold = performance.now() - start;
    const again = performance.now();
    yardstick(text);
    return { cold, warm: performance.now() - again };
  };
  // As undisturbed as the click: begun when nobody looks any more.
  (globalThis as { compared?: Promise<Compared> }).compared = new Promise((resolve) => setTimeout(resolve, 500)).then(run);
}

async function runYardstick(chromium: UndisturbedChromium, page: string): Promise<Compared & { longest: number }> {
  await chromium.evaluate(page, watch);
  await chromium.evaluate(page, compare);
  await pause(READING);
  const compared = await chromium.evaluate(page, () => (globalThis as unknown as { compared: Promise<Compared> }).compared);
  // Long tasks are reported a little after they end.
  await pause(SETTLING);
  const { longest } = await chromium.evaluate(page, () => (globalThis as unknown as { watched: Watched }).watched);
  return { ...compared, longest };
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
  // The same server by another name is another site to the browser.
  const elsewhere = `${site.url.replace('127.0.0.1', 'localhost')}/bench.html`;
  const cold: number[] = [];
  const warm: number[] = [];
  const figure: number[] = [];
  const longest: number[] = [0];
  const compared: (Compared & { longest: number })[] = [];
  const chromium = await UndisturbedChromium.open(extension);
  try {
    await chromium.pinToolbarButton();
    for (let round = 0; round < rounds; round += 1) {
      await chromium.stopBackground();
      // From another site into a process that has loaded no script of the extension, and on by a link of the site.
      const page = await chromium.open(elsewhere);
      await chromium.goto(page, `${site.url}/bench.html`);
      const first = await click(chromium, page);
      await chromium.closePage(await chromium.popup());
      await chromium.goto(page, `${site.url}/bench.html?again`);
      await pause(READING);
      const second = await click(chromium, page);
      await chromium.closePage(await chromium.popup());
      figure.push(await figurePainted(chromium, page));
      await chromium.closePage(page);
      cold.push(first.time);
      warm.push(second.time);
      longest.push(first.longest, second.longest);
      const other = await chromium.open(`${site.url}/bench.html?yardstick`);
      compared.push(await runYardstick(chromium, other));
      await chromium.closePage(other);
    }
  } finally {
    await chromium.close();
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
