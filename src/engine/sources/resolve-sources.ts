import type { AttributionSpans, Source } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import type { SourcePack } from '../../packs/source-pack.ts';
import type { Reading } from '../reading.ts';
import { type Entity, sourceOf } from './entity.ts';
import { EntityRegistry } from './entity-registry.ts';
import { splitCoordination } from './noun-phrase.ts';
import { readPronoun } from './pronouns.ts';
import { repairSource } from './repair-source.ts';
import { sentenceIndexAt } from './sentence-at.ts';
import { subjectByParse } from './subject-by-parse.ts';

/** Who speaks in one attribution. */
export interface Speaker {
  readonly id: string;
  /** This mention names somebody, or a body or state; "a senior official" does not, whoever it stands for. */
  readonly named: boolean;
  /** Where the mention stands; null where the source goes on from before. */
  readonly at: Span | null;
  readonly source: Source;
}

/** Entities of an article and who speaks in each of its attributions. */
export interface ResolvedSources {
  /** In order of first mention as a source. */
  readonly sources: readonly Source[];
  /** Parallel to the attributions; empty where nobody is named. */
  readonly speakers: readonly (readonly Speaker[])[];
}

interface Previous {
  readonly attribution: AttributionSpans;
  readonly speakers: readonly Speaker[];
}

/** From mentions to sources: resolves the source spans of all attributions to one entity for each speaker. */
export function resolveSources(
  reading: Reading,
  attributions: readonly AttributionSpans[],
  packs: readonly SourcePack[],
): ResolvedSources {
  const registry = new EntityRegistry(reading, packs);
  const order = attributions
    .map((attribution, index) => ({ attribution, index, at: positionOf(attribution) }))
    .sort((a, b) => a.at - b.at);
  const speakers: (readonly Speaker[])[] = attributions.map(() => []);
  const entities = new Map<string, Entity>();
  let previous: Previous | null = null;
  for (const { attribution, index } of order) {
    const found = speakersOf(registry, reading, attribution, previous);
    for (const { id } of found) {
      const entity = registry.entity(id);
      if (entity) entities.set(id, entity);
    }
    speakers[index] = found;
    if (found.length > 0) previous = { attribution, speakers: found };
  }
  const sources = [...entities.values()].map(sourceOf);
  const byId = new Map(sources.map((source) => [source.id, source]));
  // Names grow while the article is read ("Ruiz", later "Ana Ruiz"): give every speaker the last word on it.
  const final = speakers.map((list) => list.map((speaker) => ({ ...speaker, source: byId.get(speaker.id) ?? speaker.source })));
  return { sources, speakers: final };
}

const positionOf = (attribution: AttributionSpans): number =>
  attribution.source[0]?.start ?? attribution.cue[0]?.start ?? attribution.content[0]?.start ?? 0;

function speakersOf(
  registry: EntityRegistry,
  reading: Reading,
  attribution: AttributionSpans,
  previous: Previous | null,
): readonly Speaker[] {
  if (attribution.source.length === 0) {
    const subject = subjectByParse(reading, attribution);
    const goingOn = carriedOver(reading, attribution, previous);
    if (goingOn.length > 0 || subject === null) return goingOn;
    return speakersOf(registry, reading, { ...attribution, source: [subject] }, previous);
  }
  const [opening] = attribution.source;
  // "After the storm hit, users alleged": a clause that opens the sentence is nobody.
  if (opening && OPENING_CLAUSE.test(reading.text.slice(opening.start, opening.end))) {
    const subject = subjectByParse(reading, attribution);
    if (subject && subject.start >= opening.end)
      return speakersOf(registry, reading, { ...attribution, source: [subject] }, previous);
  }
  const found: Speaker[] = [];
  for (const piece of piecesOf(reading, attribution)) {
    const span = repairSource(reading, piece, attribution.cue);
    let from = span.start;
    for (const part of splitCoordination(reading.text.slice(span.start, span.end))) {
      const at = Math.max(from, reading.text.indexOf(part, from));
      const place = { start: at, end: Math.min(span.end, at + part.length) };
      from = place.end;
      const mention = registry.resolve(part, place, attribution);
      const isOpen = mention.some(({ entity }) => isOpenPronoun(part, entity));
      if (previous && isOpen && agrees(registry, previous, part) && goesOnInSentence(reading, previous, place)) {
        found.push(...previous.speakers.map((speaker) => ({ ...speaker, at: place })));
        continue;
      }
      for (const { entity, named } of mention) {
        if (found.some((speaker) => speaker.id === entity.id)) continue;
        found.push({ id: entity.id, named, at: place, source: sourceOf(entity) });
      }
    }
  }
  return found;
}

/** A subordinate clause, also after a run-in heading: "THE FACTS: After …". */
const OPENING_CLAUSE = /^(?:[A-Z][A-Za-z ]{2,20}: )?(?:After|Before|While|When|As|Although|Though|Since|Because|If|Once)\s/;

/** "it", of which nothing told whom it stands for. */
const isOpenPronoun = (words: string, { name }: Entity): boolean =>
  /^(?:he|she|it|they)$/i.test(words) && name.toLowerCase() === words.toLowerCase();

/** A "she" does not go on from a man. */
function agrees(registry: EntityRegistry, { speakers }: Previous, pronoun: string): boolean {
  const gender = readPronoun(pronoun)?.gender ?? null;
  return speakers.every(({ id }) => gender === null || (registry.entity(id)?.gender ?? gender) === gender);
}

/** "The board said the pier, which the town owns, was, it said, safe": who speaks in a sentence goes on doing so. */
function goesOnInSentence(reading: Reading, previous: Previous, at: Span): boolean {
  const before = previous.attribution.source[0] ?? previous.attribution.cue[0];
  return (
    previous.speakers.length === 1 &&
    before !== undefined &&
    sentenceIndexAt(reading, before.start) === sentenceIndexAt(reading, at.start)
  );
}

const OF_A_PLACE = /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]* ){0,2}[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]*, $/u;

/** The source's pieces that name somebody: the first, and what is joined to it by a comma or "and". A stray piece is left out. */
function piecesOf(reading: Reading, { source }: AttributionSpans): readonly Span[] {
  const pieces: Span[] = [];
  // "OLDPORT, Ruritania — the mayor said": the place is no part of who says it.
  const named =
    source.length > 1 ? source.filter((span) => !/^\s*[–—]|^\s+-\s/.test(reading.text.slice(span.end, span.end + 3))) : source;
  for (const span of named.length > 0 ? named : source) {
    if (span !== source.at(-1) && OPENING_CLAUSE.test(reading.text.slice(span.start, span.end))) continue;
    // "Near Oldport, a town of weavers, resident Ana Ruiz said": what a place is says nothing.
    if (span !== source.at(-1) && OF_A_PLACE.test(reading.text.slice(Math.max(0, span.start - 40), span.start))) continue;
    const last = pieces.at(-1);
    const between = last ? reading.text.slice(last.end, span.start) : '';
    if (last && /^[\s,]*(?:and|or|as well as)?[\s,]*$/.test(between))
      pieces[pieces.length - 1] = { start: last.start, end: span.end };
    else if (!last) pieces.push(span);
  }
  return pieces;
}

/** Quoted words with nobody named beside them go on with who spoke right before. */
function carriedOver(reading: Reading, attribution: AttributionSpans, previous: Previous | null): readonly Speaker[] {
  if (!previous) return [];
  const start = attribution.content[0]?.start ?? attribution.cue[0]?.start ?? 0;
  const before = Math.max(
    ...[...previous.attribution.content, ...previous.attribution.cue, ...previous.attribution.source].map((span) => span.end),
  );
  const here = sentenceIndexAt(reading, start);
  const there = sentenceIndexAt(reading, Math.max(0, before - 1));
  const cue = attribution.cue[0];
  const words = cue ? reading.text.slice(cue.start, cue.end) : '';
  const goesOn = attribution.kind === 'direct' && attribution.cue.length === 0 && here - there <= 1;
  // "…, adding that", "… and warned": a verb form without a subject of its own in the same sentence.
  const sameSentence =
    here === there &&
    /^(?:and |but |also |then )?[A-Za-z]+(?:ing|ed)\b/.test(words) &&
    !/\b(?:is|was|were|been|being|be|are)\b/.test(words) &&
    previousInSentence(previous.attribution, cue);
  return goesOn || sameSentence ? previous.speakers.map((speaker) => ({ ...speaker, at: null })) : [];
}

const previousInSentence = (attribution: AttributionSpans, cue: Span | undefined): boolean =>
  cue !== undefined && (attribution.source[0]?.start ?? Number.MAX_SAFE_INTEGER) < cue.start;
