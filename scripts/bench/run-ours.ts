import { readFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { readModel } from '../../src/engine/model.ts';
import { defaultPacks } from '../../src/packs/index.ts';

/** The analysis that the extension ships, ready to run: what a first story has to wait for. */
export function load(weights: string): (text: string) => unknown {
  const bytes = readFileSync(weights);
  const model = readModel(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return (text) => analyse(articleOf(text), { packs: defaultPacks, model });
}

function articleOf(text: string): Article {
  return { id: '', title: '', outlet: null, url: null, language: 'en', partial: false, text, blocks: [] };
}
