import { join } from 'node:path';
import type { SyntaxModel } from '../../src/engine/syntax/syntax-model.ts';
import { readRows } from './corpus.ts';
import { FIRST_WEB_STORY, readTrainingSentences } from './syntax-data.ts';
import { SYNTAX_OPTIONS, type SyntaxOptions, trainSyntax } from './train-syntax.ts';

// Half the stories are learned from in fewer rounds: it costs 0.2 points of attachment and saves a fifth of the time.
const HALF_OPTIONS: SyntaxOptions = { ...SYNTAX_OPTIONS, parserEpochs: 4 };

/**
 * Parsers for the stories that they have not learned from: the one of even stories parses the odd ones, and the other way
 * round. So the attribution model is trained on trees as good as it will meet.
 */
export function jackknifedParsers(
  folder: string,
  log: (line: string) => void,
  options: SyntaxOptions = HALF_OPTIONS,
): (id: string) => SyntaxModel {
  const sentences = readTrainingSentences(folder);
  const ids = readRows<{ id: string }>(join(folder, 'polnear-syntax', 'train.jsonl.gz')).map((row) => row.id);
  const story = new Map(ids.map((id, i) => [id, i]));
  const models = [0, 1].map((half) => {
    log(`parser for half ${half}`);
    return trainSyntax(
      sentences.filter((s) => s.story >= FIRST_WEB_STORY || s.story % 2 !== half),
      { ...options, log },
    ).model;
  });
  return (id) => models[(story.get(id) ?? 0) % 2] as SyntaxModel;
}
