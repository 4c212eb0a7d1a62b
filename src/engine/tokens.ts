import type { Span } from '../article/span.ts';
import { ABBREVIATIONS, TITLES } from './abbreviations.ts';

/** A word, number, or punctuation mark. */
export type Token = Span;

// One alternative a kind of token, as CoreNLP cuts them. Every alternative is a run of disjoint classes, so that matching is linear.
const KINDS = [
  // https://example.org/a?b=c, www.example.org, ana@example.org; the full stop or comma that ends the sentence is not part of it
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”‘’]*[\p{L}\p{N}/]`,
  String.raw`[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+`,
  // @handle, #topic
  String.raw`[@#][\p{L}\p{N}_]+`,
  // ’80s, '16, 'em, ’til
  String.raw`['’]\p{N}{2}s?(?![\p{L}\p{N}])`,
  String.raw`['’](?:em|til|tis|twas|cause|n)(?![\p{L}\p{N}])`,
  // a clitic that stands apart: ’s
  String.raw`['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])`,
  // U.S., U.S.-led, e.g.
  String.raw`(?:\p{L}\.)+\p{L}\.(?:[-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`,
  // 200,000, 1.5m, 9/11, 10:30, 50-state, 74-year-old, 1990s, 2nd
  String.raw`\p{N}[\p{L}\p{M}\p{N}]*(?:[.,:/]\p{N}[\p{L}\p{M}\p{N}]*)*(?:[-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`,
  // words, with soft hyphens and joiners: state-of-the-art, AT&T, O’Brien, D-N.Y, Reuters.com, Post/ABC
  String.raw`\p{L}[\p{L}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060]*(?:(?:[-‐‑&/]|['’](?=\p{L})|\.(?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060]*)*`,
  // ellipses, dashes, rules, "?!"
  String.raw`\.(?: \.){2,}|\.{2,}|[-–—]{2,}|[_*=~]{2,}|[?!]{2,}`,
  "''|``",
  // any other visible character with its combining marks
  String.raw`[^\s\p{Cf}]\p{M}*`,
];
const TOKEN = new RegExp(KINDS.join('|'), 'gu');

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
  for (const match of source.matchAll(TOKEN)) {
    const word = match[0];
    const start = within.start + match.index;
    const end = start + word.length;
    const previous = tokens.at(-1);
    if (word === '.' && previous?.end === start && takesStop(text.slice(previous.start, start), source, match.index + 1)) {
      tokens[tokens.length - 1] = { start: previous.start, end };
      continue;
    }
    const cut = word.length > 2 ? cutOf(word, source, match.index) : 0;
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
  if (bare.length === 1 && /\p{Lu}/u.test(bare)) return true;
  return (ABBREVIATIONS.has(bare) || bare.includes('.')) && !atEnd(source, after);
}

function atEnd(source: string, at: number): boolean {
  for (let i = at; i < source.length && i < at + 12; i++) if (!'"”’\')] \n'.includes(source[i] as string)) return false;
  return source.length - at < 12;
}
