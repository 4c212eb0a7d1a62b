import { HUGE_PAGES } from '../hostile-pages.ts';
import type { BrowserDriver, PageDriver, Surface } from './driver.ts';
import { waitUntil } from './driver.ts';
import { paintedWords, whenState } from './painted.ts';

/** The extension API, in functions that run inside the extension. */
// biome-ignore lint/suspicious/noExplicitAny: two browsers' own objects, of which a line each is used
declare const chrome: any;

/** Opens the popup on a page and waits until the article is painted. */
export async function annotate(page: PageDriver): Promise<Surface> {
  const popup = await page.clickToolbarButton();
  await whenState(popup, 'ready');
  await waitUntil(async () => (await paintedWords(page)).length > 5, { message: 'nothing painted' });
  return popup;
}

/** Clicks the button and waits until the background was asked for an analysis: it answers nothing itself as long as it is at it. */
export async function untilAnalysing(driver: BrowserDriver, page: PageDriver): Promise<void> {
  const listener = await driver.open(driver.extensionUrl('options.html'));
  await listener.evaluate(() => {
    chrome.runtime.onMessage.addListener(({ type }: { readonly type: string }) => {
      if (type === 'analyse') document.documentElement.dataset.asked = 'yes';
    });
  });
  const popup = await page.clickToolbarButton();
  // To look at the listener is to leave the popup's tab, and a popup that closes before the page answers has asked it for nothing.
  const begun = () =>
    document.documentElement.dataset.state !== undefined &&
    (document.querySelector<HTMLProgressElement>('progress')?.value ?? 1) > 0;
  await popup.waitFor(begun, { message: 'the page did not begin' });
  await listener.waitFor(() => document.documentElement.dataset.asked, { message: 'no analysis was asked for' });
}

/** A page with a hundred times a usual article: seconds of work. */
export const LONG_PAGE = HUGE_PAGES[0]?.html.replace(/(<p>The council said[^<]{300000})[^<]*/, '$1') ?? '';
