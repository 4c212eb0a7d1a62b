import type { Attribution } from '../../article/attribution.ts';
import { contains, overlaps, type Span } from '../../article/span.ts';
import type { Reading, ReadSentence } from '../reading.ts';
import type { Speaker } from '../sources/resolve-sources.ts';

/** What one attribution says of one sentence. */
export interface Share {
  readonly index: number;
  readonly attribution: Attribution;
  readonly speakers: readonly Speaker[];
  /** Words of the sentence that its content, source and cue take. */
  readonly words: number;
  /** Its cue is the verb of the sentence's main clause. */
  readonly main: boolean;
  /** The cue stands in another sentence: a quotation goes on. */
  readonly goesOn: boolean;
  /** Where it is first seen in the sentence: for the order of sources. */
  readonly at: number;
}

/** An attribution with who speaks in it; what labels are made of. */
export interface SpokenAttribution {
  readonly attribution: Attribution;
  readonly speakers: readonly Speaker[];
}

const WORD = /[A-Za-zÀ-ỿ0-9][A-Za-zÀ-ỿ0-9’'.,-]*/gu;

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

export function shareOf(
  reading: Reading,
  sentence: ReadSentence,
  index: number,
  { attribution, speakers }: SpokenAttribution,
  total: number,
): readonly Share[] {
  const content = attribution.content.filter((span) => overlaps(span, sentence));
  if (content.length === 0) return [];
  const own = [...attribution.source, ...attribution.cue].filter((span) => overlaps(span, sentence));
  const words = Math.min(total, countIn(reading.text, sentence, [...content, ...own]));
  const at = Math.min(...(own.length > 0 ? own : content).map((span) => span.start));
  const cue = attribution.cue.find((span) => overlaps(span, sentence));
  return [
    {
      index,
      attribution,
      speakers,
      words,
      main:
        cue !== undefined &&
        (isMainVerb(sentence, cue) ||
          (/^according/i.test(reading.text.slice(cue.start, cue.end)) &&
            !/[–—(][^–—)]*$/.test(reading.text.slice(sentence.start, cue.start)))),
      goesOn: cue === undefined,
      at,
    },
  ];
}

/** Relations on the way from the main clause's verb to a verb beside it, or to the clause that it governs. */
const BESIDE_MAIN = /^(?:root|conj|parataxis|ccomp|xcomp|dep)$/;

/** Whether the cue is the verb of the main clause, or one joined to it ("said … and warned"); false where there is no parse. */
function isMainVerb({ tokens, syntax }: ReadSentence, cue: Span): boolean {
  let at = tokens.findIndex((token, i) => overlaps(token, cue) && /^VB/.test(syntax.tag[i] ?? ''));
  if (at < 0) at = tokens.findIndex((token) => overlaps(token, cue));
  // An auxiliary ("has said", "would be told") hangs on its verb.
  for (let steps = 0; /^(?:aux|auxpass|cop)$/.test(syntax.relation[at] ?? '') && steps < 3; steps++) at = syntax.head[at] ?? -1;
  for (let steps = 0; at >= 0 && steps < 40; steps++) {
    const relation = syntax.relation[at] ?? '';
    if (!BESIDE_MAIN.test(relation)) return false;
    if (relation === 'root') return true;
    at = syntax.head[at] ?? -1;
  }
  return false;
}

function countIn(text: string, sentence: Span, spans: readonly Span[]): number {
  return merged(spans).reduce(
    (sum, span) => sum + countWords(text.slice(Math.max(span.start, sentence.start), Math.min(span.end, sentence.end))),
    0,
  );
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

export const coveredWords = (reading: Reading, sentence: Span, shares: readonly Share[]): number =>
  countIn(
    reading.text,
    sentence,
    shares.flatMap((share) =>
      [...share.attribution.source, ...share.attribution.cue, ...share.attribution.content].filter((span) =>
        overlaps(span, sentence),
      ),
    ),
  );

/**
 * Said inside somebody's quoted words, or their turn in a transcript: "“Ruiz told me she was ill,” Holm said" has Holm as its
 * source, not Ruiz.
 */
export function isInside(reading: Reading, share: Share, all: readonly Share[]): boolean {
  const cue = share.attribution.cue[0] ?? share.attribution.content[0];
  if (!cue) return false;
  return all.some(
    (other) =>
      other !== share &&
      other.speakers.length > 0 &&
      other.attribution.content.some((span) => contains(span, cue)) &&
      (other.attribution.why.rule === 'labelled-speech' ||
        reading.quotations.some(
          (quotation) =>
            quotation.depth === 0 &&
            contains(quotation, cue) &&
            other.attribution.content.some((span) => overlaps(span, quotation)),
        )),
  );
}

/** "The poll found that half of voters think …": who answered a poll speaks through it, and is no source beside it. */
export const isRespondent = (share: Share, all: readonly Share[]): boolean =>
  share.speakers.every((speaker) => !speaker.named && /^(?:witness|unknown)$/.test(speaker.source.type)) &&
  all.some(
    (other) =>
      other !== share &&
      other.speakers.some((speaker) => speaker.source.type === 'document') &&
      (other.main || share.attribution.cue.some((cue) => other.attribution.content.some((span) => contains(span, cue)))),
  );

/** A quotation has one speaker: where two attributions claim the same quoted words, the one whose cue stands nearer is right. */
export function withoutStrayQuotations(reading: Reading, sentence: Span, shares: readonly Share[]): readonly Share[] {
  if (!shares.some((share) => share.goesOn)) return shares;
  return shares.filter((share) => {
    if (!share.goesOn) return true;
    return !shares.some(
      (other) =>
        other !== share &&
        other.speakers.length > 0 &&
        claimSameQuotation(reading, sentence, share, other) &&
        isNearer(reading, sentence, other, share),
    );
  });
}

const claimSameQuotation = (reading: Reading, sentence: Span, a: Share, b: Share): boolean =>
  reading.quotations.some(
    (quotation) =>
      overlaps(quotation, sentence) &&
      [a, b].every((share) => share.attribution.content.some((span) => overlaps(span, quotation.inner))),
  );

function isNearer(reading: Reading, sentence: Span, a: Share, b: Share): boolean {
  const quotation = reading.quotations.find((one) => overlaps(one, sentence)) ?? sentence;
  const distance = ({ attribution }: Share): number => {
    const cue = attribution.cue[0] ?? attribution.source[0];
    if (!cue) return Number.MAX_SAFE_INTEGER;
    return cue.start < quotation.start ? quotation.start - cue.end : cue.start - quotation.end + 20;
  };
  const [ofA, ofB] = [distance(a), distance(b)];
  return ofA === ofB ? a.attribution.confidence > b.attribution.confidence : ofA < ofB;
}
