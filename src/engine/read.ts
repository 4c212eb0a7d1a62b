import type { Block } from '../article/article.ts';
import type { ReadSentence } from './reading.ts';
import { splitSentences } from './sentences.ts';
import type { SyntaxModel } from './syntax/syntax-model.ts';
import { type Token, tokenize } from './tokens.ts';

/** Tokens of a sentence. Longer "sentences" (lists, tables, text without full stops) are cut, so that work stays linear; news has none half as long. */
const LONGEST = 512;

/** Reads the sentences of an article's body: splits, tokenizes, tags and parses them. Headings, captions and the like have none. */
export function readSentences(text: string, blocks: readonly Block[], model: SyntaxModel): readonly ReadSentence[] {
  const sentences: ReadSentence[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'quote') continue;
    for (const span of splitSentences(text, block)) {
      const all = tokenize(text, span);
      for (let from = 0; from < all.length; from += LONGEST) {
        const tokens = all.length > LONGEST ? all.slice(from, from + LONGEST) : all;
        const start = from === 0 ? span.start : (tokens[0] as Token).start;
        const end = from + LONGEST >= all.length ? span.end : (tokens[tokens.length - 1] as Token).end;
        sentences.push({ start, end, block: index, tokens, syntax: model.tagAndParse(text, tokens) });
      }
    }
  }
  return sentences;
}
