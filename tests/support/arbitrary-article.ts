import fc from 'fast-check';
import type { AnnotatedArticle } from '../../src/article/annotated-article.ts';
import { BASES, FLAGS, type LabelledSentence, SOURCE_TYPES } from '../../src/article/attribution.ts';

/** Any article at all: odd text, odd names, one paragraph a sentence. For properties that must hold of every export. */
export const arbitraryArticle: fc.Arbitrary<AnnotatedArticle> = fc
  .record({
    id: fc.string(),
    title: fc.string({ unit: 'grapheme' }),
    outlet: fc.option(fc.string({ unit: 'grapheme' })),
    url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true })),
    lines: fc.array(
      fc.record({
        // A lone surrogate has no code point; engines never see one that a page did not show as U+FFFD.
        text: fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.constantFrom('=1+1', '@SUM(A1)', '\t=2', '-3\r\nx', '“x”, y'),
        ),
        basis: fc.constantFrom(...BASES),
        flags: fc.uniqueArray(fc.constantFrom(...FLAGS)),
        name: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
        type: fc.constantFrom(...SOURCE_TYPES),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ lines, ...head }) => {
    const sources = lines.flatMap(({ name, type }, index) => (name === null ? [] : [{ id: `s${index}`, name, type }]));
    let text = '';
    const sentences = lines.map((line, index): LabelledSentence => {
      const start = text.length + (index === 0 ? 0 : 1);
      text += (index === 0 ? '' : '\n') + line.text;
      return {
        start,
        end: text.length,
        sources: line.name === null ? [] : [`s${index}`],
        status: ['own-voice', 'verified', 'confirmed-by'].includes(line.basis) ? 'confirmed' : 'reported',
        basis: line.basis,
        flags: line.flags,
        attributions: [],
        block: index,
        confidence: 0.5,
        why: { decider: 'rule', rule: 'test', evidence: null },
      };
    });
    const blocks = sentences.map(({ start, end }) => ({ start, end, kind: 'paragraph' as const }));
    return { ...head, text, blocks, sources, sentences, attributions: [], language: 'en', partial: false };
  });
