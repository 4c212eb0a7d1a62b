import type { PageBlock } from './blocks.ts';

/** Ends as a sentence does, closing marks after it included. */
const SENTENCE_END = /[.!?…:;,—–-][\s"'”’»)\]]*$/;
const FULL_STOP = /[.!?…][\s"'”’»)\]]*$/;

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(/[A-Za-zÀ-ỿ\u3040-\ud7ff\d][A-Za-zÀ-ỿ\u3040-\ud7ff\d'’.,-]*/gu)?.length ?? 0;
}

/** Whether a text ends in a mark that ends a sentence. */
export function endsAsSentence(text: string): boolean {
  return FULL_STOP.test(text);
}

/** The part of a block's text that stands inside links, 0 to 1. */
export function linkDensity(block: PageBlock): number {
  return block.linked / block.text.length;
}

/**
 * How much a block weighs as running text, in code units: its length for prose, a part of it for what is short or ends without a full stop,
 * nothing for links and labels.
 */
export function proseWeight(block: PageBlock): number {
  const density = linkDensity(block);
  if (block.text.length < 40 || density > 0.5) return 0;
  const words = countWords(block.text);
  if (words < 8) return 0;
  const ending = FULL_STOP.test(block.text) ? 1 : SENTENCE_END.test(block.text) ? 0.7 : 0.25;
  return block.text.length * ending * (1 - density);
}
