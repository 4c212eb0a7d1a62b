import type { AttributionSpans } from '../../article/attribution.ts';
import type { Span } from '../../article/span.ts';
import type { Reading } from '../reading.ts';
import { isOwnOutlet } from '../sources/own-outlet.ts';
import type { Speaker } from '../sources/resolve-sources.ts';
import { sentenceIndexAt } from '../sources/sentence-at.ts';
import { statusOf } from './attribution-status.ts';
import { evidenceOfSeeing, seenDocuments } from './seen-documents.ts';
import type { SpokenAttribution } from './shares.ts';

/** Spans and speakers become attributions with status, basis, flags and the reason for each. */
export function speakAttributions(
  reading: Reading,
  found: readonly AttributionSpans[],
  speakers: readonly (readonly Speaker[])[],
  outlet: ReadonlySet<string>,
): readonly SpokenAttribution[] {
  const seen = seenDocuments(reading, outlet);
  return found.map((attribution, index) => {
    const mine = speakers[index] ?? [];
    const anchor = attribution.cue[0] ?? attribution.content[0];
    const sentence = anchor ? sentenceOf(reading, anchor.start) : null;
    const { status, basis, flags, implication, why } = statusOf({
      attribution,
      speakers: mine,
      cue: attribution.cue.map((span) => reading.text.slice(span.start, span.end)).join(' '),
      sentence: sentence ? reading.text.slice(sentence.start, sentence.end) : '',
      beforeCue: sentence && anchor ? reading.text.slice(sentence.start, anchor.start) : '',
      seenBefore: (name) => evidenceOfSeeing(seen, name, sentence?.end ?? 0),
      isOwnOutlet: (speaker) => isOwnOutlet(outlet, speaker.source.name),
    });
    const own = mine.filter((speaker) => !isOwnOutlet(outlet, speaker.source.name));
    return {
      attribution: {
        ...attribution,
        speaker: own[0]?.id ?? mine[0]?.id ?? null,
        status,
        basis,
        flags,
        implication,
        statusWhy: why,
      },
      speakers: own,
    };
  });
}

const sentenceOf = (reading: Reading, at: number): Span | null => reading.sentences[sentenceIndexAt(reading, at)] ?? null;
