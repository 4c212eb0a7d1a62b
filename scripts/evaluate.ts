// Scores the committed engine on labelled data and prints all tables:
//   npm run evaluate -- --data DIR [--show]
// DIR holds polnear/dev.jsonl, seed/gold.jsonl, gaza/gold.jsonl, other/gold.jsonl, whose scorers stand in DIR/../eval, and
// factappeal/train.jsonl and dev.jsonl, whose types of sources are counted here. `--show` prints
// every sentence of the last three that is wrong.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnnotatedArticle } from '../src/article/annotated-article.ts';
import type { Span } from '../src/article/span.ts';
import { analyseArticle } from '../src/cli/analyse-article.ts';
import { articleFromText } from '../src/cli/article-from-text.ts';
import { readOptions } from './read-options.ts';
import { calibrate } from './train/calibration.ts';
import { type GoldArticle, readRows } from './train/corpus.ts';
import { scoreTypes, type TypedSentence } from './train/source-types.ts';

interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly n?: number;
}
type Scores = Readonly<Record<string, Figures | number | string | Readonly<Record<string, Figures>>>>;
type Scorer = (gold: readonly unknown[], predicted: readonly AnnotatedArticle[], show?: Show) => Scores;
/** What the scorer of sentences tells of one that is wrong. */
type Show = (
  article: { readonly id: string; readonly text: string },
  gold: Span & { readonly sources: readonly string[]; readonly status: string },
  predicted: { readonly status: string } | undefined,
  sources: readonly { readonly id: string }[],
) => void;

const USAGE = 'npm run evaluate -- --data DIR   (the folder with polnear, seed, gaza and other)';
const values = readOptions(USAGE, { data: { type: 'string' }, show: { type: 'boolean', default: false } });
if (values.data === undefined || !existsSync(values.data)) {
  console.error(`usage: ${USAGE}`);
  process.exit(2);
}
const data = resolve(values.data);

async function scorer(name: string): Promise<Scorer | null> {
  const path = join(data, '..', 'eval', name);
  if (!existsSync(path)) {
    console.error(`No scorer ${path}: nothing can be scored with it.`);
    return null;
  }
  return ((await import(pathToFileURL(path).href)) as { score: Scorer }).score;
}

function print(scores: Scores): void {
  for (const [name, value] of Object.entries(scores)) {
    if (typeof value !== 'object') console.log(`${name.padEnd(52)} ${value}`);
    else if (isFigures(value))
      console.log(
        `${name.padEnd(52)} P ${pad(value.p)}  R ${pad(value.r)}  F1 ${pad(value.f1)}${value.n === undefined ? '' : `  (n ${value.n})`}`,
      );
    else
      for (const [id, one] of Object.entries(value))
        console.log(`  ${id.padEnd(50)} P ${pad(one.p)}  R ${pad(one.r)}  F1 ${pad(one.f1)}  (n ${one.n})`);
  }
}

function isFigures(value: object): value is Figures {
  return 'f1' in value;
}

function pad(figure: number): string {
  return figure.toFixed(1).padStart(5);
}

const showWrong: Show = ({ id, text }, gold, predicted, sources) => {
  console.log(
    `${id} ${gold.start}: [${sources.map((source) => source.id).join(', ')}] ${predicted?.status ?? 'no sentence'}, gold [${gold.sources.join(', ')}] ${gold.status}: ${text.slice(gold.start, gold.end).slice(0, 160)}`,
  );
};

const attributions = await scorer('score-attributions.mjs');
const sentences = await scorer('score-sentences.mjs');
const sets: readonly (readonly [path: string, score: Scorer | null])[] = [
  ['polnear/dev.jsonl', attributions],
  ['seed/gold.jsonl', sentences],
  ['gaza/gold.jsonl', sentences],
  ['other/gold.jsonl', sentences],
];
for (const [path, score] of sets) {
  const file = join(data, path);
  console.log(`\n## ${path}`);
  if (!score || !existsSync(file)) {
    console.log(score ? `not there: ${file}` : 'not scored');
    continue;
  }
  const gold = readRows<GoldArticle>(file);
  const predicted = gold.map(({ id, text }) => analyseArticle(articleFromText(id, text)));
  print(score(gold, predicted, values.show ? showWrong : undefined));
  if (path.startsWith('polnear')) console.log(calibrate(gold, predicted));
}

const typed = ['train', 'dev'].map((part) => join(data, 'factappeal', `${part}.jsonl`)).filter(existsSync);
console.log(`\n## factappeal: types of sources${typed.length === 0 ? ' (not there)' : ''}`);
const gold = typed.flatMap((path) => readRows<TypedSentence>(path));
const predicted = gold.map(({ id, text }) => analyseArticle(articleFromText(id, text)));
console.log('| kind | given | found | of them with a right type |\n| --- | --- | --- | --- |');
for (const { kind, given, found, right } of scoreTypes(gold, predicted))
  console.log(`| ${kind} | ${given} | ${found} | ${right} |`);
