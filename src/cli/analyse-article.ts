import { readFileSync } from 'node:fs';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import { analyse } from '../engine/analyse.ts';
import { type EngineModel, readModel } from '../engine/model.ts';
import { defaultPacks } from '../packs/index.ts';

const WEIGHTS = new URL('../engine/weights/weights.bin', import.meta.url);

let model: EngineModel | undefined;

/** The analysis that the extension shows before a reader changed its settings: its model, and the source packs that are on at first. */
export function analyseArticle(article: Article): AnnotatedArticle {
  model ??= readModel(new Uint8Array(readFileSync(WEIGHTS)));
  return analyse(article, { packs: defaultPacks, model });
}
