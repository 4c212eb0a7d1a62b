import { Wording } from '../../article/wording.ts';
import type { ReadSentence } from '../reading.ts';
import { findAcronyms } from './acronyms.ts';
import { type Gender, genderOfFirstName, genderOfTitle, isFirstName } from './knowledge/first-names.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, isTitleBeforeName, speaksForBody } from './knowledge/roles.ts';
import { looksLikePerson } from './looks-like-person.ts';
import {
  descriptionAfter,
  descriptionApposed,
  descriptionBefore,
  descriptionOfBody,
  headOfDescription,
} from './name-descriptions.ts';
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
  const resolved: (Person | null | undefined)[] = pending.map(({ run, words }) => {
    const sentence = sentences[run.sentence];
    const end = run.words.at(-1)?.end ?? 0;
    if (!sentence) return null;
    const age = /^,\s*(?:who\b|(\d{1,3}),)/.exec(text.slice(end, end + 8));
    return readFullName(collector, run, words, descriptionAfter(text, end, sentence.end), age ? (age[1] ?? 'who') : '', alone);
  });
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

/** "Ministry of", "Department for": a body's name goes on. */
const isOffice = (word: string, next: Word | undefined): boolean =>
  typeOfHead(word) === 'government' && !isRole(word) && /^(?:of|for)$/.test(next?.text ?? '');

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
  run: Run,
  words: readonly Word[],
  after: string,
  next: string,
  alone: ReadonlyMap<string, readonly number[]>,
): Person | null {
  const title = lastTitle(run.words);
  let tokens = run.words.slice(title + 1).map((word) => word.text);
  let from = run.from + title + 1;
  // "Israeli Ana Ruiz", "Republican Ben Holm": what stands before the name in capitals is no part of it.
  while (
    tokens.length > 2 &&
    (stateOfDemonym(tokens[0] ?? '') ||
      /^(?:Republican|Democrat|Democratic|Senate|House|Labour|Conservative|GOP)$/.test(tokens[0] ?? ''))
  ) {
    tokens = tokens.slice(1);
    from++;
  }
  // "manager at Oldport Tours Ana Ruiz": the name begins after the firm's.
  const firm = tokens.findLastIndex(
    (token, i) => i < tokens.length - 2 && typeOfHead(token) !== null && isFirstName(tokens[i + 1] ?? ''),
  );
  if (
    firm < 0 &&
    tokens.length > 3 &&
    isFirstName(tokens.at(-2) ?? '') &&
    !isFirstName(tokens[0] ?? '') &&
    !words[run.from - 1]?.text.match(/^[“"]$/)
  ) {
    from += tokens.length - 2;
    tokens = tokens.slice(-2);
  }
  if (firm > 0) {
    tokens = tokens.slice(firm + 1);
    from += firm + 1;
  }
  // 'Robert C. "Bob" Holm': before the nickname stands no whole name.
  while (/^[A-ZÀ-ÞĀ-Ž]\.?$/u.test(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  // "Talking to the Daily Mail Ruiz complained": an outlet's name is no given name.
  if (typeOfKnownName(tokens.slice(0, -1).join(' ')) === 'media' && tokens.length > 2) return null;
  const before = descriptionBefore(words, from);
  const lastBefore = /[A-Za-zÀ-ỿ-]+$/u.exec(before.replace(/\.$/, ''))?.[0] ?? '';
  const titled =
    title >= 0
      ? isTitleBeforeName(run.words[title]?.text ?? '') ||
        isRole(run.words[title]?.text ?? '') ||
        /^(?:State|Staff|Affairs)$/.test(run.words[title]?.text ?? '')
      : isRole(lastBefore) || speaksForBody(lastBefore);
  const start = run.words[0]?.start ?? 0;
  const whole = tokens.join(' ');
  if (tokens.length === 0 || tokens.some((token) => /^(?:of|for|the)$/.test(token))) return null;
  // "Ministry of Foreign Affairs": what follows the title is an office's.
  if (tokens.length === 1 && run.words.some(({ text }, i) => i + 1 < title && isOffice(text, run.words[i + 1]))) return null;
  if (typeOfKnownName(whole) || stateOf(whole) || stateOfDemonym(whole)) return null;
  const headAfter = after === '' ? '' : headOfDescription(after);
  const known = titled && tokens.length >= 2 && typeOfHead(tokens.at(-1) ?? '') === null && !stateOf(tokens[0] ?? '');
  // "its yearly Camp Lumar", "Lumar", again and again before "Camp Lumar": no surname.
  const isThing = !titled && /^(?:the|its|their|our|an?) /i.test(before);
  const standsAlone = (name: string) => {
    const places = isThing ? undefined : alone.get(name);
    return places !== undefined && ((places[FEW] ?? Number.MAX_SAFE_INTEGER) > start || collector.knows(whole));
  };
  if (!known && !looksLikePerson(tokens, headAfter || next, lastBefore, standsAlone)) {
    if (titled && tokens.length === 1 && title >= 0) return titledSurname(collector, tokens[0] ?? '', before);
    return null;
  }
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

const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

/** "President Ruiz", "Mr Holm": a surname with its title makes a person where no full name stands in the article. */
function titledSurname(collector: NameCollector, surname: string, title: string): Person | null {
  if (typeOfHead(surname) || isRole(surname)) return null;
  const [known, second] = collector.candidates(surname);
  if (known && !second) {
    if (title !== '' && !/^(?:Mr|Mrs|Ms)\.?$/.test(title)) known.descriptions.push(title);
    known.gender ??= genderOfTitle(title);
    return known;
  }
  if (known) return null;
  const person = collector.person([surname], title);
  person.gender = genderOfTitle(title);
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
