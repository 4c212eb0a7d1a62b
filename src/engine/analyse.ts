import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import type { SourcePack } from '../packs/source-pack.ts';

/** What an analysis needs besides the article. */
export interface AnalyseOptions {
  readonly packs: readonly SourcePack[];
}

/** Text to labels; pure and deterministic. The stages come one by one. */
export function analyse(article: Article, _options: AnalyseOptions): AnnotatedArticle {
  return { ...article, sources: [], sentences: [], attributions: [] };
}
