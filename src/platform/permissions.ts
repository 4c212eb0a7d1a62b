import { browser } from 'wxt/browser';

/** A site as readers grant it: its host, and the pattern that stands for all its pages. */
export interface Site {
  readonly host: string;
  /** A match pattern, `*://example.org/*`. */
  readonly pattern: string;
}

/** The site of an address; null for addresses that are no site's. The port is no part of a match pattern. */
export function siteOf(address: string): Site | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return { host: hostname.replace(/^www\./, ''), pattern: `*://${hostname}/*` };
}

/** Whether the reader has granted a site. */
export function hasSite(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: [site.pattern] });
}

/** Asks the reader for sites, all with one question; must be called in the handler of a click. False where they decline. */
export function requestSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** Gives sites back to the browser. */
export function removeSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** The patterns of all sites that are granted now. */
export async function grantedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

/** Calls `changed` whenever sites are granted or given back, wherever it happens, until the result is called. */
export function watchSites(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
