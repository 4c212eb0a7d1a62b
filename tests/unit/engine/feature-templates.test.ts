import { describe, expect, it } from 'vitest';
import { FeatureTemplates } from '../../../src/engine/attributions/feature-templates.ts';
import { combine } from '../../../src/engine/attributions/hashing.ts';
import { FeatureTemplates as SyntaxTemplates } from '../../../src/engine/syntax/feature-hash.ts';
import { valuesOf } from '../../../src/engine/weights/templates.ts';

const NAMES = `
  word tag
  head`;

describe('feature templates', () => {
  it('join values by their names: what combine gives for each template', () => {
    const templates = new FeatureTemplates(NAMES, ['1 0, 2 word', '3 word tag, 4 head 0 tag']);
    const values = valuesOf(NAMES);
    values.set([7, -8, 900_000_000], 1);
    const out = new Int32Array(8);
    expect(templates.fill(values, out)).toBe(4);
    expect([...out.subarray(0, 4)]).toEqual([combine(1, 0), combine(2, 7), combine(3, 7, -8), combine(4, 900_000_000, 0, -8)]);
    expect(templates.fill(values, out, 4)).toBe(8);
    expect(out.subarray(4)).toEqual(out.subarray(0, 4));
  });

  it('stand in the order of the list, whatever they join: learning takes the first of features that matter as much', () => {
    const values = valuesOf(NAMES);
    values.set([7, -8, 900_000_000], 1);
    const lines = ['1 word tag, 2 word, 3 word tag head, 4 head, 5 tag head'];
    const hashes = (templates: readonly string[]): readonly number[] => {
      const out = new Int32Array(8);
      return [...out.subarray(0, new SyntaxTemplates(NAMES, templates).fill(values, out))];
    };
    expect(hashes(lines)).toEqual(
      lines
        .join()
        .split(', ')
        .flatMap((line) => hashes([line])),
    );
  });

  it('say which template names a value that is not there', () => {
    expect(() => new FeatureTemplates(NAMES, ['1 word, 2 wrod'])).toThrow('template "2 wrod" joins wrod');
    expect(() => new SyntaxTemplates(NAMES, ['1 word, 2 wrod'])).toThrow('template "2 wrod" joins wrod');
  });
});
