import type { AttributionModel } from '../../src/engine/attributions/attribution-model.ts';
import { scoreCues } from '../../src/engine/attributions/cue-scorer.ts';
import { draftOf, quotationRanges } from '../../src/engine/attributions/draft.ts';
import { rankDrafts } from '../../src/engine/attributions/ranking.ts';
import { labelRoles } from '../../src/engine/attributions/role-labeller.ts';
import { type CueTrainingOptions, trainCues } from './cue-trainer.ts';
import type { Example } from './examples.ts';
import { type JudgedDrafts, judge, type RankTrainingOptions, trainRanking } from './rank-trainer.ts';
import { type RoleTrainingOptions, type RoleWeights, trainRoles } from './role-trainer.ts';

/** All that training chooses. */
export interface AttributionOptions {
  readonly cues: CueTrainingOptions;
  readonly roles: RoleTrainingOptions;
  readonly ranking: RankTrainingOptions;
  /** Parts of the training stories that are held out in turn to give the later stages honest input. */
  readonly cueFolds: number;
  readonly roleFolds: number;
  readonly log: (line: string) => void;
}

export const ATTRIBUTION_OPTIONS: AttributionOptions = {
  cues: { bits: 20, epochs: 4, rate: 0.05, damping: 1, seed: 1, least: 3, keep: 150_000 },
  roles: { bits: 20, epochs: 3, rate: 0.06, damping: 1, seed: 2, threshold: 0.07, least: 3, keep: 150_000 },
  ranking: { bits: 14, epochs: 12, rate: 0.1, seed: 3 },
  cueFolds: 3,
  roleFolds: 2,
  log: () => undefined,
};

function judged(example: Example, cueness: Float32Array, roles: RoleWeights, candidate: number): JudgedDrafts {
  const { article } = example;
  const quotations = quotationRanges(article);
  const frames = labelRoles(article, cueness, roles.unary, roles.transitions, candidate);
  return judge(
    example,
    frames.map((frame) => draftOf(article, frame, quotations)).filter((draft) => draft.content.length > 0),
  );
}

/** Learns the three stages: cues; roles, on cues as they are found in stories not learned from; ranking, on such drafts. */
export function trainAttributions(examples: readonly Example[], options: AttributionOptions): AttributionModel {
  const { log } = options;
  const cueness: Float32Array[] = new Array(examples.length);
  for (let fold = 0; fold < options.cueFolds; fold++) {
    const weights = trainCues(
      examples.filter((_, i) => i % options.cueFolds !== fold),
      options.cues,
    );
    examples.forEach((example, i) => {
      if (i % options.cueFolds === fold) cueness[i] = scoreCues(example.article, weights);
    });
  }
  log('cues of held-out stories');
  const cues = trainCues(examples, options.cues);
  log('cues');
  const drafts: JudgedDrafts[] = new Array(examples.length);
  const folds = options.roleFolds;
  for (let fold = 0; fold < folds; fold++) {
    const kept = examples.map((_, i) => i).filter((i) => i % folds !== fold);
    const roles = trainRoles(
      kept.map((i) => examples[i] as Example),
      kept.map((i) => cueness[i] as Float32Array),
      options.roles,
    );
    examples.forEach((example, i) => {
      if (i % folds === fold) drafts[i] = judged(example, cueness[i] as Float32Array, roles, options.roles.threshold);
    });
  }
  log('drafts of held-out stories');
  const roles = trainRoles(examples, cueness, options.roles);
  log('roles');
  const ranking = trainRanking(drafts, options.ranking);
  const accept = bestThreshold(drafts, options.ranking);
  log(`ranking, accept from ${accept}`);
  return {
    cues,
    roles: roles.unary,
    transitions: roles.transitions,
    ranking,
    settings: { candidate: options.roles.threshold, accept },
  };
}

// A little below the best threshold: attribution F1 hardly falls, and words and sentences of contents that are found gain.
const MARGIN = 0.06;

/** The threshold with (but for the margin) the best F1 of right attributions, by ranking each half of the stories with what the other half taught. */
function bestThreshold(articles: readonly JudgedDrafts[], options: RankTrainingOptions): number {
  const scored: [confidence: number, right: number][] = [];
  for (const half of [0, 1]) {
    const weights = trainRanking(
      articles.filter((_, i) => i % 2 !== half),
      options,
    );
    for (const [i, { example, drafts, right }] of articles.entries()) {
      if (i % 2 !== half) continue;
      rankDrafts(example.article, drafts, weights).forEach((c, j) => {
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
