import type { AnnotatedArticle } from '../article/annotated-article.ts';

/**
 * The article as JSON of `annotate`: the fields that measurements rely on first (`id`, `title`, `language`, `text`, `sources`,
 * `sentences`, `attributions`), then everything else that is known. Offsets are UTF-16 code units into `text`.
 *
 * @param indent spaces a level; 0 gives one line, as JSON Lines needs.
 */
export function formatJson(article: AnnotatedArticle, indent = 2): string {
  const { id, title, language, text, sources, sentences, attributions, ...rest } = article;
  return JSON.stringify({ id, title, language, text, sources, sentences, attributions, ...rest }, null, indent);
}
