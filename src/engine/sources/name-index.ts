import { Wording } from '../../article/wording.ts';
import type { ReadSentence } from '../reading.ts';
import { findAcronyms } from './acronyms.ts';
import { type Gender, genderOfFirstName, genderOfTitle } from './knowledge/first-names.ts';
import { typeOfHead } from './knowledge/organisations.ts';
import { stateOf } from './knowledge/places.ts';
import { isRole, typeOfRole } from './knowledge/roles.ts';
import { looksLikePerson } from './looks-like-person.ts';
import { descriptionAfter, descriptionApposed, descriptionOfBody, headOfDescription } from './name-descriptions.ts';
import { type NameInRun, nameInRun } from './name-in-run.ts';
import { lastTitle, type Run, runsOf, type Word, wordsOf } from './name-runs.ts';
import { normalise } from './noun-phrase.ts';

/** A mention of somebody or something by name, anywhere in the body. Positions are those of the article's text. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  /** Index of the sentence in the reading. */
  readonly sentence: number;
  readonly person: Person | null;
  /** Name without title, as normalised; for what is no person. */
  readonly name: string;
  /** Whom a surname may stand for, where several bear it. */
  readonly candidates: readonly Person[];
  /** The mention is a possessive: "Biden’s remarks". */
  readonly possessive: boolean;
}

/** Somebody whom the article names, with all that it says of who they are. */
export interface Person {
  readonly key: string;
  /** The fullest form of the name. */
  name: string;
  readonly surname: string;
  readonly first: string | null;
  /** What stands before or after the name: "the UN’s humanitarian chief", "a doctor at the hospital". */
  readonly descriptions: string[];
  gender: Gender | null;
  /** The article says that they left, or used to be. */
  former: boolean;
}

export interface NameIndex {
  readonly mentions: readonly NameMention[];
  readonly persons: readonly Person[];
  /** Acronym → full name, and full name → acronym, as the article introduces them: "… (GHF)". */
  readonly acronyms: ReadonlyMap<string, string>;
}

const LEFT = new Wording(
  /\b(?:resign(?:ed|s|ation|ing)?|step(?:ped|s|ping)? down|quit|stood down|left (?:his|her|the) (?:post|job|position)|was (?:fired|ousted|dismissed|sacked))\b/i,
  'resign|step|quit|stood down|left |fired|ousted|dismissed|sacked',
);

class NameCollector {
  readonly mentions: NameMention[] = [];
  readonly persons: Person[] = [];
  private readonly byName = new Map<string, Person>();
  private readonly bySurname = new Map<string, Person[]>();

  person(tokens: readonly string[], description: string): Person {
    const name = tokens.join(' ');
    const surname = tokens.slice(1).join(' ') || name;
    const last = tokens.at(-1) ?? name;
    let person = this.byName.get(name);
    if (!person && tokens.length > 1) {
      // "Tedros Adhanom Ghebreyesus" after "Tedros Ghebreyesus": first and last word agree.
      person = this.persons.find((other) => other.first === tokens[0] && other.name.split(' ').at(-1) === last);
    }
    if (!person) {
      const gender = genderOfFirstName(tokens[0] ?? '');
      person = {
        key: name,
        name,
        surname: last,
        first: tokens.length > 1 ? (tokens[0] ?? null) : null,
        descriptions: [],
        gender,
        former: false,
      };
      this.persons.push(person);
      for (const part of new Set([last, surname])) this.bySurname.set(part, [...(this.bySurname.get(part) ?? []), person]);
    } else if (name.length > person.name.length) person.name = name;
    this.byName.set(name, person);
    if (description !== '' && !person.descriptions.includes(description)) person.descriptions.push(description);
    return person;
  }

  knows(name: string): boolean {
    return this.byName.has(name);
  }

  /** The persons whom a surname, or a given name alone, may stand for. */
  candidates(name: string): readonly Person[] {
    return this.bySurname.get(name) ?? this.persons.filter((person) => person.first === name);
  }
}

/** Persons, bodies and places that the article's body names, with what it says of the persons, and the acronyms that it introduces. */
export function indexNames(text: string, sentences: readonly ReadSentence[]): NameIndex {
  const collector = new NameCollector();
  const pending: { run: Run; words: readonly Word[] }[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const words = wordsOf(text, sentence);
    for (const run of runsOf(words, index)) pending.push({ run, words });
  }
  const alone = standingAlone(pending.map(({ run }) => run));
  // First the full names, so that a surname before the full name (a headline's habit) finds its bearer too.
  const names = pending.map(({ run, words }) => nameInRun(run, words));
  const full = pending.map(({ run, words }, i): Person | null => {
    const sentence = sentences[run.sentence];
    const end = run.words.at(-1)?.end ?? 0;
    const name = names[i];
    if (!sentence || !name) return null;
    const age = /^,\s*(?:who\b|(\d{1,3}),)/.exec(text.slice(end, end + 8));
    const after = descriptionAfter(text, end, sentence.end);
    const person = readFullName(collector, name, run, words, after, age ? (age[1] ?? 'who') : '', alone);
    // "Mrs Holm" is who was named so far, even where another Holm follows.
    return person ?? titledSurname(collector, name, false);
  });
  const resolved = full.map((person, i) => person ?? (names[i] ? titledSurname(collector, names[i], true) : null));
  for (const [i, { run }] of pending.entries()) {
    const start = run.words[0]?.start ?? 0;
    const end = run.words.at(-1)?.end ?? 0;
    const candidates = resolved[i] ? [] : bySurname(collector, run);
    const person = resolved[i] ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
    const name = normalise(run.words.map((word) => word.text).join(' '));
    if (person) {
      noteLeaving(text, sentences[run.sentence], end, person);
      for (const one of [descriptionApposed(text, sentences[run.sentence]?.start ?? 0, start, end), descriptionOfBody(text, end)])
        if (one !== '') person.descriptions.push(normalise(one));
    }
    collector.mentions.push({
      start,
      end,
      sentence: run.sentence,
      person,
      name,
      candidates: candidates.length > 1 ? candidates : [],
      possessive: run.possessive,
    });
  }
  return { mentions: collector.mentions, persons: collector.persons, acronyms: findAcronyms(text, sentences) };
}

/** Where each word that stands as a name by itself does so, in text order. */
function standingAlone(runs: readonly Run[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { words } of runs) {
    const [only, second] = words;
    if (!only || second) continue;
    const known = places.get(only.text);
    if (known) known.push(only.start);
    else places.set(only.text, [only.start]);
  }
  return places;
}

/** Times that a name may stand alone before the whole is met: a headline, and a sentence on it. */
const FEW = 2;

function noteLeaving(text: string, sentence: ReadSentence | undefined, end: number, person: Person): void {
  if (!sentence) return;
  const after = text.slice(end, Math.min(sentence.end, end + 160));
  const found = LEFT.exec(after);
  if (!found) return;
  const between = after.slice(0, found.index);
  const direct =
    /^(?:['’]s\s+(?:[A-Za-zÀ-ỿ-]+\s+){0,2})$/u.test(between) ||
    /^(?:,[^.;“”"]*,)?\s*(?:who |had |has |also |unexpectedly |abruptly |suddenly |also |then |[A-Za-zÀ-ỿ]+ly ){0,3}$/u.test(
      between,
    );
  if (direct) person.former = true;
}

function readFullName(
  collector: NameCollector,
  { tokens, whole, before, lastBefore, titled }: NameInRun,
  run: Run,
  words: readonly Word[],
  after: string,
  next: string,
  alone: ReadonlyMap<string, readonly number[]>,
): Person | null {
  const start = run.words[0]?.start ?? 0;
  const headAfter = after === '' ? '' : headOfDescription(after);
  const known = titled && tokens.length >= 2 && typeOfHead(tokens.at(-1) ?? '') === null && !stateOf(tokens[0] ?? '');
  // "its yearly Camp Lumar", "Lumar", again and again before "Camp Lumar": no surname.
  const isThing = !titled && /^(?:the|its|their|our|an?) /i.test(before);
  const standsAlone = (name: string) => {
    const places = isThing ? undefined : alone.get(name);
    return places !== undefined && ((places[FEW] ?? Number.MAX_SAFE_INTEGER) > start || collector.knows(whole));
  };
  if (!known && !looksLikePerson(tokens, headAfter || next, lastBefore, standsAlone)) return null;
  if (tokens.length === 1 && collector.candidates(tokens[0] ?? '').length > 0) return null;
  const person = collector.person(tokens, titled ? before : '');
  if (headAfter !== '' && isRole(headAfter) && !person.descriptions.includes(after)) person.descriptions.push(normalise(after));
  // "Her father, Ben Holm, …": the relation stands before the name.
  if (words[run.from - 1]?.text === ',') {
    const relative = RELATIVE.exec(textOf(words.slice(Math.max(0, run.from - 5), run.from - 1)))?.[1];
    if (relative !== undefined) {
      person.descriptions.push(relative);
      person.gender ??= genderOfTitle(relative);
    }
  }
  person.gender ??= genderOfTitle(before);
  return person;
}

const RELATIVE = new Wording(
  /(?:^|\s)((?:his|her|their|my) (?:[a-z]+[ -])?(?:mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt|cousin|grandfather|grandmother|widow|widower|partner|fiancée?|niece|nephew))$/i,
  'mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt|cousin|widow|partner|fianc|niece|nephew',
);

/** "chief minister Bolan", "singer Alma": a role in the singular right before the one name. */
const calledByRole = (before: string, role: string): boolean =>
  /^[a-z]/.test(role) && !/s$/.test(role) && !/^(?:his|her|their|its|an?|the)\b/i.test(before) && typeOfRole(role) !== null;

const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

/** "President Ruiz", "chief minister Bolan", "Mrs Holm": whose surname that is; somebody new where nobody bears it and `mayBeNew`. */
function titledSurname(
  collector: NameCollector,
  { tokens, before, lastBefore, titled, title }: NameInRun,
  mayBeNew: boolean,
): Person | null {
  const [surname] = tokens;
  if (!titled || surname === undefined || tokens.length > 1 || typeOfHead(surname) || isRole(surname)) return null;
  if (title < 0 && !calledByRole(before, lastBefore)) return null;
  const gender = genderOfTitle(before);
  // "the bank’s president Mr Holm", but "an opponent of Mrs Holm" says nothing of her.
  const role = before.replace(/(?:^|\s)(?:Mr|Mrs|Ms|Miss|Mx)\.?$/, '');
  const description = role === before || isRole(/[A-Za-z-]+$/.exec(role)?.[0] ?? '') ? role : '';
  const bearers = collector.candidates(surname);
  const [known, second] = gender === null || bearers.length < 2 ? bearers : bearers.filter((one) => one.gender === gender);
  if (known && !second) {
    // "her brother Ben": whom the article names in full may be another Ben.
    if (title < 0 && typeOfRole(lastBefore) === 'family') return null;
    if (description !== '') known.descriptions.push(description);
    known.gender ??= gender;
    return known;
  }
  if (bearers.length > 0 || !mayBeNew) return null;
  const person = collector.person([surname], description);
  person.gender = gender;
  return person;
}

/** The persons whom a surname, with its title or without, may stand for. */
function bySurname(collector: NameCollector, run: Run): readonly Person[] {
  const words = run.words.map((word) => word.text);
  const title = lastTitle(run.words);
  const name = words.slice(title + 1).join(' ');
  if (name === '') return [];
  const candidates = collector.candidates(name);
  if (candidates.length > 1 && title >= 0) {
    const withTitle = candidates.filter((person) => person.descriptions.some((one) => one.includes(words[title] ?? '\n')));
    if (withTitle.length === 1) return withTitle;
  }
  return candidates;
}
