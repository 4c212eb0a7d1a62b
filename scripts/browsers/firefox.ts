import { writeFileSync } from 'node:fs';
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
import { Marionette } from './marionette.ts';

/** `KeyboardEvent.key` to WebDriver's code points (WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** In a script for Marionette: calls a function with the script's arguments. */
function call(fn: (...args: never[]) => unknown): string {
  return `const __name = (f) => f; return (${fn}).apply(null, arguments);`;
}

abstract class FirefoxSurface implements Surface {
  abstract evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  abstract clickAt(x: number, y: number): Promise<void>;
  abstract moveTo(x: number, y: number): Promise<void>;
  abstract press(keys: string): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract close(): Promise<void>;

  waitFor<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, options: WaitOptions = {}, ...args: A) {
    const message = options.message ?? `waited in vain for ${fn}`;
    return waitUntil(() => this.evaluate(fn, ...args), { ...options, message }) as Promise<
      Exclude<R, null | undefined | false | 0 | ''>
    >;
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.evaluate(middleOf, selector);
    await this.clickAt(x, y);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character === '+' ? '\u002B' : character);
  }
}

class FirefoxPage extends FirefoxSurface implements PageDriver {
  constructor(
    private readonly driver: FirefoxDriver,
    private readonly handle: string,
  ) {
    super();
  }

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#inTab((send) => send('WebDriver:ExecuteScript', { script: call(fn), args, scriptTimeout: 60_000 }));
  }

  /** Commands go to the tab that was switched to last, so switching and command are one step. */
  #inTab<R>(step: (send: Marionette['send']) => Promise<{ value: unknown }>): Promise<R> {
    return this.driver.inContent(this.handle, step) as Promise<R>;
  }

  async goto(url: string): Promise<void> {
    await this.#inTab((send) => send('WebDriver:Navigate', { url }));
  }

  url(): Promise<string> {
    return this.#inTab((send) => send('WebDriver:GetCurrentURL'));
  }

  async clickAt(x: number, y: number): Promise<void> {
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...press]);
  }

  async moveTo(x: number, y: number): Promise<void> {
    await this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 20 }]);
  }

  async #pointer(actions: readonly object[]): Promise<void> {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#inTab((send) => send('WebDriver:PerformActions', { actions: [mouse] }));
  }

  async press(keys: string): Promise<void> {
    const names = (keys === '+' ? ['+'] : keys.split('+')).map((name) => KEYS[name] ?? name);
    const down = names.map((value) => ({ type: 'keyDown', value }));
    const up = names.reverse().map((value) => ({ type: 'keyUp', value }));
    const keyboard = { type: 'key', id: 'keyboard', actions: [...down, ...up] };
    await this.#inTab((send) => send('WebDriver:PerformActions', { actions: [keyboard] }));
  }

  async screenshot(path: string): Promise<void> {
    const png = await this.#inTab<string>((send) => send('WebDriver:TakeScreenshot', { full: false }));
    writeFileSync(path, Buffer.from(png, 'base64'));
  }

  async printToPdf(): Promise<Uint8Array> {
    // Centimetres of A4; margins are the page's own.
    const parameters = { page: { width: 21, height: 29.7 }, shrinkToFit: false };
    return Buffer.from(await this.#inTab<string>((send) => send('WebDriver:Print', parameters)), 'base64');
  }

  async clickToolbarButton(): Promise<Surface> {
    await this.#inTab((send) => send('WebDriver:SwitchToWindow', { handle: this.handle, focus: true }));
    await this.driver.closePopups();
    await this.driver.inChrome(clickButton, this.driver.id);
    return this.driver.surface('/popup.html', 'popup');
  }

  async close(): Promise<void> {
    await this.#inTab((send) => send('WebDriver:CloseWindow'));
  }
}

/** An extension document outside the tabs; reached through the browser's own window. */
class FirefoxView extends FirefoxSurface {
  constructor(
    private readonly driver: FirefoxDriver,
    private readonly contextId: number,
  ) {
    super();
  }

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.driver.inChrome(runInView, this.contextId, call(fn), args, null) as Promise<R>;
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.#privileged(synthesizeMouse, x, y, true);
  }

  async moveTo(x: number, y: number): Promise<void> {
    await this.#privileged(synthesizeMouse, x, y, false);
  }

  async press(keys: string): Promise<void> {
    await this.#privileged(synthesizeKey, keys === '+' ? ['+'] : keys.split('+'));
  }

  async #privileged<A extends readonly unknown[]>(fn: (...args: A) => unknown, ...args: A): Promise<void> {
    await this.driver.inChrome(runInView, this.contextId, call(fn), args, 'system');
  }

  async screenshot(path: string): Promise<void> {
    const png = await this.driver.inChrome(snapshot, this.contextId);
    writeFileSync(path, Buffer.from(png.split(',')[1] ?? '', 'base64'));
  }

  async close(): Promise<void> {
    await this.driver.closePopups();
  }
}

/** Firefox with the extension, by Marionette. */
export class FirefoxDriver implements BrowserDriver {
  readonly name = 'firefox';
  /** One command sequence at a time: the session has one current tab and one current context. */
  #queue: Promise<unknown> = Promise.resolve();
  #handle: string | null = null;

  private constructor(
    private readonly marionette: Marionette,
    /** The extension's id. */
    readonly id: string,
    private readonly base: string,
  ) {}

  static async open(options: OpenOptions): Promise<FirefoxDriver> {
    const binary = options.binary ?? findBrowser('firefox');
    if (!binary) throw new Error('no Firefox found');
    const { headless = true, preferences = {}, width = 1280, height = 900 } = options;
    const build = requireBuild(options.extension);
    const marionette = await Marionette.launch({ binary, headless, preferences });
    try {
      await marionette.send('WebDriver:SetWindowRect', { width, height });
      const installed = await marionette.send('Addon:Install', { path: build, temporary: true });
      const id = String(installed.value);
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      const host = await marionette.send('WebDriver:ExecuteScript', { script: call(prepare), args: [id] });
      await marionette.send('Marionette:SetContext', { value: 'content' });
      return new FirefoxDriver(marionette, id, `moz-extension://${host.value}/`);
    } catch (error) {
      await marionette.close();
      throw error;
    }
  }

  /** Runs a function with the browser's own rights in its window. */
  inChrome<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#serially(async () => {
      await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        const reply = await this.marionette.send('WebDriver:ExecuteScript', { script: call(fn), args, scriptTimeout: 60_000 });
        return reply.value as R;
      } finally {
        await this.marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  /** Runs one step in a tab and gives its value. */
  inContent(handle: string, step: (send: Marionette['send']) => Promise<{ value: unknown }>): Promise<unknown> {
    return this.#serially(async () => {
      if (this.#handle !== handle) await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      this.#handle = handle;
      return (await step((command, parameters) => this.marionette.send(command, parameters))).value;
    });
  }

  #serially<T>(step: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(step, step);
    this.#queue = run.catch(() => null);
    return run;
  }

  async open(url: string): Promise<PageDriver> {
    const handle = await this.#serially(async () => {
      const tabs = (await this.marionette.send('WebDriver:GetWindowHandles')) as unknown as readonly string[];
      const current = this.#handle && tabs.includes(this.#handle) ? this.#handle : tabs[0];
      await this.marionette.send('WebDriver:SwitchToWindow', { handle: current, focus: true });
      const tab = (await this.marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as unknown as {
        handle: string;
      };
      return tab.handle;
    });
    const page = new FirefoxPage(this, handle);
    await page.goto(url);
    return page;
  }

  extensionUrl(path: string): string {
    return this.base + path;
  }

  async surface(urlEnd: string, type: string | null = null): Promise<Surface> {
    const find = () => this.inChrome(findView, this.id, urlEnd, type);
    return new FirefoxView(this, await waitUntil(find, { message: `no extension document at …${urlEnd}` }));
  }

  /** Closes the popup where one is open. */
  async closePopups(): Promise<void> {
    // A popup that is still on its way open cannot be hidden yet, so it is asked again.
    const isClosed = async () => {
      await this.inChrome(hidePopups);
      return (await this.inChrome(findView, this.id, '/popup.html', 'popup')) === 0;
    };
    await waitUntil(isClosed, { message: 'the popup stays open' });
  }

  async evaluateInBackground<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    await this.inChrome(wakeBackground, this.id);
    const id = await waitUntil(() => this.inChrome(findView, this.id, '', 'background'), { message: 'no background' });
    return this.inChrome(runInView, id, call(fn), args, null) as Promise<R>;
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

/*
 * What follows runs inside Firefox, as source text: each function stands alone. The names that Firefox gives to its own window's
 * scripts have no types here.
 */
// biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
type Internal = any;
declare const ChromeUtils: Internal;
declare const WebExtensionPolicy: Internal;
declare const Services: Internal;
declare const BrowsingContext: Internal;
declare const Components: Internal;

/** Puts the toolbar button in the navigation bar and returns the host of the extension's addresses. */
function prepare(id: string): string {
  const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const widget = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

function clickButton(id: string): void {
  const widget = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  const button = document.querySelector<HTMLElement>(`#${widget} .unified-extensions-item-action-button`);
  if (!button) throw new Error('the extension has no toolbar button');
  button.click();
}

function hidePopups(): void {
  for (const popup of document.querySelectorAll('browser.webextension-popup-browser')) {
    (popup.closest('panel') as Internal)?.hidePopup();
  }
}

/** Id of the browsing context of an extension document, 0 where there is none. */
function findView(id: string, urlEnd: string, type: string | null): number {
  for (const view of WebExtensionPolicy.getByID(id)?.extension?.views ?? []) {
    const context = view.xulBrowser?.browsingContext;
    if (!context || (type !== null && view.viewType !== type)) continue;
    if (context.currentURI.spec.endsWith(urlEnd)) return context.id;
  }
  return 0;
}

/** Runs a script in an extension document through Marionette's own actor; `sandbox` 'system' gives it the browser's rights. */
async function runInView(contextId: number, script: string, args: readonly unknown[], sandbox: string | null): Promise<unknown> {
  const actor = BrowsingContext.get(contextId)?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!actor) throw new Error('the document went away');
  return actor.executeScript(script, args, { timeout: 60_000, sandboxName: sandbox, newSandbox: true, async: false });
}

async function snapshot(contextId: number): Promise<string> {
  const image = await BrowsingContext.get(contextId).currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL();
}

function synthesizeMouse(x: number, y: number, click: boolean): void {
  const target = window as Internal;
  for (const type of click ? ['mousemove', 'mousedown', 'mouseup'] : ['mousemove']) {
    const options = { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: click ? 1 : 0, modifiers: 0 };
    target.synthesizeMouseEvent(type, x, y, options);
  }
}

function synthesizeKey(names: readonly string[]): void {
  const processor = Components.classes['@mozilla.org/text-input-processor;1'].createInstance(
    Components.interfaces.nsITextInputProcessor,
  );
  processor.beginInputTransactionForTests(window);
  const view = window as Internal;
  // The processor works out the key code of named keys only, and Firefox presses switches by the key code of the space bar.
  const space = { key: ' ', code: 'Space', keyCode: 32 };
  const events = names.map((key) => new view.KeyboardEvent('', key === ' ' ? space : { key, code: key.length > 1 ? key : '' }));
  for (const event of events) processor.keydown(event);
  for (const event of events.reverse()) processor.keyup(event);
}

async function wakeBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.wakeupBackground?.();
}

async function stopBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

function setScheme(value: number): void {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
}
