import type { Span } from '../../article/span.ts';
import { LOOK_BACK, type Resolved } from './article-entities.ts';
import { displayNameOf } from './display-name.ts';
import type { Entity, EntityKind } from './entity.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { isSeat, stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, singular, speaksForBody, typeOfRole } from './knowledge/roles.ts';
import { matchPhrase } from './match-pack.ts';
import { endsWithName, modifiersAgree, NOUNS_OF_TYPE, SAME_THING, sameRole } from './mention-words.ts';
import type { Person } from './name-index.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';
import { PersonResolution } from './person-resolution.ts';
import { typeOfBody, typeOfPerson, typeOfPhrase } from './source-type.ts';

/** "the Texas Republican": a politician who was named before. */
const OF_A_PARTY = /^(?:Republican|Democrat|Conservative|Tory|Liberal|Socialist|Independent)$/;

/** "Lumar" of "the tracking firm Lumar", "Energy Institute" of "London-based Energy Institute". */
function properNameOf(core: string): string {
  const name = core.replace(/’s?$/, '').replace(/^[A-ZÀ-ÞĀ-Ž][^ ]*-based (?=[A-ZÀ-ÞĀ-Ž])/u, '');
  const [, noun = '', proper = ''] = /^(?:[A-Za-z-]+ )*?([a-z-]+) ([A-ZÀ-ÞĀ-Ž].*)$/u.exec(name) ?? [];
  const kind = typeOfHead(noun);
  return kind === 'business' || kind === 'ngo' || kind === 'media' ? proper : name;
}

/** Mentions of bodies, groups and documents, and the short forms and roles that point back to them or to people. */
export abstract class BodyResolution extends PersonResolution {
  protected phraseEntity(phrase: NounPhrase): Resolved {
    return phrase.proper || stateOf(phrase.core) || typeOfKnownName(phrase.core)
      ? this.bodyEntity(phrase)
      : this.commonEntity(phrase);
  }

  /** A body by name: full name, acronym and shortened name are one. */
  protected bodyEntity(phrase: NounPhrase): Resolved {
    const match = matchPhrase(this.packs, phrase);
    if (match) return { entity: this.packEntity(match), named: true };
    const name = properNameOf(phrase.core);
    const full = this.names.acronyms.get(name) ?? name;
    const key = `body ${full.toLowerCase()}`;
    const known = this.byKey.get(key) ?? this.shortenedName(full);
    if (known) return { entity: known, named: true };
    const acronym = [...this.names.acronyms].find(([, long]) => long === full)?.[0];
    const ofWords = full === name ? typeOfPhrase(phrase) : (typeOfBody(full) ?? typeOfPhrase(readNounPhrase(full)));
    // People are not known by their initials in brackets.
    const type = ofWords === 'person' ? (acronym ? 'unknown' : this.isFirm(full) ? 'business' : ofWords) : ofWords;
    const state = stateOf(full);
    const kind: EntityKind =
      type === 'document' ? 'document' : isRole(phrase.head) && !typeOfKnownName(full) && !state ? 'people' : 'body';
    const named = kind !== 'people';
    const display =
      state && !isSeat(full)
        ? full
        : acronym && acronym !== full
          ? `${full} (${acronym})`
          : full === name
            ? displayNameOf({ ...phrase, core: phrase.core.endsWith(name) ? name : phrase.core })
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
  protected shortenedName(name: string): Entity | null {
    const matches = [...this.byKey.values()].filter(
      (entity) => entity.kind === 'body' && entity.pack === null && entity.person === null && endsWithName(entity.name, name),
    );
    return matches.length === 1 ? (matches[0] ?? null) : null;
  }

  protected commonEntity(phrase: NounPhrase): Resolved {
    const type = typeOfPhrase(phrase);
    const head = singular(phrase.head);
    const document = type === 'document';
    const fresh =
      /^(?:another|other|a separate|a|an|one|)$/i.test(phrase.determiner ?? '') &&
      head === phrase.head.toLowerCase() &&
      /^(?:official|source|diplomat|spokesman|spokeswoman|spokesperson|person|witness|officer|aide)$/.test(head);
    const words = `${phrase.core} ${phrase.postmodifier}`.trim().toLowerCase();
    // In a heading the article is left out.
    const article = /^(?:an?|one|)$/i.test(phrase.determiner ?? '') ? 'a' : phrase.determiner?.toLowerCase();
    const key = `${fresh ? `${article} ` : ''}${words}`;
    const named =
      document ||
      type === 'media' ||
      (typeOfHead(phrase.head) !== null &&
        (/^the$/i.test(phrase.determiner ?? '') || /’s?\s|^[A-ZÀ-ÞĀ-Ž]/u.test(phrase.core)) &&
        !isRole(phrase.head));
    const entity = this.make(`common ${key}`, () => ({
      id: null,
      name: displayNameOf(
        fresh && phrase.determiner === null && !/’/.test(words)
          ? { ...phrase, determiner: /^[aeiou]/i.test(words) ? 'an' : 'a' }
          : phrase,
      ),
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

  protected isDefinite(phrase: NounPhrase): boolean {
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
  protected resolveSameRole(phrase: NounPhrase): Resolved | null {
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
  protected resolveDefinite(phrase: NounPhrase, span: Span): Entity | null {
    const bare = phrase.determiner === null;
    if (
      !/^(?:the|this|that|these|those|said)$/i.test(phrase.determiner ?? '') &&
      !(bare && /^(?:police|investigators|prosecutors)$/i.test(phrase.core))
    )
      return null;
    const head = singular(phrase.head);
    const nouns = new Set([head, ...SAME_THING.filter((group) => group.includes(head)).flat()]);
    for (let i = this.spoken.length - 1; i >= 0 && i >= this.spoken.length - LOOK_BACK; i--) {
      const { entity } = this.spoken[i] ?? {};
      if (!entity) continue;
      const person = this.spoken[i]?.person;
      if (entity.pack === null ? this.fits(entity, nouns, phrase) : person && this.personFits(person, phrase)) return entity;
      if (i === this.spoken.length - 1 && this.isNamedNow(entity, nouns, phrase, span)) {
        entity.name = displayNameOf(phrase);
        return entity;
      }
    }
    return phrase.proper && stateOfDemonym(phrase.head) === null ? null : this.namedBefore(nouns, phrase, span);
  }

  /** "A survey …", and then "The Holm College poll": the document that spoke last, and is told of more now. */
  private isNamedNow(entity: Entity, nouns: ReadonlySet<string>, phrase: NounPhrase, span: Span): boolean {
    const told = /[A-ZÀ-ÞĀ-Ž]/u.test(entity.name.slice(1));
    return (
      entity.kind === 'document' &&
      !told &&
      /^the$/i.test(phrase.determiner ?? '') &&
      this.sentenceAt(span.start) - entity.lastSentence <= 3 &&
      [...entity.heads].some((head) => nouns.has(head)) &&
      modifiersAgree(phrase, `${entity.name} ${phrase.premodifier}`)
    );
  }

  /**
   * "the 61-year-old", "the Republican", "the first son": news calls the person at hand by what they are. Meant is whom the last
   * sentences name, if that is one person only.
   */
  protected resolveEpithet(phrase: NounPhrase, span: Span): Entity | null {
    if (phrase.determiner !== 'the' || phrase.postmodifier !== '' || /s$/.test(phrase.head)) return null;
    const role = typeOfRole(phrase.head);
    const aged = /-year-old$|^(?:mother|father|grandmother|grandfather)-of-/.test(phrase.head);
    const member = OF_A_PARTY.test(phrase.head);
    if (!aged && !member && (role === null || /^(?:official|source|spokes\w+|witness|officer)$/i.test(phrase.head))) return null;
    if ((!member && /[A-ZÀ-ÞĀ-Ž]/u.test(phrase.premodifier)) || role === 'media') return null;
    const fits = (person: Person): boolean => !member || typeOfPerson(person.descriptions) === 'government';
    const here = this.sentenceAt(span.start);
    const near = new Set<Person>();
    let subject: Person | null = null;
    for (let at = this.mentionBefore(span.start), looked = 0; at >= 0 && looked < LOOK_BACK; at--, looked++) {
      const mention = this.names.mentions[at];
      if (!mention || here - mention.sentence > (member ? 4 : 2)) break;
      if (!mention.person || !fits(mention.person) || this.inQuotation(mention.start)) continue;
      near.add(mention.person);
      if (here - mention.sentence === 1 && !mention.possessive && this.names.mentions[at - 1]?.sentence !== mention.sentence)
        subject = mention.person;
    }
    const [only] = near;
    const spoke = this.spoken.at(-1);
    const salient =
      near.size === 1
        ? only
        : spoke?.person && fits(spoke.person) && here - spoke.sentence <= (member ? 4 : 2)
          ? spoke.person
          : subject;
    return salient ? this.personEntity(salient, null) : null;
  }

  protected fits(entity: Entity, nouns: ReadonlySet<string>, phrase: NounPhrase): boolean {
    if (entity.person) return this.personFits(entity.person, phrase);
    const exact = [...entity.heads].some((head) => nouns.has(head));
    const byType = entity.kind === 'body' && entity.named && (NOUNS_OF_TYPE[entity.type] ?? []).includes(singular(phrase.head));
    if (!exact && !byType) return false;
    return modifiersAgree(phrase, entity.name);
  }

  /** A title or role by which the article calls the person is the phrase's head, and its modifiers are not another's. */
  protected personFits(person: Person, phrase: NounPhrase): boolean {
    const wanted = phrase.core.toLowerCase();
    const head = singular(phrase.head);
    // "Prosecutors said": more than the one whom the article names.
    if (!isRole(head) || head !== phrase.head.toLowerCase() || phrase.postmodifier !== '') return false;
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

  protected namedBefore(nouns: ReadonlySet<string>, phrase: NounPhrase, span: Span): Entity | null {
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
      const tailFits = mention.name.includes(' ') && nouns.has(singular(tail)) && !isRole(tail);
      // "The countries" are no one body.
      const typeFits =
        singular(phrase.head) === phrase.head.toLowerCase() &&
        type !== null &&
        type !== 'document' &&
        (NOUNS_OF_TYPE[type] ?? []).includes(singular(phrase.head)) &&
        stateOf(mention.name) === null;
      if (tailFits || (typeFits && !speaksForBody(phrase.head)))
        return this.bodyEntity(readNounPhrase(this.withOwner(mention))).entity;
    }
    return null;
  }

  /** "Ruritania’s Foreign Ministry": whose body it is stands before its name. */
  private withOwner({ name, start }: { readonly name: string; readonly start: number }): string {
    const owner = /(?:^|[^A-Za-zÀ-ỿ])([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ-]*(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ-]*){0,2})[’']s $/u.exec(
      this.reading.text.slice(Math.max(0, start - 50), start),
    );
    return owner ? `${owner[1]}’s ${name}` : name;
  }
}
