import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/article/article.ts';
import { findQuotations } from '../../../src/engine/quotations.ts';

function blocksOf(text: string): readonly Block[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const block = { start, end: start + line.length, kind: 'paragraph' as const };
    start = block.end + 1;
    return block;
  });
}

/** Each quotation as its words, nested ones indented, unclosed ones with `…`, continued ones with `+`. */
function print(text: string): readonly string[] {
  return findQuotations(text, blocksOf(text)).map(
    (q) =>
      `${'  '.repeat(q.depth)}${q.continues === null ? '' : '+ '}${text.slice(q.inner.start, q.inner.end)}${q.closed ? '' : ' …'}`,
  );
}

describe('quotations', () => {
  it.each([
    ['“We won,” she said. “We did.”', ['We won,', 'We did.']],
    ['"We won," she said. "We did."', ['We won,', 'We did.']],
    ["''We won,'' she said. ``We did.''", ['We won,', 'We did.']],
    ['« We won », she said.', [' We won ']],
    ['The so-called "plan"—a “scheme”—failed.', ['plan', 'scheme']],
  ])('are paired in %s', (text, expected) => {
    expect(print(text)).toEqual(expected);
  });

  it.each([
    ['“He told me ‘never again’ and left,” said Ann.', ['He told me ‘never again’ and left,', '  never again']],
    ["'I never said “no” to it,' he said.", ['I never said “no” to it,', '  no']],
  ])('nest in %s', (text, expected) => {
    expect(print(text)).toEqual(expected);
  });

  it.each([
    ['The workers’ rights aren’t quotations, nor are the ’90s.', []],
    ["Don't cause rock 'n' roll at the workers' hall.", []],
    ['He was 5\'10" tall and "proud".', ['proud']],
    ["The minister said it was 'a disgrace' and families' pain was 'real'.", ['a disgrace', 'real']],
    ['‘It’s the workers’ fault,’ he said.', ['It’s the workers’ fault,']],
  ])('are told from apostrophes and inch marks in %s', (text, expected) => {
    expect(print(text)).toEqual(expected);
  });

  it('go on in the next paragraph when they were not closed and it opens with a mark', () => {
    expect(print('“We won. We did.\n“And again.”\nThat was it.')).toEqual(['We won. We did. …', '+ And again.']);
  });

  it('do not go on in a paragraph that opens without a mark, nor after one that was closed', () => {
    expect(print('“We won. We did.\nIt was over.\n“Again.”')).toEqual(['We won. We did. …', 'Again.']);
    expect(print('“We won.”\n“Again.”')).toEqual(['We won.', 'Again.']);
  });

  it('end where the next one opens if the closing mark was forgotten', () => {
    expect(print('“We won. “We did,” she said.')).toEqual(['We won.  …', 'We did,']);
  });

  it('lie inside the text, in order, in any text', () => {
    const marks = fc.string({
      unit: fc.constantFrom('"', '“', '”', '‘', '’', "'", 'a', 's', ' ', '.', '\n', '😀', '«', '»', '`'),
    });
    fc.assert(
      fc.property(fc.oneof(marks, fc.string({ unit: 'binary' })), (text) => {
        const found = findQuotations(text, blocksOf(text));
        for (const [i, q] of found.entries()) {
          expect(q.start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0);
          expect(q.start <= q.inner.start && q.inner.start <= q.inner.end && q.inner.end <= q.end).toBe(true);
          expect(q.end).toBeLessThanOrEqual(text.length);
          expect(q.continues === null || q.continues < i).toBe(true);
        }
      }),
    );
  });
});
