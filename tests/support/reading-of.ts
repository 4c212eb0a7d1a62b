import { blocksOfPlainText, isBody } from '../../src/engine/body.ts';
import { findQuotations } from '../../src/engine/quotations.ts';
import type { Reading, ReadSentence } from '../../src/engine/reading.ts';
import { splitSentences } from '../../src/engine/sentences.ts';
import { tokenize } from '../../src/engine/tokens.ts';

const NO_SYNTAX = { tag: [], head: new Int16Array(0), relation: [] };

/** A text read as far as stages after the attributions need it: sentences, tokens and quotations, no tags and no parse. */
export function readingOf(text: string): Reading {
  const blocks = blocksOfPlainText(text);
  const sentences = blocks.flatMap((block, index): readonly ReadSentence[] =>
    isBody(block)
      ? splitSentences(text, block).map((span) => ({ ...span, block: index, tokens: tokenize(text, span), syntax: NO_SYNTAX }))
      : [],
  );
  return { text, blocks, sentences, quotations: findQuotations(text, blocks) };
}
