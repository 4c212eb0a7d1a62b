import { readFileSync } from 'node:fs';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import { analyse } from '../engine/analyse.ts';
import { type EngineModel, readModel } from '../engine/model.ts';
import { defaultPacks } from '../packs/index.ts';

const WEIGHTS = new URL('../engine/weights/weights.bin', import.meta.url);

let model: EngineModel | undefined;

/** The analysis of the extension with everything that it ships: model and all source packs. */
export function analyseArticle(article: Article): AnnotatedArticle {
  model ??= readModel(new Uint8Array(readFileSync(WEIGHTS)));
  return analyse(article, { packs: defaultPacks, model });
}
