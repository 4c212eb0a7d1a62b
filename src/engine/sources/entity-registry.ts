import type { AttributionSpans } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import type { SourcePack } from '../../packs/source-pack.ts';
import type { Reading } from '../reading.ts';
import { displayNameOf, displayNameOfPerson } from './display-name.ts';
import { type Entity, type EntityKind, slugOf } from './entity.ts';
import { type Gender, genderOfFirstName } from './knowledge/first-names.ts';
import { isBodyWord, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { isSeat, stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, singular, speaksForBody, typeOfRole } from './knowledge/roles.ts';
import {
  anchorWords,
  entriesNamedIn,
  indexPacks,
  matchPack,
  matchPhrase,
  matchShortForm,
  type PackIndex,
  type PackMatch,
} from './match-pack.ts';
import { headOfDescription, indexNames, type NameIndex, type NameMention, type Person } from './name-index.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';
import { type Pronoun, readPronoun } from './pronouns.ts';
import { sentenceIndexAt } from './sentence-at.ts';
import { typeOfPerson, typeOfPhrase } from './source-type.ts';

/** An entity and whether the mention at hand names it. */
export interface Resolved {
  readonly entity: Entity;
  readonly named: boolean;
}

/** Somebody spoke, and how they were called there: "he" goes on from a person, "it" from a body. */
interface Spoken {
  readonly entity: Entity;
  readonly shape: 'person' | 'plural' | 'thing';
  readonly gender: Gender | null;
  readonly person: Person | null;
  /** Start of the attribution's source: who speaks together has the same. */
  readonly group: number;
  /** They put a question: what follows is mostly the answer, and another's. */
  readonly asks: boolean;
  /** Head of the phrase that called them so, in the singular: "official"; empty for a pronoun. */
  readonly head: string;
  readonly at: number;
  readonly sentence: number;
}

/** How many mentions by name are looked at, going back from a pronoun or a short form: keeps the time linear. */
const LOOK_BACK = 80;
/** Sentences back in which a pronoun's bearer is sought. */
const PRONOUN_REACH = 4;
/** Two candidates closer than this are equally good: then nobody is guessed. */
const TIE = 0.15;

// Nouns that stand for each other: what was "a survey" is "the poll" a sentence later.
const SAME_THING: readonly (readonly string[])[] = [
  ['poll', 'survey', 'polling', 'pollster'],
  ['report', 'study', 'paper', 'analysis', 'research', 'review', 'investigation'],
  ['video', 'footage', 'clip', 'recording'],
  ['lawsuit', 'complaint', 'suit', 'filing', 'indictment'],
  ['group', 'organization', 'organisation', 'charity', 'ngo', 'movement', 'body'],
  ['company', 'firm', 'business', 'corporation', 'manufacturer', 'carmaker', 'giant', 'startup'],
  ['agency', 'bureau', 'service'],
  ['military', 'army', 'forces', 'troops'],
  ['police', 'force'],
  ['newspaper', 'paper', 'outlet', 'daily', 'publication', 'tabloid'],
  ['broadcaster', 'network', 'channel', 'outlet', 'station'],
];

/** What a common noun may stand for, by the type of a named body: "the company" for Acme. */
const NOUNS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  business: ['company', 'firm', 'business', 'corporation', 'manufacturer', 'carmaker', 'giant', 'retailer', 'bank', 'airline'],
  ngo: ['group', 'organization', 'organisation', 'charity', 'ngo', 'nonprofit', 'union', 'association', 'network', 'campaign'],
  'armed-group': ['group', 'movement', 'organization', 'organisation', 'militia', 'militant', 'faction'],
  international: ['body', 'agency', 'organization', 'organisation', 'bloc', 'alliance', 'union', 'court'],
  media: ['newspaper', 'paper', 'outlet', 'broadcaster', 'network', 'agency', 'publication', 'channel', 'magazine', 'website'],
  government: ['government', 'country', 'nation', 'administration'],
  expert: ['university', 'institute', 'college', 'school', 'center', 'centre'],
  military: ['agency', 'department', 'military', 'army', 'force', 'police', 'bureau'],
};

/** All entities of one article; grows while its attributions are resolved in text order. */
export class EntityRegistry {
  private readonly names: NameIndex;
  private readonly packs: PackIndex;
  private readonly byId = new Map<string, Entity>();
  private readonly byKey = new Map<string, Entity>();
  private readonly packOfPerson = new Map<string, PackMatch | null>();
  /** Ids of pack entries that a full form names somewhere in the body: only they may be meant by a short form. */
  private readonly supported: ReadonlySet<string>;
  /** In text order. */
  private readonly spoken: Spoken[] = [];

  constructor(
    private readonly reading: Reading,
    packs: readonly SourcePack[],
  ) {
    this.names = indexNames(reading.text, reading.sentences);
    this.packs = indexPacks(packs);
    const body = reading.sentences.map((one) => reading.text.slice(one.start, one.end)).join(' | ');
    this.supported = entriesNamedIn(this.packs, normalise(body));
  }

  entity(id: string): Entity | null {
    return this.byId.get(id) ?? null;
  }

  /** The entities that a source mention stands for: mostly one; none where it stands for nothing. */
  resolve(words: string, span: Span, attribution: AttributionSpans): readonly Resolved[] {
    const group = this.resolveGroup(words, span);
    if (group.length > 0) return group;
    const found = this.resolveWords(words, span, attribution);
    if (found) this.speak(found.entity, words, span, attribution);
    return found ? [found] : [];
  }

  /** "They" after a source of several parts is all of them; "both countries" are the two states that were named last. */
  private resolveGroup(words: string, span: Span): readonly Resolved[] {
    const here = this.sentenceAt(span.start);
    if (/^they$/i.test(words.trim())) {
      const last = this.spoken.at(-1);
      const together = last
        ? this.spoken.filter((one) => one.sentence === last.sentence && last.at - one.at < 120 && one.group === last.group)
        : [];
      const entities = [...new Set(together.map((one) => one.entity))];
      if (!last || together.length < 2 || here - last.sentence > 2) return [];
      return entities.map((entity) => ({ entity, named: entity.named }));
    }
    if (!/^both (?:countries|governments|nations|sides|states|capitals)$/i.test(words.trim())) return [];
    const states: Entity[] = [];
    for (
      let at = this.mentionBefore(span.start), looked = 0;
      at >= 0 && looked < LOOK_BACK && states.length < 2;
      at--, looked++
    ) {
      const mention = this.names.mentions[at];
      if (!mention || here - mention.sentence > 2) break;
      if (!mention.person && stateOf(mention.name) && !mention.possessive) {
        const { entity } = this.bodyEntity(readNounPhrase(mention.name));
        if (!states.includes(entity)) states.unshift(entity);
      }
    }
    return states.length === 2 ? states.map((entity) => ({ entity, named: true })) : [];
  }

  private speak(entity: Entity, words: string, span: Span, { cue, source }: AttributionSpans): void {
    const group = source[0]?.start ?? span.start;
    const asks = cue.some((one) => /\bask/i.test(this.reading.text.slice(one.start, one.end)));
    const at = span.start;
    const sentence = this.sentenceAt(at);
    entity.lastAt = at;
    entity.lastSentence = sentence;
    const pronoun = readPronoun(words);
    if (pronoun) {
      const before = this.spoken.findLast((one) => one.entity === entity);
      const shape = pronoun.relative
        ? (before?.shape ?? (entity.kind === 'person' ? 'person' : 'thing'))
        : pronoun.number === 'plural'
          ? 'plural'
          : pronoun.thing
            ? 'thing'
            : 'person';
      this.spoken.push({
        entity,
        shape,
        gender: pronoun.gender ?? before?.gender ?? entity.gender,
        person: before?.person ?? null,
        asks,
        group,
        head: '',
        at,
        sentence,
      });
      return;
    }
    const phrase = readNounPhrase(words);
    const person =
      this.mentionsIn(span).find(
        (mention) => mention.person !== null && phrase.core.endsWith(lastWord(this.reading.text, mention)),
      )?.person ?? entity.person;
    const plural = /s$/.test(phrase.head) && (isRole(phrase.head) || (!phrase.proper && typeOfHead(phrase.head) !== null));
    const shape = person
      ? 'person'
      : plural || /^(?:people|police)$/i.test(phrase.head)
        ? 'plural'
        : isRole(phrase.head) || /^spokes/i.test(phrase.head)
          ? 'person'
          : 'thing';
    this.spoken.push({
      entity,
      shape,
      gender: person?.gender ?? null,
      person,
      asks,
      group,
      head: person ? '' : singular(phrase.head),
      at,
      sentence,
    });
  }

  private resolveWords(words: string, span: Span, attribution: AttributionSpans): Resolved | null {
    const pronoun = readPronoun(words);
    if (pronoun) return this.resolvePronoun(words, pronoun, span, attribution);
    const opening = /^[A-Z]\p{L}+(?:ing|ed)\s(?:.*?),\s+(?=\p{Lu})/su.exec(words);
    const named = opening
      ? this.mentionsIn({ start: span.start + opening[0].length, end: span.end }).find((mention) => mention.person !== null)
          ?.person
      : null;
    if (named) return { entity: this.personEntity(named, null), named: true };
    const phrase = readNounPhrase(words);
    if (phrase.core === '') return null;
    const poll = RESPONDENTS.test(phrase.text)
      ? this.spoken.findLast((one) => one.entity.kind === 'document' && this.sentenceAt(span.start) - one.sentence <= 4)?.entity
      : undefined;
    if (poll) return { entity: poll, named: true };
    const carrier = this.throughCarrier(phrase, span, attribution);
    if (carrier) return carrier;
    const possessor = /^(his|her|its|their)$/i.test(phrase.determiner ?? '') ? readPronoun(phrase.determiner ?? '') : null;
    if (possessor) {
      const owned = this.resolvePossessed(phrase, possessor, span, attribution);
      if (owned) return owned;
    }
    const person = this.personIn(phrase, span);
    if (person) return { entity: this.personEntity(person, phrase), named: true };
    const match = matchPack(this.packs, phrase.text) ?? (phrase.proper ? this.aroundSpan(span) : null);
    if (match) return { entity: this.packEntity(match), named: isNamedMention(phrase) };
    const short = this.isDefinite(phrase) ? matchShortForm(this.packs, phrase, this.supported) : null;
    if (short && !this.hasCloserMeaning(phrase, span, short))
      return { entity: this.packEntity(short), named: isNamedMention(phrase) };
    const same = this.resolveSameRole(phrase);
    if (same) return same;
    const definite = this.resolveDefinite(phrase, span) ?? this.resolveEpithet(phrase, span);
    if (definite) return { entity: definite, named: definite.named };
    return this.phraseEntity(phrase);
  }

  /** The pack's form of which the span is only the end: "Families Forum" where the text has "Hostages and Missing Families Forum". */
  private aroundSpan(span: Span): PackMatch | null {
    const { text, sentences } = this.reading;
    const from = Math.max(sentences[this.sentenceAt(span.start)]?.start ?? 0, span.start - 60);
    const before = /(?:\p{Lu}[\p{L}’'-]*\s|(?:and|of|for|the|in)\s)+$/u.exec(text.slice(from, span.start))?.[0] ?? '';
    return before === '' ? null : matchPhrase(this.packs, readNounPhrase(before + text.slice(span.start, span.end)));
  }

  /** "data from the press office", "reports in local media": what carries the words matters less than whose they are. */
  private throughCarrier(phrase: NounPhrase, span: Span, attribution: AttributionSpans): Resolved | null {
    const of = CARRIER.exec(`${phrase.head} ${phrase.postmodifier}`);
    const words = of?.[1] ?? CARRIED_IN.exec(`${phrase.head} ${phrase.postmodifier}`)?.[1];
    if (!words) return null;
    const at = this.reading.text.slice(span.start, span.end).lastIndexOf(words.split(' ')[0] ?? words);
    const start = at < 0 ? span.start : span.start + at;
    return this.resolveWords(words, { start, end: span.end }, attribution);
  }

  // --- Persons -----------------------------------------------------------------------------------------------------------

  /** The person whose name the phrase's core ends with: the mention by name that lies in the span and ends the core. */
  private personIn(phrase: NounPhrase, span: Span): Person | null {
    const inside = this.mentionsIn(span);
    const ends = inside.filter(
      (mention) => mention.person !== null && phrase.core.endsWith(lastWord(this.reading.text, mention)),
    );
    const covering = inside.find(
      (one) =>
        one.person !== null &&
        !one.possessive &&
        one.start <= span.start + this.reading.text.slice(span.start, span.end).indexOf(phrase.head) &&
        phrase.postmodifier.startsWith('of ') &&
        phrase.postmodifier.endsWith(lastWord(this.reading.text, one)),
    );
    if (covering?.person) return covering.person;
    // "another former associate, Rob Walker,": the name stands in the appositive.
    const apposed = phrase.proper
      ? undefined
      : inside.find((one) => one.person !== null && phrase.appositive.startsWith(one.person.name) && isRole(phrase.head));
    if (apposed?.person) return apposed.person;
    const beside = this.besideRole(phrase, span, inside);
    if (beside) return beside;
    const mention = ends.find((one) => !one.possessive || phrase.core.endsWith('’s')) ?? null;
    if (mention?.person) return mention.person;
    const shared = inside.find((one) => one.candidates.length > 0 && phrase.core.endsWith(lastWord(this.reading.text, one)));
    if (shared) return this.bearerOf(shared);
    if (!phrase.proper) return null;
    return this.inCapitals(phrase) ?? this.unknownPerson(phrase);
  }

  /**
   * A name beside a role: "minister of mines Tom Alba", "the board’s president, Sue Lund," also where the span ends before the comma.
   */
  private besideRole(phrase: NounPhrase, span: Span, inside: readonly NameMention[]): Person | null {
    const { text } = this.reading;
    if (phrase.proper || !(isRole(phrase.head) || speaksForBody(phrase.head))) return null;
    const last = inside.at(-1);
    if (
      last?.person &&
      phrase.postmodifier.endsWith(lastWord(text, last)) &&
      NOUN_BEFORE_NAME.test(text.slice(span.start, last.start))
    ) {
      const role = normalise(text.slice(span.start, last.start));
      if (!last.person.descriptions.includes(role)) last.person.descriptions.push(role);
      return last.person;
    }
    const singularHead = !/s$/.test(phrase.head);
    const after = text.slice(span.end, span.end + 3);
    const next = this.names.mentions[this.mentionBefore(span.end + 3)];
    if (
      singularHead &&
      /^,\s/.test(after) &&
      next &&
      next.start > span.end &&
      next.person &&
      /^,/.test(text.slice(next.end, next.end + 1) || ',')
    )
      return next.person;
    const apposed = /^((?:\p{Lu}[\p{L}’-]+ ){1,3}\p{Lu}[\p{L}’-]+)$/u.exec(phrase.appositive)?.[1];
    if (
      !singularHead ||
      !apposed ||
      typeOfKnownName(apposed) ||
      stateOf(apposed) ||
      apposed.split(' ').some((word) => typeOfHead(word) !== null)
    )
      return null;
    const person = this.unknownPerson({ ...readNounPhrase(apposed) });
    if (person && !person.descriptions.includes(`${phrase.core} ${phrase.postmodifier}`.trim()))
      person.descriptions.push(`${phrase.core} ${phrase.postmodifier}`.trim());
    return person;
  }

  /** "RUIZ" in a transcript is Ana Ruiz. */
  private inCapitals(phrase: NounPhrase): Person | null {
    if (phrase.core.includes(' ') || phrase.core !== phrase.core.toUpperCase() || phrase.core.length < 4) return null;
    const found = this.names.persons.filter((person) => person.surname.toUpperCase() === phrase.core);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Whom a surname that several bear stands for: who of them spoke last, else whom the article describes; else nobody is guessed. */
  private bearerOf({ candidates }: NameMention): Person | null {
    const spoke = this.spoken.findLast((one) => one.person !== null && candidates.includes(one.person))?.person;
    if (spoke) return spoke;
    const described = candidates.filter((person) => person.descriptions.length > 0);
    return described.length === 1 ? (described[0] ?? null) : null;
  }

  /** A capitalised name of two to four words that is nothing else: taken as a person where it speaks. */
  private unknownPerson(phrase: NounPhrase): Person | null {
    const tokens = phrase.core.split(' ');
    const names = tokens.slice(
      tokens.findLastIndex((token) => !/^\p{Lu}/u.test(token) && !/^(?:al|bin|van|de|von|el|der|abu)(?:-|$)/i.test(token)) + 1,
    );
    const name = names.join(' ').replace(/’s?$/, '');
    if (names.length < 2 || names.length > 4 || phrase.determiner !== null || phrase.bracket !== '') return null;
    if (
      typeOfKnownName(name) ||
      stateOf(name) ||
      names.some(
        (token) => typeOfHead(token) || stateOfDemonym(token) || stateOf(token) || /^\p{Lu}{2,}$/u.test(token) || isRole(token),
      )
    )
      return null;
    if (/^(?:of|for)\b/.test(phrase.postmodifier) || names.some((token) => isBodyWord(token))) return null;
    const known = this.names.persons.find((person) => person.name === name);
    if (known) return known;
    const surname = names.at(-1) ?? name;
    const description = phrase.core.slice(0, phrase.core.length - name.length).trim();
    const person: Person = {
      key: name,
      name,
      surname,
      first: names[0] ?? null,
      descriptions: [],
      gender: genderOfFirstName(names[0] ?? ''),
      former: false,
    };
    if (description !== '') person.descriptions.push(description);
    if (phrase.appositive !== '') person.descriptions.push(phrase.appositive);
    (this.names.persons as Person[]).push(person);
    return person;
  }

  private personEntity(person: Person, phrase: NounPhrase | null): Entity {
    if (phrase) {
      if (
        phrase.appositive !== '' &&
        isRole(headOfDescription(phrase.appositive)) &&
        !person.descriptions.includes(phrase.appositive)
      )
        person.descriptions.push(phrase.appositive);
      // "Ben Holm of the Harbour Union": what follows the name tells whose words they are.
      if (/^(?:of|from|with|at)\s/.test(phrase.postmodifier) && !person.descriptions.includes(`member ${phrase.postmodifier}`))
        person.descriptions.push(`member ${phrase.postmodifier}`);
    }
    const match = this.packFor(person);
    if (match) return this.packEntity(match);
    return this.make(`person ${person.key}`, () => ({
      name: displayNameOfPerson(person),
      type: typeOfPerson(person.descriptions),
      pack: null,
      id: null,
      kind: 'person',
      person,
      heads: [],
      named: true,
      plural: false,
    }));
  }

  /** The body of a pack that a person speaks for, by name or by what the article calls them; none for who left it. */
  private packFor(person: Person): PackMatch | null {
    if (person.former) return null;
    const known = this.packOfPerson.get(person.key);
    if (known) return known;
    let best: PackMatch | null = null;
    const consider = (match: PackMatch | null) => {
      if (match && (!best || match.length > best.length)) best = match;
    };
    const former = person.descriptions.some((one) => /^(?:the |an? )?(?:former|ex-|then-|onetime|late|retired)\b/i.test(one));
    if (!former) consider(matchPhrase(this.packs, readNounPhrase(person.name)));
    for (const description of person.descriptions) {
      const expanded = normalise(description);
      const phrase = readNounPhrase(expanded);
      if (
        isRole(headOfDescription(expanded)) ||
        speaksForBody(headOfDescription(expanded)) ||
        /(?:State|Staff|\.)$/.test(phrase.core)
      ) {
        consider(matchPhrase(this.packs, phrase) ?? this.shortBody(phrase));
      }
      consider(matchPhrase(this.packs, readNounPhrase(`${expanded} ${person.name}`)));
      consider(matchPhrase(this.packs, readNounPhrase(`${expanded} ${person.surname}`)));
    }
    best ??= this.kinFor(person);
    this.packOfPerson.set(person.key, best);
    return best;
  }

  /** Somebody's relative, where the pack has an entry for the relatives of such people ("hostages") and no office tells otherwise. */
  private kinFor(person: Person): PackMatch | null {
    if (
      this.packs.kin.length === 0 ||
      person.descriptions.some((one) => isRole(headOfDescription(one)) && typeOfPerson([one]) !== 'family')
    )
      return null;
    const { text, sentences } = this.reading;
    const isKin = (one: Person): string | undefined => one.descriptions.find((words) => typeOfPerson([words]) === 'family');
    const kin = isKin(person);
    const own = this.names.mentions.filter((one) => one.person === person);
    // "Ana’s aunt Mia Berg and cousin Ben Berg": the second is whose the first is.
    const beside = own.flatMap((one) =>
      this.names.mentions.filter((other) => other.sentence === one.sentence && other.person !== null && other.person !== person),
    );
    const families = [kin, ...(kin === undefined ? [] : beside.map((one) => (one.person ? isKin(one.person) : undefined)))];
    const relatives = this.names.mentions.filter(
      (one) =>
        one.person !== person && families.some((words) => words?.includes(one.person?.first ?? one.name.split(' ')[0] ?? '\n')),
    );
    for (const mention of [...own, ...relatives]) {
      // What the sentence before says counts too: "Among the captives freed was Ana Berg. Her father, Ben Berg, …"
      const from = sentences[Math.max(0, mention.sentence - (kin === undefined ? 0 : 1))];
      const sentence = sentences[mention.sentence];
      const words = from && sentence ? text.slice(from.start, sentence.end) : '';
      if (kin === undefined && !OWN_RELATIVE.test(words)) continue;
      const found = this.packs.kin.find((one) => [...anchorWords(words)].some((word) => one.words.has(word)));
      if (found) return found.match;
    }
    return null;
  }

  /** "head of the ministry’s emergency service", "the group’s spokesman": a short form for the body in a person's description. */
  private shortBody(phrase: NounPhrase): PackMatch | null {
    if (!speaksForBody(phrase.head)) return null;
    const body =
      /\b(?:of|for|at|from) ((?:the|its) [\p{L}]+(?: [\p{L}]+)?)(?:’s?\b|$| )/u.exec(phrase.postmodifier)?.[1] ??
      /^((?:the )?[\p{L}-]+(?: [\p{L}-]+)?)’s? /u.exec(phrase.text)?.[1];
    if (!body) return null;
    const words = /^the /.test(body) ? body : `the ${body}`;
    return (
      matchShortForm(this.packs, readNounPhrase(words), this.supported) ??
      matchShortForm(this.packs, readNounPhrase(words.split(' ').slice(0, 2).join(' ')), this.supported)
    );
  }

  // --- Packs -------------------------------------------------------------------------------------------------------------

  private packEntity(match: PackMatch): Entity {
    return this.make(`pack ${match.entry.id}`, () => ({
      id: match.entry.id,
      name: match.entry.name,
      type: match.entry.type,
      pack: match.pack.id,
      kind: 'body',
      person: null,
      heads: [],
      named: true,
      plural: false,
    }));
  }

  /** Something in the article that is no pack's is meant rather: "the group" right after an aid group was named. */
  private hasCloserMeaning(phrase: NounPhrase, span: Span, short: PackMatch): boolean {
    const closer = this.resolveDefinite(phrase, span);
    return (
      closer !== null &&
      closer.id !== short.entry.id &&
      closer.lastSentence >= this.sentenceAt(span.start) - 1 &&
      closer.pack === null
    );
  }

  // --- Short forms -------------------------------------------------------------------------------------------------------

  private isDefinite(phrase: NounPhrase): boolean {
    if (/^(?:the|this|that|these|those|its|his|their|said)$/i.test(phrase.determiner ?? '')) return true;
    // Mass and plural nouns that stand without an article: "police said", "health officials say".
    return (
      phrase.determiner === null &&
      (!phrase.proper || /^(?:Police|Mediators|Health|Authorities|Investigators|Prosecutors)\b/.test(phrase.text))
    );
  }

  /**
   * "the official" and "the source" are who was called so last; "another official" after "a senior Israeli official" is of the
   * same body where a pack knows it, and somebody new where none does.
   */
  private resolveSameRole(phrase: NounPhrase): Resolved | null {
    const determiner = phrase.determiner?.toLowerCase() ?? '';
    if (!isRole(phrase.head) && !/^sources?$/i.test(phrase.head)) return null;
    if (phrase.postmodifier !== '' && phrase.proper) return null;
    const head = singular(phrase.head);
    const last = this.spoken.findLast((one) => one.head === head);
    if (!last) return null;
    if (
      /^(?:the|this|that|these|those)$/.test(determiner) &&
      modifiersAgree(phrase, last.entity.name) &&
      phrase.postmodifier === ''
    )
      return { entity: last.entity, named: last.entity.kind !== 'people' && last.entity.pack === null };
    const another =
      /^(?:another|other|others|a second|a third|a separate|one|some)$/.test(determiner) &&
      phrase.premodifier === '' &&
      phrase.postmodifier === '';
    return another && last.entity.pack !== null ? { entity: last.entity, named: false } : null;
  }

  /** "the company", "the poll", "police": the entity or name before that it points back to; null where none or two fit. */
  private resolveDefinite(phrase: NounPhrase, span: Span): Entity | null {
    const bare = phrase.determiner === null;
    if (
      !/^(?:the|this|that|these|those|said)$/i.test(phrase.determiner ?? '') &&
      !(bare && /^(?:police|investigators|prosecutors)$/i.test(phrase.core))
    )
      return null;
    const head = singular(phrase.head);
    const nouns = new Set([head, ...SAME_THING.filter((group) => group.includes(head)).flat()]);
    for (let i = this.spoken.length - 1; i >= 0; i--) {
      const { entity } = this.spoken[i] ?? {};
      if (!entity) continue;
      const person = this.spoken[i]?.person;
      if (entity.pack === null ? this.fits(entity, nouns, phrase) : person && this.personFits(person, phrase)) return entity;
    }
    return phrase.proper && stateOfDemonym(phrase.head) === null ? null : this.namedBefore(nouns, phrase, span);
  }

  /**
   * "the 61-year-old", "the Republican", "the first son": news calls the person at hand by what they are. Meant is whom the last
   * sentences name, if that is one person only.
   */
  private resolveEpithet(phrase: NounPhrase, span: Span): Entity | null {
    if (phrase.determiner !== 'the' || phrase.postmodifier !== '' || /s$/.test(phrase.head)) return null;
    const role = typeOfRole(phrase.head);
    const aged = /-year-old$|^(?:mother|father|grandmother|grandfather)-of-/.test(phrase.head);
    if (!aged && (role === null || /^(?:official|source|spokes\w+|witness|officer)$/i.test(phrase.head))) return null;
    if (/\p{Lu}/u.test(phrase.premodifier) || role === 'media') return null;
    const here = this.sentenceAt(span.start);
    const near = new Set<Person>();
    let subject: Person | null = null;
    for (let at = this.mentionBefore(span.start), looked = 0; at >= 0 && looked < LOOK_BACK; at--, looked++) {
      const mention = this.names.mentions[at];
      if (!mention || here - mention.sentence > 2) break;
      if (!mention.person || this.inQuotation(mention.start)) continue;
      near.add(mention.person);
      if (here - mention.sentence === 1 && !mention.possessive && this.names.mentions[at - 1]?.sentence !== mention.sentence)
        subject = mention.person;
    }
    const [only] = near;
    const spoke = this.spoken.at(-1);
    const salient = near.size === 1 ? only : spoke?.person && here - spoke.sentence <= 2 ? spoke.person : subject;
    return salient ? this.personEntity(salient, null) : null;
  }

  private fits(entity: Entity, nouns: ReadonlySet<string>, phrase: NounPhrase): boolean {
    if (entity.person) return this.personFits(entity.person, phrase);
    const exact = [...entity.heads].some((head) => nouns.has(head));
    const byType = entity.kind === 'body' && entity.named && (NOUNS_OF_TYPE[entity.type] ?? []).includes(singular(phrase.head));
    if (!exact && !byType) return false;
    return modifiersAgree(phrase, entity.name);
  }

  /** A title or role by which the article calls the person is the phrase's head, and its modifiers are not another's. */
  private personFits(person: Person, phrase: NounPhrase): boolean {
    const wanted = phrase.core.toLowerCase();
    const head = singular(phrase.head);
    if (!isRole(head) || phrase.postmodifier !== '') return false;
    return person.descriptions.some((one) => {
      const description = normalise(one).toLowerCase();
      const core = readNounPhrase(description);
      if (/^(?:the )?(?:former|ex-|then-)/.test(description) && !/former/.test(wanted)) return false;
      if (core.core.endsWith(wanted)) return true;
      return (
        (sameRole(singular(core.head), head) || new RegExp(`\\b${head}\\b`, 'u').test(core.core)) && modifiersAgree(phrase, one)
      );
    });
  }

  private namedBefore(nouns: ReadonlySet<string>, phrase: NounPhrase, span: Span): Entity | null {
    const { mentions } = this.names;
    let at = this.mentionBefore(span.start);
    for (let looked = 0; at >= 0 && looked < LOOK_BACK; at--, looked++) {
      const mention = mentions[at];
      if (!mention) continue;
      if (mention.person) {
        if (this.personFits(mention.person, phrase)) return this.personEntity(mention.person, null);
        continue;
      }
      if (!modifiersAgree(phrase, mention.name)) continue;
      const tail = mention.name.split(' ').at(-1) ?? '';
      const type = typeOfKnownName(mention.name) ?? typeOfHead(tail);
      const tailFits = mention.name.includes(' ') && nouns.has(singular(tail));
      const typeFits =
        type !== null &&
        type !== 'document' &&
        (NOUNS_OF_TYPE[type] ?? []).includes(singular(phrase.head)) &&
        stateOf(mention.name) === null;
      if (tailFits || (typeFits && !speaksForBody(phrase.head))) return this.bodyEntity(readNounPhrase(mention.name)).entity;
    }
    return null;
  }

  // --- Bodies, groups and documents --------------------------------------------------------------------------------------

  private phraseEntity(phrase: NounPhrase): Resolved {
    return phrase.proper || stateOf(phrase.core) || typeOfKnownName(phrase.core)
      ? this.bodyEntity(phrase)
      : this.commonEntity(phrase);
  }

  /** A body by name: full name, acronym and shortened name are one. */
  private bodyEntity(phrase: NounPhrase): Resolved {
    const match = matchPhrase(this.packs, phrase);
    if (match) return { entity: this.packEntity(match), named: true };
    const name = phrase.core.replace(/’s?$/, '');
    const full = this.names.acronyms.get(name) ?? name;
    const key = `body ${full.toLowerCase()}`;
    const known = this.byKey.get(key) ?? this.shortenedName(full);
    if (known) return { entity: known, named: true };
    const type = full === name ? typeOfPhrase(phrase) : typeOfPhrase(readNounPhrase(full));
    const state = stateOf(full);
    const kind: EntityKind =
      type === 'document' ? 'document' : isRole(phrase.head) && !typeOfKnownName(full) && !state ? 'people' : 'body';
    const named = kind !== 'people';
    const acronym = [...this.names.acronyms].find(([, long]) => long === full)?.[0];
    const display =
      state && !isSeat(full)
        ? full
        : acronym && acronym !== full
          ? `${full} (${acronym})`
          : full === name
            ? displayNameOf(phrase)
            : `${full} (${name})`;
    const entity = this.make(key, () => ({
      id: null,
      name: display,
      type,
      pack: null,
      kind,
      person: null,
      heads: [singular(full.split(' ').at(-1) ?? full)],
      named,
      plural: kind === 'people',
    }));
    return { entity, named };
  }

  /** "the Times" after "The New York Times", "Civil Defense" after "Gaza Civil Defense". */
  private shortenedName(name: string): Entity | null {
    const matches = [...this.byKey.values()].filter(
      (entity) => entity.kind === 'body' && entity.pack === null && entity.person === null && endsWithName(entity.name, name),
    );
    return matches.length === 1 ? (matches[0] ?? null) : null;
  }

  private commonEntity(phrase: NounPhrase): Resolved {
    const type = typeOfPhrase(phrase);
    const head = singular(phrase.head);
    const document = type === 'document';
    const fresh =
      /^(?:another|other|a separate|a|an|one)$/i.test(phrase.determiner ?? '') &&
      /^(?:official|source|diplomat|spokesman|spokeswoman|spokesperson|person|witness|officer|aide)$/.test(head);
    const words = `${phrase.core} ${phrase.postmodifier}`.trim().toLowerCase();
    const key = `${fresh ? `${phrase.determiner?.toLowerCase()} ` : ''}${words}`;
    const named =
      document ||
      type === 'media' ||
      (typeOfHead(phrase.head) !== null &&
        (/^the$/i.test(phrase.determiner ?? '') || /’s?\s|^\p{Lu}/u.test(phrase.core)) &&
        !isRole(phrase.head));
    const entity = this.make(`common ${key}`, () => ({
      id: null,
      name: displayNameOf(phrase),
      type,
      pack: null,
      kind: document ? 'document' : typeOfHead(phrase.head) !== null && !isRole(phrase.head) ? 'body' : 'people',
      person: null,
      heads: [head],
      named,
      plural: /s$/.test(phrase.head) || /^(?:people|police|media)$/i.test(phrase.head),
    }));
    return { entity, named };
  }

  // --- Pronouns ----------------------------------------------------------------------------------------------------------

  private resolvePossessed(phrase: NounPhrase, possessor: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    const owner = this.resolvePronoun(phrase.determiner ?? '', possessor, span, attribution);
    if (!owner || (owner.entity.kind === 'people' && !owner.entity.named)) return null;
    const mention = this.personIn(phrase, span);
    const speaks =
      speaksForBody(phrase.head) ||
      /^(?:office|statement|spokes\w*|government|team|ministry|military|administration)$/i.test(phrase.head);
    if (mention) {
      // "Its spokesperson Ana Ruiz": the person, described by the owner.
      if (owner.entity.kind !== 'person' && phrase.premodifier !== '')
        mention.descriptions.push(
          `${owner.entity.name}’s ${phrase.core.slice(0, phrase.core.indexOf(mention.name)).trim() || 'spokesperson'}`,
        );
      const match = owner.entity.pack === null ? null : this.packMatchOf(owner.entity);
      if (match && speaksForBody(readNounPhrase(phrase.core.replace(mention.name, '').trim()).head))
        this.packOfPerson.set(mention.key, match);
      return { entity: this.personEntity(mention, phrase), named: true };
    }
    if (speaks && (owner.entity.pack !== null || owner.entity.kind === 'body'))
      return { entity: owner.entity, named: /^(?:office|government|ministry|military|administration)$/i.test(phrase.head) };
    if (speaks && /^office$/i.test(phrase.head)) return { entity: owner.entity, named: true };
    return null;
  }

  private packMatchOf(entity: Entity): PackMatch | null {
    return entity.pack === null ? null : (this.packs.entries.get(entity.id) ?? null);
  }

  private resolvePronoun(words: string, pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    if (pronoun.relative) return this.resolveRelative(pronoun, span, attribution);
    if (pronoun.first) return null;
    const scores = new Map<Entity, number>();
    const here = this.sentenceAt(span.start);
    const add = (entity: Entity, score: number) => scores.set(entity, Math.max(score, scores.get(entity) ?? -1));
    this.scoreNames(pronoun, span.start, here, add);
    for (let i = this.spoken.length - 1; i >= 0 && i >= this.spoken.length - 12; i--) {
      const one = this.spoken[i];
      if (!one || here - one.sentence > PRONOUN_REACH + 2 || one.at >= span.start || !agrees(pronoun, one)) continue;
      add(
        one.entity,
        (one.shape === 'person' ? 3.4 : 2.9) -
          0.45 * (here - one.sentence) -
          (one.asks ? 2 : 0) +
          0.02 * (i - this.spoken.length),
      );
    }
    const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (best && (!second || best[1] - second[1] >= TIE)) return { entity: best[0], named: best[0].named };
    const subject = this.subjectBefore(pronoun, span, attribution);
    return subject ?? { entity: this.unresolved(words), named: false };
  }

  /** Candidates by name: near, subject of their sentence, outside quotation marks, of fitting gender. */
  private scoreNames(pronoun: Pronoun, before: number, here: number, add: (entity: Entity, score: number) => void): void {
    const { mentions } = this.names;
    let first = this.mentionBefore(before);
    for (let looked = 0; first >= 0 && looked < LOOK_BACK; first--, looked++) {
      const mention = mentions[first];
      if (!mention) continue;
      const distance = here - mention.sentence;
      if (distance > PRONOUN_REACH) return;
      const isSubject = mentions[first - 1]?.sentence !== mention.sentence && !mention.possessive;
      const score =
        2.2 - 0.5 * distance + (isSubject ? 1 : 0) - (mention.possessive ? 0.6 : 0) - (this.inQuotation(mention.start) ? 1.5 : 0);
      if (mention.person) {
        if (pronoun.thing) continue;
        if (pronoun.gender !== null && mention.person.gender !== null && pronoun.gender !== mention.person.gender) continue;
        add(this.personEntity(mention.person, null), score + (mention.person.gender === pronoun.gender ? 0.7 : 0));
      } else if (
        pronoun.thing &&
        pronoun.number === 'singular' &&
        (stateOf(mention.name) ||
          typeOfKnownName(mention.name) ||
          matchPhrase(this.packs, readNounPhrase(mention.name)) ||
          typeOfHead(mention.name.split(' ').at(-1) ?? ''))
      ) {
        add(this.bodyEntity(readNounPhrase(mention.name)).entity, score - 0.2);
      }
    }
  }

  /** "Authorities seek a man who they say …", "Engineers came. They say …": the main clause's subject, here or in the sentence before. */
  private subjectBefore(pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    if (pronoun.number !== 'plural') return null;
    const here = this.sentenceAt(span.start);
    for (const index of [here, here - 1]) {
      const sentence = this.reading.sentences[index];
      if (!sentence || sentence.syntax.head.length !== sentence.tokens.length) continue;
      const root = sentence.syntax.head.indexOf(-1);
      const subject = sentence.syntax.head.findIndex((head, i) => head === root && sentence.syntax.relation[i] === 'nsubj');
      const token = sentence.tokens[subject];
      if (!token || token.end > span.start || !/^NN(?:S|PS|P)$/.test(sentence.syntax.tag[subject] ?? '')) continue;
      const first =
        sentence.tokens[
          Math.max(0, subject - (/^(?:amod|det|compound)$/.test(sentence.syntax.relation[subject - 1] ?? '') ? 1 : 0))
        ] ?? token;
      const words = this.reading.text.slice(first.start, token.end);
      if (/s$|^(?:police|people)$/i.test(words))
        return this.resolveWords(words, { start: first.start, end: token.end }, attribution);
    }
    return null;
  }

  private unresolved(words: string): Entity {
    const name = words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return this.make(`pronoun ${words.toLowerCase()}`, () => ({
      id: null,
      name,
      type: 'unknown',
      pack: null,
      kind: 'people',
      person: null,
      heads: [],
      named: false,
      plural: false,
    }));
  }

  /** "…, who said": what stands right before the pronoun. */
  private resolveRelative(pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    const { text } = this.reading;
    const sentence = this.reading.sentences[this.sentenceAt(span.start)];
    const start = sentence?.start ?? 0;
    const mention = this.names.mentions[this.mentionBefore(span.start)];
    if (
      mention &&
      mention.start >= start &&
      /^(?:\s*\([^)]*\))?\s*,?\s*(?:\d+,\s*)?$/.test(text.slice(mention.end, span.start))
    ) {
      if (mention.person) return { entity: this.personEntity(mention.person, null), named: true };
      return this.resolveWords(
        this.phraseEndingAt(start, span.start) ?? mention.name,
        { start: mention.start, end: mention.end },
        attribution,
      );
    }
    const words = this.phraseEndingAt(start, span.start);
    if (!words || (pronoun.thing === false && readPronoun(words))) return null;
    const at = text.lastIndexOf(words, span.start);
    return this.resolveWords(words, { start: Math.max(start, at), end: Math.max(start, at) + words.length }, attribution);
  }

  /** The noun phrase that ends right before a relative pronoun. */
  private phraseEndingAt(from: number, to: number): string | null {
    const before = this.reading.text.slice(Math.max(from, to - 120), to).replace(/[\s,]+$/, '');
    const found =
      /(?:\b(?:the|a|an|some|many|its|his|her|their|another|one)\s+(?:[\p{L}\p{N}’'.-]+\s+){0,5})?[\p{L}\p{N}’'.-]+(?:\s+\([^)]*\))?$/iu.exec(
        before,
      );
    const words = found?.[0].trim() ?? '';
    const nearest = /^.*\b((?:the|a|an|some|many|another|one)\s.+)$/is.exec(words)?.[1] ?? words;
    const inner = nearest.split(/\s+/).slice(1, -1);
    return nearest === '' ||
      inner.some((word) => /^(?:is|are|was|were|has|have|for|to|with|by|in|on|from|and|or|said|that)$/i.test(word))
      ? null
      : nearest;
  }

  // --- Places in the text ------------------------------------------------------------------------------------------------

  private make(
    key: string,
    describe: () => Omit<Entity, 'id' | 'gender' | 'heads' | 'lastAt' | 'lastSentence'> & {
      readonly id: string | null;
      readonly heads: readonly string[];
    },
  ): Entity {
    const known = this.byKey.get(key);
    if (known) return known;
    const description = describe();
    let id = description.id ?? slugOf(description.name);
    if (description.id === null)
      for (let n = 2; this.byId.has(id) || this.packs.entries.has(id); n++) id = `${slugOf(description.name)}-${n}`;
    const entity: Entity = {
      ...description,
      id,
      gender: description.person?.gender ?? null,
      heads: new Set(description.heads),
      lastAt: -1,
      lastSentence: -1,
    };
    this.byKey.set(key, entity);
    this.byId.set(id, entity);
    return entity;
  }

  private mentionsIn(span: Span): readonly NameMention[] {
    const found: NameMention[] = [];
    for (let i = this.mentionBefore(span.end); i >= 0; i--) {
      const mention = this.names.mentions[i];
      if (!mention || mention.end <= span.start) break;
      if (mention.end <= span.end + 2) found.unshift(mention);
    }
    return found;
  }

  /** Index of the last mention that begins before a position; -1 where none does. */
  private mentionBefore(at: number): number {
    const { mentions } = this.names;
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private sentenceAt(at: number): number {
    return sentenceIndexAt(this.reading, at);
  }

  private inQuotation(at: number): boolean {
    const { quotations } = this.reading;
    let low = 0;
    let high = quotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotations[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && i >= low - 3; i--) if ((quotations[i]?.end ?? 0) > at) return true;
    return false;
  }
}

function agrees(pronoun: Pronoun, spoken: Spoken): boolean {
  if (pronoun.gender !== null) return spoken.shape === 'person' && (spoken.gender === null || spoken.gender === pronoun.gender);
  return pronoun.number === 'plural' ? spoken.shape !== 'person' : spoken.shape === 'thing';
}

const lastWord = (text: string, mention: NameMention): string =>
  /[^\s]+$/.exec(normalise(text.slice(mention.start, mention.end)))?.[0] ?? '\n';

// "63 % of voters", "a large share of the respondents": who answered a poll speaks through it
const RESPONDENTS =
  /\b(?:respondents?|percent|per cent|percentage|proportion)\b|^(?:an? )?(?:large |small |slim |clear |vast |significant )?(?:majority|share|plurality) of\b|\d ?%/i;

// a common noun right before a name, and no preposition or article
const NOUN_BEFORE_NAME =
  /(?:^|\s)(?!(?:of|for|to|by|with|from|in|on|at|and|or|the|an?|against|about|under|like|than|as)\s)\p{Ll}[\p{L}-]+\s$/u;

// "data from the ministry", "statements by the board"; but a report, a study or a video is a source of its own
const CARRIER =
  /^(?:data|figures?|statements?|numbers?|statistics|information|announcements?|comments?|remarks|tally|tallies|count|counts) (?:from|by|of|issued by|released by|provided by|published by) (.+)$/i;
const CARRIED_IN =
  /^(?:reports?|accounts?|coverage) (?:in|from|on|by) ((?:the )?(?:\p{L}+ )*(?:media|press|newspapers?|outlets?|television|radio))$/iu;

// "the death of his grandfather": the family is spoken of as one's own.
const OWN_RELATIVE =
  /\b(?:his|her|their|my|our) (?:\p{L}+ )?(?:mother|father|parents|brother|sister|son|daughter|husband|wife|uncle|aunt|grandfather|grandmother|grandson|granddaughter|cousin|nephew|niece|family)\b/iu;

/** "leader" goes for whoever leads. */
const sameRole = (own: string, other: string): boolean =>
  own === other || (other === 'leader' && /^(?:president|premier|minister|chancellor|king|chairman|chief)$/.test(own));

/** Whether nothing in the phrase's modifiers speaks against the name: "the German minister" is not the Spanish one. */
function modifiersAgree(phrase: NounPhrase, name: string): boolean {
  const words = phrase.premodifier.split(' ').filter((word) => word !== '');
  const other = name.toLowerCase();
  const states = words.map((word) => stateOfDemonym(word) ?? stateOf(word.replace(/’s?$/, ''))).filter((state) => state !== null);
  const theirs = name
    .split(/\s+/)
    .map((word) => stateOfDemonym(word) ?? stateOf(word.replace(/’s?$/, '')))
    .filter((state) => state !== null);
  if (states.length > 0 && theirs.length > 0 && !states.some((state) => theirs.includes(state))) return false;
  const proper = words.filter(
    (word) => /^\p{Lu}/u.test(word) && stateOfDemonym(word) === null && stateOf(word.replace(/’s?$/, '')) === null,
  );
  return proper.every((word) => other.includes(word.toLowerCase().replace(/’s?$/, '')));
}

function endsWithName(whole: string, part: string): boolean {
  const long = whole.replace(/ \([^)]*\)$/, '').toLowerCase();
  const short = part.toLowerCase();
  return short.length > 3 && long !== short && (long.endsWith(` ${short}`) || long.startsWith(`${short} `));
}

/** Somebody or something with a name, and no mere role: "the IDF", "Israel’s prime minister", not "an Israeli official". */
function isNamedMention(phrase: NounPhrase): boolean {
  if (phrase.proper) return true;
  const indefinite =
    phrase.determiner === null ? /s$/.test(phrase.head) : !/^(?:the|this|that|its|his|her|their)$/i.test(phrase.determiner);
  if (
    /^(?:officials?|sources?|diplomats?|aides?|officers?|soldiers?|commanders?|medics?|doctors?|advis[eo]rs?|negotiators?|leaders?|experts?|workers?)$/i.test(
      phrase.head,
    )
  )
    return false;
  return !(indefinite && isRole(phrase.head));
}
