// Scores the article text that is found on saved pages against their true paragraphs, beside plain Readability on the same pages:
//   npx tsx scripts/evaluate-pages.ts --data DIR
// DIR/pages holds truth.jsonl and a page ID.html.gz for each of its lines; the scorer is DIR/../eval/score-extraction.mjs.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../src/page/extract/extract-article.ts';
import { readOptions } from './read-options.ts';
import { readRows } from './train/corpus.ts';

interface Row {
  readonly id: string;
  readonly url: string;
}
type Scorer = (truth: readonly Row[], found: readonly { readonly id: string; readonly text: string }[]) => object;

const USAGE = 'npx tsx scripts/evaluate-pages.ts --data DIR   (the folder with pages, and the scorer in ../eval)';
const values = readOptions(USAGE, { data: { type: 'string' } });
const data = resolve(values.data ?? '');
const pages = join(data, 'pages');
const scorer = join(data, '..', 'eval', 'score-extraction.mjs');
if (values.data === undefined || !existsSync(pages) || !existsSync(scorer)) {
  console.error(`usage: ${USAGE}`);
  process.exit(2);
}
const { score } = (await import(pathToFileURL(scorer).href)) as { score: Scorer };

/** A fresh document each time: Readability takes apart what it is given. */
const parsed = (id: string) =>
  parseHTML(gunzipSync(readFileSync(join(pages, `${id}.html.gz`))).toString()).document as unknown as Document;

function own({ id, url }: Row): string {
  const found = extractArticle(parsed(id), { url });
  return found.ok ? found.article.text : '';
}

function readability({ id }: Row): string {
  return new Readability(parsed(id)).parse()?.textContent ?? '';
}

const rows = readRows<Row>(join(pages, 'truth.jsonl'));
console.table({
  Sourcelight: score(
    rows,
    rows.map((row) => ({ id: row.id, text: own(row) })),
  ),
  'Readability, its textContent': score(
    rows,
    rows.map((row) => ({ id: row.id, text: readability(row) })),
  ),
});
