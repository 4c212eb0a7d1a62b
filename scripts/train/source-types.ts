import type { AnnotatedArticle } from '../../src/article/annotated-article.ts';
import type { SourceType } from '../../src/article/attribution.ts';
import { overlaps, type Span } from '../../src/article/span.ts';

/** A sentence of FactAppeal (guymorlan/factappeal) with its typed spans. */
export interface TypedSentence {
  readonly id: string;
  readonly text: string;
  /** `Source:Named:Official`, `Source:Unnamed:Witness`, …; other types mark facts. */
  readonly spans: readonly (Span & { readonly type: string })[];
}

/** FactAppeal's kinds of sources that say what the codebook's types say, and which of these are right for each. */
const RIGHT: Readonly<Record<string, readonly SourceType[]>> = {
  Official: ['government', 'military', 'international'],
  Expert: ['expert'],
  Expert_Document: ['document'],
  Direct_Evidence: ['document'],
  News_Report: ['media'],
  Witness: ['witness', 'family'],
};

export interface TypeScore {
  /** `Named Official` */
  readonly kind: string;
  readonly given: number;
  /** Of those, how many are the source of some attribution. */
  readonly found: number;
  readonly right: number;
}

/** How many sources of each kind are found and have a right type; `predicted` is parallel to `gold`. */
export function scoreTypes(gold: readonly TypedSentence[], predicted: readonly AnnotatedArticle[]): readonly TypeScore[] {
  const scores = new Map<string, { kind: string; given: number; found: number; right: number }>();
  for (const [i, { spans }] of gold.entries()) {
    const article = predicted[i];
    for (const span of spans) {
      const [, naming, kind = ''] = /^Source:(Named|Unnamed):(.+)$/.exec(span.type) ?? [];
      const right = RIGHT[kind];
      if (!right || !article) continue;
      const name = `${naming} ${kind}`;
      const score = scores.get(name) ?? { kind: name, given: 0, found: 0, right: 0 };
      scores.set(name, score);
      score.given++;
      const attribution = article.attributions.find(
        (one) => one.speaker !== null && one.source.some((part) => overlaps(part, span)),
      );
      const source = article.sources.find(({ id }) => id === attribution?.speaker);
      if (source) score.found++;
      if (source && right.includes(source.type)) score.right++;
    }
  }
  return [...scores.values()].sort((a, b) => a.kind.localeCompare(b.kind));
}
