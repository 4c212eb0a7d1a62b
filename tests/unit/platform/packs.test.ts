import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { allPacks } from '../../../src/packs/index.ts';
import { idFromName, mergePacks, readPackFile, writePackFile } from '../../../src/platform/pack-file.ts';
import { isPackOn, type Pack, packSchema, readOwnPacks, unreadableIn } from '../../../src/platform/packs.ts';

const COUNCIL: Pack = {
  id: 'port-ellery',
  name: 'Port Ellery',
  description: 'The town’s council',
  language: 'en',
  entries: [
    { id: 'council', name: 'Town council', type: 'government', forms: ['the council'], examples: [], counterexamples: [] },
  ],
};

describe('source packs', () => {
  it.each(allPacks.map((pack) => [pack.id, pack] as const))(
    'that come with the product have the form of files: %s',
    (_, pack) => {
      expect(v.parse(packSchema, pack)).toEqual(pack);
    },
  );

  it('of a reader’s own are read one by one: a broken one does not take the others with it', () => {
    expect(readOwnPacks([COUNCIL, { id: 'half' }])).toEqual({ packs: [COUNCIL], unreadable: 1 });
    expect(readOwnPacks('nonsense')).toEqual({ packs: [], unreadable: 1 });
    expect(readOwnPacks(undefined)).toEqual({ packs: [], unreadable: 0 });
  });

  it('of which nothing can be made stay as they are when others are kept', () => {
    expect(unreadableIn([COUNCIL, { id: 'half' }])).toEqual([{ id: 'half' }]);
    expect(unreadableIn('nonsense')).toEqual(['nonsense']);
  });

  it('are on as they came until the reader or the administrator says otherwise', () => {
    expect(isPackOn('a', {}, true, [])).toBe(true);
    expect(isPackOn('a', {}, false, [])).toBe(false);
    expect(isPackOn('a', { a: true }, false, [])).toBe(true);
    expect(isPackOn('a', { a: true }, true, ['a'])).toBe(false);
  });
});

describe('files of packs', () => {
  it('give back what was written', () => {
    expect(readPackFile(writePackFile([COUNCIL]))).toEqual({ ok: true, packs: [COUNCIL] });
  });

  it.each([
    ['packs[0].entries[0].type', { ...COUNCIL, entries: [{ ...COUNCIL.entries[0], type: 'town' }] }],
    ['packs[0].entries[0].forms', { ...COUNCIL, entries: [{ ...COUNCIL.entries[0], forms: [] }] }],
    ['packs[0].id', { ...COUNCIL, id: 'Port Ellery' }],
    ['packs[0].colour', { ...COUNCIL, colour: 'red' }],
  ])('name the place of what is wrong: %s', (place, pack) => {
    const read = readPackFile(JSON.stringify({ format: 'sourcelight-packs', version: 1, packs: [pack] }));
    expect(read.ok ? [] : read.problems.map((problem) => problem.place)).toEqual([place]);
  });

  it('of another kind are refused', () => {
    expect(readPackFile('{"packs": []}').ok).toBe(false);
    expect(readPackFile('not json').ok).toBe(false);
  });

  it('take the place of packs with the same id and leave the others', () => {
    const other = { ...COUNCIL, id: 'other' };
    const newer = { ...COUNCIL, name: 'Port Ellery, newer' };
    expect(mergePacks([COUNCIL, other], [newer])).toEqual([other, newer]);
  });
});

describe('ids made from names', () => {
  it.each([
    ['Town Council', [], 'town-council'],
    ['Café Müller', [], 'cafe-muller'],
    ['Town Council', ['town-council', 'town-council-2'], 'town-council-3'],
    ['משרד החוץ', [], 'source'],
    ['  --  ', ['source'], 'source-2'],
  ])('%s', (name, taken, id) => {
    expect(idFromName(name, taken, 'source')).toBe(id);
  });
});
