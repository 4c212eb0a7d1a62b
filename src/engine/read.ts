import type { Block } from '../article/article.ts';
import type { ReadSentence } from './reading.ts';
import { splitSentences } from './sentences.ts';
import type { SyntaxModel } from './syntax/syntax-model.ts';
import { tokenize } from './tokens.ts';

/** Reads the sentences of an article's body: splits, tokenizes, tags and parses them. Headings, captions and the like have none. */
export function readSentences(
  text: string,
  blocks: readonly Block[],
  model: Pick<SyntaxModel, 'tagAndParse'>,
): readonly ReadSentence[] {
  const sentences: ReadSentence[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'quote') continue;
    for (const { start, end } of splitSentences(text, block)) {
      const tokens = tokenize(text, { start, end });
      sentences.push({ start, end, block: index, tokens, syntax: model.tagAndParse(text, tokens) });
    }
  }
  return sentences;
}
