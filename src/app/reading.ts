import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Correction } from '../article/correction.ts';
import { rankSources } from '../article/summary.ts';
import { applyCorrections } from '../corrections/apply-corrections.ts';
import { Anchor } from '../page/anchor.ts';
import { own } from '../page/dom.ts';
import type { ShownArticle } from '../page/extract/articles.ts';
import type { Extraction } from '../page/extract/extract-article.ts';

type Found = Extract<Extraction, { ok: true }>;

/** What a session knows of an article that is analysed: its labels, and where its words stand in the page now. */
export interface Reading {
  readonly root: Element;
  /** All articles of the page where it shows several; else empty. */
  readonly articles: readonly ShownArticle[];
  /** How many main headings the page had: one more may be the next article's. */
  readonly headings: number;
  readonly anchor: Anchor;
  readonly shadowRoots: ReadonlySet<ShadowRoot>;
  /** As the engine made it, without the reader's corrections. */
  readonly analysed: AnnotatedArticle;
  readonly corrections: readonly Correction[];
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
}

/** A reading of an article that was found and analysed. */
export function readingOf(found: Found, analysed: AnnotatedArticle, corrections: readonly Correction[]): Reading {
  return withCorrections({ ...placeOf(found), analysed, corrections: [], article: analysed, ranks: new Map() }, corrections);
}

/** The same labels, tied to the nodes that show the same words now. */
export function moved(reading: Reading, found: Found): Reading {
  return { ...reading, ...placeOf(found) };
}

/** The reading with other corrections in place of those before. */
export function withCorrections(reading: Reading, corrections: readonly Correction[]): Reading {
  const article = applyCorrections(reading.analysed, corrections);
  return { ...reading, corrections, article, ranks: rankSources(article) };
}

/** How many main headings a page has. */
export function countHeadings(page: Document): number {
  return own(page, 'getElementsByTagName')('h1').length;
}

function placeOf({
  root,
  articles,
  article,
  map,
}: Found): Pick<Reading, 'root' | 'articles' | 'headings' | 'anchor' | 'shadowRoots'> {
  const shadowRoots = map.map(({ node }) => node.getRootNode()).filter((node): node is ShadowRoot => node.nodeType === 11);
  return {
    root,
    articles,
    headings: countHeadings(root.ownerDocument),
    anchor: new Anchor(article.text, map),
    shadowRoots: new Set(shadowRoots),
  };
}
