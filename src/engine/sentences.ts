import type { Span } from '../article/span.ts';
import { ABBREVIATIONS, TITLES } from './abbreviations.ts';

// Where a sentence may end: full stops, question and exclamation marks, with the closing marks that belong to it:
// `… dead.”`, `(… 2016.)`, `''… won.''`. A closing mark that stands apart (`dead. ”`) still closes.
const END = /(?:[.!?…‽。！？]+(?:''|["”’'»)\]])*)(?: ?[”»])*/gu;
// What follows: white space, opening marks, then the first word or sign.
const NEXT = /^(\s*)((?:''|``|["“‘'«([]|\s)*)([A-Za-zÀ-ỿ0-9][A-Za-zÀ-ỿ0-9’']*|[^\s]|$)/u;
const NEXT_REACH = 48;
// After an abbreviation that may end a sentence ("in the U.S. The Senate left", "of Acme Inc. It"), these words begin a new one.
const OPENERS: ReadonlySet<string> = new Set(
  `The It He She They But And In On At A An This That These Those We I His Her Its Their If When While As For After Before However
   Meanwhile You There So Yet Then What Who Why How My Our Your Not Some Many Most Both To With By From Since Although Though Because Or
   Is Are Was Were Do Does Did According Still Also Instead Another Asked Now Here Such Only Even Once It’s It's That’s That's He’s She’s`.split(
    /\s+/,
  ),
);
const LAST_WORD = /(?<![A-Za-zÀ-ỿ.&’'-])([A-Za-zÀ-ỿ.&’'-]*)$/u;
const ACRONYM = /^(?:[A-Za-zÀ-ỿ]\.)+[A-Za-zÀ-ỿ]$/u;
// `“Who knows?” Ana Ruiz asked.` is one sentence: after a quoted question or cry, a name and a verb of speech go on with it.
const GOES_ON =
  /^\s*(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Tt]heir)\s+)?(?:(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’'-]*|of|the|de|van|von|bin|al)\s+){0,5}(?:[A-Za-zÀ-ỿ][A-Za-zÀ-ỿ.’'-]*\s+)(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|tweeted|posted|replied|responded|answered|shouted|yelled|cried|exclaimed|declared|joked|quipped|recalled|continued|explained|remarked|wondered|demanded|insisted|noted|concluded|quoted)\b/u;
const GOES_ON_REACH = 90;

/**
 * The sentences of a block of text, in order and apart, without surrounding white space; linear in the block's length.
 * Closing quotation marks belong to the sentence before; a sentence that ends inside a quotation ends there.
 */
export function splitSentences(text: string, block: Span): readonly Span[] {
  const sentences: Span[] = [];
  const source = text.slice(block.start, block.end);
  let start = 0;
  for (const match of source.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end >= source.length || !endsSentence(source, start, match.index, match[0], end)) continue;
    pushTrimmed(sentences, source, start, end, block.start);
    start = end;
  }
  pushTrimmed(sentences, source, start, source.length, block.start);
  return sentences;
}

function endsSentence(source: string, start: number, stop: number, marks: string, end: number): boolean {
  const next = NEXT.exec(source.slice(end, end + NEXT_REACH));
  if (!next) return false;
  const [, space = '', opening = '', word = ''] = next;
  const closed = /["”’'»)\]]$/.test(marks);
  // "3.5", "Reuters.com", "U.S.-led"; but `dead.”Another` is a missing space.
  if (space === '' && !(closed && (opening !== '' || /^[A-ZÀ-ÞĀ-Ž][a-zß-ž]/u.test(word)))) return false;
  if (/^[a-zß-ÿ]/u.test(word) && !/^i[A-Z]/.test(word)) return false;
  if (/^[,;:.!?%&/)\]”’…-]/.test(word) || (/^[–—]/.test(word) && opening === '' && closed)) return false;
  // "1. The talks": the number of a list item goes with the item.
  if (stop - start < 6 && /^\s*(?:\d{1,3}|[A-Za-zÀ-ỿ])$/u.test(source.slice(start, stop))) return false;
  if (marks.startsWith('.') && !marks.startsWith('..'))
    return closed && marks !== ".'" ? true : stopEnds(source, start, stop, opening, word);
  if (/^[?!]/.test(marks) && /["”’']$/.test(marks)) return !GOES_ON.test(source.slice(end, end + GOES_ON_REACH));
  return true;
}

// Whether a single full stop ends the sentence or belongs to an abbreviation before it.
function stopEnds(source: string, start: number, stop: number, opening: string, word: string): boolean {
  const last = LAST_WORD.exec(source.slice(Math.max(start, stop - 24), stop))?.[1] ?? '';
  const bare = last.slice(last.lastIndexOf('-') + 1).replace(/^[’']/, '');
  if (TITLES.has(bare) || isTitleInCapitals(bare)) return false;
  // "1. 7 million people": a decimal point that some stores of news text set a space after.
  if (
    /(?<![A-Za-zÀ-ɏ\d])\d{1,3}$/.test(source.slice(Math.max(start, stop - 5), stop)) &&
    DECIMALS.test(source.slice(stop + 1, stop + 24))
  )
    return false;
  const initial = bare.length === 1 && /[A-ZÀ-ÞĀ-Ž]/u.test(bare);
  if (!initial && !ABBREVIATIONS.has(bare) && !(bare.includes('.') && ACRONYM.test(bare))) return true;
  return OPENERS.has(word) && !/[([]/.test(opening);
}

// "7 million", "5%": what may follow a decimal point, but hardly begins a sentence.
const DECIMALS = /^\s\d{1,3}(?:%|\s(?:million|billion|trillion|percent|per cent|points?|degrees|miles|kilomet)\b)/;

/** "SEN. RUIZ", "MR. HOLM": how transcripts write them. */
function isTitleInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && TITLES.has(word.charAt(0) + word.slice(1).toLowerCase());
}

function pushTrimmed(into: Span[], source: string, start: number, end: number, offset: number): void {
  const piece = source.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const length = piece.trim().length;
  if (length > 0) into.push({ start: offset + start + lead, end: offset + start + lead + length });
}
