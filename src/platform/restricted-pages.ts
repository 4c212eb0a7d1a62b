/** Why extensions may not run on a page, in kinds that the interface has words for. */
export type Restriction = 'browser' | 'store' | 'pdf' | 'file' | 'other';

// Chrome, Edge, Opera and Firefox each keep extensions out of their own store.
const STORES: readonly RegExp[] = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore(?:\/|$)/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(?:\/|$)/,
  /^https:\/\/addons\.opera\.com\//,
  /^https:\/\/addons\.mozilla\.org\//,
];

/**
 * What an address alone says about whether extensions may run there; null where they may, as far as one can tell. A page can still
 * refuse (PDF viewers, pages an administrator closed): that shows when a script is sent.
 */
export function restrictionOf(address: string): Restriction | null {
  if (STORES.some((store) => store.test(address))) return 'store';
  if (!URL.canParse(address)) return 'browser';
  const { protocol, pathname } = new URL(address);
  if (protocol === 'file:') return null;
  if (protocol !== 'http:' && protocol !== 'https:') return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'browser';
  return null;
}
