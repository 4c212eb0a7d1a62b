import type { PackEntry, SourcePack } from '../../packs/source-pack.ts';
import { normalise } from './noun-phrase.ts';

export interface Found {
  readonly index: number;
  readonly words: string;
}

/** A form of a pack's entry, ready to be looked for. */
export class CompiledForm {
  readonly pack: SourcePack;
  readonly entry: PackEntry;
  /** A word that must stand in the text for the pattern to match: spares most patterns. Empty where the form is all wildcards. */
  readonly anchor: string;
  /** In letters, wildcards left out. */
  readonly length: number;
  readonly #plain: string;
  #find: ((text: string) => Found | null) | null = null;

  constructor(pack: SourcePack, entry: PackEntry, form: string) {
    this.pack = pack;
    this.entry = entry;
    this.#plain = PLAIN.test(form) ? form : normalise(form);
    this.anchor = anchorOf(this.#plain);
    this.length = this.#plain.replace(/[* ]/g, '').length;
  }

  /** The first place in a text where the form stands as whole words. */
  find(text: string): Found | null {
    // An article is asked about a few of a pack's hundreds of forms only, and a reader's first waits for what is made of all.
    this.#find ??= finderOf(this.#plain);
    return this.#find(text);
  }
}

/** Words that `normalise` leaves as they are. */
const PLAIN = /^[A-Za-z\d*-]+(?: [A-Za-z\d*-]+)*$/;

/** The longest whole word; the first of several. */
function anchorOf(plain: string): string {
  let longest = '';
  for (const word of anchorWords(plain.includes('*') ? plain.replace(/\S*\*\S*/g, ' ') : plain))
    if (word.length > longest.length) longest = word;
  return longest;
}

/** Words of a text in lower case, possessive endings left out: what anchors are looked up in. */
export function anchorWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[A-Za-zÀ-ỿ0-9][A-Za-zÀ-ỿ0-9’-]*/gu) ?? []).map((word) => word.replace(/’s?$/, '')));
}

const LETTER_OR_DIGIT = /^[A-Za-zÀ-ỿ0-9]/u;
const HYPHENATED = /^-[A-Za-zÀ-ỿ]/u;

/** Whether a word may begin here. */
function isOpen(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return before !== '-' && !LETTER_OR_DIGIT.test(before);
}

/** Whether a word may end here. */
function isClosed(text: string, end: number): boolean {
  const after = text.slice(end, end + 2);
  return !LETTER_OR_DIGIT.test(after) && !HYPHENATED.test(after);
}

/** The words of a form; stars before the first and after the last stand for nothing. */
const partsOf = (plain: string): readonly string[] => plain.replace(/^(?:\* )+|(?: \*)+$/g, '').split(' ');

/**
 * A form is looked for as it stands, word by word: a pack has hundreds, and to compile an expression for each would take longer than
 * all the rest of an article's analysis. A small first letter may be a capital in the text. A form with a star inside a word stands nowhere.
 */
function finderOf(plain: string): (text: string) => Found | null {
  const parts = partsOf(plain);
  const isReadable = (part: string) => part === '*' || /^[^*]+\*?$/.test(part);
  if (parts[0] === '*' || !parts.every(isReadable)) return () => null;
  const stars = parts.filter((part) => part === '*').length;
  const start = (parts[0] ?? '').replace('*', '');
  const capital = start.charAt(0).toUpperCase() + start.slice(1);
  return (text) => {
    const dead: DeadEnds | null = stars > 1 ? new Set() : null;
    for (let from = 0; ; ) {
      const small = text.indexOf(start, from);
      const large = capital === start ? -1 : text.indexOf(capital, from);
      const index = small < 0 || (large >= 0 && large < small) ? large : small;
      if (index < 0) return null;
      const end = isOpen(text, index) ? endOf(text, index + start.length, parts, 0, dead) : -1;
      if (end >= 0) return { index, words: text.slice(index, end) };
      from = index + 1;
    }
  };
}

/** Parts and positions from which a form does not go on, as `position * parts + part`: without them, a form of many stars would take for ever. */
type DeadEnds = Set<number>;

const LETTER = /^[A-Za-zÀ-ỿ]/u;
/** As many words as `*` alone stands for. */
const MOST_WORDS = 3;

/** Where the rest of a form ends in a text, the fixed letters of its part `at` being read up to `position`; -1 where it does not go on so. */
function endOf(text: string, position: number, parts: readonly string[], at: number, dead: DeadEnds | null): number {
  const place = position * parts.length + at;
  if (dead?.has(place)) return -1;
  const end = endFrom(text, position, parts, at, dead);
  if (end < 0) dead?.add(place);
  return end;
}

function endFrom(text: string, position: number, parts: readonly string[], at: number, dead: DeadEnds | null): number {
  let end = position;
  if (parts[at]?.endsWith('*')) while (LETTER.test(text.charAt(end))) end += 1;
  if (at === parts.length - 1) return isClosed(text, end) ? end : -1;
  if (text[end] !== ' ') return -1;
  let next = end + 1;
  const isGap = parts[at + 1] === '*';
  const part = (isGap ? parts[at + 2] : parts[at + 1]) ?? '';
  const fixed = part.replace('*', '');
  for (let words = 0; words <= (isGap ? MOST_WORDS : 0); words += 1) {
    const found = text.startsWith(fixed, next) ? endOf(text, next + fixed.length, parts, isGap ? at + 2 : at + 1, dead) : -1;
    if (found >= 0) return found;
    const space = text.indexOf(' ', next);
    if (space <= next || /[\s,;]/.test(text.slice(next, space))) return -1;
    next = space + 1;
  }
  return -1;
}

interface PackForms {
  readonly full: readonly CompiledForm[];
  readonly short: readonly CompiledForm[];
}

// By pack, not by list of packs: which packs are on is asked anew for every article.
const compiled = new WeakMap<SourcePack, PackForms>();

export function formsOf(pack: SourcePack): PackForms {
  const known = compiled.get(pack);
  if (known) return known;
  const forms = {
    full: pack.entries.flatMap((entry) => entry.forms.map((words) => new CompiledForm(pack, entry, words))),
    short: pack.entries.flatMap((entry) => (entry.shortForms ?? []).map((words) => new CompiledForm(pack, entry, words))),
  };
  compiled.set(pack, forms);
  return forms;
}
