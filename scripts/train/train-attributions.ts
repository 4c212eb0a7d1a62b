import type { AttributionModel } from '../../src/engine/attributions/attribution-model.ts';
import { scoreCues } from '../../src/engine/attributions/cue-scorer.ts';
import { draftsOf } from '../../src/engine/attributions/draft.ts';
import { rankDrafts } from '../../src/engine/attributions/ranking.ts';
import { type LabelledWindows, labelRoles } from '../../src/engine/attributions/role-labeller.ts';
import { type RoleMarginals, rolesInDrafts } from '../../src/engine/attributions/role-marginals.ts';
import type { TokenRoleEvidence } from '../../src/engine/attributions/token-role-context.ts';
import { findTokenRoles } from '../../src/engine/attributions/token-roles.ts';
import { trainCues } from './cue-trainer.ts';
import type { Example } from './examples.ts';
import { type JudgedDrafts, judge, trainRanking } from './rank-trainer.ts';
import { type RoleTrainingOptions, trainRoles } from './role-trainer.ts';
import { type TokenRoleTrainingOptions, trainTokenRoles } from './token-role-trainer.ts';
import type { TrainingOptions } from './training-options.ts';

/** All that training chooses. */
export interface AttributionOptions {
  readonly cues: TrainingOptions;
  readonly roles: RoleTrainingOptions;
  readonly tokenRoles: TokenRoleTrainingOptions;
  readonly ranking: TrainingOptions;
  /** Parts of the training stories that are held out in turn to give the later stages honest input. */
  readonly cueFolds: number;
  readonly roleFolds: number;
  readonly log: (line: string) => void;
}

export const ATTRIBUTION_OPTIONS: AttributionOptions = {
  cues: { epochs: 5, rate: 0.04, damping: 1, seed: 1, least: 3, keep: 75_000, slotBits: 19 },
  roles: { epochs: 10, rate: 0.007, damping: 1, seed: 2, threshold: 0.07, least: 3, keep: 130_000, slotBits: 20 },
  tokenRoles: { epochs: 10, rates: [0.006, 0.01, 0.004], damping: 1, seed: 4, least: 3, keep: 29_500, slotBits: 18 },
  ranking: { epochs: 12, rate: 0.01, damping: 1, seed: 3, least: 2, keep: 15_000, slotBits: 17 },
  cueFolds: 3,
  roleFolds: 4,
  log: () => undefined,
};

/**
 * Learns the stages one after another: cues; roles around each cue; ranking of the drafts; roles of tokens, whatever the cue;
 * ranking of the drafts that knows them. Each is learned on what the stages before it find in stories that they have not learned from.
 */
export function trainAttributions(examples: readonly Example[], options: AttributionOptions): AttributionModel {
  const { log, roleFolds } = options;
  const { threshold } = options.roles;
  const stories = examples.length;

  const cueness: Float32Array[] = new Array(stories);
  heldOut(stories, options.cueFolds, (learned, others) => {
    const weights = trainCues(pick(examples, learned), options.cues);
    for (const i of others) cueness[i] = scoreCues((examples[i] as Example).article, weights);
  });
  log('cues of held-out stories');
  const cues = trainCues(examples, options.cues);
  log('cues');

  const windows: LabelledWindows[] = new Array(stories);
  heldOut(stories, roleFolds, (learned, others) => {
    const { unary, transitions } = trainRoles(pick(examples, learned), pick(cueness, learned), options.roles);
    for (const i of others) {
      const { article } = examples[i] as Example;
      windows[i] = labelRoles(article, cueness[i] as Float32Array, unary, transitions, threshold);
    }
  });
  log('roles of held-out stories');
  const roles = trainRoles(examples, cueness, options.roles);
  log('roles');

  const drafts = examples.map((example, i) => judge(example, draftsOf(example.article, (windows[i] as LabelledWindows).frames)));
  const first: Float32Array[] = new Array(stories);
  const drafted: RoleMarginals[] = new Array(stories);
  heldOut(stories, roleFolds, (learned, others) => {
    const weights = trainRanking(pick(drafts, learned), options.ranking);
    for (const i of others) {
      const { example, drafts: own } = drafts[i] as JudgedDrafts;
      first[i] = rankDrafts(example.article, own, null, weights);
      drafted[i] = rolesInDrafts(example.article.size, own, first[i] as Float32Array);
    }
  });
  const firstRanking = trainRanking(drafts, options.ranking);
  log('first ranking');

  const evidence = examples.map(
    (_, i): TokenRoleEvidence => ({
      cueness: cueness[i] as Float32Array,
      windows: (windows[i] as LabelledWindows).marginals,
      drafts: drafted[i] as RoleMarginals,
    }),
  );
  const ranked: JudgedDrafts[] = new Array(stories);
  heldOut(stories, roleFolds, (learned, others) => {
    const weights = trainTokenRoles(pick(examples, learned), pick(evidence, learned), options.tokenRoles);
    for (const i of others) {
      const { article } = examples[i] as Example;
      const roles = findTokenRoles(article, evidence[i] as TokenRoleEvidence, weights);
      ranked[i] = {
        ...(drafts[i] as JudgedDrafts),
        evidence: { first: first[i] as Float32Array, drafted: drafted[i] as RoleMarginals, roles },
      };
    }
  });
  log('roles of tokens of held-out stories');
  const tokenRoles = trainTokenRoles(examples, evidence, options.tokenRoles);
  log('roles of tokens');

  const ranking = trainRanking(ranked, options.ranking);
  const accept = bestThreshold(ranked, options.ranking);
  log(`ranking, accept from ${accept}`);
  return {
    cues,
    roles: roles.unary,
    transitions: roles.transitions,
    firstRanking,
    tokenRoles,
    ranking,
    settings: { candidate: threshold, accept },
  };
}

function pick<T>(items: readonly T[], indices: readonly number[]): T[] {
  return indices.map((i) => items[i] as T);
}

/** Holds each of some parts of the stories out in turn: indices of those to learn from, and of those held out. */
function heldOut(stories: number, parts: number, learn: (learned: readonly number[], others: readonly number[]) => void): void {
  const all = [...Array(stories).keys()];
  for (let part = 0; part < parts; part++)
    learn(
      all.filter((i) => i % parts !== part),
      all.filter((i) => i % parts === part),
    );
}

// A little below the best threshold: attribution F1 hardly falls, and words and sentences of contents that are found gain.
const MARGIN = 0.03;

/** The threshold with (but for the margin) the best F1 of right attributions, by ranking each half of the stories with what the other half taught. */
function bestThreshold(articles: readonly JudgedDrafts[], options: TrainingOptions): number {
  const scored: [confidence: number, right: number][] = [];
  for (const half of [0, 1]) {
    const weights = trainRanking(
      articles.filter((_, i) => i % 2 !== half),
      options,
    );
    for (const [i, { example, drafts, evidence, right }] of articles.entries()) {
      if (i % 2 !== half) continue;
      rankDrafts(example.article, drafts, evidence, weights).forEach((c, j) => {
        scored.push([c, right[j] as number]);
      });
    }
  }
  const gold = articles.reduce((n, { example }) => n + example.gold.length, 0);
  let best = 0.5;
  let bestF = 0;
  for (let cut = 0.1; cut < 0.65; cut += 0.01) {
    let given = 0;
    let right = 0;
    for (const [c, r] of scored) {
      if (c < cut) continue;
      given++;
      right += r;
    }
    const f = (2 * right) / (given + gold);
    if (f > bestF) {
      bestF = f;
      best = cut;
    }
  }
  return Math.round((best - MARGIN) * 100) / 100;
}
