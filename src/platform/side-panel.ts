import { openPage } from './tabs.ts';

/** What each browser has of its own, and no shared type: Chrome's `sidePanel` (116) and Firefox's `sidebarAction`. */
interface SidePanels {
  readonly sidePanel?: { readonly open: (options: { readonly tabId: number }) => Promise<void> };
  readonly sidebarAction?: { readonly open: () => Promise<void> };
}

/**
 * Opens the side panel beside a tab; must be called in the handler of a click. Where the browser has none (Firefox for Android),
 * its page opens in a tab of its own.
 */
export async function openSidePanel(tabId: number): Promise<void> {
  // The polyfill passes on only what it knows; the browser's own object has the rest.
  const own = globalThis as { readonly chrome?: SidePanels; readonly browser?: SidePanels };
  if (own.browser?.sidebarAction) return own.browser.sidebarAction.open();
  if (own.chrome?.sidePanel) return own.chrome.sidePanel.open({ tabId });
  return openPage(`/sidepanel.html?tab=${tabId}`);
}
