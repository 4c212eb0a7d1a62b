import { browser } from 'wxt/browser';
import { grantedSites, watchSites } from './permissions.ts';

const SCRIPT_ID = 'annotate-on-sites';

/**
 * Keeps the page script registered for just the sites that the reader has granted: again whenever they change, and at every start of
 * the background, since an update of the extension takes registrations away.
 */
export function keepSitesRegistered(): void {
  watchSites(register);
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(register);
}

let queue: Promise<void> = Promise.resolve();

/** One at a time: two that run at once would register the same id twice. */
function register(): void {
  queue = queue.then(registerNow).catch((error: unknown) => console.error('sites could not be registered', error));
}

async function registerNow(): Promise<void> {
  const matches = [...(await grantedSites())];
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches,
    js: ['/annotate.js'],
    runAt: 'document_idle' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
