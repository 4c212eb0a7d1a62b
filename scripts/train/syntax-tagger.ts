import { type LearnedWeights, MAX_FEATURES } from '../../src/engine/syntax/sparse-weights.ts';
import { prepareTagging, tagFeatures } from '../../src/engine/syntax/tagger.ts';
import { hashWords, type WordHashes } from '../../src/engine/syntax/word-hash.ts';
import { dictionaryEntry, onlyTag, packWordTable, type WordTable } from '../../src/engine/syntax/word-table.ts';
import type { SyntaxSentence } from './syntax-data.ts';
import { Perceptron, shuffled, strongest } from './syntax-perceptron.ts';

export interface TaggerOptions {
  readonly epochs: number;
  readonly keep: number;
  readonly admitAfter: number;
}

/** A sentence with its words hashed and its tags as numbers. */
export interface TagExample {
  readonly words: WordHashes;
  readonly gold: Uint8Array;
}

export function tagExamples(sentences: readonly SyntaxSentence[], tags: readonly string[]): TagExample[] {
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  return sentences.map((s) => ({
    words: hashWords(s.text, s.tokens),
    gold: Uint8Array.from(s.tags, (tag) => numbers.get(tag) ?? 0),
  }));
}

/** The commonest tags of words seen at least four times. */
export function learnDictionary(examples: readonly TagExample[]): Uint8Array {
  const counts = new Map<number, Map<number, number>>();
  for (const { words, gold } of examples) {
    for (let i = 0; i < words.length; i++) {
      for (const hash of new Set([words.form[i] as number, words.lower[i] as number])) {
        const tags = counts.get(hash) ?? new Map<number, number>();
        counts.set(hash, tags);
        const tag = gold[i] as number;
        tags.set(tag, (tags.get(tag) ?? 0) + 1);
      }
    }
  }
  const entries = new Map<number, number>();
  for (const [hash, tags] of counts) {
    const sorted = [...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const total = sorted.reduce((sum, [, n]) => sum + n, 0);
    const [first, second] = sorted;
    if (!first || total < 4) continue;
    const share = (second?.[1] ?? 0) / total;
    const only = total >= 40 && first[1] / total >= 0.999;
    entries.set(hash, dictionaryEntry(first[0], second && share >= 0.03 ? second[0] : 63, only));
  }
  return packWordTable(entries);
}

/** Learns the tagger: all features first, then again with those that proved strongest. */
export function learnTagger(
  examples: readonly TagExample[],
  dictionary: WordTable,
  classes: number,
  options: TaggerOptions,
): LearnedWeights {
  const first = new Perceptron({ classes, admitAfter: options.admitAfter });
  run(first, examples, dictionary, options.epochs);
  const only = strongest(first.average(), options.keep);
  const second = new Perceptron({ classes, admitAfter: 1, only });
  run(second, examples, dictionary, options.epochs);
  return second.average();
}

function run(perceptron: Perceptron, examples: readonly TagExample[], dictionary: WordTable, epochs: number): void {
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Float64Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { words, gold } of shuffled(examples, epoch + 1)) {
      const input = prepareTagging(words, dictionary);
      const tags = new Uint8Array(words.length);
      for (let i = 0; i < words.length; i++) {
        const sure = onlyTag(input.known[i] as number);
        if (sure >= 0) {
          tags[i] = sure;
          continue;
        }
        const count = tagFeatures(input, tags, i, features);
        perceptron.score(features, count, scores);
        let top = 0;
        for (let c = 1; c < perceptron.classes; c++) if ((scores[c] as number) > (scores[top] as number)) top = c;
        if (top !== gold[i]) perceptron.update(features, count, gold[i] as number, top);
        perceptron.tick();
        tags[i] = top;
      }
    }
  }
}
