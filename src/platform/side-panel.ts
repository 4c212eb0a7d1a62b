import { browser } from 'wxt/browser';
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
  const { sidebarAction, sidePanel } = browser as SidePanels;
  if (sidebarAction) return sidebarAction.open();
  if (sidePanel) return sidePanel.open({ tabId });
  return openPage(`/sidepanel.html?tab=${tabId}`);
}
