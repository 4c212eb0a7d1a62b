import { browser } from 'wxt/browser';

/** Opens the first-run page once, after the extension was installed, in a tab behind the one that the reader looks at. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html'), active: false });
  });
}
