import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import { analyse } from '../engine/analyse.ts';
import { defaultPacks } from '../packs/index.ts';

/** The analysis of the extension with everything that it ships: model and all source packs. */
export function analyseArticle(article: Article): AnnotatedArticle {
  return analyse(article, { packs: defaultPacks });
}
