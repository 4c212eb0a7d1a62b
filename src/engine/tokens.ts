import type { Span } from '../article/span.ts';

/** A word, number, or punctuation mark. */
export type Token = Span;

// "U.S.", "don't", "200,000", "x.com", "state-of-the-art" stay whole but for the clitics, which CoreNLP and the Penn Treebank split off.
const TOKEN =
  /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}\u00ad]*(?:[-‐‑/&@.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|['’](?=\p{L})[\p{L}\p{M}]+)*|[$€£]?\p{N}+(?:[.,:/-]\p{N}+)*(?:st|nd|rd|th|s|m|bn|k)?\p{L}*|\.{2,}|[-–—]{2,}|[^\s\p{L}\p{N}]/gu;
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

/** The tokens of `text` inside `within`, in order and apart. Never throws. */
export function tokenize(text: string, within: Span = { start: 0, end: text.length }): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + match.index;
    const end = start + match[0].length;
    const clitic = match[0].length > 2 ? CLITIC.exec(match[0]) : null;
    if (clitic && clitic.index > 0) tokens.push({ start, end: start + clitic.index }, { start: start + clitic.index, end });
    else tokens.push({ start, end });
  }
  return tokens;
}
