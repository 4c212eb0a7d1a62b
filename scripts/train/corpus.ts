import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Block } from '../../src/article/article.ts';
import type { Span } from '../../src/article/span.ts';
import { findQuotations } from '../../src/engine/quotations.ts';
import type { Reading, ReadSentence } from '../../src/engine/reading.ts';
import { splitSentences } from '../../src/engine/sentences.ts';
import type { Syntax } from '../../src/engine/syntax.ts';
import { type Token, tokenize } from '../../src/engine/tokens.ts';

/** An attribution as a corpus gives it. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** One article of PolNeAR. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[] | null;
  readonly attributions: readonly GoldAttribution[];
}

/** Rows of a JSON Lines file, plain or gzipped. */
export function readRows<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The paragraphs of a plain text: one a line. */
export function paragraphsOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== '') blocks.push({ start: match.index, end: match.index + match[0].length, kind: 'paragraph' });
  }
  return blocks;
}

/** How a text is read in training: sentences, tokens and quotations as at run time, syntax from `parse`. */
export function readText(text: string, parse: (tokens: readonly Token[]) => Syntax): Reading {
  const blocks = paragraphsOf(text);
  const sentences: ReadSentence[] = [];
  for (const [block, one] of blocks.entries()) {
    for (const span of splitSentences(text, one)) {
      const tokens = tokenize(text, span);
      if (tokens.length > 0) sentences.push({ ...span, block, tokens, syntax: parse(tokens) });
    }
  }
  return { text, blocks, sentences, quotations: findQuotations(text, blocks) };
}
