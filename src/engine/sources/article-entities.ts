import type { AttributionSpans } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import type { SourcePack } from '../../packs/source-pack.ts';
import type { Reading } from '../reading.ts';
import { type Entity, slugOf } from './entity.ts';
import { isFirmByUse } from './firm-by-use.ts';
import type { Gender } from './knowledge/first-names.ts';
import { typeOfHead } from './knowledge/organisations.ts';
import { isRole, singular } from './knowledge/roles.ts';
import { entriesNamedIn, indexPacks, type PackIndex, type PackMatch } from './match-pack.ts';
import { lastWord } from './mention-words.ts';
import { indexNames, type NameIndex, type NameMention, type Person } from './name-index.ts';
import { normalise, readNounPhrase } from './noun-phrase.ts';
import { readPronoun } from './pronouns.ts';
import { sentenceIndexAt } from './sentence-at.ts';

/** An entity and whether the mention at hand names it. */
export interface Resolved {
  readonly entity: Entity;
  readonly named: boolean;
}

/** Somebody spoke, and how they were called there: "he" goes on from a person, "it" from a body. */
export interface Spoken {
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

/** "The Ledger has reviewed a copy of it": an outlet at work is not what the article goes on about. */
export const LOOKED_AT =
  /^\s(?:has |have |had )?(?:also |independently |not )*(?:obtained|seen|reviewed|viewed|examined|verified|inspected|could not|was unable|asked|contacted|approached|spoke)\b/;

/** How many mentions by name are looked at, going back from a pronoun or a short form: keeps the time linear. */
export const LOOK_BACK = 80;

/**
 * The entities of one article and where it names and hears them: what every way of resolving a mention works on. The ways stand
 * one on the other, each in its file: people, bodies and short forms, pronouns, and the registry that asks them in turn.
 */
export abstract class ArticleEntities {
  protected readonly names: NameIndex;
  protected readonly packs: PackIndex;
  private readonly byId = new Map<string, Entity>();
  protected readonly byKey = new Map<string, Entity>();
  /** Ids of pack entries that a full form names somewhere in the body: only they may be meant by a short form. */
  protected readonly supported: ReadonlySet<string>;
  /** In text order. */
  protected readonly spoken: Spoken[] = [];
  /** Mentions by their name; filled when first asked. */
  private readonly placesOf = new Map<string, NameMention[]>();

  constructor(
    protected readonly reading: Reading,
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

  protected speak(entity: Entity, words: string, span: Span, { cue, source }: AttributionSpans): void {
    const group = source[0]?.start ?? span.start;
    const asks = cue.some((one) => /\bask/i.test(this.reading.text.slice(one.start, one.end)));
    const at = span.start;
    const sentence = this.sentenceAt(at);
    entity.lastAt = at;
    entity.lastSentence = sentence;
    if (LOOKED_AT.test(this.reading.text.slice(span.end, span.end + 40))) return;
    const pronoun = readPronoun(words);
    if (pronoun) {
      const before = this.spoken.findLast((one) => one.entity === entity);
      const shape = pronoun.relative
        ? (before?.shape ?? (entity.kind === 'person' || (!pronoun.thing && entity.named && !entity.plural) ? 'person' : 'thing'))
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

  protected packEntity(match: PackMatch): Entity {
    return this.make(`pack ${match.entry.id}`, () => ({
      id: match.entry.id,
      name: match.entry.name,
      type: match.entry.type,
      pack: match.pack,
      kind: 'body',
      person: null,
      heads: [],
      named: true,
      plural: false,
    }));
  }

  protected packMatchOf(entity: Entity): PackMatch | null {
    return entity.pack === null ? null : (this.packs.entries.get(entity.id) ?? null);
  }

  protected make(
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

  protected mentionsIn(span: Span): readonly NameMention[] {
    const found: NameMention[] = [];
    for (let i = this.mentionBefore(span.end); i >= 0; i--) {
      const mention = this.names.mentions[i];
      if (!mention || mention.end <= span.start) break;
      if (mention.end <= span.end + 2) found.unshift(mention);
    }
    return found;
  }

  /** Whether the article speaks of a name as of a firm. */
  protected isFirm(name: string): boolean {
    if (this.placesOf.size === 0)
      for (const mention of this.names.mentions) {
        const places = this.placesOf.get(mention.name);
        if (places) places.push(mention);
        else this.placesOf.set(mention.name, [mention]);
      }
    return isFirmByUse(this.reading.text, this.placesOf.get(name) ?? []);
  }

  /** Index of the last mention that begins before a position; -1 where none does. */
  protected mentionBefore(at: number): number {
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

  protected sentenceAt(at: number): number {
    return sentenceIndexAt(this.reading, at);
  }

  protected inQuotation(at: number): boolean {
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
