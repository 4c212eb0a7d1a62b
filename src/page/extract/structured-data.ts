import { attribute, own, parentOf } from '../dom.ts';

/** What a page says about itself in its head and in JSON-LD (schema.org). */
export interface StructuredData {
  readonly headline: string | null;
  readonly outlet: string | null;
  /** The article's text as the page gives it to machines; null where it does not. */
  readonly articleBody: string | null;
  /** `isAccessibleForFree` is false, or a part is marked as paid. */
  readonly paid: boolean;
  /** How many words the article has by the page's own account; null where it does not say. */
  readonly wordCount: number | null;
  /** Types of JSON-LD, `og:type` and the microdata around the article, lower case. */
  readonly types: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

/** Reads the head and the JSON-LD scripts of a page; what cannot be read is as if it were not there. */
export function readStructuredData(page: Document): StructuredData {
  const nodes = [...own(page, 'querySelectorAll')('script[type="application/ld+json"]')].flatMap((script) =>
    nodesOf(parse(script.textContent ?? '')),
  );
  const types = new Set(nodes.flatMap((node) => strings(node['@type'])).map((type) => type.toLowerCase()));
  const openGraph = metaContent(page, 'og:type');
  if (openGraph) types.add(`og:${openGraph.toLowerCase()}`);
  const articles = nodes.filter((node) => strings(node['@type']).some((type) => /Article|Posting|Report/.test(type)));
  const body = articles
    .map((node) => node.articleBody)
    .find((value): value is string => typeof value === 'string' && value.length > 200);
  return {
    headline: articles.map((node) => node.headline).find(isText) ?? metaContent(page, 'og:title'),
    outlet: outletOf(metaContent(page, 'og:site_name'), articles.map((node) => nameOf(node.publisher)).find(isText) ?? null),
    articleBody: body ?? null,
    paid: articles.some((node) => isFalse(node.isAccessibleForFree)),
    wordCount: articles.map((node) => Number(node.wordCount)).find((count) => count > 0) ?? null,
    types,
  };
}

/** The site's name, or the publisher's where the site's is but an address: "oldportpost" of the Oldport Post. */
function outletOf(site: string | null, publisher: string | null): string | null {
  return site === null || (publisher !== null && /^[a-z\d.-]+$/.test(site)) ? publisher : site;
}

/** Types that microdata gives an element or what surrounds it, lower case. Example: `<main itemscope itemtype="https://schema.org/Product">`. */
export function microdataTypes(element: Element): ReadonlySet<string> {
  const types = new Set<string>();
  for (let here: Element | null = element; here; here = parentOf(here)) {
    for (const type of attribute(here, 'itemtype').split(/\s+/)) types.add(type.replace(/^.*[/#]/, '').toLowerCase());
  }
  types.delete('');
  return types;
}

/** The content of a `<meta>` by its name or property; null where there is none. */
export function metaContent(page: Document, name: string): string | null {
  const content = own(page, 'querySelector')(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim();
  return content ? content : null;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source.replace(/\p{Cc}+/gu, ' '));
  } catch {
    // A page's broken JSON-LD is common and tells nothing: the page is read without it.
    return null;
  }
}

function nodesOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  return [node, ...nodesOf(node['@graph']), ...nodesOf(node.mainEntity), ...nodesOf(node.mainEntityOfPage)];
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}

function nameOf(value: unknown): unknown {
  const node = Array.isArray(value) ? value[0] : value;
  return typeof node === 'object' && node !== null ? (node as Json).name : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false');
}
