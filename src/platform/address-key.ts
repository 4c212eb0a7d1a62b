/** Parameters that say how a reader came to a page and nothing about the page. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ref_src)$/i;

/** The address under which things about a page are kept: without fragment and without tracking parameters. */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  // By hand: in a page, Firefox gives extensions no iterator over `searchParams`.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  url.search = kept.join('&');
  return url.href;
}
