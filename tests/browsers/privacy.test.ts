import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDriver, browsers, FirefoxDriver, type Server, serveSamples } from './support/driver.ts';
import { whenState } from './support/painted.ts';

/** The extension API, in functions that run inside the extension. */
declare const chrome: { readonly tabs: { query(about: object): Promise<readonly { readonly id?: number }[]> } };

const BUILD = resolve(process.env.SOURCELIGHT_BUILD ?? resolve(import.meta.dirname, '../../.output'));
const surfacesOf = (browser: 'chromium' | 'firefox') =>
  readdirSync(join(BUILD, browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3')).filter((name) => name.endsWith('.html'));

/** A request that a browser was asked to make, and in whose name: an origin, an extension's id, or empty where nobody says. */
interface Recorded {
  readonly url: string;
  readonly by: string;
}

/** Watches all that a browser sends, from its start. */
interface Recorder {
  readonly switches: readonly string[];
  start(driver: BrowserDriver): Promise<void>;
  /** Everything recorded; closes the browser where the record is only complete then. */
  finish(driver: BrowserDriver): Promise<readonly Recorded[]>;
}

/** Chromium's own network log: what every process asked the network service for, with the initiator's origin. */
function netLog(): Recorder {
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-net-'));
  const file = join(folder, 'log.json');
  return {
    switches: [`--log-net-log=${file}`, '--net-log-capture-mode=IncludeSensitive'],
    start: async () => undefined,
    finish: async (driver) => {
      await driver.close();
      const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
      rmSync(folder, { recursive: true });
      const type = log.constants.logEventTypes.URL_REQUEST_START_JOB;
      return log.events
        .filter((event) => event.type === type && event.params?.url !== undefined)
        .map(({ params }) => ({ url: params?.url ?? '', by: params?.initiator ?? '' }));
    },
  };
}
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly url?: string; readonly initiator?: string } }[];
}

/** Firefox's observer of channels, with the id of the extension in whose name each was opened. */
function observer(): Recorder {
  return {
    switches: [],
    start: async (driver) => {
      if (!(driver instanceof FirefoxDriver)) throw new Error('not Firefox');
      await driver.inChrome(() => {
        // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
        const browserWindow = window as any;
        const recorded: { url: string; by: string }[] = [];
        browserWindow.sourcelightRecorded = recorded;
        const idOf = (principal: { addonId?: string; contentScriptAddonPolicy?: { id: string }; origin?: string } | null) =>
          principal?.addonId || principal?.contentScriptAddonPolicy?.id || principal?.origin || '';
        const see = (subject: { QueryInterface(type: unknown): unknown }) => {
          const { nsIChannel } = browserWindow.Components.interfaces;
          // biome-ignore lint/suspicious/noExplicitAny: as above
          const channel = subject.QueryInterface(nsIChannel) as any;
          const info = channel.loadInfo;
          recorded.push({ url: channel.URI.spec, by: idOf(info?.triggeringPrincipal) || idOf(info?.loadingPrincipal) });
        };
        browserWindow.Services.obs.addObserver(see, 'http-on-modify-request');
      });
    },
    finish: async (driver) => {
      if (!(driver instanceof FirefoxDriver)) throw new Error('not Firefox');
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const recorded = await driver.inChrome(() => (window as any).sourcelightRecorded as Recorded[]);
      await driver.close();
      return recorded;
    },
  };
}

/** A server that says what it was asked for. */
async function listen(): Promise<{ readonly url: string; readonly asked: string[]; readonly server: HttpServer }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, asked, server };
}

for (const browser of browsers) {
  describe(`what leaves the machine, in ${browser.name}`, () => {
    let driver: BrowserDriver;
    let site: Server;
    let recorder: Recorder;
    let outside: Awaited<ReturnType<typeof listen>>;
    let closed = false;

    beforeAll(async () => {
      site = await serveSamples();
      outside = await listen();
      recorder = browser.name === 'chromium' ? netLog() : observer();
      driver = await browser.open({ switches: recorder.switches });
      await recorder.start(driver);
    });
    afterAll(async () => {
      if (!closed) await driver?.close();
      outside?.server.close();
      await site?.close();
    });

    it('is nothing: no surface and no analysis makes a request, and none could', async () => {
      const page = await driver.open(`${site.url}/ceasefire-talks.html`);
      const popup = await page.clickToolbarButton();
      await whenState(popup, 'ready');
      const tab = await driver.evaluateInBackground(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? 0);
      for (const surface of surfacesOf(browser.name)) {
        const opened = await driver.open(driver.extensionUrl(`${surface}?tab=${tab}`));
        await opened.waitFor(() => document.readyState === 'complete' && document.body.innerText.trim() !== '');
        // The attempt itself: the extension's own policy stops it before it leaves.
        const attempt = await opened.evaluate(async (url: string) => {
          const image = new Image();
          const loaded = new Promise((done) => {
            image.onload = () => done('loaded');
            image.onerror = () => done('refused');
          });
          image.src = `${url}image`;
          const fetched = await fetch(`${url}fetch`).then(
            () => 'fetched',
            () => 'refused',
          );
          return [await loaded, fetched];
        }, outside.url);
        expect([surface, ...attempt]).toEqual([surface, 'refused', 'refused']);
        await opened.close();
      }
      const other = await driver.open(`${site.url}/swing-bridge.html`);
      await whenState(await other.clickToolbarButton(), 'ready');
      // The record works: a page's own request is in it.
      await other.evaluate((url: string) => fetch(`${url}control`).then(() => true), outside.url);

      closed = true;
      const own = driver.extensionUrl('').slice(0, -1);
      const id = driver instanceof FirefoxDriver ? driver.id : own;
      const recorded = await recorder.finish(driver);
      expect(recorded.some(({ url }) => url === `${outside.url}control`)).toBe(true);
      expect(recorded.filter(({ by }) => by === id || by.startsWith(own))).toEqual([]);
      // In the name of the page: the samples with their own style sheets and pictures, and the control.
      const pages = recorded.filter(({ by }) => by.startsWith('http'));
      expect(pages.filter(({ url }) => !url.startsWith(site.url) && url !== `${outside.url}control`)).toEqual([]);
      expect(outside.asked.filter((path) => path !== '/favicon.ico')).toEqual(['/control']);
    });
  });
}
