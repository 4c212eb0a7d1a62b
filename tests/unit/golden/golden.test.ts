import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { analyseArticle } from '../../../src/cli/analyse-article.ts';
import { articleFromHtml } from '../../../src/cli/article-from-html.ts';
import { printAnalysis } from './print-analysis.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../samples');

// What the program does now, not what a person says is right: read the difference, then `npm run golden`.
it.each(['ceasefire-talks', 'swing-bridge'])('analyses the sample %s as before', async (name) => {
  const article = articleFromHtml(name, readFileSync(join(SAMPLES, `${name}.html`), 'utf8'), null);
  await expect(printAnalysis(analyseArticle(article))).toMatchFileSnapshot(join(import.meta.dirname, `${name}.golden.txt`));
});
