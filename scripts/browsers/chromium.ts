import { writeFileSync } from 'node:fs';
import puppeteer, { type Browser, type Extension, type KeyInput, type Page, type Target, TargetType } from 'puppeteer-core';
import {
  type BrowserDriver,
  type ColorScheme,
  middleOf,
  type OpenOptions,
  type PageDriver,
  requireBuild,
  type Surface,
  type WaitOptions,
  waitUntil,
} from './driver.ts';
import { findBrowser } from './find.ts';

/** Pages made to be heavy take a while on a machine that is busy with other tests. */
const LOADING = { timeout: 120_000 };

class ChromiumSurface implements Surface {
  constructor(readonly page: Page) {}

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.page.evaluate(asSource(fn), ...args) as Promise<R>;
  }

  waitFor<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, options: WaitOptions = {}, ...args: A) {
    const message = options.message ?? `waited in vain for ${fn}`;
    return waitUntil(() => this.evaluate(fn, ...args), { ...options, message });
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.waitFor(middleOf, { message: `cannot click on ${selector}` }, selector);
    await this.clickAt(x, y);
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async moveTo(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async press(keys: string): Promise<void> {
    const names = keys.split('+') as KeyInput[];
    const key = names.pop() ?? 'Tab';
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(key);
    for (const name of names.reverse()) await this.page.keyboard.up(name);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async screenshot(path: string): Promise<void> {
    writeFileSync(path, await this.page.screenshot());
  }

  async close(): Promise<void> {
    await closePage(this.page);
  }
}

export class ChromiumPage extends ChromiumSurface implements PageDriver {
  /** When the browser was last told to click the toolbar button, in milliseconds since 1970; what a driver does before is not the click. */
  clickedAt = 0;

  constructor(
    page: Page,
    private readonly driver: ChromiumDriver,
  ) {
    super(page);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, LOADING);
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  async tapAt(x: number, y: number): Promise<void> {
    await this.page.touchscreen.tap(x, y);
  }

  printToPdf(): Promise<Uint8Array> {
    return this.page.pdf({ format: 'A4', preferCSSPageSize: true });
  }

  async clickToolbarButton(): Promise<Surface> {
    await this.page.bringToFront();
    for (const page of await this.driver.extension.pages()) {
      if (page.url().endsWith('/popup.html')) await closePage(page);
    }
    const known = new Set(this.driver.browser.targets());
    this.clickedAt = performance.timeOrigin + performance.now();
    await this.page.triggerExtensionAction(this.driver.extension);
    const isNewPopup = (target: Target) => !known.has(target) && target.url().endsWith('/popup.html');
    return this.driver.adopt(await this.driver.browser.waitForTarget(isNewPopup, { timeout: 45_000 }));
  }
}

/** Chromium, Chrome or Edge with the extension, by puppeteer over a pipe (no port is opened). */
export class ChromiumDriver implements BrowserDriver {
  readonly name = 'chromium';
  #scheme: ColorScheme | null = null;

  private constructor(
    readonly browser: Browser,
    readonly extension: Extension,
  ) {}

  static async open(options: OpenOptions): Promise<ChromiumDriver> {
    const binary = options.binary ?? findBrowser('chromium');
    if (!binary) throw new Error('no Chromium, Chrome or Edge found');
    const { width = 1280, height = 900, headless = true } = options;
    const build = requireBuild(options.extension);
    // Chromium refuses its sandbox to root; only then is it left out.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await puppeteer.launch({
      executablePath: binary,
      headless,
      pipe: true,
      enableExtensions: [build],
      ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
      defaultViewport: headless ? { width, height } : null,
      args: [
        ...sandbox,
        '--no-first-run',
        '--no-default-browser-check',
        `--window-size=${width},${height}`,
        ...(options.switches ?? []),
      ],
    });
    const find = async () => [...(await browser.extensions()).values()][0];
    const extension = await waitUntil(find, { message: 'Chromium did not load the extension' });
    if (!extension) throw new Error('Chromium did not load the extension');
    return new ChromiumDriver(browser, extension);
  }

  async open(url: string): Promise<ChromiumPage> {
    // The window's first, empty tab is used rather than left behind.
    const [first, ...others] = await this.browser.pages();
    const page = first?.url() === 'about:blank' && others.length === 0 ? first : await this.browser.newPage();
    await this.#dress(page);
    if (url !== 'about:blank') await page.goto(url, LOADING);
    await page.bringToFront();
    return new ChromiumPage(page, this);
  }

  async tab(url: string): Promise<ChromiumPage> {
    const target = await this.browser.waitForTarget((one) => one.type() === TargetType.PAGE && one.url() === url, {
      timeout: 45_000,
    });
    const page = await target.page();
    if (!page) throw new Error('the tab went away');
    await this.#dress(page);
    return new ChromiumPage(page, this);
  }

  async openWindow(url: string): Promise<PageDriver> {
    const known = new Set(this.browser.targets());
    const session = await this.browser.target().createCDPSession();
    await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    await session.detach();
    const isNew = (target: Target) => !known.has(target) && target.type() === TargetType.PAGE;
    const page = await (await this.browser.waitForTarget(isNew, { timeout: 45_000 })).page();
    if (!page) throw new Error('the window went away');
    await this.#dress(page);
    await page.goto(url, LOADING);
    await page.bringToFront();
    return new ChromiumPage(page, this);
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.extension.id}/${path}`;
  }

  async surface(urlEnd: string): Promise<Surface> {
    const own = this.extensionUrl('');
    return this.adopt(
      await this.browser.waitForTarget((target) => target.url().startsWith(own) && target.url().endsWith(urlEnd), {
        timeout: 45_000,
      }),
    );
  }

  /** Makes a surface of a target that is not a tab. */
  async adopt(target: Target): Promise<ChromiumSurface> {
    const page = await target.asPage();
    await this.#dress(page);
    return new ChromiumSurface(page);
  }

  async evaluateInBackground<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const isWorker = (target: Target) =>
      target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(this.extensionUrl(''));
    if (!this.browser.targets().some(isWorker)) await this.#wake();
    const worker = await (await this.browser.waitForTarget(isWorker)).worker();
    if (!worker) throw new Error('the background went away');
    return worker.evaluate(asSource(fn), ...args) as Promise<R>;
  }

  async #wake(): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto(this.extensionUrl('popup.html'));
    await page.evaluate('chrome.runtime.sendMessage({ type: "wake" }).catch(() => null)');
    await page.close();
  }

  async stopBackground(): Promise<void> {
    const page = await this.browser.newPage();
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await page.close();
  }

  /**
   * Pins the toolbar button, as who uses it daily does: one that is not pinned first slides out of the browser's menu of extensions,
   * a quarter of a second in which no line of the extension runs.
   */
  async pinToolbarButton(): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions', LOADING);
    await page.evaluate(asSource(pin), this.extension.id);
    await page.close();
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.#scheme = scheme;
    for (const page of [...(await this.browser.pages()), ...(await this.extension.pages())]) await this.#dress(page);
  }

  async #dress(page: Page): Promise<void> {
    if (this.#scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: this.#scheme }]);
  }

  whenClosed(): Promise<void> {
    return new Promise((resolve) => this.browser.once('disconnected', () => resolve()));
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** In the page of extensions: the call that its own switch makes. */
export async function pin(extensionId: string): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
  await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, pinnedToToolbar: true });
}
interface DeveloperPrivate {
  updateExtensionConfiguration(change: { readonly extensionId: string; readonly pinnedToToolbar: boolean }): Promise<void>;
}

/** Closes a page unless the browser has done so: a popup goes when another window comes to the front. */
async function closePage(page: Page): Promise<void> {
  if (page.isClosed()) return;
  await page.close().catch((error: Error) => {
    if (!/No target with given id|Target closed|Session closed/.test(error.message)) throw error;
  });
}

/** A function with the name helper that the TypeScript runner's output may call, as one function expression. */
export function asSource(fn: (...args: never[]) => unknown): (...args: unknown[]) => unknown {
  // Only ever built from this project's own test and script code, and run in the browser being driven.
  return new Function('...args', `const __name = (f) => f; return (${fn})(...args);`) as (...args: unknown[]) => unknown;
}
