import { writeFileSync } from 'node:fs';
import { middleOf, type PageDriver, type Surface, type WaitOptions, waitUntil } from './driver.ts';
import { clickButton, findView, hidePopups, runInView, snapshot, synthesizeKey, synthesizeMouse } from './firefox-inside.ts';
import { call, type FirefoxSession } from './firefox-session.ts';
import type { Marionette } from './marionette.ts';

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

const PRESS = [
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
];

abstract class FirefoxSurface implements Surface {
  abstract evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  abstract clickAt(x: number, y: number): Promise<void>;
  abstract moveTo(x: number, y: number): Promise<void>;
  abstract press(keys: string): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract close(): Promise<void>;

  waitFor<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, options: WaitOptions = {}, ...args: A) {
    const message = options.message ?? `waited in vain for ${fn}`;
    return waitUntil(() => this.evaluate(fn, ...args), { ...options, message });
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.waitFor(middleOf, { message: `cannot click on ${selector}` }, selector);
    await this.clickAt(x, y);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character === '+' ? '\u002B' : character);
  }
}

/** A tab. */
export class FirefoxPage extends FirefoxSurface implements PageDriver {
  constructor(
    private readonly session: FirefoxSession,
    private readonly handle: string,
  ) {
    super();
  }

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#inTab((send) => send('WebDriver:ExecuteScript', { script: call(fn), args, scriptTimeout: 60_000 }));
  }

  /** Commands go to the tab that was switched to last, so switching and command are one step. */
  #inTab<R>(step: (send: Marionette['send']) => Promise<{ value: unknown }>): Promise<R> {
    return this.session.inContent(this.handle, step) as Promise<R>;
  }

  async goto(url: string): Promise<void> {
    await this.#inTab((send) => send('WebDriver:Navigate', { url }));
  }

  url(): Promise<string> {
    return this.#inTab((send) => send('WebDriver:GetCurrentURL'));
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.#pointer('mouse', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...PRESS]);
  }

  async tapAt(x: number, y: number): Promise<void> {
    await this.#pointer('touch', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...PRESS]);
  }

  async moveTo(x: number, y: number): Promise<void> {
    await this.#pointer('mouse', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 20 }]);
  }

  async #pointer(pointerType: 'mouse' | 'touch', actions: readonly object[]): Promise<void> {
    const pointer = { type: 'pointer', id: pointerType, parameters: { pointerType }, actions };
    await this.#inTab((send) => send('WebDriver:PerformActions', { actions: [pointer] }));
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
    await closePopups(this.session);
    await this.session.inChrome(clickButton, this.session.id);
    return FirefoxView.find(this.session, '/popup.html', 'popup');
  }

  async close(): Promise<void> {
    await this.#inTab((send) => send('WebDriver:CloseWindow'));
  }
}

/** An extension document outside the tabs; reached through the browser's own window. */
export class FirefoxView extends FirefoxSurface {
  /** Waits for a document whose address ends so; `type` is `popup`, `background`, … in Firefox's own words, any where null. */
  static async find(session: FirefoxSession, urlEnd: string, type: string | null = null): Promise<FirefoxView> {
    const find = () => session.inChrome(findView, session.id, urlEnd, type);
    return new FirefoxView(session, await waitUntil(find, { message: `no extension document at …${urlEnd}` }));
  }

  constructor(
    private readonly session: FirefoxSession,
    private readonly contextId: number,
  ) {
    super();
  }

  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.session.inChrome(runInView, this.contextId, call(fn), args, null) as Promise<R>;
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
    await this.session.inChrome(runInView, this.contextId, call(fn), args, 'system');
  }

  async screenshot(path: string): Promise<void> {
    const png = await this.session.inChrome(snapshot, this.contextId);
    writeFileSync(path, Buffer.from(png.split(',')[1] ?? '', 'base64'));
  }

  async close(): Promise<void> {
    await closePopups(this.session);
  }
}

/** Closes the popup where one is open. */
async function closePopups(session: FirefoxSession): Promise<void> {
  // A popup that is still on its way open cannot be hidden yet, so it is asked again.
  const isClosed = async () => {
    await session.inChrome(hidePopups);
    return (await session.inChrome(findView, session.id, '/popup.html', 'popup')) === 0;
  };
  await waitUntil(isClosed, { message: 'the popup stays open' });
}
