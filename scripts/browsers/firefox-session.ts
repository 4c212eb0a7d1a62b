import { prepare } from './firefox-inside.ts';
import type { Marionette } from './marionette.ts';

/** In a script for Marionette: calls a function with the script's arguments. */
export function call(fn: (...args: never[]) => unknown): string {
  return `const __name = (f) => f; return (${fn}).apply(null, arguments);`;
}

/**
 * A session of Marionette with the extension in it. It has one current tab and one current context, so its commands go one sequence at
 * a time.
 */
export class FirefoxSession {
  #queue: Promise<unknown> = Promise.resolve();
  #handle: string | null = null;

  private constructor(
    private readonly marionette: Marionette,
    /** The extension's id. */
    readonly id: string,
    /** Host of the extension's addresses. */
    readonly host: string,
  ) {}

  /** Installs the unpacked extension until Firefox ends, and puts its button in the toolbar. */
  static async begin(marionette: Marionette, build: string): Promise<FirefoxSession> {
    const installed = await marionette.send('Addon:Install', { path: build, temporary: true });
    const id = String(installed.value);
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    const host = await marionette.send('WebDriver:ExecuteScript', { script: call(prepare), args: [id] });
    await marionette.send('Marionette:SetContext', { value: 'content' });
    return new FirefoxSession(marionette, id, String(host.value));
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

  /** Handles of all tabs. */
  tabs(): Promise<readonly string[]> {
    return this.#serially(
      () => this.marionette.send('WebDriver:GetWindowHandles') as Promise<unknown> as Promise<readonly string[]>,
    );
  }

  /** Opens an empty tab, in the current window or in one of its own, and gives its handle. */
  openTab(type: 'tab' | 'window' = 'tab'): Promise<string> {
    return this.#serially(async () => {
      const tabs = (await this.marionette.send('WebDriver:GetWindowHandles')) as unknown as readonly string[];
      const current = this.#handle && tabs.includes(this.#handle) ? this.#handle : tabs[0];
      await this.marionette.send('WebDriver:SwitchToWindow', { handle: current, focus: true });
      const tab = (await this.marionette.send('WebDriver:NewWindow', { type, focus: true })) as unknown as {
        handle: string;
      };
      return tab.handle;
    });
  }
}
