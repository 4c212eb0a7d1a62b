import { browser } from 'wxt/browser';

/**
 * Whether a tab is in a private window, from which nothing is kept. An extension's own page cannot tell by itself: in Chrome's spanning mode
 * one and the same page serves private windows too.
 *
 * @param tabId the tab that a surface shows; the window in front is asked where there is none.
 */
export async function isPrivate(tabId: number | null): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  const [tab] =
    tabId === null ? await browser.tabs.query({ active: true, currentWindow: true }) : [await browser.tabs.get(tabId)];
  return tab?.incognito ?? false;
}
