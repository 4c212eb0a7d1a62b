import { describe, expect, it } from 'vitest';
import { SOURCE_TYPES } from '../../../src/article/attribution.ts';
import { indexPacks, matchPack } from '../../../src/engine/sources/match-pack.ts';
import { allPacks, defaultPacks } from '../../../src/packs/index.ts';

it('has the pack of the ceasefire talks on by default', () => {
  expect(defaultPacks.map((pack) => pack.id)).toEqual(['gaza-ceasefire-2025']);
});

it('has the entries that the codebook names', () => {
  expect(defaultPacks[0]?.entries.map((entry) => `${entry.id}: ${entry.name}`)).toEqual([
    'pmo: Prime Minister’s Office',
    'witkoff: Steve Witkoff',
    'hamas: Hamas (official)',
    'cogat: COGAT',
    'ghf: Gaza Humanitarian Foundation (GHF)',
    'hostage-families: Hostage families',
    'israel-foreign-ministry: Israel’s Foreign Ministry',
    'idf: Israeli military (IDF)',
    'israel-government: Other Israeli officials',
    'un: United Nations',
    'gaza-health-ministry: Gaza Health Ministry',
    'us-government: U.S. government',
    'mediators: Mediators',
  ]);
});

describe.each(allPacks)('pack $id', (pack) => {
  const index = indexPacks([pack]);
  const entryOf = (mention: string) => matchPack(index, mention)?.entry.id ?? null;

  it('has ids that are ids, once each, and types of the codebook', () => {
    const ids = pack.entries.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of pack.entries) {
      expect(entry.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(SOURCE_TYPES).toContain(entry.type);
    }
  });

  it('says every form once', () => {
    const forms = pack.entries.flatMap((entry) => entry.forms);
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });

  it.each(pack.entries)('$id: every example is it', (entry) => {
    expect(entry.examples.length).toBeGreaterThan(1);
    expect(entry.examples.map((mention) => `${mention} → ${entryOf(mention)}`)).toEqual(
      entry.examples.map((mention) => `${mention} → ${entry.id}`),
    );
  });

  it.each(pack.entries)('$id: no counterexample is it', (entry) => {
    expect(entry.counterexamples.length).toBeGreaterThan(0);
    expect(entry.counterexamples.filter((mention) => entryOf(mention) === entry.id)).toEqual([]);
  });
});
