import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What can be rendered in a media query, so that a test can look at both themes. */
export type ColorScheme = 'light' | 'dark';

export interface WaitOptions {
  /** Milliseconds until the wait fails; 45,000 where absent: machines that test are often busy. */
  readonly timeout?: number;
  /** Said in the error when the wait fails. */
  readonly message?: string;
}

/** Anything with a document in a browser that is being driven: a page, the popup, the side panel. */
export interface Surface {
  /**
   * Runs a function in the document's own scope and returns what it returns (plain data only). The function is sent as source text:
   * it sees its arguments and the document, nothing of the file it stands in. A page's CSP does not hinder it.
   */
  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Evaluates until the result is truthy, and returns it; errors while the document is still being built count as "not yet". */
  waitFor<A extends readonly unknown[], R>(
    fn: (...args: A) => R | Promise<R>,
    options?: WaitOptions,
    ...args: A
  ): Promise<Truthy<R>>;
  /** Waits for a match that has a size, scrolls the first one into view and clicks in its middle with trusted events. */
  click(selector: string): Promise<void>;
  /** Clicks at a point in CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  /** Moves the pointer to a point in CSS pixels of the viewport. */
  moveTo(x: number, y: number): Promise<void>;
  /** Presses one key, by its `KeyboardEvent.key`, with modifiers before it: `Tab`, `Shift+Tab`, `Alt+Shift+ArrowDown`. */
  press(keys: string): Promise<void>;
  /** Types text into what has the focus. */
  type(text: string): Promise<void>;
  /** Writes a PNG of what is seen. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A tab. */
export interface PageDriver extends Surface {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Taps with a finger at a point in CSS pixels of the viewport. */
  tapAt(x: number, y: number): Promise<void>;
  /** Prints the page to PDF on A4, with the page's own rules for paper. */
  printToPdf(): Promise<Uint8Array>;
  /**
   * Clicks the extension's toolbar button for real, which grants `activeTab` as a person's click does, and returns the popup that
   * opens. The popup may still be loading: wait for its `data-state`.
   */
  clickToolbarButton(): Promise<Surface>;
}

/** A browser with the built extension in it; one test runs against every browser through this. */
export interface BrowserDriver {
  readonly name: 'chromium' | 'firefox';
  /** Opens a tab in front and waits until the page has loaded. */
  open(url: string): Promise<PageDriver>;
  /** A tab that the browser itself opened or loaded anew, by its address. */
  tab(url: string): Promise<PageDriver>;
  /** Opens a tab in a window of its own. */
  openWindow(url: string): Promise<PageDriver>;
  /** Address of a file in the extension: `popup.html`. */
  extensionUrl(path: string): string;
  /** Waits for an extension document (popup, side panel, options) whose address ends so, wherever it is shown. */
  surface(urlEnd: string): Promise<Surface>;
  /** Runs a function in the extension's background, waking it where it sleeps. */
  evaluateInBackground<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** What `prefers-color-scheme` says from now on, in pages that are open and pages that will be. */
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Resolves when the browser has gone, whoever closed it. */
  whenClosed(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The unpacked extension. */
  readonly extension: string;
  readonly headless?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Path of the browser; looked for where absent. */
  readonly binary?: string;
  /** Folder of a profile to go on with, which stays when the browser is closed; where absent, a fresh one that goes with it. */
  readonly profile?: string;
  /** Firefox only: preferences to set. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Chromium only: further command line switches. */
  readonly switches?: readonly string[];
}

/** Makes sure that there is a build to load: browsers say very little about one that is missing. */
export function requireBuild(folder: string): string {
  const path = resolve(folder);
  if (!existsSync(join(path, 'manifest.json'))) throw new Error(`no extension in ${path}: run "npm run build" first`);
  return path;
}

/** What is left of a type when it was waited for. */
export type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

/** Polls until `attempt` gives something truthy; the last error is the cause of the failure. */
export async function waitUntil<T>(attempt: () => Promise<T>, options: WaitOptions = {}): Promise<Truthy<T>> {
  const { timeout = 45_000, message = 'waited in vain' } = options;
  const end = Date.now() + timeout;
  let cause: unknown;
  for (;;) {
    try {
      const value = await attempt();
      if (value) return value as Truthy<T>;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) throw new Error(`${message} (${timeout} ms)`, { cause });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** In the document: scrolls the first match into view where needed and returns its middle; runs as source text, so it stands alone. */
export async function middleOf(selector: string): Promise<{ x: number; y: number }> {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  const inView = (box: DOMRect) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
  if (!inView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) throw new Error(`${selector} has no size`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
