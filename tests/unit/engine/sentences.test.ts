import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/article/span.ts';
import { splitSentences } from '../../../src/engine/sentences.ts';
import { oddText } from './odd-text.ts';

function split(text: string): string {
  return splitSentences(text, { start: 0, end: text.length })
    .map((sentence) => textOf(text, sentence))
    .join(' | ');
}

describe('sentences', () => {
  // The bar shows where a sentence must end; nothing else may.
  it.each([
    'She spoke. | He listened.',
    'He was in the U.S. Senate on Oct. 7 with Sen. J. Ruiz. | They left.',
    'It failed in the U.S. | The Senate left at 3 p.m. Tuesday.',
    'Acme Inc. said so. | We asked Acme Inc. | It denied it.',
    'Lt. Gen. Ali Khan vs. the ministry, i.e. the state.',
    'In Roe v. Wade the court ruled. | No. 5 won. | “No. | We will not.”',
    'RENO, Nev. (AP) — The governor spoke.',
    'Sen. Ana Ruiz (D-Minn.) was there. | She left.',
    '“They are dead. | Another is missing,” he said. | “We know.” | The ministry added nothing.',
    '“Stop!” he said. | “Why now?” | The crowd went home.',
    '“Who knows?” Ana Ruiz asked. | “We won!” the minister said.',
    '“Who knows?” | The minister shrugged.',
    "''It is over.'' | He left. | ''We won,'' she said.",
    'He said: "We agree." | "Good," she said.',
    'They left (in 2016.) | Nobody came back.',
    '“It’s a deal.”| Another source agreed.',
    'SEN. RUIZ: Never. | MR. HOLM: Yes.',
    'It says 1. 7 million people left. | It was 2021. | 7 stayed.',
    'The price rose 3.5 percent. | Is that so? | Yes!',
    'He paused… and went on. | I wait... | Then he left.',
    '1. The talks go on. | They stall.',
    'What now? he asked. | Nobody knew.',
    'Yahoo! and Jeb!, the campaign, met. | That was all.',
  ])('%s', (marked) => {
    const text = marked.replaceAll(/ ?\| ?/g, (bar) => (bar.startsWith(' ') ? ' ' : ''));
    expect(split(text)).toBe(marked.replaceAll(/ ?\| ?/g, ' | '));
  });

  it('leaves the white space around out, whatever kind it is', () => {
    const text = '\u00a0 She spoke.\r\n He left. \u2003';
    expect(splitSentences(text, { start: 0, end: text.length })).toEqual([
      { start: 2, end: 12 },
      { start: 15, end: 23 },
    ]);
  });

  it('covers all words of any text, in order and apart', () => {
    fc.assert(
      fc.property(oddText, oddText, (before, text) => {
        const block = { start: before.length, end: before.length + text.length };
        const sentences = splitSentences(before + text, block);
        let end = block.start;
        for (const sentence of sentences) {
          expect((before + text).slice(end, sentence.start).trim()).toBe('');
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(block.end);
        expect((before + text).slice(end, block.end).trim()).toBe('');
        expect(splitSentences(before + text, block)).toEqual(sentences);
      }),
    );
  });
});
