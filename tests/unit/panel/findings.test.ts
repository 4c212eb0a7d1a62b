import { describe, expect, it } from 'vitest';
import { isShown } from '../../../src/article/shown.ts';
import { nobodyNamed, noComment, singleSourced, speakersInOrder, verbLens } from '../../../src/ui/panel/findings.ts';
import { findSentences, groupSentences } from '../../../src/ui/panel/sentence-groups.ts';
import { inventedArticle } from '../../support/invented-article.ts';

const article = inventedArticle();
const NOTHING_HIDDEN = { hiddenSources: [], hiddenStatuses: [], hiddenBases: [], minConfidence: 0 };

describe('findings', () => {
  it('say who speaks first', () => {
    expect(speakersInOrder(article).map(({ source }) => source.name)).toEqual([
      'Mara Lindqvist',
      'Harbour Workers’ Union',
      'a senior port official',
      'North Gazette',
      'Tomas Oyelaran',
      'Coast Guard',
    ]);
  });

  it('say which claims rest on one source, most first and none that is confirmed', () => {
    expect(singleSourced(article).map(({ source, at }) => [source.id, at])).toEqual([
      ['mara-lindqvist', [1, 4, 12, 13]],
      ['harbour-union', [2]],
      ['north-gazette', [5]],
      ['tomas-oyelaran', [10]],
    ]);
  });

  it('say what nobody is named for and who gave no comment', () => {
    expect(nobodyNamed(article)).toEqual([6]);
    expect(noComment(article)).toEqual([8]);
  });

  it('put verbs that take sides before neutral ones', () => {
    const verbs = verbLens(article);
    expect(verbs[0]).toMatchObject({ cue: 'claimed', implication: 'doubt', at: [2], count: 1 });
    const said = verbs.find((verb) => verb.cue === 'said');
    expect(said).toMatchObject({ implication: 'neutral', count: 2, at: [1, 10] });
    expect(said?.speakers.map((source) => source?.id)).toEqual(['mara-lindqvist', 'tomas-oyelaran']);
    expect(verbs.at(-1)?.implication).toBe('neutral');
  });
});

describe('the list of sentences', () => {
  it('is searched by words of the sentence or the source, without regard to case, accents and quotation marks', () => {
    expect(findSentences(article, NOTHING_HIDDEN, 'MANUFACTURER repairs')).toEqual([13]);
    expect(findSentences(article, NOTHING_HIDDEN, "workers' union")).toEqual([2]);
    expect(findSentences(article, NOTHING_HIDDEN, 'lindqvíst')).toEqual([1, 4, 12, 13]);
    expect(findSentences(article, NOTHING_HIDDEN, 'bakery')).toEqual([]);
  });

  it('leaves out what is hidden', () => {
    const hidden = { ...NOTHING_HIDDEN, hiddenStatuses: ['confirmed' as const], hiddenSources: ['mara-lindqvist'] };
    expect(findSentences(article, hidden, '')).toEqual([2, 5, 6, 10]);
    expect(article.sentences.filter((sentence) => isShown(sentence, { ...NOTHING_HIDDEN, minConfidence: 0.7 }))).toHaveLength(14);
  });

  it('is grouped by paragraph, every sentence once and in order', () => {
    const all = findSentences(article, NOTHING_HIDDEN, '');
    const groups = groupSentences(article, all, 'paragraph');
    expect(groups.map((group) => group.paragraph)).toEqual([1, 2, 3, 4, 5]);
    expect(groups.flatMap((group) => group.at)).toEqual(all);
  });

  it('is grouped by source, what nobody is named for and the outlet’s own voice last', () => {
    const groups = groupSentences(article, findSentences(article, NOTHING_HIDDEN, ''), 'source');
    expect(groups[0]).toMatchObject({ whose: { id: 'mara-lindqvist' }, at: [1, 4, 12, 13] });
    expect(groups.at(-2)).toMatchObject({ whose: 'nobody', at: [6] });
    expect(groups.at(-1)).toMatchObject({ whose: 'outlet', at: [0, 7, 8, 9, 14] });
  });
});
