import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../src/engine/model.ts';
import { readSentences } from '../../../../src/engine/read.ts';
import { repairSource } from '../../../../src/engine/sources/repair-source.ts';
import { readMarkedText } from '../../../support/marked-text.ts';

const WEIGHTS = join(resolve(import.meta.dirname, '../../../..'), 'src/engine/weights/weights.bin');
const { syntax } = readModel(new Uint8Array(readFileSync(WEIGHTS)));

/** The words of a marked source once it is put right, with the trees of the parser that is shipped. */
function repaired(marked: string): string {
  const { text, attributions } = readMarkedText(marked);
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' }] as const;
  const { source: [source] = [], cue = [] } = attributions[0] ?? {};
  if (!source) throw new Error(`no source is marked in "${marked}"`);
  const reading = { text, blocks, sentences: readSentences(text, blocks, syntax), quotations: [] };
  const { start, end } = repairSource(reading, source, cue);
  return text.slice(start, end);
}

describe('a source that was cut, or runs on', () => {
  it.each([
    ['The group', '{source:The} group {cue:opposes} {content:the new fund}.'],
    ['Other charities on the island', '{source:Other charities on the} island {cue:have warned} {content:that food is short}.'],
    ['Another official', '{source:Another} official {cue:said} {content:it was late}.'],
    ['Residents of Mill Lane', '{source:Residents} of Mill Lane {cue:welcomed} {content:the decision}.'],
    ['A', '{source:A}{cue::} {content:Stubbornness}.'],
    ['Mayor Ana Ruiz', '{source:Mayor Ana Ruiz last week} {cue:told} {content:reporters that the pier was safe}.'],
    ['The army', '{source:The army left the town} {cue:as planned, it said,} {content:at noon}.'],
    ['His', '{source:His remarks} {cue:suggested} {content:that the pier was safe}.'],
    ['The mayor', '{source:The mayor’s two statements} {cue:said} {content:that the pier was safe}.'],
    ['A statement', '{source:A statement} {cue:said} {content:that the pier was safe}.'],
    ['The port’s speech writer', '{source:The port’s speech writer} {cue:said} {content:that the pier was safe}.'],
    ['another partner', '{source:Days before the vote, another partner} {cue:said} {content:that the pier was safe}.'],
    ['he', '{source:he and} two cousins {cue:were asked} {content:for help}.'],
    [
      'The Oldport Harbour Authority (OHA)',
      'The Oldport Harbour Authority ({source:OHA)} {cue:said} {content:that it was late}.',
    ],
    ['The board', '{source:The board} {cue:notes} {content:that “no boat is ready”}.'],
    ['whose', 'They met the mayor, {source:whose office} {cue:denied} {content:the report}.'],
    ['Downing Street', 'Downing {source:Street} {cue:said} {content:that the pier was safe}.'],
    ['a May 2019 audit', '{cue:According to} {source:a May 2019 audit}, {content:the pier was safe}.'],
    [
      'Sailing coach Ana Ruiz, Director of Races at Holm Yachts,',
      '{source:Sailing coach Ana Ruiz, Director of Races at Holm Yachts,} {cue:said} {content:that the pier was safe}.',
    ],
    ['The Mail on Sunday', '{source:The Mail on Sunday} {cue:reported} {content:that the pier was safe}.'],
  ])('%s', (expected, marked) => {
    expect(repaired(marked)).toBe(expected);
  });
});
