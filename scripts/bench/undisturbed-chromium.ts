import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Connection, defaultArgs } from 'puppeteer-core';
import { asSource, pin } from '../browsers/chromium.ts';
import { requireBuild, waitUntil } from '../browsers/driver.ts';
import { findBrowser } from '../browsers/find.ts';
import { ProtocolPipe } from './protocol-pipe.ts';

/**
 * Chromium with the extension and no debugger: one is attached to a document only while something is evaluated in it. A driver that is made
 * for tests attaches to every new document and worker and holds each until it has looked at it, which a reader's browser does not: a cold
 * click took a fifth longer so (docs/performance.md).
 */
export class UndisturbedChromium {
  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: Connection,
    private readonly profile: string,
    private readonly extensionId: string,
  ) {}

  static async open(extension: string): Promise<UndisturbedChromium> {
    const binary = findBrowser('chromium');
    if (!binary) throw new Error('no Chromium, Chrome or Edge found');
    const profile = mkdtempSync(join(tmpdir(), 'sourcelight-bench-profile-'));
    // Chromium refuses its sandbox to root; only then is it left out.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const switches = [...sandbox, '--no-default-browser-check', '--remote-debugging-pipe', '--enable-unsafe-extension-debugging'];
    const browser = spawn(
      binary,
      [
        ...switches,
        '--window-size=1280,900',
        `--user-data-dir=${profile}`,
        ...defaultArgs({ headless: true, enableExtensions: true }),
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const [, , , commands, answers] = browser.stdio;
    const connection = new Connection('', new ProtocolPipe(commands as Writable, answers as Readable));
    const { id } = await connection.send('Extensions.loadUnpacked', { path: requireBuild(extension) });
    return new UndisturbedChromium(browser, connection, profile, id);
  }

  /** Opens a tab in front, waits until its page has loaded, and returns the page's id. */
  async open(url: string): Promise<string> {
    const { targetId } = await this.connection.send('Target.createTarget', { url });
    await this.#loaded(targetId, url);
    await this.connection.send('Target.activateTarget', { targetId });
    return targetId;
  }

  /** Goes to another page in the same tab, as by a link, and waits until it has loaded. */
  async goto(page: string, url: string): Promise<void> {
    await this.#attached(page, (send) => send('Page.navigate', { url }));
    await this.#loaded(page, url);
  }

  /** Runs a function in a page's own scope, as a driver's `evaluate` does, and leaves the page alone again. */
  async evaluate<A extends readonly unknown[], R>(page: string, fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#attached(page, async (send) => {
      const expression = `(${asSource(fn)})(...${JSON.stringify(args)})`;
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails)
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      return answer.result.value as R;
    });
  }

  /** Clicks the toolbar button over a page; returns the moment, in milliseconds since 1970. */
  async clickToolbarButton(page: string): Promise<number> {
    const url = await this.evaluate(page, () => location.href);
    const tabs = await this.connection.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = tabs.targetInfos.find((target) => target.url === url);
    if (!tab) throw new Error(`no tab shows ${url}`);
    const clickedAt = performance.timeOrigin + performance.now();
    await this.connection.send('Extensions.triggerAction', { id: this.extensionId, targetId: tab.targetId });
    return clickedAt;
  }

  /** The popup that is open. */
  async popup(): Promise<string> {
    const { targetInfos } = await this.connection.send('Target.getTargets');
    const popup = targetInfos.find((target) => target.url.endsWith('/popup.html'));
    if (!popup) throw new Error('no popup is open');
    return popup.targetId;
  }

  async closePage(targetId: string): Promise<void> {
    await this.connection.send('Target.closeTarget', { targetId });
  }

  /** Stops the background as the browser does when it is idle. */
  async stopBackground(): Promise<void> {
    const page = await this.open('about:blank');
    await this.#attached(page, async (send) => {
      await send('ServiceWorker.enable');
      await send('ServiceWorker.stopAllWorkers');
    });
    await this.closePage(page);
  }

  /** See `ChromiumDriver.pinToolbarButton`. */
  async pinToolbarButton(): Promise<void> {
    const page = await this.open('chrome://extensions/');
    await this.evaluate(page, pin, this.extensionId);
    await this.closePage(page);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.send('Browser.close');
    await closed;
    this.connection.dispose();
    rmSync(this.profile, { recursive: true, maxRetries: 5 });
  }

  async #loaded(page: string, url: string): Promise<void> {
    const isLoaded = (address: string) => document.readyState === 'complete' && location.href === address;
    await waitUntil(() => this.evaluate(page, isLoaded, url), { message: `${url} does not load` });
  }

  async #attached<T>(targetId: string, work: (send: CDPSend) => Promise<T>): Promise<T> {
    const { targetInfo } = await this.connection.send('Target.getTargetInfo', { targetId });
    const session = await this.connection.createSession(targetInfo);
    try {
      return await work(session.send.bind(session));
    } finally {
      await session.detach();
    }
  }
}

type CDPSend = Awaited<ReturnType<Connection['createSession']>>['send'];
