import { browser } from 'wxt/browser';

/** Dark grey: the badge says a number, and no source's colour. */
const BACKGROUND = '#3f4652';

/** Shows the number of an article's sources on the toolbar button of its tab; null takes it away. */
export async function showBadge(tabId: number, sources: number | null): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND });
    await browser.action.setBadgeText({ tabId, text: sources === null ? '' : String(sources) });
  } catch (error) {
    // The tab may be closed by now; Firefox for Android has no badges. Neither is worth more than a line.
    console.info('no badge', error);
  }
}
