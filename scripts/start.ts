/*
 * `npm start [-- --browser chromium|firefox] [--article swing-bridge]`: builds the extension, serves the sample articles on
 * 127.0.0.1, and opens one in an installed browser with the extension loaded and the highlights on. Without a display it does
 * the same unseen and saves pictures of the page and of the popup.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ChromiumDriver } from './browsers/chromium.ts';
import type { BrowserDriver, OpenOptions, PageDriver, Surface } from './browsers/driver.ts';
import { type BrowserKind, findBrowser, findOldBrowser, findOrInstallBrowser } from './browsers/find.ts';
import { FirefoxDriver } from './browsers/firefox.ts';
import { OLDEST } from './browsers/oldest.ts';
import { serve } from './browsers/serve.ts';

const ROOT = resolve(import.meta.dirname, '..');
const BUILDS = { chromium: 'chrome', firefox: 'firefox' } as const;

/** What a person can do who has no browser that the extension runs in. */
function withoutBrowser(wanted: BrowserKind | undefined): string {
  const old = (['chromium', 'firefox'] as const)
    .filter((kind) => wanted === undefined || wanted === kind)
    .flatMap((kind) => findOldBrowser(kind) ?? []);
  const found =
    old.length === 0 ? 'No browser was found' : `Only ${old.map((one) => `${one.path} ${one.version}`).join(', ')} was found`;
  return `${found}, so the sample article was not opened. Install Chromium, Chrome or Edge (${OLDEST.chromium} or newer) or
Firefox (${OLDEST.firefox} or newer) and run "npm start" again (add "-- --browser firefox" for Firefox), or name one that stands in an
unusual place with the environment variable CHROMIUM or FIREFOX. You can also load the extension by hand: it is built in
.output/chrome-mv3 (in Chrome, open chrome://extensions, switch on developer mode, choose "Load unpacked") and in
.output/firefox-mv3 (in Firefox, open about:debugging, "This Firefox", "Load Temporary Add-on"); then open any news article and click
the Sourcelight button.`;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      article: { type: 'string', default: 'ceasefire-talks' },
      headless: { type: 'boolean', default: false },
    },
  });
  if (values.browser !== undefined && values.browser !== 'chromium' && values.browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not ${values.browser}`);
  }
  // The list of samples is no article.
  const articles = readdirSync(join(ROOT, 'samples')).flatMap((file) => /^(?!index\.)(.*)\.html$/.exec(file)?.[1] ?? []);
  if (!articles.includes(values.article))
    throw new Error(`--article is one of samples/ (${articles.join(', ')}), not ${values.article}`);
  return { browser: values.browser as BrowserKind | undefined, article: values.article, headless: values.headless };
}

/** The browser asked for; without one asked for, Chromium or else Firefox; as root on Debian it is installed. */
function chooseBrowser(wanted: BrowserKind | undefined): { kind: BrowserKind; binary: string } | null {
  const kind = wanted ?? (findBrowser('chromium') === null && findBrowser('firefox') !== null ? 'firefox' : 'chromium');
  const binary = findOrInstallBrowser(kind);
  return binary === null ? null : { kind, binary };
}

function build(kind: BrowserKind): void {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const args = ['build', '--level', 'warn', ...(kind === 'firefox' ? ['-b', 'firefox'] : [])];
  console.log(`Building the extension in .output/${BUILDS[kind]}-mv3 …`);
  const result = spawnSync(process.execPath, [wxt, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) throw new Error('the build failed');
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function open(kind: BrowserKind, options: OpenOptions): Promise<BrowserDriver> {
  return kind === 'firefox' ? FirefoxDriver.open(options) : ChromiumDriver.open(options);
}

/** Waits until the popup has something to show and the page is painted. */
async function whenAnnotated(page: PageDriver, popup: Surface): Promise<void> {
  await popup.waitFor(() => document.querySelector('[data-state]:not([data-state="loading"])'), { timeout: 30_000 });
  await page.waitFor(() => [...CSS.highlights.keys()].some((name) => name.startsWith('sourcelight-')), { timeout: 30_000 });
}

async function savePictures(kind: BrowserKind, page: PageDriver, popup: Surface): Promise<void> {
  const folder = join(ROOT, '.output/pictures');
  mkdirSync(folder, { recursive: true });
  const pictures = { page: join(folder, `${kind}-page.png`), popup: join(folder, `${kind}-popup.png`) };
  await page.screenshot(pictures.page);
  await popup.screenshot(pictures.popup);
  console.log(`There is no display, so ${kind} ran without a window. Pictures of the annotated page and of the popup:`);
  console.log(`  ${pictures.page}\n  ${pictures.popup}`);
}

/** Until Ctrl-C, or until the reader closes the browser. */
function untilEnded(driver: BrowserDriver): Promise<void> {
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  return Promise.race([interrupted, driver.whenClosed()]);
}

async function main(): Promise<void> {
  const options = readOptions();
  const browser = chooseBrowser(options.browser);
  build(browser?.kind ?? 'chromium');
  if (browser === null) {
    if (options.browser !== 'firefox') build('firefox');
    console.log(`\n${withoutBrowser(options.browser)}`);
    process.exitCode = 1;
    return;
  }
  const { kind, binary } = browser;
  const site = await serve(join(ROOT, 'samples'));
  const address = `${site.url}/${options.article}.html`;
  const headless = options.headless || !hasDisplay();
  // A picture shows more of the article than a screen does.
  const size = headless ? { width: 1280, height: 1500 } : {};
  const extension = join(ROOT, '.output', `${BUILDS[kind]}-mv3`);
  const driver = await open(kind, {
    extension,
    binary,
    headless,
    ...size,
    preferences: { 'ui.popup.disable_autohide': headless },
  });
  try {
    const page = await driver.open(address);
    console.log(`\nThe sample article: ${address} (in ${binary})`);
    const popup = await page.clickToolbarButton();
    await whenAnnotated(page, popup);
    if (headless) await savePictures(kind, page, popup);
    else {
      console.log('The article is annotated. Ctrl-C ends the browser and the server.');
      await untilEnded(driver);
    }
  } finally {
    await driver.close();
    await site.close();
  }
}

try {
  await main();
} catch (error) {
  // A person reads this: what went wrong, without the way there.
  console.error(`\nnpm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
