import type { Article } from './article.ts';
import type { Attribution, LabelledSentence, Source } from './attribution.ts';

/** The product of the engine, and all that the interface, the exports and `annotate` know. */
export interface AnnotatedArticle extends Article {
  /** Every source that some attribution or sentence names, in order of first appearance. */
  readonly sources: readonly Source[];
  /** In text order, apart. */
  readonly sentences: readonly LabelledSentence[];
  readonly attributions: readonly Attribution[];
}
