import {
  type BrowserDriver,
  type ColorScheme,
  type OpenOptions,
  type PageDriver,
  requireBuild,
  type Surface,
  waitUntil,
} from './driver.ts';
import { findBrowser } from './find.ts';
import { setScheme, stopBackground, wakeBackground } from './firefox-inside.ts';
import { FirefoxSession } from './firefox-session.ts';
import { FirefoxPage, FirefoxView } from './firefox-surfaces.ts';
import { Marionette } from './marionette.ts';

/** Firefox with the extension, by Marionette. */
export class FirefoxDriver implements BrowserDriver {
  readonly name = 'firefox';

  private constructor(
    private readonly marionette: Marionette,
    private readonly session: FirefoxSession,
  ) {}

  static async open(options: OpenOptions): Promise<FirefoxDriver> {
    const binary = options.binary ?? findBrowser('firefox');
    if (!binary) throw new Error('no Firefox found');
    const { headless = true, preferences = {}, profile, width = 1280, height = 900 } = options;
    const build = requireBuild(options.extension);
    const marionette = await Marionette.launch({ binary, headless, profile, preferences });
    try {
      await marionette.send('WebDriver:SetWindowRect', { width, height });
      return new FirefoxDriver(marionette, await FirefoxSession.begin(marionette, build));
    } catch (error) {
      await marionette.close();
      throw error;
    }
  }

  /** The extension's id. */
  get id(): string {
    return this.session.id;
  }

  /** Runs a function with the browser's own rights in its window. */
  inChrome<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.session.inChrome(fn, ...args);
  }

  open(url: string): Promise<PageDriver> {
    return this.#openIn('tab', url);
  }

  async tab(url: string): Promise<PageDriver> {
    const find = async () => {
      for (const handle of await this.session.tabs()) {
        const page = new FirefoxPage(this.session, handle);
        if ((await page.url()) === url) return page;
      }
      return null;
    };
    const page = await waitUntil(find, { message: `no tab shows ${url}` });
    if (!page) throw new Error(`no tab shows ${url}`);
    return page;
  }

  openWindow(url: string): Promise<PageDriver> {
    return this.#openIn('window', url);
  }

  async #openIn(type: 'tab' | 'window', url: string): Promise<PageDriver> {
    const page = new FirefoxPage(this.session, await this.session.openTab(type));
    await page.goto(url);
    return page;
  }

  extensionUrl(path: string): string {
    return `moz-extension://${this.session.host}/${path}`;
  }

  surface(urlEnd: string): Promise<Surface> {
    return FirefoxView.find(this.session, urlEnd);
  }

  async evaluateInBackground<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    await this.inChrome(wakeBackground, this.id);
    const background = await FirefoxView.find(this.session, '', 'background');
    return background.evaluate(fn, ...args);
  }

  async stopBackground(): Promise<void> {
    await this.inChrome(stopBackground, this.id);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.inChrome(setScheme, scheme === 'dark' ? 0 : 1);
  }

  whenClosed(): Promise<void> {
    return this.marionette.ended;
  }

  async close(): Promise<void> {
    await this.marionette.close();
  }
}
