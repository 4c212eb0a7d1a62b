// Trains the tagger and the parser alone and prints their agreement with CoreNLP on the development stories:
//   npx tsx scripts/train/syntax-command.ts DATA [OUT] [--half] [--option=number …]
import { writeFileSync } from 'node:fs';
import { writeSections } from '../../src/engine/weights/container.ts';
import { readSyntaxData, readTrainingSentences } from './syntax-data.ts';
import { readEwt } from './syntax-ewt.ts';
import { syntaxScores } from './syntax-scores.ts';
import { SYNTAX_OPTIONS, trainSyntax } from './train-syntax.ts';

const [folder, out] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (folder === undefined) throw new Error('usage: syntax-command.ts DATA [OUT] [--part=N] [--option=number …]');
const given = Object.fromEntries(
  process.argv
    .filter((word) => word.startsWith('--'))
    .map((word) => {
      const [name, value] = word.slice(2).split('=');
      return [name as string, Number(value)];
    }),
);
const part = given.part ?? 1;
const started = performance.now();
const log = (line: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`);
const train = readTrainingSentences(folder).filter((s) => s.story % part === 0);
log(`${train.length} sentences read`);
const { model, sections } = trainSyntax(train, { ...SYNTAX_OPTIONS, ...given, log });
if (out !== undefined) writeFileSync(out, writeSections(sections));
const dev = readSyntaxData(folder, 'dev');
const begun = performance.now();
for (const line of syntaxScores(model, dev)) log(line);
for (const line of syntaxScores(model, readEwt(folder, 'dev'))) log(`EWT: ${line}`);
const tokens = dev.reduce((sum, s) => sum + s.tokens.length, 0);
log(`${(((performance.now() - begun) / tokens) * 1000).toFixed(1)} ms per 1,000 tokens`);
