import { parseHTML } from 'linkedom';
import type { Article } from '../article/article.ts';
import { extractArticle } from '../page/extract/extract-article.ts';

const FAILURES = {
  'no-article': 'no article found in the page',
  'unsupported-language': 'the article is not in English',
} as const;

/**
 * The article of a saved page, found by the code that the extension runs in the browser.
 * @throws Error that says in words why there is none.
 */
export function articleFromHtml(id: string, html: string, url: string | null): Article {
  const { document } = parseHTML(html);
  // What holds no element at all makes no document.
  if (document.documentElement === null) throw new Error(FAILURES['no-article']);
  const extraction = extractArticle(document as unknown as Document, { url });
  if (extraction.ok) return { ...extraction.article, id };
  throw new Error(FAILURES[extraction.failure] + (extraction.detail === '' ? '' : ` (${extraction.detail})`));
}
