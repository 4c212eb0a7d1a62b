import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedArticle } from '../../../src/article/annotated-article.ts';
import { type Answer, isRightSource, NOBODY, OUTLET, pickSentences, score } from '../../../src/ui/classroom/exercise.ts';
import { formatResults } from '../../../src/ui/classroom/format-results.ts';
import { compareAnalyses } from '../../../src/ui/compare/compare-analyses.ts';
import { arbitraryArticle } from '../../support/arbitrary-article.ts';
import { inventedArticle } from '../../support/invented-article.ts';

const article = inventedArticle();

describe('picking sentences for an exercise', () => {
  it('takes some of every kind, in text order, and the same each time', () => {
    const picked = pickSentences(article, 10);
    expect(picked).toHaveLength(10);
    expect(picked).toEqual([...picked].sort((a, b) => a - b));
    expect(new Set(picked.map((index) => article.sentences[index]?.basis))).toEqual(
      new Set(article.sentences.map((sentence) => sentence.basis)),
    );
    expect(pickSentences(inventedArticle(), 10)).toEqual(picked);
  });

  it('never asks for a sentence twice or for one that is not there', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(12), (any, count) => {
        const picked = pickSentences(any, count);
        expect(picked).toHaveLength(Math.min(count, any.sentences.length));
        expect(new Set(picked).size).toBe(picked.length);
        for (const index of picked) expect(any.sentences[index]).toBeDefined();
      }),
    );
  });
});

describe('scoring an exercise', () => {
  it('takes any source of a sentence, and tells the outlet from nobody', () => {
    const [own, said] = article.sentences;
    const hearsay = article.sentences[6];
    if (!own || !said || !hearsay) throw new Error('the invented article has them');
    expect(isRightSource(own, OUTLET)).toBe(true);
    expect(isRightSource(own, NOBODY)).toBe(false);
    expect(isRightSource(hearsay, NOBODY)).toBe(true);
    expect(isRightSource(hearsay, OUTLET)).toBe(false);
    expect(isRightSource(said, 'mara-lindqvist')).toBe(true);
    expect(isRightSource({ ...said, sources: ['harbour-union', 'mara-lindqvist'] }, 'mara-lindqvist')).toBe(true);
    expect(isRightSource(said, null)).toBe(false);
  });

  it('counts what is right and leaves out no question', () => {
    const answers = new Map<number, Answer>([
      [0, { source: OUTLET, status: 'confirmed' }],
      [1, { source: 'harbour-union', status: 'reported' }],
    ]);
    const result = score(article, [0, 1, 2], answers);
    expect(result).toMatchObject({ sources: 1, statuses: 2 });
    expect(result.marked).toHaveLength(3);
    expect(result.marked[2]).toMatchObject({ sourceRight: false, statusRight: false });
  });

  it('is saved without any name of a student, with the sums last', () => {
    const result = score(article, [1], new Map([[1, { source: 'mara-lindqvist', status: 'confirmed' }]]));
    const lines = formatResults(article, result, (answer) => answer.toUpperCase()).split('\r\n');
    expect(lines).toEqual([
      'number,sentence,source_marked,source,source_right,status_marked,status,status_right',
      '2,"“Nobody was hurt, and the quay will open again within days,” Mayor Mara Lindqvist said.",MARA-LINDQVIST,Mara Lindqvist,1,confirmed,reported,0',
      ',,,,1,,,0',
    ]);
  });
});

describe('comparing two analyses', () => {
  const other: AnnotatedArticle = {
    ...article,
    sources: [
      { id: 'lindqvist', name: 'Lindqvist', type: 'government' },
      { id: 'union', name: 'the Harbour Workers’ Union', type: 'ngo' },
      { id: 'crane-works', name: 'Crane Works', type: 'business' },
    ],
    sentences: article.sentences.slice(0, 3).map((sentence, index) => ({
      ...sentence,
      sources: [['lindqvist'], ['union'], ['crane-works']][index] ?? [],
    })),
  };

  it('says who is heard in both and who in one only, by name or surname', () => {
    const { both, onlyFirst, onlySecond } = compareAnalyses(article, other);
    expect(both.map((row) => row.source.name)).toEqual(['Mara Lindqvist', 'the Harbour Workers’ Union']);
    expect(onlyFirst.map((row) => row.source.id)).toEqual(['senior-official', 'north-gazette', 'tomas-oyelaran', 'coast-guard']);
    expect(onlySecond.map((row) => row.source.id)).toEqual(['crane-works']);
  });

  it('finds nothing that only one has in an article and itself', () => {
    fc.assert(
      fc.property(arbitraryArticle, (any) => {
        const { onlyFirst, onlySecond } = compareAnalyses(any, any);
        expect([onlyFirst, onlySecond]).toEqual([[], []]);
      }),
    );
  });
});
