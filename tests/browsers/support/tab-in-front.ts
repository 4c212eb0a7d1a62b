import type { BrowserDriver } from './driver.ts';

/** What of the extension's own API is asked for here. */
interface Tabs {
  readonly tabs: { query(filter: { active: boolean }): Promise<readonly { readonly id?: number }[]> };
}

/** The id of the tab in front, as the extension knows it. */
export function tabInFront(driver: BrowserDriver): Promise<number> {
  return driver.evaluateInBackground(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
    const [tab] = await (browser ?? chrome).tabs.query({ active: true });
    return tab?.id ?? -1;
  });
}
