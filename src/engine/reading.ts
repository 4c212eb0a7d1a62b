import type { Block } from '../article/article.ts';
import type { Span } from '../article/span.ts';
import type { Syntax } from './syntax.ts';
import type { Token } from './tokens.ts';

/** A sentence with what the tokenizer, the tagger and the parser say of it. */
export interface ReadSentence extends Span {
  /** Index of its block in the article. */
  readonly block: number;
  readonly tokens: readonly Token[];
  /** Parallel to `tokens`. */
  readonly syntax: Syntax;
}

/**
 * Words in quotation marks. The span takes the marks in; `inner` leaves them out. A quotation that is never closed in its
 * block ends with the block, and where the next block opens with a new mark, that one continues it.
 */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly block: number;
  readonly closed: boolean;
  /** Index (in the article's quotations) of the one that this continues from the block before; null where it opens anew. */
  readonly continues: number | null;
  /** Nesting: 0 for the outermost, 1 for a quotation inside a quotation. */
  readonly depth: number;
}

/** An article read: what all later stages of the engine work on. */
export interface Reading {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Sentences of the body's blocks, in text order. */
  readonly sentences: readonly ReadSentence[];
  /** In text order of their opening marks. */
  readonly quotations: readonly Quotation[];
}
