import type { Article } from '../article/article.ts';

/**
 * Addresses of the articles of one page. Where a page shows several, its address is at any moment one of theirs, and corrections that are
 * kept under it must not become another's: an article keeps the address that it was first seen under, and one that was only ever seen
 * under another's has none.
 */
export class ArticleAddresses {
  readonly #byTitle = new Map<string, string | null>();

  /** An article with the address that is its own; `isOneOfSeveral` where the page shows others beside it. */
  own(article: Article, isOneOfSeveral: boolean): Article {
    const known = isOneOfSeveral ? this.#byTitle.get(article.title) : null;
    const isTaken = isOneOfSeveral && [...this.#byTitle.values()].includes(article.url);
    const url = known ?? (isTaken ? null : article.url);
    this.#byTitle.set(article.title, url);
    return { ...article, id: url ?? '', url };
  }
}
