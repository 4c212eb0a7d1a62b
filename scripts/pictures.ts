/*
 * `npm run pictures`: the pictures of the README, taken from the built extension: the sample article annotated, with the popup over
 * it as the browser shows it, light and dark. Run `npm run build` first.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChromiumDriver } from './browsers/chromium.ts';
import type { ColorScheme } from './browsers/driver.ts';
import { serve } from './browsers/serve.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs/images');
const WIDTH = 1280;
const HEIGHT = 960;

const data = (path: string) => `data:image/png;base64,${readFileSync(path).toString('base64')}`;

/** The popup laid over the page, where the toolbar button would have it. */
function composed(page: string, popup: string): string {
  return `<!doctype html><style>body{margin:0;width:${WIDTH}px;height:${HEIGHT}px;overflow:hidden;background:url(${data(page)})}
img{position:absolute;top:14px;right:22px;border-radius:10px;box-shadow:0 6px 30px #0008;max-height:${HEIGHT - 30}px}</style><img src="${data(popup)}">`;
}

async function take(scheme: ColorScheme, scratch: string): Promise<void> {
  const site = await serve(join(ROOT, 'samples'));
  const driver = await ChromiumDriver.open({ extension: join(ROOT, '.output/chrome-mv3'), width: WIDTH, height: HEIGHT });
  try {
    await driver.setColorScheme(scheme);
    const page = await driver.open(`${site.url}/ceasefire-talks.html`);
    const popup = await page.clickToolbarButton();
    await popup.waitFor(() => document.querySelector('[data-state="ready"]'));
    await page.waitFor(() => [...CSS.highlights.keys()].some((name) => name.startsWith('sourcelight-')));
    // The part of the article where many sources speak.
    await page.evaluate(() => {
      const start = [...document.querySelectorAll('.story p')].find((paragraph) => paragraph.textContent.startsWith('Witkoff'));
      scrollTo({ top: (start?.getBoundingClientRect().top ?? 0) + scrollY - 40, behavior: 'instant' });
    });
    const shots = { page: join(scratch, 'page.png'), popup: join(scratch, 'popup.png') };
    await page.screenshot(shots.page);
    await popup.screenshot(shots.popup);
    const sheet = await serve(scratch, { pages: { '/': composed(shots.page, shots.popup) } });
    const picture = await driver.open(`${sheet.url}/`);
    await picture.screenshot(join(FOLDER, `annotated-${scheme}.png`));
    await sheet.close();
  } finally {
    await driver.close();
    await site.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'sourcelight-pictures-'));
for (const scheme of ['light', 'dark'] as const) await take(scheme, scratch);
rmSync(scratch, { recursive: true });
