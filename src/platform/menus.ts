import { browser } from 'wxt/browser';
import { t } from './i18n.ts';
import { startSession } from './tabs.ts';

const ITEM = 'annotate-page';

/** Puts the extension in the menu of a page; a click on it counts as the reader's leave to read that page, as the toolbar button does. */
export function offerMenu(): void {
  // Firefox for Android has no context menus.
  if (!browser.contextMenus) return;
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: ITEM, title: t('menu_annotate'), contexts: ['page', 'selection'] });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId !== ITEM || tab?.id === undefined) return;
    startSession({ id: tab.id, url: tab.url ?? '' }).catch((error: unknown) => {
      // A menu has no place for words; the popup says why this page cannot be read.
      console.info('not on this page', error);
    });
  });
}
