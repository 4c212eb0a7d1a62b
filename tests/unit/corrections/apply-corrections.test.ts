import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedArticle } from '../../../src/article/annotated-article.ts';
import { BASES, FLAGS, SOURCE_TYPES, STATUSES } from '../../../src/article/attribution.ts';
import type { CorrectedLabel, Correction } from '../../../src/article/correction.ts';
import { applyCorrections, CORRECTED_BY_READER } from '../../../src/corrections/apply-corrections.ts';
import { correctionOf, mergeCorrections, withCorrection, withoutCorrection } from '../../../src/corrections/correction-list.ts';
import { advance, historyOf, redo, undo } from '../../../src/corrections/history.ts';
import { arbitraryArticle } from '../../support/arbitrary-article.ts';
import { inventedArticle } from '../../support/invented-article.ts';

const article = inventedArticle();
const UNION: CorrectedLabel = {
  kind: 'label',
  sources: [{ name: 'harbour workers’ union', type: 'ngo' }],
  status: 'reported',
  basis: 'named',
  flags: [],
};
const STRANGER: CorrectedLabel = { ...UNION, sources: [{ name: 'Ines Pardo', type: 'witness' }] };
const OWN_VOICE: CorrectedLabel = { kind: 'label', sources: [], status: 'confirmed', basis: 'own-voice', flags: [] };

function correct(index: number, change: Correction['change'], from: AnnotatedArticle = article): Correction {
  const sentence = from.sentences[index];
  if (sentence === undefined) throw new Error(`no sentence ${index}`);
  return correctionOf(from, sentence, change);
}

/** Every index and id leads somewhere, and nothing is kept that nobody names. */
function expectWhole(result: AnnotatedArticle): void {
  const ids = new Set(result.sources.map((source) => source.id));
  expect(ids.size).toBe(result.sources.length);
  for (const sentence of result.sentences) {
    for (const id of sentence.sources) expect(ids).toContain(id);
    for (const at of sentence.attributions) expect(result.attributions[at]).toBeDefined();
  }
  for (const { speaker } of result.attributions) if (speaker !== null) expect(ids).toContain(speaker);
}

describe('applyCorrections', () => {
  it('gives the sentence and its attribution to a source that the article knows, whatever the case of its name', () => {
    const result = applyCorrections(article, [correct(1, UNION)]);
    expect(result.sentences[1]).toMatchObject({ sources: ['harbour-union'], confidence: 1, why: { rule: CORRECTED_BY_READER } });
    expect(result.attributions[result.sentences[1]?.attributions[0] ?? -1]).toMatchObject({ speaker: 'harbour-union' });
    expect(result.sources).toHaveLength(article.sources.length);
    expectWhole(result);
  });

  it('adds a source that the article does not know', () => {
    const result = applyCorrections(article, [correct(0, STRANGER)]);
    expect(result.sources.at(-1)).toEqual({ id: 'ines-pardo', name: 'Ines Pardo', type: 'witness' });
    expect(result.sentences[0]?.sources).toEqual(['ines-pardo']);
    expectWhole(result);
  });

  it('drops the attribution, and a source nobody names any more, when a sentence is the article’s own voice', () => {
    const result = applyCorrections(article, [correct(5, OWN_VOICE)]);
    expect(result.sentences[5]).toMatchObject({ sources: [], status: 'confirmed', basis: 'own-voice', attributions: [] });
    expect(result.attributions).toHaveLength(article.attributions.length - 1);
    expect(result.sources.map((source) => source.id)).not.toContain('north-gazette');
    expectWhole(result);
  });

  it('takes a sentence out that is not a claim', () => {
    const result = applyCorrections(article, [correct(5, { kind: 'not-a-claim' })]);
    expect(result.sentences).toHaveLength(article.sentences.length - 1);
    expect(result.text).toBe(article.text);
    expectWhole(result);
  });

  it('leaves an article alone in which no corrected sentence stands', () => {
    const stranger = correct(1, UNION);
    const elsewhere = { ...article, text: 'A bakery opened.', sentences: [], attributions: [], sources: [] };
    expect(applyCorrections(elsewhere, [stranger])).toBe(elsewhere);
  });

  it('keeps an article whole, whatever is corrected in it', () => {
    const label = fc.record({
      kind: fc.constant('label' as const),
      sources: fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), type: fc.constantFrom(...SOURCE_TYPES) }), {
        maxLength: 3,
      }),
      status: fc.constantFrom(...STATUSES),
      basis: fc.constantFrom(...BASES),
      flags: fc.uniqueArray(fc.constantFrom(...FLAGS)),
    });
    const change = fc.oneof(label, fc.constant({ kind: 'not-a-claim' as const }));
    fc.assert(
      fc.property(arbitraryArticle, fc.array(fc.tuple(fc.nat(7), change)), (any, changes) => {
        const list = changes.flatMap(([at, what]) => (any.sentences[at] === undefined ? [] : [correct(at, what, any)]));
        expectWhole(applyCorrections(any, list));
      }),
    );
  });
});

describe('the list of corrections', () => {
  it('holds one correction a sentence, and remembers what the engine said', () => {
    const first = correct(1, UNION);
    const changed = applyCorrections(article, [first]);
    const list = withCorrection([first], correct(1, STRANGER, changed));
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ change: STRANGER, was: { sources: [{ name: 'Mara Lindqvist' }] } });
  });

  it('forgets a correction back to what the engine said, and one that is withdrawn', () => {
    const first = correct(1, UNION);
    const changed = applyCorrections(article, [first]);
    expect(withCorrection([first], correct(1, first.was, changed))).toEqual([]);
    expect(withoutCorrection([first], first)).toEqual([]);
  });

  it('lets an imported correction win and keeps the others', () => {
    const list = mergeCorrections([correct(1, UNION), correct(2, OWN_VOICE)], [correct(1, STRANGER)]);
    expect(list.map(({ change }) => change)).toEqual([OWN_VOICE, STRANGER]);
  });
});

describe('history', () => {
  it('goes back and forth, and a new step ends what was undone', () => {
    const three = advance(advance(historyOf('a'), 'b'), 'c');
    expect(undo(undo(three)).present).toBe('a');
    expect(redo(undo(three)).present).toBe('c');
    expect(redo(advance(undo(three), 'd')).present).toBe('d');
    expect(undo(historyOf('a')).present).toBe('a');
  });
});
