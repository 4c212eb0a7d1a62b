import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CUE_GROUPS } from '../../../src/engine/cues/cue-entries.ts';

it.each(['verbs', 'nouns'] as const)('the lexicon’s %s stand in one group each', (part) => {
  const words = CUE_GROUPS.flatMap((group) => group[part].split(' '));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

it('docs/cues.md tells every style rule of the lexicon', () => {
  const document = readFileSync(new URL('../../../docs/cues.md', import.meta.url), 'utf8');
  expect(CUE_GROUPS.map((group) => group.style).filter((rule) => !document.includes(`\`${rule}\``))).toEqual([]);
});
