import type { Span } from '../article/span.ts';
import { ABBREVIATIONS, TITLES } from './abbreviations.ts';
import { tokenEnd } from './token-end.ts';

/** A word, number, or punctuation mark. */
export type Token = Span;

// The Penn Treebank splits these: do|n’t, Ruiz|’s, can|not, gon|na.
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
]);

/** The tokens of `text` inside `within`, in order and apart, cut as CoreNLP does; only white space and invisible marks lie between. Never throws. */
export function tokenize(text: string, within: Span = { start: 0, end: text.length }): readonly Token[] {
  const tokens: Token[] = [];
  const source = text.slice(within.start, within.end);
  const mail = source.includes('@');
  for (let from = 0, to = 0; from < source.length; from = to) {
    to = tokenEnd(source, from, mail);
    if (to === from) {
      to += (source.codePointAt(from) as number) > 0xffff ? 2 : 1;
      continue;
    }
    const word = source.slice(from, to);
    const start = within.start + from;
    const end = within.start + to;
    const previous = tokens.at(-1);
    if (word === '.' && previous?.end === start && takesStop(text.slice(previous.start, start), source, from + 1)) {
      tokens[tokens.length - 1] = { start: previous.start, end };
      continue;
    }
    const cut = word.length > 2 ? cutOf(word, source, from) : 0;
    if (cut > 0) tokens.push({ start, end: start + cut }, { start: start + cut, end });
    else tokens.push({ start, end });
  }
  return tokens;
}

// Where a word falls into two tokens; 0 where it does not.
function cutOf(word: string, source: string, at: number): number {
  const last = word.charCodeAt(word.length - 1);
  // "at 10 p.m." at the sentence's end: the stop is the sentence's.
  if (last === 46 && word.charCodeAt(0) !== 46 && atEnd(source, at + word.length)) return word.length - 1;
  if (word.length < 7) {
    const cut = CONTRACTIONS.get(word.toLowerCase());
    if (cut !== undefined) return cut;
  }
  const third = word.charCodeAt(word.length - 2);
  const fourth = word.charCodeAt(word.length - 3);
  if (third !== 39 && third !== 0x2019 && fourth !== 39 && fourth !== 0x2019) return 0;
  return CLITIC.exec(word)?.index ?? 0;
}

// Whether the full stop after a word is part of it: "Mr.", "J.", "Oct."; at the sentence's end only a title's is.
function takesStop(word: string, source: string, after: number): boolean {
  const bare = word.slice(word.lastIndexOf('-') + 1);
  if (TITLES.has(bare)) return true;
  if (bare.length === 1 && /[A-ZÀ-ÞĀ-Ž]/u.test(bare)) return true;
  return (ABBREVIATIONS.has(bare) || bare.includes('.')) && !atEnd(source, after);
}

function atEnd(source: string, at: number): boolean {
  for (let i = at; i < source.length && i < at + 12; i++) if (!'"”’\')] \n'.includes(source[i] as string)) return false;
  return source.length - at < 12;
}
