import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { collectBlocks, normalUnit } from '../../../src/page/extract/blocks.ts';

/** Letters, all kinds of white space and what nobody sees, in one to three nodes. */
const words = fc
  .array(fc.constantFrom('a', 'é', '“', '.', '𝒜', ' ', ' ', '  ', '\n', '\u00a0', '\u3000', '\u00ad', '\u200b', '\ufeff'), {
    maxLength: 12,
  })
  .map((units) => units.join(''));

it('a block’s text is what is seen, and its runs lead to where each of its units stands', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (nodes) => {
      const { document } = parseHTML('<body><p></p></body>');
      const paragraph = document.querySelector('p') as HTMLElement;
      for (const data of nodes) {
        const span = document.createElement('span');
        span.append(document.createTextNode(data));
        paragraph.append(span);
      }
      const steps = collectBlocks(paragraph);
      let step = steps.next();
      while (!step.done) step = steps.next();
      const [block] = step.value.blocks;
      const seen = [...nodes.join('').split('')].map(normalUnit).join('').replace(/ +/g, ' ').trim();
      expect(block?.text ?? '').toBe(seen);
      const found = (block?.runs ?? []).flatMap(({ start, end, node, offset }) =>
        Array.from({ length: end - start }, (_, at) => [start + at, normalUnit(node.data.charAt(offset + at))]),
      );
      expect(found).toEqual(seen.split('').map((unit, at) => [at, unit]));
    }),
    { numRuns: 2000 },
  );
});
