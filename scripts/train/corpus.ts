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

type CoreToken = readonly [
  start: number,
  end: number,
  tag: string,
  lemma: string,
  entity: string,
  head: number,
  relation: string,
];

/** CoreNLP's parse of one article. */
export interface CoreArticle {
  readonly id: string;
  readonly sentences: readonly (readonly CoreToken[])[];
}

/** Gives our tokens CoreNLP's tags and trees, by offsets. */
export function coreSyntax(article: CoreArticle): (tokens: readonly Token[]) => Syntax {
  const all: { start: number; end: number; tag: string; head: number; relation: string }[] = [];
  for (const sentence of article.sentences) {
    const base = all.length;
    for (const [start, end, tag, , , head, relation] of sentence)
      all.push({ start, end, tag, head: head > 0 ? base + head - 1 : -1, relation });
  }
  return (tokens) => {
    const groups = tokens.map((token) => {
      const [from, to] = range(all, token);
      return Array.from({ length: to - from }, (_, i) => from + i);
    });
    const owner = new Map<number, number>();
    groups.forEach((group, i) => {
      for (const t of group) if (!owner.has(t)) owner.set(t, i);
    });
    const tag: string[] = [];
    const relation: string[] = [];
    const head = new Int16Array(tokens.length).fill(-1);
    groups.forEach((group, i) => {
      const top = group.find((t) => !group.includes(all[t]!.head)) ?? group[0];
      const one = top === undefined ? undefined : all[top];
      tag.push(one?.tag ?? 'NN');
      relation.push(one?.relation ?? 'dep');
      const up = one && one.head >= 0 ? owner.get(one.head) : undefined;
      head[i] = up === undefined || up === i ? -1 : up;
    });
    return { tag, head, relation };
  };
}

function range(all: readonly { start: number; end: number }[], token: Token): [number, number] {
  let lo = 0;
  let hi = all.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (all[mid]!.end <= token.start) lo = mid + 1;
    else hi = mid;
  }
  let end = lo;
  while (end < all.length && all[end]!.start < token.end) end++;
  return [lo, end];
}
