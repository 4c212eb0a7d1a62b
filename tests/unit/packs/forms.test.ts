import { expect, it } from 'vitest';
import { indexPacks, matchPack } from '../../../src/engine/sources/match-pack.ts';
import type { SourcePack } from '../../../src/packs/source-pack.ts';

const packOf = (...forms: readonly string[]): SourcePack => {
  const entries = forms.map((form, at) => ({ id: `form-${at}`, name: form, type: 'government' as const, forms: [form] }));
  return {
    id: 'made',
    name: 'Made',
    description: '',
    language: 'en',
    entries: entries.map((entry) => ({ ...entry, examples: [], counterexamples: [] })),
  };
};
const isFound = (form: string, mention: string): boolean => matchPack(indexPacks([packOf(form)]), mention) !== null;

it.each([
  ['spokes* for the council', 'a spokeswoman for the council', true],
  ['head of the * council', 'the head of the council', true],
  ['head of the * council', 'the head of the new city council', true],
  ['head of the * council', 'the head of the very new little city council', false],
  ['head of * office of * Port', 'head of the new office of the old Port', true],
  // Stars at the ends stand for nothing, one inside a word is none.
  ['* council', 'the council', true],
  ['council *', 'the council', true],
  ['coun*il', 'the council', false],
  ['* *', 'the council', false],
])('%j in %j: %j', (form, mention, found) => {
  expect(isFound(form, mention)).toBe(found);
});

// Without a memory each further star would make it four times as long; this would take years.
it('a form of as many stars as a file may hold is through with a long mention', () => {
  const mention = `${'far '.repeat(1000)}end`;
  expect(isFound(`far ${'* '.repeat(90)}zzz`, mention)).toBe(false);
  expect(isFound(`far ${'* far '.repeat(30)}zzz`, mention)).toBe(false);
});
