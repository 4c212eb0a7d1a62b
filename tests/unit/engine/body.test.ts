import { describe, expect, it } from 'vitest';
import { blocksOfPlainText, bodySentence } from '../../../src/engine/body.ts';

const kinds = (text: string) => blocksOfPlainText(text).map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
const body = (sentence: string, after = '') => {
  const text = `${sentence}${after}`;
  const span = bodySentence(text, { start: 0, end: sentence.length });
  return span && text.slice(span.start, span.end);
};
const PARAGRAPH = 'The harbour of Oldport will close for repairs in March, the town said.';

describe('blocks of a plain text', () => {
  it.each([
    ['promotion', 'COUNCIL VOTES TO REBUILD OLDPORT HARBOUR AFTER STORM'],
    ['promotion', 'CLICK HERE TO GET THE HARBOUR POST APP'],
    ['promotion', 'NEW You can now listen to Harbour Post articles!'],
    ['promotion', 'Sign up for our free morning newsletter.'],
    ['promotion', 'Have you been affected by the storm?'],
    ['heading', 'What happens next'],
    ['heading', 'Who pays for the new pier?'],
    ['byline', 'By Ana Ruiz'],
    ['byline', 'Edited by: Ben Holm'],
    ['byline', 'Harbour Post’s Ana Ruiz contributed to this report.'],
    ['byline', 'Ana Ruiz is a senior reporter at the Harbour Post.'],
    ['timestamp', 'Updated 4 March 2025'],
    ['timestamp', 'This story has been updated with additional information.'],
    ['related', '1.'],
    ['related', 'Related article: the pier in pictures'],
    ['caption', '[The pier was closed for a week after the storm]'],
    ['caption', 'Boats lie in the harbour of Oldport on Monday. (Harbour Press/Ben Holm)'],
  ])('%s: %s', (kind, line) => {
    expect(kinds(`${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`)[1]).toBe(`${kind}: ${line}`);
  });

  it.each([
    PARAGRAPH,
    '“We will stay,” she said.',
    '“Never.”',
    '“This is the second storm in a year,',
    'NATO and the EU said that they would help.',
    'The newsletter of the fishermen says that the pier is unsafe.',
    'He declined to say who would pay for it.',
    'Who will pay for it, she asked, if the state does not?',
  ])('paragraph: %s', (line) => {
    expect(kinds(`${PARAGRAPH}\n\n${line}`)[1]).toBe(`paragraph: ${line}`);
  });

  it('takes a text of one line for a paragraph', () => {
    expect(kinds('Oldport closes its harbour')).toEqual(['paragraph: Oldport closes its harbour']);
  });

  it('parts lines and leaves white space out, with any line break', () => {
    expect(kinds(`  ${PARAGRAPH}  \r\n\r\n\t${PARAGRAPH}\n`)).toEqual([`paragraph: ${PARAGRAPH}`, `paragraph: ${PARAGRAPH}`]);
  });
});

describe('sentences inside a body block', () => {
  it('leaves a caption out, which a credit follows', () => {
    expect(body('Boats lie in the harbour of Oldport on March 3.', ' (AP/Ben Holm) The town has closed it.')).toBeNull();
    expect(body('The town has closed the harbour (see below).')).toBe('The town has closed the harbour (see below).');
  });

  it('cuts a credit and a run-in promotion off the beginning', () => {
    expect(body('(AP/Ben Holm) The town has closed it, she said.')).toBe('The town has closed it, she said.');
    expect(body('CLICK HERE TO GET THE HARBOUR POST APP  The town has closed it.')).toBe('The town has closed it.');
  });

  it('leaves datelines and acronyms in brackets alone', () => {
    expect(body('OLDPORT (AP) — The town has closed it.')).toBe('OLDPORT (AP) — The town has closed it.');
    expect(body('She told the Associated Press (AP), which asked, that it was closed.')).toContain('She told');
  });

  it('leaves out what speaks to the reader about the outlet', () => {
    expect(body('By entering your email you agree to the terms.')).toBeNull();
    expect(body('You can        unsubscribe whenever you like.')).toBeNull();
    expect(body('You understand that this takes time, he said.')).toBe('You understand that this takes time, he said.');
  });

  it('leaves out the first words of a related story', () => {
    expect(body('Mia Berg, age nine, saw the wave come.', ' Related article The pier in pictures')).toBeNull();
  });
});
