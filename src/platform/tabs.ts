import { browser } from 'wxt/browser';
import { tellBackground } from './background-port.ts';
import { isSessionState } from './message-guards.ts';
import { NOT_A_PAGE, SESSION_PORT, type SessionCommand, type SessionState } from './messages.ts';
import { type Restriction, restrictionOf } from './restricted-pages.ts';

/** A tab with the address that its page has now. */
export interface PageTab {
  readonly id: number;
  /** Empty where the extension may not know it. */
  readonly url: string;
}

/** The page does not let extensions run. */
export class RestrictedPage extends Error {
  readonly restriction: Restriction;

  constructor(restriction: Restriction, options?: ErrorOptions) {
    super(`extensions may not run here: ${restriction}`, options);
    this.restriction = restriction;
  }
}

/** The tab that the reader looks at; null where a window has none. */
export async function activeTab(): Promise<PageTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** The tab with an id; null where it is closed. */
export async function tabById(id: number): Promise<PageTab | null> {
  try {
    const tab = await browser.tabs.get(id);
    return { id, url: tab.url ?? '' };
  } catch {
    // `tabs.get` rejects for a tab that is no longer there, and for nothing else.
    return null;
  }
}

/**
 * Makes sure that the page session runs in a tab's top frame; one that runs already goes on.
 * @throws RestrictedPage where the page takes no scripts.
 */
export async function startSession(tab: PageTab): Promise<void> {
  const restriction = tab.url === '' ? null : restrictionOf(tab.url);
  if (restriction !== null) throw new RestrictedPage(restriction);
  // Its script holds the model: it wakes and reads it while the page's script is on its way.
  void tellBackground({ type: 'prepare' });
  try {
    const [page] = await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/annotate.js'] });
    if (page?.result === NOT_A_PAGE) throw new RestrictedPage('pdf');
  } catch (error) {
    if (error instanceof RestrictedPage) throw error;
    throw new RestrictedPage(refusalOf(tab.url), { cause: error });
  }
}

/** Why a page that looked open refused a script. */
function refusalOf(url: string): Restriction {
  if (/\.pdf(?:$|[?#])/i.test(url)) return 'pdf';
  return url.startsWith('file:') ? 'file' : 'other';
}

/** A line to the page session of a tab. */
export interface SessionLine {
  readonly send: (command: SessionCommand) => void;
  readonly close: () => void;
}

/** Connects to the page session of a tab; `onGone` is called once, when the page is left, reloaded or closed. */
export function connectSession(tabId: number, onState: (state: SessionState) => void, onGone: () => void): SessionLine {
  const port = browser.tabs.connect(tabId, { name: SESSION_PORT, frameId: 0 });
  let open = true;
  port.onMessage.addListener((state: unknown) => {
    onState(isSessionState(state) ? state : { state: 'error', detail: 'the page sent what cannot be read' });
  });
  port.onDisconnect.addListener(() => {
    open = false;
    onGone();
  });
  return {
    send: (command) => {
      // A command for a page that has just gone has nobody to do it; `onGone` tells the reader.
      if (open) port.postMessage(command);
    },
    close: () => {
      open = false;
      port.disconnect();
    },
  };
}

/** Opens one of the extension's own pages in a new tab: `openPage('/options.html')`. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: new URL(path, browser.runtime.getURL('/')).href });
}
