import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ChromiumDriver } from './browsers/chromium.ts';
import { type PageDriver, waitUntil } from './browsers/driver.ts';
import { serve } from './browsers/serve.ts';
import { readOptions } from './read-options.ts';

/**
 * Opens saved news pages in Chromium with the built extension, clicks its button, and reports for each page what was painted, whether the
 * page's DOM changed, and the longest task of the page's thread from the click until half a second after the paint. Scripts of the pages
 * are taken out and nothing is loaded from elsewhere (their servers are not there), so every task is the extension's or the browser's on its behalf.
 *
 *   npx tsx scripts/measure-pages.ts [--data ../shared/data/pages] [--limit 10]
 */
const values = readOptions('npx tsx scripts/measure-pages.ts [--data ../shared/data/pages] [--limit 10]', {
  data: { type: 'string', default: '../shared/data/pages' },
  limit: { type: 'string', default: '999' },
});
const ROOT = resolve(import.meta.dirname, '..');
const folder = resolve(ROOT, values.data);
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.html.gz'))
  .slice(0, Number(values.limit));
if (names.length === 0) {
  console.error(`No pages in ${values.data}: this measurement needs the saved pages, which are no part of the project.`);
  process.exit(2);
}

/** What one page gave. */
interface Measured {
  readonly state: string;
  readonly ranges: number;
  readonly changed: boolean;
  /** Milliseconds from the click to the first paint; null where nothing was painted. */
  readonly shown: number | null;
  readonly longest: number;
}

const html = (name: string) => gunzipSync(readFileSync(resolve(folder, name))).toString();
const withoutScripts = (page: string) =>
  page
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, '');

const site = await serve(folder, {
  pages: Object.fromEntries(names.map((name) => [`/${name}`, withoutScripts(html(name))])),
  headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
});
const driver = await ChromiumDriver.open({
  extension: resolve(process.env.SOURCELIGHT_BUILD ?? resolve(ROOT, '.output'), 'chrome-mv3'),
});
const all: Measured[] = [];
try {
  console.log('page                              state           ranges  DOM      shown  longest task');
  for (const name of names) {
    const page = await driver.open(`${site.url}/${name}`);
    const measured = await measure(page);
    all.push(measured);
    const { state, ranges, changed, shown, longest } = measured;
    const cells = [
      name.replace('.html.gz', '').padEnd(33),
      state.padEnd(15),
      String(ranges).padStart(6),
      changed ? 'CHANGED' : 'same   ',
      shown === null ? '    – ' : `${shown} ms`.padStart(7),
      longest === 0 ? 'under 50 ms' : `${longest} ms`,
    ];
    console.log(cells.join('  '));
    await page.close();
  }
} finally {
  await driver.close();
  await site.close();
}
const painted = all.filter(({ ranges }) => ranges > 0);
const median = painted.map(({ shown }) => shown ?? 0).sort((a, b) => a - b)[painted.length >> 1] ?? 0;
console.log(
  `\n${all.length} pages: ${painted.length} painted, ${all.filter(({ changed }) => changed).length} with a changed DOM, median ${median} ms from click to paint, longest task ${Math.max(0, ...all.map(({ longest }) => longest))} ms, ${all.filter(({ longest }) => longest > 0).length} pages with a task of 50 ms or more`,
);

async function measure(page: PageDriver): Promise<Measured> {
  await page.evaluate(() => {
    const probe = {
      began: performance.now(),
      shown: null as number | null,
      tasks: [] as number[],
      before: document.documentElement.outerHTML,
    };
    Object.assign(globalThis, { probe });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) probe.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const look = () => {
      const ranges = [...CSS.highlights].some(([name, highlight]) => name.startsWith('sourcelight-') && highlight.size > 0);
      if (ranges) probe.shown = performance.now() - probe.began;
      else setTimeout(look, 5);
    };
    look();
  });
  const popup = await page.clickToolbarButton();
  const state = await waitUntil(
    () =>
      popup.evaluate(() => {
        const now =
          document.querySelector<HTMLElement>('#root')?.dataset.state ?? document.documentElement.dataset.state ?? 'loading';
        return now === 'loading' ? '' : now;
      }),
    { timeout: 30_000, message: 'the popup went on loading' },
  );
  await new Promise((done) => setTimeout(done, 500));
  const seen = await page.evaluate(() => {
    const { probe } = globalThis as unknown as { probe: { shown: number | null; tasks: number[]; before: string } };
    const ranges = [...CSS.highlights]
      .filter(([name]) => name.startsWith('sourcelight-'))
      .reduce((sum, [, highlight]) => sum + highlight.size, 0);
    const changed = document.documentElement.outerHTML !== probe.before;
    return {
      ranges,
      changed,
      shown: probe.shown === null ? null : Math.round(probe.shown),
      longest: Math.round(Math.max(0, ...probe.tasks)),
    };
  });
  return { state, ...seen };
}
