// Learns all weights anew from corpora on disk and writes src/engine/weights/weights.bin. Same data, same bytes.
//   npm run train -- --polnear DATA/polnear [--syntax DATA/polnear-syntax] [--out FILE]
// DATA holds `polnear`, `polnear-syntax` and `ud-ewt` beside each other. `--factappeal DIR` is accepted and not used: FactAppeal marks
// other things than cues and contents (docs/model-card.md).
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeAttributionModel } from '../src/engine/attributions/attribution-model.ts';
import { writeSections } from '../src/engine/weights/container.ts';
import { readOptions } from './read-options.ts';
import { type GoldArticle, readRows, readText } from './train/corpus.ts';
import { makeExample } from './train/examples.ts';
import { jackknifedParsers } from './train/jackknife.ts';
import { readTrainingSentences } from './train/syntax-data.ts';
import { ATTRIBUTION_OPTIONS, trainAttributions } from './train/train-attributions.ts';
import { SYNTAX_OPTIONS, trainSyntax } from './train/train-syntax.ts';

const WEIGHTS = 'src/engine/weights/weights.bin';
const MEGABYTE = 1_000_000;

const USAGE = 'npm run train -- --polnear DIR [--syntax DIR] [--out FILE]   (DIR with train.jsonl of PolNeAR)';
const values = readOptions(USAGE, {
  polnear: { type: 'string' },
  syntax: { type: 'string' },
  factappeal: { type: 'string' },
  out: { type: 'string', default: WEIGHTS },
});
const polnear = values.polnear;
if (polnear === undefined || !existsSync(join(polnear, 'train.jsonl'))) {
  console.error(`usage: ${USAGE}`);
  process.exit(2);
}
const folder = dirname(resolve(polnear));
const syntax = resolve(values.syntax ?? join(folder, 'polnear-syntax'));
if (dirname(syntax) !== folder || !existsSync(join(syntax, 'train.jsonl.gz'))) {
  console.error(
    `CoreNLP's analysis of the stories is looked for in ${join(folder, 'polnear-syntax')}, beside ${resolve(polnear)}.`,
  );
  process.exit(2);
}
if (values.factappeal !== undefined) console.log('FactAppeal is not used: it marks other things than cues and contents.');

const started = performance.now();
const log = (line: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const parsers = jackknifedParsers(folder, log);
const rows = readRows<GoldArticle>(join(polnear, 'train.jsonl'));
const examples = rows.map(({ id, text, attributions }) => {
  const parser = parsers(id);
  return makeExample(
    readText(text, (tokens) => parser.tagAndParse(text, tokens)),
    attributions,
  );
});
log(`${rows.length} stories read with parsers that have not learned from them`);
const { sections } = trainSyntax(readTrainingSentences(folder), { ...SYNTAX_OPTIONS, log });
log('tagger and parser');
const model = trainAttributions(examples, { ...ATTRIBUTION_OPTIONS, log });
const bytes = writeSections({ ...sections, ...writeAttributionModel(model) });
writeFileSync(values.out, bytes);
log(`${values.out}: ${(bytes.length / MEGABYTE).toFixed(2)} MB`);
