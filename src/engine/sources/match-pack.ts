import { wordSet } from '../../article/wording.ts';
import type { PackEntry, SourcePack } from '../../packs/source-pack.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, speaksForBody } from './knowledge/roles.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';
import { anchorWords, type CompiledForm, type Found, formsOf } from './pack-forms.ts';

/** A pack's entry that a mention stands for. */
export interface PackMatch {
  readonly pack: SourcePack;
  readonly entry: PackEntry;
  /** Letters of the form that matched, wildcards left out: the longest form decides. */
  readonly length: number;
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
const AGAINST = wordSet(`
  critic critics sen sens rep reps senator senators lawmaker lawmakers legislator legislators politician politicians candidate candidates
  nominee nominees allies skeptics sceptics activist activists family families relatives citizen citizens national nationals opponent
  opponents victim victims survivor survivors detainee detainees prisoner prisoners protester protesters rival rivals contractor
  contractors lawyer lawyers attorney attorneys journalist journalists reporter reporters correspondent correspondents analyst analysts
  expert experts scholar scholars pollster pollsters resident residents voter voters media hostage hostages
  congressman congressmen congresswoman congresswomen congressperson congresspeople congressional`);

function isAgainst(words: string): boolean {
  return AGAINST.has(/\w+(?=\.?$)/.exec(words)?.[0].toLowerCase() ?? '');
}

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
  const before = /([A-Za-zÀ-ỿ]+)(?:’s)? $/u.exec(whole.slice(0, start))?.[1];
  if (!before || /^(?:US|American)$/.test(before) || (stateOfDemonym(before) ?? stateOf(before)) === null) return false;
  const head = /[A-Za-zÀ-ỿ]+$/u.exec(form)?.[0] ?? '';
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
  if (isAgainst(core)) return false;
  if (start < core.length) {
    // "IDF Col. Ben Holm", "UN aid chief Dana Ruiz": a role or rank between the form and the name; "IDF spokesman".
    const between = core.slice(end).replace(/^’s?/, '').trim();
    if (core.slice(end).startsWith('’') && !/[A-Za-zÀ-ỿ]/u.test(between)) return true;
    const words = between.split(' ').filter((word) => word !== '');
    return words.some(
      (word, i) =>
        speaksForBody(word.replace(/\.$/, '')) &&
        !isAgainst(word) &&
        (i === words.length - 1 || /^[A-ZÀ-ÞĀ-Ž]/u.test(words[i + 1] ?? '') || speaksForBody(words[i + 1] ?? '')),
    );
  }
  if (!/^(?:of|for|at|from|in|with|by|on behalf of)\s/.test(postmodifier)) return false;
  const lead = postmodifier.slice(0, Math.max(0, start - core.length - 1));
  // The form must be the preposition's own noun: "spokesman for the IDF", not "spokesman for families bombed by the IDF".
  if (
    !/^(?:of|for|at|from|in|with|by|on behalf of)(?: (?:the|its|a|an))?(?: [A-Za-zÀ-ỿ’]+){0,2} ?$/iu.test(
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
