import type { AttributionSpans } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import { LOOK_BACK, LOOKED_AT, type Resolved, type Spoken } from './article-entities.ts';
import { BodyResolution } from './body-resolution.ts';
import type { Entity } from './entity.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf } from './knowledge/places.ts';
import { isRole, speaksForBody } from './knowledge/roles.ts';
import { matchPhrase } from './match-pack.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { type Pronoun, readPronoun } from './pronouns.ts';

/** Sentences back in which a pronoun's bearer is sought. */
const PRONOUN_REACH = 4;
/** Two candidates closer than this are equally good: then nobody is guessed. */
const TIE = 0.15;

const OPENS_WITH_CLAUSE = /^["“]?(?:As|While|When|After|Before|Although|Though|If|Since|Because|Until|Once|Even as) $/;

const GOES_ON = /\b(?:also|add(?:s|ed)?|continued|continues|went on)\b/i;

/** Whom pronouns stand for: "he", "they", "who", "its office". */
export abstract class PronounResolution extends BodyResolution {
  /** Any mention, by all ways. */
  protected abstract resolveWords(words: string, span: Span, attribution: AttributionSpans): Resolved | null;

  /** "They" after a source of several parts is all of them; "both countries" are the two states that were named last. */
  protected resolveGroup(words: string, span: Span): readonly Resolved[] {
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

  protected resolvePossessed(phrase: NounPhrase, possessor: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
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
        this.speaksFor(mention, match);
      return { entity: this.personEntity(mention, phrase), named: true };
    }
    if (speaks && (owner.entity.pack !== null || owner.entity.kind === 'body'))
      return { entity: owner.entity, named: /^(?:office|government|ministry|military|administration)$/i.test(phrase.head) };
    if (speaks && /^office$/i.test(phrase.head)) return { entity: owner.entity, named: true };
    return null;
  }

  protected resolvePronoun(words: string, pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    if (pronoun.relative) return this.resolveRelative(pronoun, span, attribution);
    if (pronoun.first) return null;
    const scores = new Map<Entity, number>();
    const here = this.sentenceAt(span.start);
    const add = (entity: Entity, score: number) => scores.set(entity, Math.max(score, scores.get(entity) ?? -1));
    this.scoreNames(pronoun, span.start, here, add);
    // "He also said", "she added": who spoke last goes on.
    const adds = attribution.cue.some((one) => GOES_ON.test(this.reading.text.slice(one.start, one.end)));
    for (let i = this.spoken.length - 1; i >= 0 && i >= this.spoken.length - 12; i--) {
      const one = this.spoken[i];
      if (!one || here - one.sentence > PRONOUN_REACH + 2 || one.at >= span.start || !agrees(pronoun, one)) continue;
      add(
        one.entity,
        (one.shape === 'person' ? 3.4 : 2.9) -
          0.45 * (here - one.sentence) -
          (one.asks ? 2 : 0) +
          (i === this.spoken.length - 1 ? (adds ? 1 : here - one.sentence === 1 && one.shape === 'person' ? 0.3 : 0) : 0) +
          0.02 * (i - this.spoken.length),
      );
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1]);
    const near = ranked.filter(([, score]) => (ranked[0]?.[1] ?? 0) - score < TIE).map(([entity]) => entity);
    // Of two that are equally good, who has spoken in the article speaks again.
    const heard = pronoun.thing ? [] : near.filter((entity) => entity.lastAt >= 0);
    const [bearer, other] = near.length > 1 ? heard : near;
    if (bearer && !other) return { entity: bearer, named: bearer.named };
    const subject = this.subjectBefore(pronoun, span, attribution) ?? this.subjectAfter(pronoun, span);
    return subject ?? { entity: this.unresolved(words), named: false };
  }

  /** Candidates by name: near, subject of their sentence, outside quotation marks, of fitting gender. */
  protected scoreNames(pronoun: Pronoun, before: number, here: number, add: (entity: Entity, score: number) => void): void {
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
        !LOOKED_AT.test(this.reading.text.slice(mention.end, mention.end + 40)) &&
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
  protected subjectBefore(pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
    if (pronoun.thing && pronoun.number === 'singular') return this.bodyBefore(span, attribution);
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

  /** "The bank expects growth, it said": of a singular thing the first subject of the sentence that can speak. */
  private bodyBefore(span: Span, attribution: AttributionSpans): Resolved | null {
    const sentence = this.reading.sentences[this.sentenceAt(span.start)];
    if (!sentence || sentence.syntax.head.length !== sentence.tokens.length) return null;
    const { head, relation, tag } = sentence.syntax;
    for (const [i, token] of sentence.tokens.entries()) {
      if (token.end > span.start || !/^nsubj/.test(relation[i] ?? '') || !/^NNP?$/.test(tag[i] ?? '')) continue;
      const type = typeOfHead(this.reading.text.slice(token.start, token.end));
      if (type === null || type === 'document' || type === 'family') continue;
      let first = i;
      while (first > 0 && head[first - 1] === i && /^(?:det|amod|compound|nmod:poss)$/.test(relation[first - 1] ?? '')) first--;
      const start = sentence.tokens[first]?.start ?? token.start;
      return this.resolveWords(this.reading.text.slice(start, token.end), { start, end: token.end }, attribution);
    }
    return null;
  }

  /** "As she seeks a third term, Ana Ruiz …": in a clause that opens the sentence a pronoun may go before its name. */
  private subjectAfter(pronoun: Pronoun, span: Span): Resolved | null {
    const sentence = this.reading.sentences[this.sentenceAt(span.start)];
    if (!sentence || pronoun.thing || pronoun.number === 'plural') return null;
    if (!OPENS_WITH_CLAUSE.test(this.reading.text.slice(sentence.start, span.start))) return null;
    const { mentions } = this.names;
    for (let at = this.mentionBefore(span.end) + 1; at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.start >= sentence.end) return null;
      if (
        !mention.person ||
        mention.possessive ||
        !/, (?:[A-Za-z.]+ ){0,3}$/.test(this.reading.text.slice(span.end, mention.start))
      )
        continue;
      const { gender } = mention.person;
      if (gender !== null && pronoun.gender !== null && gender !== pronoun.gender) continue;
      return { entity: this.personEntity(mention.person, null), named: true };
    }
    return null;
  }

  protected unresolved(words: string): Entity {
    const name = words.replace(/^[a-zß-ÿ]/u, (letter) => letter.toUpperCase());
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
  protected resolveRelative(pronoun: Pronoun, span: Span, attribution: AttributionSpans): Resolved | null {
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
    const phrase = this.phraseEndingAt(start, span.start);
    const words = pronoun.thing ? phrase : (peopleOf(phrase) ?? phrase);
    if (!words || (pronoun.thing === false && readPronoun(words))) return null;
    const at = text.lastIndexOf(words, span.start);
    return this.resolveWords(words, { start: Math.max(start, at), end: Math.max(start, at) + words.length }, attribution);
  }

  /** The noun phrase that ends right before a relative pronoun. */
  protected phraseEndingAt(from: number, to: number): string | null {
    const before = this.reading.text.slice(Math.max(from, to - 120), to).replace(/[\s,]+$/, '');
    const found =
      /(?:\b(?:the|a|an|some|many|its|his|her|their|another|one)\s+(?:[A-Za-zÀ-ỿ0-9’'.-]+\s+){0,5})?[A-Za-zÀ-ỿ0-9’'.-]+(?:\s+\([^)]*\))?$/iu.exec(
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
}

/** "rows of neighbours who say": the neighbours, where the first noun is nobody. */
function peopleOf(phrase: string | null): string | null {
  const [, first = '', people = ''] =
    /^(?:the |an? )?(?:[a-z-]+ )*?([a-z-]+) of ((?:[a-z-]+ )*[a-z-]+)$/i.exec(phrase ?? '') ?? [];
  return isRole(/[a-z-]+$/i.exec(people)?.[0] ?? '') && !isRole(first) && typeOfHead(first) === null ? people : null;
}

function agrees(pronoun: Pronoun, spoken: Spoken): boolean {
  if (pronoun.gender !== null) return spoken.shape === 'person' && (spoken.gender === null || spoken.gender === pronoun.gender);
  return pronoun.number === 'plural' ? spoken.shape !== 'person' : spoken.shape === 'thing';
}
