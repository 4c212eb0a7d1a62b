import { browser } from 'wxt/browser';
import { isOwn, type Sender } from './senders.ts';

/** What may have happened to the page that a panel stands beside. */
export type TabEvent =
  /** Another tab is in front now. */
  | 'switched'
  /** The page of the tab in front has loaded. */
  | 'loaded'
  /** The page of the tab in front is being analysed: its session has just begun, whoever began it. */
  | 'analysed';

/**
 * Calls `happened` about the tab in front of this window, until the result is called. Needs no permission: none of the events
 * is asked for an address.
 */
export function watchActiveTab(happened: (event: TabEvent) => void): () => void {
  let windowId: number | null = null;
  let activeId: number | null = null;
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    activeId = tab?.id ?? null;
    windowId = tab?.windowId ?? windowId;
  };
  void look();
  const activated = (info: { tabId: number; windowId: number }): void => {
    if (info.windowId !== windowId) return;
    activeId = info.tabId;
    happened('switched');
  };
  const updated = (id: number, change: { status?: string }): void => {
    if (id === activeId && change.status === 'complete') happened('loaded');
  };
  // Sessions ask the background for an analysis by a message that every page of the extension hears.
  const messaged = (message: unknown, sender: Sender): undefined => {
    const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
    if (isOwn(sender) && type === 'analyse' && sender.tab?.id === activeId) happened('analysed');
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.runtime.onMessage.addListener(messaged);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.runtime.onMessage.removeListener(messaged);
  };
}
