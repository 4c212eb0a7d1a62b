import type { ReadSentence } from '../reading.ts';
import { type Gender, genderOfFirstName, isFirstName } from './knowledge/first-names.ts';
import { isBodyWord, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, speaksForBody, TITLE_BEFORE_NAME } from './knowledge/roles.ts';
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

const PARTICLE = /^(?:al|el|bin|bint|ibn|abu|de|da|del|della|der|di|dos|du|la|le|van|von|ter|ten|y|e)$/i;
const PARTICLE_HYPHEN = /^(?:al|el|an|ar|as|ash|at|ben)-\p{Lu}/u;
const CAPITAL = /^\p{Lu}/u;
// Words with a capital that begin sentences but no names.
const NO_NAME =
  /^(?:The|A|An|In|On|At|For|From|By|To|But|And|Or|If|When|While|As|After|Before|Since|Until|With|Without|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|Here|Some|Many|Most|Several|All|Both|Another|Other|One|Two|Three|Four|Five|Six|Ten|Dozens|Hundreds|Thousands|Meanwhile|However|Earlier|Later|Also|Still|Yet|Now|Then|Last|Next|First|Second|Among|According|Despite|Amid|During|Under|Over|About|Around|Asked|Speaking|Addressing|Citing|Officials|Police|Authorities|Experts|Critics|What|Who|Why|How|Where|Not|No|Yes|So|Just|Only|Even|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Today|Yesterday|Tomorrow|Mr|Mrs|Ms|Former|Late|Senior)$/;
const STOP_BEFORE =
  /^(?:said|says|say|told|by|with|from|to|in|on|at|that|which|who|and|or|but|as|when|while|after|before|than|like|is|was|were|are|be|been|has|have|had|will|would|if|because|since|into|against|between|among|over|under|about|added|including|named|called|where|according|until|then|did|does|do|can|could|may|might|should|not|also|just|only|even|both|either|whether|though|although|so)$/i;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Run {
  readonly words: readonly Word[];
  /** Index of the first word in the sentence's words. */
  readonly from: number;
  readonly sentence: number;
  readonly possessive: boolean;
}

/** Words of a sentence, with the dot of titles and initials joined on: "Sen.", "J." */
function wordsOf(text: string, sentence: ReadSentence): readonly Word[] {
  const words: Word[] = [];
  for (const token of sentence.tokens) {
    const last = words.at(-1);
    const here = text.slice(token.start, token.end);
    if (
      here === '.' &&
      last &&
      last.end === token.start &&
      (/^\p{Lu}$/u.test(last.text) || (TITLE_BEFORE_NAME.test(last.text) && last.text.length <= 6))
    ) {
      words[words.length - 1] = { text: `${last.text}.`, start: last.start, end: token.end };
    } else words.push({ text: here, start: token.start, end: token.end });
  }
  return words;
}

const isCapital = (word: string): boolean => (CAPITAL.test(word) && !/-year-old$/.test(word)) || PARTICLE_HYPHEN.test(word);

/** The runs of capitalised words, with the particles inside names ("Mohammed bin Salman"). */
function runsOf(words: readonly Word[], sentence: number): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (!word || !isCapital(word.text) || (NO_NAME.test(word.text) && !/^(?:Mr|Mrs|Ms)$/.test(word.text))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < words.length) {
      const next = words[end]?.text ?? '';
      const gap = (words[end]?.start ?? 0) - (words[end - 1]?.end ?? 0);
      if (gap > 2 || gap < 1) break;
      if (isCapital(next) && !(NO_NAME.test(next) && !/^(?:Mr|Mrs|Ms|May|March|April|June|August|Will)\.?$/.test(next))) end++;
      else if (PARTICLE.test(next) && isCapital(words[end + 1]?.text ?? '')) end += 2;
      else if (/^(?:of|for|the)$/.test(next) && joinsOffice(words, at, end))
        end += next === 'the' ? 1 : words[end + 1]?.text === 'the' ? 3 : 2;
      else break;
    }
    const following = words[end]?.text ?? '';
    runs.push({ words: words.slice(at, end), from: at, sentence, possessive: /^['’]s?$/.test(following) });
    at = end;
  }
  return runs;
}

/** "Secretary of State", "Ministry of Health", "Office for the Coordination": an office goes on over "of". */
function joinsOffice(words: readonly Word[], from: number, at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  const after = words[at + 1]?.text === 'the' ? (words[at + 2]?.text ?? '') : (words[at + 1]?.text ?? '');
  if (!isCapital(after) || NO_NAME.test(after)) return false;
  const word = before.toLowerCase();
  return (
    at > from &&
    (/^(?:secretary|ministry|department|agency|administration|directorate|university|bank|house|board|office|court|institute|council|court|federation|association|chamber|committee|center|centre|union|coordinat\w+|protection|prevention|promotion|development|organi[sz]ation|programme|program|fund|school|college|society|league|council|commission|authority|bureau|forum|network)$/.test(
      word,
    ) ||
      TITLE_BEFORE_NAME.test(before))
  );
}

/** Last word of a run that is a title or role before a name; -1 where there is none. */
function lastTitle(words: readonly Word[]): number {
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i]?.text ?? '';
    if (
      /^(?:State|Staff|Defense|Defence|Affairs|Representatives)$/.test(word) &&
      i > 0 &&
      /^of|Chief|Secretary|Minister$/i.test(words[i - 1]?.text ?? '')
    )
      return i;
    if (TITLE_BEFORE_NAME.test(word) || (isRole(word) && i === 0)) return i;
    if (/^(?:[A-Z]{3,}|Ministry|Department|Committee|Police|Forces|Army|Council|University)$/.test(word)) return i;
  }
  return -1;
}

/** The lower-case description right before a name: "the union’s chief negotiator" in "the union’s chief negotiator Mara Lindqvist". */
function descriptionBefore(words: readonly Word[], from: number): string {
  let start = from;
  while (start > 0 && from - start < 9) {
    const word = words[start - 1]?.text ?? '';
    if (!/[\p{L}’'$]/u.test(word) && !/^['’]$/.test(word)) break;
    if (STOP_BEFORE.test(word)) break;
    start--;
    if (/^(?:the|a|an)$/i.test(word)) break;
  }
  return words.slice(start, from).reduce((sum, word) => sum + (/^['’]/.test(word.text) || sum === '' ? '' : ' ') + word.text, '');
}

/** "…, the UN’s humanitarian chief," and ", 43," after a name: up to the next comma that closes it. */
function descriptionAfter(text: string, end: number, sentenceEnd: number): string {
  const rest = text.slice(end, Math.min(sentenceEnd, end + 240));
  if (rest.includes(' whose ') && WHOSE_KIN.test(rest)) return 'relative';
  const found =
    /^(?:\s*\([^)]{1,40}\))?(?:['’]s)?,\s+(?:\d{1,3},\s+)?((?:an?|the|one of|his|her|its|their|\p{Ll}[\p{L}-]*|\p{Lu}[\p{L}.]*(?:['’]s?)?)\b[^,;:.“”"()]*(?:\b\p{Lu}\.[^,;:“”"()]*)?)/u.exec(
      rest,
    );
  const description = found?.[1]?.trim() ?? '';
  if (description === '' || NO_DESCRIPTION.test(description)) return '';
  const closing = rest[(found?.index ?? 0) + (found?.[0].length ?? 0)] ?? '';
  // Without a comma that closes it, "…, the forum said" is the next clause's subject.
  if (!/[,;–—)]/.test(closing) && VERB_INSIDE.test(description.replace(RELATIVE_CLAUSE, ''))) return '';
  return description.replace(RELATIVE_CLAUSE, '');
}

// "Ana Ruiz, whose younger brother was killed"
const WHOSE_KIN =
  /^,\s+(?:\d{1,3},\s+)?whose (?:[\p{L}\p{N}-]+ ){0,3}(?:mother|father|parents?|brother|sister|son|daughter|husband|wife|uncle|aunt|grand\p{L}+|cousin|nephew|niece|child|children|family|partner|fianc[ée]+)s?\b.*\b(?:was|were|is|are|had|has|have|died|disappeared|went)\b/u;
const NO_DESCRIPTION =
  /^(?:and|but|or|who|which|that|when|while|said|says|told|adding|saying|who|whose|in|on|at|as|after|before|with|from|to)\b/i;
const RELATIVE_CLAUSE = /\s+(?:who|which|that)\b.*$/s;
const VERB_INSIDE =
  /\b(?:said|says|say|told|tells|has|have|had|is|was|were|are|will|would|added|adds|wrote|did|does|[a-zà-ɏ]{3,}ed)\b/i;

const LEFT =
  /\b(?:resign(?:ed|s|ation|ing)?|step(?:ped|s|ping)? down|quit|stood down|left (?:his|her|the) (?:post|job|position)|was (?:fired|ousted|dismissed|sacked))\b/i;

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

  /** The persons whom a surname, or a given name alone, may stand for. */
  candidates(name: string): readonly Person[] {
    return this.bySurname.get(name) ?? this.persons.filter((person) => person.first === name);
  }
}

/** Whether a run of words without a title is a person's name: by its first name, or since nothing tells that it is a body or place. */
function looksLikePerson(tokens: readonly string[], after: string, before: string, alone: ReadonlySet<string>): boolean {
  const last = tokens.at(-1) ?? '';
  const whole = tokens.join(' ');
  if (tokens.length === 1 && after === 'who' && !typeOfKnownName(whole) && !stateOf(whole) && !stateOfDemonym(whole))
    return /^\p{Lu}\p{Ll}+$/u.test(whole);
  if (tokens.length < 2 || tokens.length > 5) return false;
  if (typeOfKnownName(whole) || stateOf(whole) || tokens.some((token) => /^\p{Lu}{2,}s?$/u.test(token) && token.length > 2))
    return false;
  if (tokens.some(isBodyWord)) return false;
  if (isFirstName(tokens[0] ?? '')) return typeOfHead(last) === null || isRole(after);
  if (
    typeOfHead(last) ||
    stateOf(tokens[0] ?? '') ||
    stateOfDemonym(tokens[0] ?? '') ||
    tokens.some((token) => token.includes('/'))
  )
    return false;
  if (tokens.some((token) => /^(?:of|for|the)$/.test(token))) return false;
  if (/-year-old$/.test(before)) return true;
  // The surname or the given name stands alone elsewhere: bodies are not called so.
  if (
    tokens.length <= 3 &&
    tokens.every((token) => /^\p{Lu}\p{Ll}/u.test(token) || PARTICLE_HYPHEN.test(token)) &&
    (alone.has(last) || alone.has(tokens[0] ?? ''))
  )
    return true;
  return /^(?:who|\d+)$/.test(after) || (after !== '' && isRole(after)) || tokens.some((token) => /^\p{Lu}\.$/u.test(token));
}

/** Persons, bodies and places that the article's body names, with what it says of the persons, and the acronyms that it introduces. */
export function indexNames(text: string, sentences: readonly ReadSentence[]): NameIndex {
  const collector = new NameCollector();
  const pending: { run: Run; words: readonly Word[] }[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const words = wordsOf(text, sentence);
    for (const run of runsOf(words, index)) pending.push({ run, words });
  }
  const alone = new Set(pending.filter(({ run }) => run.words.length === 1).map(({ run }) => run.words[0]?.text ?? ''));
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
    if (person) noteLeaving(text, sentences[run.sentence], end, person);
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

function noteLeaving(text: string, sentence: ReadSentence | undefined, end: number, person: Person): void {
  if (!sentence) return;
  const after = text.slice(end, Math.min(sentence.end, end + 160));
  const found = LEFT.exec(after);
  if (!found) return;
  const between = after.slice(0, found.index);
  const direct =
    /^(?:['’]s\s+(?:[\p{L}-]+\s+){0,2})$/u.test(between) ||
    /^(?:,[^.;“”"]*,)?\s*(?:who |had |has |also |unexpectedly |abruptly |suddenly |also |then |\p{L}+ly ){0,3}$/u.test(between);
  if (direct) person.former = true;
}

function readFullName(
  collector: NameCollector,
  run: Run,
  words: readonly Word[],
  after: string,
  next: string,
  alone: ReadonlySet<string>,
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
  const before = descriptionBefore(words, from);
  const lastBefore = /[\p{L}-]+$/u.exec(before.replace(/\.$/, ''))?.[0] ?? '';
  const titled =
    title >= 0
      ? TITLE_BEFORE_NAME.test(run.words[title]?.text ?? '') ||
        isRole(run.words[title]?.text ?? '') ||
        /^(?:State|Staff|Affairs)$/.test(run.words[title]?.text ?? '')
      : isRole(lastBefore) || speaksForBody(lastBefore);
  const whole = tokens.join(' ');
  if (tokens.length === 0 || tokens.some((token) => /^(?:of|for|the)$/.test(token))) return null;
  if (typeOfKnownName(whole) || stateOf(whole) || stateOfDemonym(whole)) return null;
  const headAfter = after === '' ? '' : headOfDescription(after);
  const known = titled && tokens.length >= 2 && typeOfHead(tokens.at(-1) ?? '') === null && !stateOf(tokens[0] ?? '');
  if (!known && !looksLikePerson(tokens, headAfter || next, lastBefore, alone)) {
    if (titled && tokens.length === 1 && title >= 0) return titledSurname(collector, tokens[0] ?? '', before);
    return null;
  }
  if (tokens.length === 1 && collector.candidates(tokens[0] ?? '').length > 0) return null;
  const person = collector.person(tokens, titled ? before : '');
  if (headAfter !== '' && isRole(headAfter) && !person.descriptions.includes(after)) person.descriptions.push(normalise(after));
  // "Her father, Ben Holm, …": the relation stands before the name.
  const family =
    /(?:^|\s)((?:his|her|their|my) (?:[a-z]+[ -])?(?:mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt|cousin|grandfather|grandmother|widow|widower|partner|fiancée?|niece|nephew)),\s*$/i.exec(
      `${words
        .slice(Math.max(0, run.from - 5), run.from)
        .map((word) => word.text)
        .join(' ')
        .replace(/ ,/g, ',')} `,
    );
  if (family?.[1]) person.descriptions.push(family[1]);
  person.gender ??= genderOfTitle(before);
  return person;
}

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

function genderOfTitle(title: string): Gender | null {
  if (
    /\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|Sister|Congresswoman|Councilwoman|chairwoman|spokeswoman|mother|wife|daughter|sister|aunt|widow|grandmother|actress)\b/i.test(
      title,
    )
  )
    return 'female';
  if (
    /\b(?:Mr|Sir|Lord|King|Prince|Pope|Father|Congressman|Councilman|chairman|spokesman|father|husband|son|brother|uncle|widower|grandfather|businessman|Emir|Sheikh|Rabbi|Imam)\b/i.test(
      title,
    )
  )
    return 'male';
  return null;
}

/** The head of a description: "a doctor at the hospital" → "doctor". */
export function headOfDescription(description: string): string {
  const core = description
    .replace(/\s(?:of|for|at|in|from|with|on|who|whose|to|and|based|by)\s.*$/s, '')
    .replace(/(?:['’]s?|\.)$/, '')
    .trim();
  return /[\p{L}-]+$/u.exec(core)?.[0] ?? '';
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

/** "Gaza Humanitarian Foundation (GHF)" and "GHF (Gaza Humanitarian Foundation)". */
function findAcronyms(text: string, sentences: readonly ReadSentence[]): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    // The expressions take milliseconds to compile and to run.
    if (!words.includes('(')) continue;
    for (const found of words.matchAll(
      /((?:\p{Lu}[\p{L}’'-]*(?:\s+(?:of|for|the|and|on|in|to|&|de|du|des))*\s+){1,9}?\p{Lu}[\p{L}’'-]*|\p{Lu}[\p{L}’'-]+)\s+\(((?:the )?[\p{Lu}\p{N}][\p{L}\p{N}.&-]{1,11})[),]/gu,
    )) {
      const full = normalise(found[1] ?? '');
      const short = normalise((found[2] ?? '').replace(/^the /, ''));
      if (/^\p{Lu}/u.test(short) && initialsMatch(full, short)) acronyms.set(short, full.replace(/^The /, ''));
    }
    for (const found of words.matchAll(/\b(\p{Lu}{2,8})\s+\(([^)]{8,90})\)/gu)) {
      const full = normalise(found[2] ?? '');
      if (initialsMatch(full, found[1] ?? '')) acronyms.set(found[1] ?? '', full);
    }
  }
  return acronyms;
}

function initialsMatch(full: string, short: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '').toUpperCase();
  const initials = (full.match(/\p{L}[\p{L}’'.]*/gu) ?? [])
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '');
  if (letters.length < 2 || initials.length < 2) return false;
  let at = 0;
  for (const letter of letters) {
    const found = initials.indexOf(letter, at);
    if (found >= 0) at = found + 1;
    else if (!full.toUpperCase().includes(letter)) return false;
  }
  return initials.filter((letter) => letters.includes(letter)).length >= Math.min(initials.length, letters.length) - 1;
}
