import type { CueKind } from '../cues/cue-entries.ts';
import { lookUpCue } from '../cues/cue-lexicon.ts';
import type { Reading } from '../reading.ts';
import { hashText } from './hashing.ts';
import { stem } from './stem.ts';

/** Coarse classes of tokens, from the tag and the first character. */
export const OTHER = 0;
export const VERB = 1;
export const NOUN = 2;
export const PRONOUN = 3;
export const ADJECTIVE = 4;
export const ADVERB = 5;
export const PREPOSITION = 6;
export const PUNCTUATION = 7;
export const QUOTATION_MARK = 8;
export const COMMA = 9;
export const COLON = 10;
export const DASH = 11;

/** Bits of {@link EncodedArticle.children}: which relations a token's dependents have. */
export const CHILD = {
  nsubj: 1,
  nsubjpass: 2,
  dobj: 4,
  ccomp: 8,
  xcomp: 16,
  auxpass: 32,
  aux: 64,
  neg: 128,
  advcl: 256,
  parataxis: 512,
  mark: 1024,
  nmod: 2048,
  case: 4096,
  acl: 8192,
  'acl:relcl': 8192,
  dep: 16384,
  cop: 32768,
  csubj: 65536,
  iobj: 131072,
  'compound:prt': 262144,
  'nmod:poss': 524288,
  conj: 1048576,
} as Readonly<Record<string, number>>;

/** A reading as parallel arrays over all its tokens (index: token in the article), for the models' features. */
export interface EncodedArticle {
  readonly size: number;
  /** Offsets into the text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Hashes. */
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  readonly kind: Uint8Array;
  /** What the cue lexicon knows of the word: 0 nothing, else by kind and part of speech. */
  readonly lexicon: Uint8Array;
  /** Index of the head; -1 for a root. */
  readonly head: Int32Array;
  /** Number of steps to the root, and the first and last token of the subtree. */
  readonly depth: Uint8Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Bits of {@link CHILD}. */
  readonly children: Int32Array;
  /** First dependent that is a subject; object; clausal complement; -1 for none. */
  readonly subject: Int32Array;
  readonly object: Int32Array;
  readonly clause: Int32Array;
  readonly sentence: Int32Array;
  /** First token of each sentence, and one more item: `size`. */
  readonly sentenceStart: Int32Array;
  /** Block of each sentence. */
  readonly sentenceBlock: Int32Array;
  /** Index of the outermost quotation that holds the token (its chain's first, where it continues one); -1 for none. */
  readonly quotation: Int32Array;
  /** Whether a nested quotation holds it. */
  readonly nested: Uint8Array;
  /** Whether the sentence has any quoted token. */
  readonly sentenceQuoted: Uint8Array;
}

interface WordCode {
  readonly word: number;
  readonly stem: number;
  readonly suffix: number;
  readonly shape: number;
  readonly kind: number;
  readonly lexicon: number;
}

const CUE_KINDS: Readonly<Record<CueKind, number>> = { speech: 1, act: 2, belief: 3, plan: 4, finding: 5, deed: 6 };

function lexiconCode(lower: string): number {
  const cue = lookUpCue(lower);
  return cue === null ? 0 : CUE_KINDS[cue.kind] + (cue.part === 'verb' ? 0 : cue.part === 'noun' ? 8 : 16);
}

function wordCode(text: string): WordCode {
  const plain = text.replace(/[’‘]/g, "'").replace(/[“”„«»]/g, '"');
  const lower = plain.toLowerCase();
  return {
    word: hashText(lower),
    stem: hashText(stem(lower)),
    suffix: hashText(lower.slice(-3)),
    shape: hashText(shapeOf(plain)),
    kind: kindOfMark(plain),
    lexicon: lexiconCode(lower),
  };
}

function shapeOf(text: string): string {
  let shape = '';
  for (const c of text.slice(0, 12)) {
    const one = shapeOfCharacter(c);
    if (!shape.endsWith(one)) shape += one;
  }
  return shape;
}

function shapeOfCharacter(c: string): string {
  const code = c.charCodeAt(0);
  // Most characters are of ASCII, where comparing is much faster than an expression.
  if (code < 128) return code >= 97 && code <= 122 ? 'x' : code >= 65 && code <= 90 ? 'X' : code >= 48 && code <= 57 ? '9' : c;
  if (c.toLowerCase() !== c) return 'X';
  return /[À-ỿ]/.test(c) ? 'x' : /[²³¹¼-¾]/.test(c) ? '9' : c;
}

function kindOfMark(text: string): number {
  if (/^["']+$|^``$/.test(text)) return QUOTATION_MARK;
  if (text === ',') return COMMA;
  if (text === ':') return COLON;
  if (/^[-–—―]+$/.test(text)) return DASH;
  return /^[^A-Za-zÀ-ỿ0-9$€£%]/u.test(text) && !/[A-Za-zÀ-ỿ]/u.test(text) ? PUNCTUATION : OTHER;
}

function kindOfTag(tag: string): number {
  switch (tag.charCodeAt(0)) {
    case 86:
      return VERB;
    case 78:
      return NOUN;
    case 80:
      return tag.startsWith('PRP') ? PRONOUN : OTHER;
    case 87:
      return tag.startsWith('WP') ? PRONOUN : OTHER;
    case 74:
      return ADJECTIVE;
    case 82:
      return ADVERB;
    case 73:
    case 84:
      return PREPOSITION;
    default:
      return OTHER;
  }
}

/** The arrays of a reading; linear in its tokens. */
export function encodeArticle(reading: Reading): EncodedArticle {
  const { sentences } = reading;
  let size = 0;
  for (const sentence of sentences) size += sentence.tokens.length;
  const ints = (fill = 0): Int32Array => (fill === 0 ? new Int32Array(size) : new Int32Array(size).fill(fill));
  const article = {
    size,
    start: ints(),
    end: ints(),
    word: ints(),
    stem: ints(),
    suffix: ints(),
    shape: ints(),
    tag: ints(),
    relation: ints(),
    kind: new Uint8Array(size),
    lexicon: new Uint8Array(size),
    head: ints(-1),
    depth: new Uint8Array(size),
    first: ints(),
    last: ints(),
    children: ints(),
    subject: ints(-1),
    object: ints(-1),
    clause: ints(-1),
    sentence: ints(),
    sentenceStart: new Int32Array(sentences.length + 1),
    sentenceBlock: new Int32Array(sentences.length),
    quotation: ints(-1),
    nested: new Uint8Array(size),
    sentenceQuoted: new Uint8Array(sentences.length),
  };
  encodeTokens(reading, article);
  linkDependents(reading, article);
  markQuotations(reading, article);
  article.sentenceStart[sentences.length] = size;
  return article;
}

function encodeTokens(reading: Reading, into: EncodedArticle): void {
  const codes = new Map<string, WordCode>();
  const hashes = new Map<string, number>();
  const hashed = (name: string): number => {
    let h = hashes.get(name);
    if (h === undefined) {
      h = hashText(name);
      hashes.set(name, h);
    }
    return h;
  };
  let at = 0;
  for (const [index, sentence] of reading.sentences.entries()) {
    into.sentenceStart[index] = at;
    into.sentenceBlock[index] = sentence.block;
    const base = at;
    const { tag, head, relation } = sentence.syntax;
    for (const [i, token] of sentence.tokens.entries()) {
      const form = reading.text.slice(token.start, token.end);
      let code = codes.get(form);
      if (!code) {
        code = wordCode(form);
        codes.set(form, code);
      }
      const tagName = tag[i] ?? 'NN';
      into.start[at] = token.start;
      into.end[at] = token.end;
      into.word[at] = code.word;
      into.stem[at] = code.stem;
      into.suffix[at] = code.suffix;
      into.shape[at] = code.shape;
      into.lexicon[at] = code.lexicon;
      into.kind[at] = code.kind === OTHER ? kindOfTag(tagName) : code.kind;
      into.tag[at] = hashed(tagName);
      into.relation[at] = hashed(relation[i] ?? 'dep');
      const up = head[i] ?? -1;
      into.head[at] = up < 0 || up >= sentence.tokens.length ? -1 : base + up;
      into.sentence[at] = index;
      at++;
    }
  }
}

function linkDependents(reading: Reading, into: EncodedArticle): void {
  let at = 0;
  for (const sentence of reading.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      into.first[at + i] = at + i;
      into.last[at + i] = at + i;
    }
    for (let i = 0; i < sentence.tokens.length; i++) {
      const t = at + i;
      const relation = sentence.syntax.relation[i] ?? 'dep';
      let up = into.head[t] as number;
      if (up >= 0) {
        into.children[up] = (into.children[up] as number) | (CHILD[relation] ?? 0);
        if ((relation === 'nsubj' || relation === 'nsubjpass') && (into.subject[up] as number) < 0) into.subject[up] = t;
        if (relation === 'dobj' && (into.object[up] as number) < 0) into.object[up] = t;
        if ((relation === 'ccomp' || relation === 'xcomp') && (into.clause[up] as number) < 0) into.clause[up] = t;
      }
      let steps = 0;
      while (up >= 0 && steps < 60) {
        if (t < (into.first[up] as number)) into.first[up] = t;
        if (t > (into.last[up] as number)) into.last[up] = t;
        up = into.head[up] as number;
        steps++;
      }
      into.depth[t] = steps;
    }
    at += sentence.tokens.length;
  }
}

function markQuotations(reading: Reading, into: EncodedArticle): void {
  const { quotations } = reading;
  const chain = new Int32Array(quotations.length);
  let t = 0;
  for (const [index, quotation] of quotations.entries()) {
    const continued = quotation.continues;
    chain[index] = continued !== null && continued < index ? (chain[continued] as number) : index;
    if (quotation.depth === 0) while (t < into.size && (into.end[t] as number) <= quotation.start) t++;
    for (let i = t; i < into.size && (into.start[i] as number) < quotation.end; i++) {
      if ((into.end[i] as number) <= quotation.start) continue;
      if (quotation.depth > 0) into.nested[i] = 1;
      else {
        into.quotation[i] = chain[index] as number;
        into.sentenceQuoted[into.sentence[i] as number] = 1;
      }
    }
  }
}
