import { countTokens, type Draft, sharedTokens, type TokenRange } from '../../src/engine/attributions/draft.ts';
import { MAX_RANKING_FEATURES, type RankingEvidence, rankingFeatures } from '../../src/engine/attributions/ranking.ts';
import { tableOf, type WeightTable } from '../../src/engine/attributions/weight-table.ts';
import { type Example, tokensUnder } from './examples.ts';
import { heaviestFirst, numberFeatures } from './numbered-features.ts';
import { seededRandom, shuffled } from './random.ts';
import type { TrainingOptions } from './training-options.ts';

/** An article's drafts with its tokens' roles and, for each draft, whether it is right: content half or better, right source. */
export interface JudgedDrafts {
  readonly example: Example;
  readonly drafts: readonly Draft[];
  /** Null before the first ranking. */
  readonly evidence: RankingEvidence | null;
  readonly right: Uint8Array;
}

/** Matches drafts and gold one to one by how much content they share, as the scorer does. */
export function judge(example: Example, drafts: readonly Draft[]): JudgedDrafts {
  const { article } = example;
  const words = (ranges: readonly TokenRange[]): TokenRange[] => [...ranges];
  const gold = example.gold.map((one) => ({
    source: toRanges(tokensUnder(article, one.source)),
    content: toRanges(tokensUnder(article, one.content)),
  }));
  const pairs: [dice: number, draft: number, gold: number][] = [];
  drafts.forEach((draft, i) => {
    const content = words(draft.content);
    gold.forEach((one, j) => {
      const shared = sharedTokens(content, one.content);
      if (shared > 0) pairs.push([(2 * shared) / (countTokens(content) + countTokens(one.content)), i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const right = new Uint8Array(drafts.length);
  const usedDrafts = new Set<number>();
  const usedGold = new Set<number>();
  for (const [dice, i, j] of pairs) {
    if (usedDrafts.has(i) || usedGold.has(j)) continue;
    usedDrafts.add(i);
    usedGold.add(j);
    const mine = (drafts[i] as Draft).source;
    const theirs = gold[j]?.source ?? [];
    const sameSource = theirs.length === 0 ? mine.length === 0 : sharedTokens(mine, theirs) > 0;
    if (dice >= 0.5 && sameSource) right[i] = 1;
  }
  return { example, drafts, evidence: null, right };
}

function toRanges(tokens: readonly number[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const t of tokens) {
    const last = ranges.at(-1);
    if (last && last.last + 1 === t) ranges[ranges.length - 1] = { first: last.first, last: t };
    else ranges.push({ first: t, last: t });
  }
  return ranges;
}

/** Learns a logistic model of whether a draft is right. */
export function trainRanking(articles: readonly JudgedDrafts[], options: TrainingOptions): WeightTable {
  const buffer = new Int32Array(MAX_RANKING_FEATURES);
  const rows: { features: Int32Array; right: number }[] = [];
  for (const { example, drafts, evidence, right } of articles) {
    for (let i = 0; i < drafts.length; i++) {
      const n = rankingFeatures(example.article, drafts, i, evidence, buffer);
      rows.push({ features: buffer.slice(0, n), right: right[i] as number });
    }
  }
  const numbered = numberFeatures(
    rows.map((row) => row.features),
    options.least,
  );
  const weights = new Float32Array(numbered.size);
  const squares = new Float32Array(numbered.size).fill(options.damping);
  const random = seededRandom(options.seed);
  const average = new Float64Array(numbered.size);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (const r of shuffled(rows.length, random)) {
      const { features, right } = rows[r] as { features: Int32Array; right: number };
      let score = 0;
      for (const k of features) score += weights[k] as number;
      const gradient = 1 / (1 + Math.exp(-score)) - right;
      for (const k of features) {
        if (k === 0) continue;
        const g = gradient + 0.0005 * (weights[k] as number);
        squares[k] = (squares[k] as number) + g * g;
        weights[k] = (weights[k] as number) - (rate * g) / Math.sqrt(squares[k] as number);
      }
    }
    if (epoch >= options.epochs / 2) {
      averaged++;
      for (let k = 1; k < numbered.size; k++) average[k] = (average[k] as number) + (weights[k] as number);
    }
  }
  const mean = Float32Array.from(average, (w) => w / averaged);
  return tableOf(heaviestFirst(mean, 1, numbered), 1, options.slotBits, options.keep);
}
