import { tagKinds } from '../../src/engine/syntax/parser-state.ts';
import { SparseWeights } from '../../src/engine/syntax/sparse-weights.ts';
import { SYNTAX_SECTIONS, SyntaxModel } from '../../src/engine/syntax/syntax-model.ts';
import { tagWords } from '../../src/engine/syntax/tagger.ts';
import { WordTable } from '../../src/engine/syntax/word-table.ts';
import type { SyntaxSentence } from './syntax-data.ts';
import { packTernary, packWeights } from './syntax-pack.ts';
import { learnParser, type ParseExample } from './syntax-parser.ts';
import { learnDictionary, learnTagger, type TagExample, type TaggerOptions, tagExamples } from './syntax-tagger.ts';

/** How much is learned and kept; more epochs and features cost time and bytes. */
export interface SyntaxOptions {
  readonly taggerEpochs: number;
  readonly parserEpochs: number;
  readonly taggerFeatures: number;
  readonly moveFeatures: number;
  readonly labelFeatures: number;
  /** Parts in which the stories are tagged by a tagger that has not seen them, so that the parser learns from tags as they will be. */
  readonly folds: number;
  /** A feature is learned from the so-manieth mistake on; more than 1 spares memory and rare features. */
  readonly admitAfter: number;
  readonly log?: (line: string) => void;
}

export const SYNTAX_OPTIONS: SyntaxOptions = {
  taggerEpochs: 3,
  parserEpochs: 5,
  taggerFeatures: 28_000,
  moveFeatures: 180_000,
  labelFeatures: 30_000,
  folds: 2,
  admitAfter: 3,
};

/** A model and the sections that it is stored as. */
export interface TrainedSyntax {
  readonly model: SyntaxModel;
  readonly sections: Readonly<Record<string, Uint8Array>>;
}

/** Learns the tagger and the parser from sentences; the same sentences give the same bytes. */
export function trainSyntax(sentences: readonly SyntaxSentence[], options: SyntaxOptions = SYNTAX_OPTIONS): TrainedSyntax {
  const log = options.log ?? (() => undefined);
  const tags = [...new Set(sentences.flatMap((s) => s.tags))].sort();
  const relations = ['none', ...[...new Set(sentences.flatMap((s) => s.relations))].sort()];
  const examples = tagExamples(sentences, tags);
  const tagger = { epochs: options.taggerEpochs, keep: options.taggerFeatures, admitAfter: options.admitAfter };
  const dictionary = learnDictionary(examples);
  const taggerBytes = packWeights(learnTagger(examples, new WordTable(dictionary), tags.length, tagger));
  log(`tagger ${taggerBytes.length} bytes, dictionary ${dictionary.length} bytes`);
  const predicted = jackknifedTags(sentences, examples, tags.length, tagger, options.folds);
  log('jackknifed tags');
  const numbers = new Map(relations.map((name, i) => [name, i]));
  const trees = sentences.map((s, i): ParseExample => {
    const n = s.tokens.length;
    return {
      words: (examples[i] as TagExample).words,
      tags: predicted[i] as Uint8Array,
      heads: Int32Array.from(s.heads, (h) => (h < 0 ? n : h)),
      labels: Uint8Array.from(s.relations, (r) => numbers.get(r) ?? 0),
    };
  });
  const parser = learnParser(trees, relations.length, {
    selectionEpochs: Math.floor(options.parserEpochs / 2),
    epochs: options.parserEpochs,
    keepMoves: options.moveFeatures,
    keepLabels: options.labelFeatures,
    kinds: tagKinds(tags),
    admitAfter: options.admitAfter,
  });
  const sections = {
    [SYNTAX_SECTIONS.names]: Uint8Array.from(`${tags.join(' ')}\n${relations.join(' ')}`, (c) => c.charCodeAt(0)),
    [SYNTAX_SECTIONS.dictionary]: dictionary,
    [SYNTAX_SECTIONS.tagger]: taggerBytes,
    [SYNTAX_SECTIONS.moves]: packTernary(parser.moves),
    [SYNTAX_SECTIONS.labels]: packWeights(parser.labels),
  };
  for (const [name, bytes] of Object.entries(sections)) log(`${name} ${bytes.length} bytes`);
  return { model: SyntaxModel.load(new Map(Object.entries(sections))), sections };
}

function jackknifedTags(
  sentences: readonly SyntaxSentence[],
  examples: readonly TagExample[],
  classes: number,
  options: TaggerOptions,
  folds: number,
): readonly Uint8Array[] {
  const predicted: Uint8Array[] = new Array(examples.length);
  const stories = [...new Set(sentences.map((s) => s.story))];
  const foldOf = new Map(stories.map((story, rank) => [story, rank % folds]));
  const folded = sentences.map((s) => foldOf.get(s.story));
  for (let fold = 0; fold < folds; fold++) {
    const seen = examples.filter((_, i) => folded[i] !== fold);
    const dictionary = new WordTable(learnDictionary(seen));
    const weights = new SparseWeights(packWeights(learnTagger(seen, dictionary, classes, options)));
    for (const [i, { words }] of examples.entries()) {
      if (folded[i] === fold) predicted[i] = tagWords(words, dictionary, weights, classes);
    }
  }
  return predicted;
}
