import type { Article } from '../article/article.ts';

/**
 * An article of a text that has no page around it. The text is kept as given, so that offsets refer to it; the blocks are left to
 * the engine, which tells them by lines and words.
 */
export function articleFromText(id: string, text: string): Article {
  return { id, title: '', outlet: null, url: null, language: 'en', partial: false, text, blocks: [] };
}
