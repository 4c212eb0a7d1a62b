import type { AttributionSpans } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import { Wording } from '../../article/wording.ts';
import type { Resolved } from './article-entities.ts';
import { firstNameIn } from './first-name.ts';
import { matchPack, matchPhrase, matchShortForm, type PackMatch } from './match-pack.ts';
import { CARRIED_IN, CARRIER, isNamedMention, RESPONDENTS } from './mention-words.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { PronounResolution } from './pronoun-resolution.ts';
import { readPronoun } from './pronouns.ts';

/** "It is alleged that …": this "it" is nobody. */
const NOBODY_SAYS = new Wording(
  /^\s(?:is|was|has been|had been)(?: [a-z]+ly| also| being| widely)? (?:alleged|claimed|said|believed|thought|understood|reported|feared|hoped|expected|rumou?red|suggested|estimated|assumed)\b/,
  'is |was |been ',
  'alleged|claimed|said|believed|thought|understood|reported|feared|hoped|expected|rumored|rumoured|suggested|estimated|assumed',
);

/** All entities of one article; grows while its attributions are resolved in text order. */
export class EntityRegistry extends PronounResolution {
  /** The entities that a source mention stands for: mostly one; none where it stands for nothing. */
  resolve(words: string, span: Span, attribution: AttributionSpans): readonly Resolved[] {
    const group = this.resolveGroup(words, span);
    if (group.length > 0) return group;
    const found = this.resolveWords(words, span, attribution);
    if (found) this.speak(found.entity, words, span, attribution);
    return found ? [found] : [];
  }

  protected resolveWords(words: string, span: Span, attribution: AttributionSpans): Resolved | null {
    const pronoun = readPronoun(words);
    if (/^it$/i.test(words) && NOBODY_SAYS.test(this.reading.text.slice(span.end, span.end + 40))) return null;
    if (pronoun) return this.resolvePronoun(words, pronoun, span, attribution);
    const cue = attribution.cue[0];
    const speaker = cue && this.reading.text.slice(cue.start, cue.end) === ':' ? this.labelled(words.trim(), span.start) : null;
    if (speaker) return { entity: this.personEntity(speaker, null), named: true };
    const opening = /^[A-Z][A-Za-zÀ-ỿ]+(?:ing|ed)\s(?:.*?),\s+(?=[A-ZÀ-ÞĀ-Ž])/su.exec(words);
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
    return this.phraseEntity(firstNameIn(phrase, this.reading.text.slice(span.end, span.end + 40)) ?? phrase);
  }

  /** The pack's form of which the span is only the end: "Families Forum" where the text has "Hostages and Missing Families Forum". */
  protected aroundSpan(span: Span): PackMatch | null {
    const { text, sentences } = this.reading;
    const from = Math.max(sentences[this.sentenceAt(span.start)]?.start ?? 0, span.start - 60);
    const before = /(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’'-]*\s|(?:and|of|for|the|in)\s)+$/u.exec(text.slice(from, span.start))?.[0] ?? '';
    return before === '' ? null : matchPhrase(this.packs, readNounPhrase(before + text.slice(span.start, span.end)));
  }

  /** "data from the press office", "reports in local media": what carries the words matters less than whose they are. */
  protected throughCarrier(phrase: NounPhrase, span: Span, attribution: AttributionSpans): Resolved | null {
    const of = CARRIER.exec(`${phrase.head} ${phrase.postmodifier}`);
    const words = of?.[1] ?? CARRIED_IN.exec(`${phrase.head} ${phrase.postmodifier}`)?.[1];
    if (!words) return null;
    const at = this.reading.text.slice(span.start, span.end).lastIndexOf(words.split(' ')[0] ?? words);
    const start = at < 0 ? span.start : span.start + at;
    return this.resolveWords(words, { start, end: span.end }, attribution);
  }

  /** Something in the article that is no pack's is meant rather: "the group" right after an aid group was named. */
  protected hasCloserMeaning(phrase: NounPhrase, span: Span, short: PackMatch): boolean {
    const closer = this.resolveDefinite(phrase, span);
    return (
      closer !== null &&
      closer.id !== short.entry.id &&
      closer.lastSentence >= this.sentenceAt(span.start) - 1 &&
      closer.pack === null
    );
  }
}
