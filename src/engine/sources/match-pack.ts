import type { PackEntry, SourcePack } from '../../packs/source-pack.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, speaksForBody } from './knowledge/roles.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';

/** A pack's entry that a mention stands for. */
export interface PackMatch {
  readonly pack: SourcePack;
  readonly entry: PackEntry;
  /** Letters of the form that matched, wildcards left out: the longest form decides. */
  readonly length: number;
}

interface Found {
  readonly index: number;
  readonly words: string;
}

interface CompiledForm {
  readonly pack: SourcePack;
  readonly entry: PackEntry;
  /** The first place in a text where the form stands as whole words. */
  readonly find: (text: string) => Found | null;
  readonly length: number;
  /** A word that must stand in the text for the pattern to match: spares most patterns. Empty where the form is all wildcards. */
  readonly anchor: string;
}

/** Packs made ready for matching; make it once for an analysis. */
export interface PackIndex {
  /** Full forms by their anchor. */
  readonly full: ReadonlyMap<string, readonly CompiledForm[]>;
  /** The longest first. */
  readonly short: readonly CompiledForm[];
  readonly entries: ReadonlyMap<string, PackMatch>;
  /** Entries that stand for relatives, with the words for those whose relatives they are. */
  readonly kin: readonly { readonly match: PackMatch; readonly words: ReadonlySet<string> }[];
}

/** Words of a text in lower case, possessive endings left out: what anchors are looked up in. */
export function anchorWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’-]*/gu) ?? []).map((word) => word.replace(/’s?$/, '')));
}

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
const HYPHENATED = /^-\p{L}/u;

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

/**
 * A form is looked for as it stands, word by word: a pack has hundreds, and to compile an expression for each would take longer than
 * all the rest of an article's analysis. A small first letter may be a capital in the text.
 */
function finderOf(plain: string): CompiledForm['find'] {
  if (plain === '') return () => null;
  const parts = plain.split(' ');
  const isPlain = (part: string, at: number) => (part === '*' ? at > 0 && at < parts.length - 1 : /^[^*]+\*?$/.test(part));
  if (!parts.every(isPlain)) return patternFinderOf(plain);
  const start = (parts[0] ?? '').replace('*', '');
  const capital = start.charAt(0).toUpperCase() + start.slice(1);
  return (text) => {
    for (let from = 0; ; ) {
      const small = text.indexOf(start, from);
      const large = capital === start ? -1 : text.indexOf(capital, from);
      const index = small < 0 || (large >= 0 && large < small) ? large : small;
      if (index < 0) return null;
      const end = isOpen(text, index) ? endOf(text, index + start.length, parts, 0) : -1;
      if (end >= 0) return { index, words: text.slice(index, end) };
      from = index + 1;
    }
  };
}

const LETTER = /^\p{L}/u;
/** As many words as `*` alone stands for. */
const MOST_WORDS = 3;

/** Where the rest of a form ends in a text, the fixed letters of its part `at` being read up to `position`; -1 where it does not go on so. */
function endOf(text: string, position: number, parts: readonly string[], at: number): number {
  let end = position;
  if (parts[at]?.endsWith('*')) while (LETTER.test(text.charAt(end))) end += 1;
  if (at === parts.length - 1) return isClosed(text, end) ? end : -1;
  if (text[end] !== ' ') return -1;
  let next = end + 1;
  const isGap = parts[at + 1] === '*';
  const part = (isGap ? parts[at + 2] : parts[at + 1]) ?? '';
  const fixed = part.replace('*', '');
  for (let words = 0; words <= (isGap ? MOST_WORDS : 0); words += 1) {
    const found = text.startsWith(fixed, next) ? endOf(text, next + fixed.length, parts, isGap ? at + 2 : at + 1) : -1;
    if (found >= 0) return found;
    const space = text.indexOf(' ', next);
    if (space <= next || /[\s,;]/.test(text.slice(next, space))) return -1;
    next = space + 1;
  }
  return -1;
}

const escapeForm = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same for a form with wildcards in odd places; its expression is made when it is first needed. */
function patternFinderOf(plain: string): CompiledForm['find'] {
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= new RegExp(`(?<![\\p{L}\\p{N}-])${patternOf(plain)}(?![\\p{L}\\p{N}]|-\\p{L})`, 'u');
    const found = pattern.exec(text);
    return found ? { index: found.index, words: found[0] } : null;
  };
}

function patternOf(plain: string): string {
  return plain
    .split(' ')
    .map((word, i) => {
      if (word === '*') return '(?:[^\\s,;]+ ){0,3}?';
      const body = escapeForm(word).replace(/\\\*$/, '[\\p{L}]*').replace(/\\\*/g, '[\\p{L}]*');
      const first =
        i === 0
          ? body.replace(/^(\p{L})/u, (letter) =>
              letter === letter.toLowerCase() ? `[${letter}${letter.toUpperCase()}]` : letter,
            )
          : body;
      return `${first} `;
    })
    .join('')
    .replace(/ $/, '')
    .replace(/\{0,3\}\? /g, '{0,3}? ');
}

function compile(pack: SourcePack, entry: PackEntry, form: string): CompiledForm {
  const plain = normalise(form);
  const anchor = [...anchorWords(plain.replace(/\S*\*\S*/g, ' '))].reduce(
    (best, word) => (word.length > best.length ? word : best),
    '',
  );
  return { pack, entry, find: finderOf(plain), length: plain.replace(/[* ]/g, '').length, anchor };
}

interface PackForms {
  readonly full: readonly CompiledForm[];
  readonly short: readonly CompiledForm[];
}

// By pack, not by list of packs: which packs are on is asked anew for every article.
const compiled = new WeakMap<SourcePack, PackForms>();

function formsOf(pack: SourcePack): PackForms {
  const known = compiled.get(pack);
  if (known) return known;
  const forms = {
    full: pack.entries.flatMap((entry) => entry.forms.map((words) => compile(pack, entry, words))),
    short: pack.entries.flatMap((entry) => (entry.shortForms ?? []).map((words) => compile(pack, entry, words))),
  };
  compiled.set(pack, forms);
  return forms;
}

const indexes = new WeakMap<readonly SourcePack[], PackIndex>();

/** The forms of all packs as patterns. */
export function indexPacks(packs: readonly SourcePack[]): PackIndex {
  const known = indexes.get(packs);
  if (known) return known;
  const full = new Map<string, CompiledForm[]>();
  const short: CompiledForm[] = [];
  const entries = new Map<string, PackMatch>();
  for (const pack of packs) {
    for (const entry of pack.entries) if (!entries.has(entry.id)) entries.set(entry.id, { pack, entry, length: 0 });
    const forms = formsOf(pack);
    short.push(...forms.short);
    for (const form of forms.full) {
      const others = full.get(form.anchor);
      if (others) others.push(form);
      else full.set(form.anchor, [form]);
    }
  }
  short.sort((a, b) => b.length - a.length);
  const kin = [...entries.values()].flatMap((match) => (match.entry.kinOf ? [{ match, words: new Set(match.entry.kinOf) }] : []));
  const index = { full, short, entries, kin };
  indexes.set(packs, index);
  return index;
}

/** Ids of the entries that a full form names somewhere in a text. */
export function entriesNamedIn(index: PackIndex, text: string): ReadonlySet<string> {
  const named = new Set<string>();
  for (const anchor of ['', ...anchorWords(text)]) {
    for (const form of index.full.get(anchor) ?? []) {
      if (!named.has(form.entry.id) && form.find(text)) named.add(form.entry.id);
    }
  }
  return named;
}

const LEFT_THE_BODY =
  /\b(?:former|ex-|onetime|one-time|ousted|outgoing|then-|late|retired|fired|dismissed|previous|erstwhile)\b/i;
/** Who stands against a body, or only near it, does not speak for it: "critics of Hamas", "an IDF detainee", "a U.S. senator". */
const IS_AGAINST =
  /\b(?:critics?|sens?\.?|reps?\.?|senators?|lawmakers?|legislators?|congress\w+|politicians?|candidates?|nominees?|allies|skeptics|sceptics|activists?|families|relatives|citizens?|nationals?|opponents?|victims?|survivors?|detainees?|prisoners?|protesters?|rivals?|contractors?|lawyers?|attorneys?|journalists?|reporters?|correspondents?|analysts?|experts?|scholars?|pollsters?|residents?|voters?|media|hostages?)$/i;

/**
 * The pack's entry that a mention names, or speaks for. The form must take in the head of the phrase ("the Israeli military"),
 * or modify a head that speaks for a body ("IDF spokesman", "director of the GHF"); "critics of Hamas" is not Hamas.
 */
export function matchPack(index: PackIndex, mention: string): PackMatch | null {
  const phrase = readNounPhrase(mention);
  return matchPhrase(index, phrase) ?? matchAppositive(index, phrase);
}

function matchAppositive(index: PackIndex, phrase: NounPhrase): PackMatch | null {
  if (phrase.appositive === '') return null;
  const appositive = readNounPhrase(phrase.appositive);
  if (LEFT_THE_BODY.test(appositive.core)) return null;
  return matchPhrase(index, appositive);
}

/** As {@link matchPack}, for a phrase that was read, without its appositive. */
export function matchPhrase(index: PackIndex, phrase: NounPhrase): PackMatch | null {
  if (LEFT_THE_BODY.test(phrase.core)) return null;
  const { core, postmodifier } = phrase;
  const whole = `${core} ${postmodifier}`.trim();
  const coreHead = core.length;
  const candidates = ['', ...anchorWords(whole)]
    .flatMap((anchor) => index.full.get(anchor) ?? [])
    .sort((a, b) => b.length - a.length);
  for (const form of candidates) {
    const found = form.find(whole);
    if (!found) continue;
    const start = found.index;
    const end = start + found.words.length;
    if (isOfAnotherState(whole, start, found.words)) continue;
    const takesHead = start < coreHead && end >= coreHead - possessiveLength(core);
    if (takesHead || speaksFor(phrase, start, end)) return { pack: form.pack, entry: form.entry, length: form.length };
  }
  return null;
}

/** "the French Senate" is not the Senate that a pack means: an institution with another state's word right before the form. */
function isOfAnotherState(whole: string, start: number, form: string): boolean {
  const before = /([\p{L}]+)(?:’s)? $/u.exec(whole.slice(0, start))?.[1];
  if (!before || /^(?:US|American)$/.test(before) || (stateOfDemonym(before) ?? stateOf(before)) === null) return false;
  const head = /[\p{L}]+$/u.exec(form)?.[0] ?? '';
  return (
    typeOfKnownName(form) !== 'armed-group' &&
    (typeOfHead(head) !== null || isRole(head)) &&
    !/ /.test(form.replace(/^(?:Supreme|Foreign|Prime|Justice|State) /, ''))
  );
}

const possessiveLength = (core: string): number => /’s?$/.exec(core)?.[0].length ?? 0;

/** The form stands in a modifier: does the head speak for it? */
function speaksFor(phrase: NounPhrase, start: number, end: number): boolean {
  const { core, postmodifier, head } = phrase;
  if (IS_AGAINST.test(core)) return false;
  if (start < core.length) {
    // "IDF Col. Ben Holm", "UN aid chief Dana Ruiz": a role or rank between the form and the name; "IDF spokesman".
    const between = core.slice(end).replace(/^’s?/, '').trim();
    if (core.slice(end).startsWith('’') && !/\p{L}/u.test(between)) return true;
    const words = between.split(' ').filter((word) => word !== '');
    return words.some(
      (word, i) =>
        speaksForBody(word.replace(/\.$/, '')) &&
        !IS_AGAINST.test(word) &&
        (i === words.length - 1 || /^\p{Lu}/u.test(words[i + 1] ?? '') || speaksForBody(words[i + 1] ?? '')),
    );
  }
  if (!/^(?:of|for|at|from|in|with|by|on behalf of)\s/.test(postmodifier)) return false;
  const lead = postmodifier.slice(0, Math.max(0, start - core.length - 1));
  // The form must be the preposition's own noun: "spokesman for the IDF", not "spokesman for families bombed by the IDF".
  if (
    !/^(?:of|for|at|from|in|with|by|on behalf of)(?: (?:the|its|a|an))?(?: [\p{L}’]+){0,2} ?$/iu.test(
      `${lead.trim()} `.replace(/ {2}/g, ' '),
    )
  )
    return false;
  if (/^in\s/.test(postmodifier) || /^with\s/.test(postmodifier))
    return /^(?:officials?|sources?)$/i.test(head) && end >= core.length + postmodifier.length;
  return speaksForBody(head) || (isRole(head) && speaksForBody(head)) || /^(?:board|office|statement|spokes\w*)$/i.test(head);
}

/** The pack's entry for a short form such as "the ministry", among the entries that the article supports; null where several fit. */
export function matchShortForm(index: PackIndex, phrase: NounPhrase, supported: ReadonlySet<string>): PackMatch | null {
  const words = normalise(phrase.text);
  let best: PackMatch | null = null;
  for (const form of index.short) {
    if (!supported.has(form.entry.id)) continue;
    const found = form.find(words);
    if (!found || !takesWhole(phrase, found)) continue;
    if (best && best.entry !== form.entry) {
      if (form.length < best.length) break;
      return null;
    }
    best = { pack: form.pack, entry: form.entry, length: form.length };
  }
  return best;
}

/** The short form is the phrase itself, or modifies a head that speaks for it ("the group’s spokesman"). */
function takesWhole(phrase: NounPhrase, found: Found): boolean {
  if (found.index > 2) return false;
  const rest = phrase.text.slice(found.index + found.words.length).trim();
  if (rest === '' || /^[,(]/.test(rest) || rest.startsWith(phrase.postmodifier)) return true;
  const possessed = /^’s? (.+)$/.exec(rest)?.[1];
  return possessed !== undefined && speaksForBody(readNounPhrase(possessed).head);
}
