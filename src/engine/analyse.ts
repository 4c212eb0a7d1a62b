import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import type { SourcePack } from '../packs/source-pack.ts';
import { findAttributionsByRule } from './attributions/rules/find-by-rule.ts';
import { blocksOf, isBody, isBodySentence } from './body.ts';
import { labelSentences } from './label-sentences.ts';
import { findQuotations } from './quotations.ts';
import type { Reading, ReadSentence } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { outletNames } from './sources/own-outlet.ts';
import { resolveSources } from './sources/resolve-sources.ts';
import { speakAttributions } from './status/speak-attributions.ts';
import { tokenize } from './tokens.ts';

/** What an analysis needs besides the article. */
export interface AnalyseOptions {
  readonly packs: readonly SourcePack[];
}

/** Text to labels; pure and deterministic; never throws on odd text. */
export function analyse(article: Article, { packs }: AnalyseOptions): AnnotatedArticle {
  const { text } = article;
  const blocks = blocksOf(article);
  const sentences: ReadSentence[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isBody(block)) continue;
    for (const sentence of splitSentences(text, block)) {
      if (isBodySentence(text, sentence))
        sentences.push({
          ...sentence,
          block: index,
          tokens: tokenize(text, sentence),
          syntax: { tag: [], head: new Int16Array(0), relation: [] },
        });
    }
  }
  const reading: Reading = { text, blocks, sentences, quotations: findQuotations(text, blocks) };
  const found = findAttributionsByRule(reading);
  const { sources, speakers } = resolveSources(reading, found, packs);
  const spoken = speakAttributions(reading, found, speakers, outletNames(article));
  const labelled = labelSentences(reading, spoken);
  return { ...article, blocks, sources, sentences: labelled, attributions: spoken.map((one) => one.attribution) };
}
