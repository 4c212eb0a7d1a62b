import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article, Block } from '../article/article.ts';
import type { SourcePack } from '../packs/source-pack.ts';
import { findAttributions } from './attributions/find-attributions.ts';
import { addMissed } from './attributions/rules/add-missed.ts';
import { blocksOf, bodySentence, withoutTeasers } from './body.ts';
import { labelSentences } from './label-sentences.ts';
import type { EngineModel } from './model.ts';
import { findQuotations } from './quotations.ts';
import { readSentences } from './read.ts';
import type { Reading, ReadSentence } from './reading.ts';
import { outletNames } from './sources/own-outlet.ts';
import { resolveSources } from './sources/resolve-sources.ts';
import { speakAttributions } from './status/speak-attributions.ts';
import { tokenize } from './tokens.ts';

/** What an analysis needs besides the article. */
export interface AnalyseOptions {
  readonly packs: readonly SourcePack[];
  readonly model: EngineModel;
}

/** Text to labels, stage by stage; pure and deterministic. Odd text yields fewer attributions, never an error. */
export function analyse(article: Article, { packs, model }: AnalyseOptions): AnnotatedArticle {
  const reading = read(article, blocksOf(article), model);
  const found = addMissed(reading, findAttributions(reading, model.attributions));
  const { sources, speakers } = resolveSources(reading, found, packs);
  const spoken = speakAttributions(reading, found, speakers, outletNames(article));
  const sentences = labelSentences(reading, spoken);
  return { ...article, blocks: reading.blocks, sources, sentences, attributions: spoken.map((one) => one.attribution) };
}

/** Sentences with their syntax, and quotations, of the article's body. */
function read({ text }: Article, blocks: readonly Block[], model: EngineModel): Reading {
  const sentences = readSentences(text, blocks, model.syntax).flatMap((sentence): readonly ReadSentence[] => {
    const body = bodySentence(text, sentence);
    if (body === null) return [];
    if (body.start === sentence.start && body.end === sentence.end) return [sentence];
    const tokens = tokenize(text, body);
    return [{ ...body, block: sentence.block, tokens, syntax: model.syntax.tagAndParse(text, tokens) }];
  });
  return { text, blocks, sentences: withoutTeasers(text, sentences), quotations: findQuotations(text, blocks) };
}
