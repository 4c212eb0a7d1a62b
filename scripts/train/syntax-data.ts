import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Token } from '../../src/engine/tokens.ts';
import { readEwt } from './syntax-ewt.ts';

/** A sentence whose tags and tree are known. */
export interface SyntaxSentence {
  /** Index of its story, so that stories can be kept apart. */
  readonly story: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly string[];
  /** -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

type Row = [start: number, end: number, tag: string, lemma: string, entity: string, head: number, relation: string];

/** Stories from this number on are web texts of EWT, analysed by hand; those below are PolNeAR's news. */
export const FIRST_WEB_STORY = 100_000;

/** All that the tagger and the parser learn from: PolNeAR's training stories as CoreNLP analysed them, and EWT's by hand. */
export function readTrainingSentences(folder: string): readonly SyntaxSentence[] {
  return [...readSyntaxData(folder, 'train'), ...readEwt(folder, 'train', FIRST_WEB_STORY)];
}

/** Reads one part ("train" or "dev") of PolNeAR with CoreNLP's analysis, from the folder that holds `polnear` and `polnear-syntax`. */
export function readSyntaxData(folder: string, part: string): readonly SyntaxSentence[] {
  const texts = new Map<string, string>();
  for (const line of lines(readFileSync(join(folder, 'polnear', `${part}.jsonl`), 'utf8'))) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    texts.set(id, text);
  }
  const sentences: SyntaxSentence[] = [];
  const analyses = gunzipSync(readFileSync(join(folder, 'polnear-syntax', `${part}.jsonl.gz`))).toString('utf8');
  for (const [story, line] of lines(analyses).entries()) {
    const article = JSON.parse(line) as { id: string; sentences: Row[][] };
    const text = texts.get(article.id);
    if (text === undefined) throw new Error(`${part}: no text of ${article.id}`);
    for (const rows of article.sentences) {
      sentences.push({
        story,
        text,
        tokens: rows.map(([start, end]) => ({ start, end })),
        tags: rows.map((row) => row[2]),
        heads: rows.map((row) => row[5] - 1),
        relations: rows.map((row) => row[6]),
      });
    }
  }
  return sentences;
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
