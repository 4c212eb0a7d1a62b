import { expect, it } from 'vitest';
import type { SourcePack } from '../../src/packs/source-pack.ts';
import { speakersOf } from './speakers-of.ts';

/** What is shown, a marked text, and who speaks in its attributions, one after the other; each mention is followed by a content of its own. */
export type SpeakerRow = readonly [shows: string, marked: string, speakers: readonly string[]];

/** A test for each row. */
export function speakerTable(rows: readonly SpeakerRow[], packs: readonly SourcePack[] = []): void {
  it.each(rows)('%s', (_, marked, expected) => {
    expect(speakersOf(marked, packs)).toEqual(expected);
  });
}
