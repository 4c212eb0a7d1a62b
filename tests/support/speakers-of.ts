import type { AttributionSpans } from '../../src/article/attribution.ts';
import { resolveSources } from '../../src/engine/sources/resolve-sources.ts';
import type { SourcePack } from '../../src/packs/source-pack.ts';
import { readMarkedText } from './marked-text.ts';
import { readingOf } from './reading-of.ts';

/** Attributions of a marked text as the finding stage would give them. */
export function attributionsOf(marked: string): { readonly text: string; readonly attributions: readonly AttributionSpans[] } {
  const { text, attributions } = readMarkedText(marked);
  return {
    text,
    attributions: attributions.map((one) => ({
      ...one,
      kind: one.content.every((span) => /^["“]/.test(text.slice(span.start, span.end))) ? 'direct' : 'indirect',
      confidence: 1,
      why: { decider: 'rule', rule: 'test', evidence: null },
    })),
  };
}

/** Who speaks in each attribution of a marked text: "Ana Ruiz (person)", several joined by " + ", nobody as "–". */
export function speakersOf(marked: string, packs: readonly SourcePack[] = []): readonly string[] {
  const { text, attributions } = attributionsOf(marked);
  const { speakers } = resolveSources(readingOf(text), attributions, packs);
  return speakers.map((list) =>
    list.length === 0 ? '–' : list.map(({ source }) => `${source.pack ? source.id : source.name} (${source.type})`).join(' + '),
  );
}
