import type { BrowserDriver, FirefoxDriver, PageDriver } from './driver.ts';

/** What of the extension's own API is asked for here: none of it needs a permission. */
interface Tabs {
  readonly tabs: {
    query(filter: { active: boolean }): Promise<readonly { readonly id?: number }[]>;
    discard(id: number): Promise<{ readonly id?: number } | undefined>;
    update(id: number, change: { active: boolean }): Promise<unknown>;
    setZoom(id: number, factor: number): Promise<void>;
    sendMessage(id: number, message: object): Promise<unknown>;
  };
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
}

/** The id of the tab in front, as the extension knows it. */
export function tabInFront(driver: BrowserDriver): Promise<number> {
  return driver.evaluateInBackground(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
    const [tab] = await (browser ?? chrome).tabs.query({ active: true });
    return tab?.id ?? -1;
  });
}

/** Has the browser unload a tab that is not in front, as it does to save memory, and come back to it. */
export async function unloadAndReturn(driver: BrowserDriver, id: number, url: string): Promise<PageDriver> {
  await driver.evaluateInBackground(async (old: number) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
    const { tabs } = browser ?? chrome;
    // Chromium gives an unloaded tab another id.
    const unloaded = await tabs.discard(old);
    await tabs.update(unloaded?.id ?? old, { active: true });
  }, id);
  return driver.tab(url);
}

/** Has Firefox open the tab again that was closed last, and waits until it is whole. Chromium lets nothing from outside do that. */
export async function reopenClosed(driver: FirefoxDriver, url: string): Promise<PageDriver> {
  await driver.inChrome(async () => {
    interface Chrome {
      readonly SessionStore: { undoCloseTab(window: unknown, index: number): EventTarget };
    }
    const tab = (globalThis as unknown as Chrome).SessionStore.undoCloseTab(globalThis, 0);
    await new Promise((resolve) => tab.addEventListener('SSTabRestored', resolve, { once: true }));
  });
  return driver.tab(url);
}

/** Zooms the page in a tab, as the browser's menu does. */
export function zoom(driver: BrowserDriver, id: number, factor: number): Promise<void> {
  return driver.evaluateInBackground(
    (tab: number, by: number) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
      return (browser ?? chrome).tabs.setZoom(tab, by);
    },
    id,
    factor,
  );
}

/** What the shortcut for the next claim does, which no key from outside reaches. */
export async function nextClaim(driver: BrowserDriver, id: number): Promise<void> {
  await driver.evaluateInBackground(async (tab: number) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
    await (browser ?? chrome).tabs.sendMessage(tab, { type: 'tab-command', command: 'next' });
  }, id);
}

/** What the toolbar button's badge says for the tab in front. */
export function badge(driver: BrowserDriver): Promise<string> {
  return driver.evaluateInBackground(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
    const { tabs, action } = browser ?? chrome;
    const [tab] = await tabs.query({ active: true });
    return tab?.id === undefined ? '' : action.getBadgeText({ tabId: tab.id });
  });
}
