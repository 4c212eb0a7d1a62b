import { resolve } from 'node:path';
import { ChromiumDriver } from '../../../scripts/browsers/chromium.ts';
import type { BrowserDriver, OpenOptions } from '../../../scripts/browsers/driver.ts';
import { FirefoxDriver } from '../../../scripts/browsers/firefox.ts';
import { type ServeOptions, type Server, serve } from '../../../scripts/browsers/serve.ts';

export type { BrowserDriver, ColorScheme, PageDriver, Surface } from '../../../scripts/browsers/driver.ts';
export { waitUntil } from '../../../scripts/browsers/driver.ts';
export { ChromiumDriver, FirefoxDriver, type Server, serve };

const ROOT = resolve(import.meta.dirname, '../../..');

/** A browser that tests run in: `for (const browser of browsers) describe(browser.name, …)`. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Starts it with the built extension; tests do not build. */
  open(options?: Partial<OpenOptions>): Promise<BrowserDriver>;
}

/** Folder that holds `chrome-mv3` and `firefox-mv3`; `SOURCELIGHT_BUILD` points elsewhere. */
const BUILD = process.env.SOURCELIGHT_BUILD ?? resolve(ROOT, '.output');

/** The folder of the built extension for a browser. */
export const buildOf = (name: TestBrowser['name']): string =>
  resolve(BUILD, { chromium: 'chrome-mv3', firefox: 'firefox-mv3' }[name]);

export const chromium: TestBrowser = {
  name: 'chromium',
  open: (options = {}) => ChromiumDriver.open({ extension: buildOf('chromium'), ...options }),
};
export const firefox: TestBrowser = {
  name: 'firefox',
  open: (options = {}) => FirefoxDriver.open({ extension: buildOf('firefox'), ...options }),
};

/** Both browsers, without those that `npm test` could not find and names as skipped. */
export const browsers: readonly TestBrowser[] = [chromium, firefox].filter(
  ({ name }) => !(process.env.SOURCELIGHT_WITHOUT ?? '').split(' ').includes(name),
);

/** Serves the sample articles. */
export const serveSamples = (options?: ServeOptions): Promise<Server> => serve(resolve(ROOT, 'samples'), options);

/** Serves the pages made for tests. */
export const servePages = (options?: ServeOptions): Promise<Server> => serve(resolve(ROOT, 'tests/pages'), options);
