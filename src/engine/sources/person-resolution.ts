import type { SourceType } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import { ArticleEntities } from './article-entities.ts';
import { bearerOf } from './bearer-of.ts';
import { bodyOfPerson, displayNameOfPerson } from './display-name.ts';
import type { Entity } from './entity.ts';
import { kinOf } from './kin-of.ts';
import { genderOfFirstName } from './knowledge/first-names.ts';
import { isBodyWord, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, isTitleBeforeName, speaksForBody } from './knowledge/roles.ts';
import { matchPhrase, matchShortForm, type PackMatch } from './match-pack.ts';
import { lastWord, NAME_WITH_TITLES, NOUN_BEFORE_NAME, namesByRole, OF_A_KIND, OF_A_TOWN } from './mention-words.ts';
import { headOfDescription } from './name-descriptions.ts';
import type { NameMention, Person } from './name-index.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';
import { typeOfBody, typeOfPerson } from './source-type.ts';

const inTitleCase = (word: string): string =>
  word.toLowerCase().replace(/(^|[-’.])([A-Za-zÀ-ỿ])/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());

/** Mentions that name a person, and the body of a pack that a person speaks for. */
export abstract class PersonResolution extends ArticleEntities {
  /** What was found for a person, and from how many descriptions: more of them may tell more. */
  private readonly packOfPerson = new Map<string, { readonly match: PackMatch | null; readonly from: number }>();

  /** From now on the person speaks for this body: "its spokeswoman Ana Ruiz". */
  protected speaksFor(person: Person, match: PackMatch): void {
    this.packOfPerson.set(person.key, { match, from: Number.MAX_SAFE_INTEGER });
  }

  /** The person whose name the phrase's core ends with: the mention by name that lies in the span and ends the core. */
  protected personIn(phrase: NounPhrase, span: Span): Person | null {
    const inside = this.mentionsIn(span);
    // "in Ruiz’s view"
    const core = phrase.core.replace(/’s?$/, '');
    const ends = inside.filter((mention) => mention.person !== null && core.endsWith(lastWord(this.reading.text, mention)));
    const covering = inside.find(
      (one) =>
        one.person !== null &&
        !one.possessive &&
        one.start <= span.start + this.reading.text.slice(span.start, span.end).indexOf(phrase.head) &&
        phrase.postmodifier.startsWith('of ') &&
        phrase.postmodifier.endsWith(lastWord(this.reading.text, one)),
    );
    if (covering?.person) return covering.person;
    // "another former associate, Rob Walker,", "one officer, Captain Rob Walker,": the name stands in the appositive.
    const apposed = namesByRole(phrase)
      ? inside.find(({ person }) => person !== null && NAME_WITH_TITLES.exec(phrase.appositive)?.[0].endsWith(person.name))
      : undefined;
    if (apposed?.person) return apposed.person;
    const beside = this.besideRole(phrase, span, inside);
    if (beside) return beside;
    // "Ruiz’s remarks", where the source is Ruiz.
    const mention = ends.find((one) => !one.possessive || phrase.core.endsWith('’s') || one.end === span.end) ?? null;
    if (mention?.person) return mention.person;
    const shared = inside.find((one) => one.candidates.length > 0 && phrase.core.endsWith(lastWord(this.reading.text, one)));
    if (shared) return bearerOf(shared, this.names.mentions, this.spoken);
    if (!phrase.proper) return null;
    return this.inCapitals(phrase) ?? this.unknownPerson(phrase);
  }

  /**
   * A name beside a role: "minister of mines Tom Alba", "the board’s president, Sue Lund," also where the span ends before the comma.
   */
  protected besideRole(phrase: NounPhrase, span: Span, inside: readonly NameMention[]): Person | null {
    const { text } = this.reading;
    if (!namesByRole(phrase)) return null;
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
      /^[,.]/.test(text.slice(next.end, next.end + 1) || ',')
    )
      return next.person;
    const apposed = /^((?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]+ ){1,3}[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]+)$/u.exec(phrase.appositive)?.[1];
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
  protected inCapitals(phrase: NounPhrase): Person | null {
    if (phrase.core.includes(' ') || phrase.core !== phrase.core.toUpperCase() || phrase.core.length < 4) return null;
    const found = this.names.persons.filter((person) => person.surname.toUpperCase() === phrase.core);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** `SEN. BEN HOLM`, `RUIZ`, `A`: whom the label before a turn of a transcript names; null where it is no person's. */
  protected labelled(words: string, before: number): Person | null {
    if (words === 'A') return this.mostNamed(before);
    if (words !== words.toUpperCase()) return null;
    const tokens = normalise(words).split(' ').map(inTitleCase);
    const name = tokens.filter((token) => !isTitleBeforeName(token));
    const known = this.names.persons.filter(
      (one) => one.name === name.join(' ') || (name.length === 1 && one.surname === name[0]),
    );
    if (known.length > 0) return known.length === 1 ? (known[0] ?? null) : null;
    if (name.length < 2 || name.some((token) => typeOfHead(token) !== null || isRole(token))) return null;
    const person = this.unknownPerson(readNounPhrase(name.join(' ')));
    if (person && tokens.length > name.length) person.descriptions.push(tokens.slice(0, tokens.length - name.length).join(' '));
    return person;
  }

  /** The person whom the text names most before a position: whose answers an interview prints. */
  private mostNamed(before: number): Person | null {
    const times = new Map<Person, number>();
    for (const { person, start } of this.names.mentions)
      if (person && start < before) times.set(person, (times.get(person) ?? 0) + 1);
    const [most] = [...times].sort((a, b) => b[1] - a[1]);
    return most ? most[0] : null;
  }

  /** A capitalised name of two to four words that is nothing else: taken as a person where it speaks. */
  protected unknownPerson(phrase: NounPhrase): Person | null {
    // "the Gazette’s Ana Ruiz" is Ana Ruiz, of the Gazette.
    const [, owner, owned] =
      /^([A-ZÀ-ÞĀ-Ž].*)’s? ((?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.-]+ ){1,2}[A-ZÀ-ÞĀ-Ž][a-zß-ÿ][A-Za-zÀ-ỿ-]*)$/u.exec(phrase.core) ?? [];
    if (owner !== undefined && owned !== undefined && typeOfKnownName(owner) !== null) {
      const person = this.unknownPerson({ ...phrase, core: owned, determiner: null });
      const description = typeOfKnownName(owner) === 'media' ? 'reporter' : `member of ${owner}`;
      if (person && !person.descriptions.includes(description)) person.descriptions.push(description);
      return person;
    }
    const tokens = phrase.core.split(' ');
    const names = tokens.slice(
      tokens.findLastIndex((token) => !/^[A-ZÀ-ÞĀ-Ž]/u.test(token) && !/^(?:al|bin|van|de|von|el|der|abu)(?:-|$)/i.test(token)) +
        1,
    );
    const name = names.join(' ').replace(/’s?$/, '');
    const bearer = this.afterOutlet(names);
    if (bearer) return bearer;
    if (names.length < 2 || names.length > 4 || phrase.determiner !== null || phrase.bracket !== '') return null;
    if (
      typeOfKnownName(name) ||
      stateOf(name) ||
      names.some(
        (token) =>
          typeOfHead(token) || stateOfDemonym(token) || stateOf(token) || /^[A-ZÀ-ÞĀ-Ž]{2,}$/u.test(token) || isRole(token),
      )
    )
      return null;
    if (
      (/^(?:of|for)\b/.test(phrase.postmodifier) && !OF_A_KIND.test(phrase.postmodifier)) ||
      names.some((token) => isBodyWord(token)) ||
      this.isFirm(name)
    )
      return null;
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

  /** "Talking to the Daily Mail Ruiz complained": who was spoken to, and then the surname of somebody whom the article names. */
  private afterOutlet(names: readonly string[]): Person | null {
    if (typeOfKnownName(names.slice(0, -1).join(' ')) !== 'media') return null;
    const bearers = this.names.persons.filter((person) => person.first !== null && person.surname === names.at(-1));
    return bearers.length === 1 ? (bearers[0] ?? null) : null;
  }

  protected personEntity(person: Person, phrase: NounPhrase | null): Entity {
    if (phrase) {
      if (
        phrase.appositive !== '' &&
        isRole(headOfDescription(phrase.appositive)) &&
        !person.descriptions.includes(phrase.appositive)
      )
        person.descriptions.push(phrase.appositive);
      // "Ben Holm of the Harbour Union": what follows the name tells whose words they are.
      if (/^(?:of|from|with|at)\s/.test(phrase.postmodifier)) {
        const description = `${OF_A_TOWN.test(phrase.postmodifier) ? 'resident' : 'member'} ${phrase.postmodifier}`;
        if (!person.descriptions.includes(description)) person.descriptions.push(description);
      }
    }
    const match = this.packFor(person);
    if (match) return this.packEntity(match);
    return this.make(`person ${person.key}`, () => ({
      name: displayNameOfPerson(person),
      type: this.typeOf(person),
      pack: null,
      id: null,
      kind: 'person',
      person,
      heads: [],
      named: true,
      plural: false,
    }));
  }

  private typeOf(person: Person): SourceType {
    const type = typeOfPerson(person.descriptions);
    if (type !== 'person') return type;
    // "OHA spokeswoman": who that is, where the article introduces the letters.
    const full = this.names.acronyms.get(bodyOfPerson(person) ?? '');
    return (full === undefined ? null : typeOfBody(full)) ?? type;
  }

  /** The body of a pack that a person speaks for, by name or by what the article calls them; none for who left it. */
  protected packFor(person: Person): PackMatch | null {
    if (person.former) return null;
    const known = this.packOfPerson.get(person.key);
    if (known && (known.match !== null || known.from >= person.descriptions.length)) return known.match;
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
    best ??= kinOf(person, this.packs, this.names.mentions, this.reading);
    this.packOfPerson.set(person.key, { match: best, from: person.descriptions.length });
    return best;
  }

  /** "head of the ministry’s emergency service", "the group’s spokesman": a short form for the body in a person's description. */
  protected shortBody(phrase: NounPhrase): PackMatch | null {
    if (!speaksForBody(phrase.head)) return null;
    const body =
      /\b(?:of|for|at|from) ((?:the|its) [A-Za-zÀ-ỿ]+(?: [A-Za-zÀ-ỿ]+)?)(?:’s?\b|$| )/u.exec(phrase.postmodifier)?.[1] ??
      /^((?:the )?[A-Za-zÀ-ỿ-]+(?: [A-Za-zÀ-ỿ-]+)?)’s? /u.exec(phrase.text)?.[1];
    if (!body) return null;
    const words = /^the /.test(body) ? body : `the ${body}`;
    return (
      matchShortForm(this.packs, readNounPhrase(words), this.supported) ??
      matchShortForm(this.packs, readNounPhrase(words.split(' ').slice(0, 2).join(' ')), this.supported)
    );
  }
}
