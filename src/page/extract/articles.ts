import { own, tagOf } from '../dom.ts';
import { partsAround } from './parts.ts';

/** An article of a page that shows several one under another, as pages do that append the next when one scrolls to the end. */
export interface ShownArticle {
  /** Holds all of this article and nothing of another. */
  readonly element: Element;
  readonly heading: Element;
}

/** Prose, in code units, that makes an article of what has a heading of its own: some ninety words, a brief. */
const LEAST_PROSE = 500;

/**
 * The articles of a page, in its order: parts with a main heading each, an `<article>` and its prose. Empty for a page that shows one;
 * entries of a live blog and sections of a story have no main heading, or no `<article>` of their own.
 */
export function findArticles(page: Document, weights: ReadonlyMap<Element, number>): readonly ShownArticle[] {
  const headings = [...own(page, 'querySelectorAll')('h1')];
  if (headings.length < 2) return [];
  const articles = partsAround(headings)
    .map((element, index) => ({ element, heading: headings[index] as Element }))
    .filter(({ element }) => (weights.get(element) ?? 0) >= LEAST_PROSE && holdsArticle(element));
  return articles.length < 2 ? [] : articles;
}

function holdsArticle(element: Element): boolean {
  return tagOf(element) === 'article' || own(element, 'querySelector')('article') !== null;
}

/**
 * The article that a reader is at: the last that begins above where they look, else the first. `topOf` gives how far below that line an
 * element begins.
 */
export function articleAt<Shown>(articles: readonly Shown[], topOf: (article: Shown) => number): Shown | undefined {
  return articles.findLast((article) => topOf(article) <= 0) ?? articles[0];
}
