import type { Span } from './span.ts';

/**
 * What a block of an article is. Only `paragraph`, `list-item` and `quote` blocks are the article's body and get labels;
 * the others are kept so that offsets stay true to the text that was read (codebook: section 3, rule 4).
 */
export type BlockKind =
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'heading'
  | 'caption'
  | 'byline'
  | 'promotion'
  | 'related'
  | 'timestamp'
  | 'comment';

/** One block of text; its span never crosses another block's and holds no line break of the joined text. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/**
 * An article as plain data: what every stage after the page works on. All positions are {@link Span}s into `text`.
 * `blocks` are in text order and do not overlap; between them stand line breaks only.
 */
export interface Article {
  readonly id: string;
  /** The headline; empty where none was found. */
  readonly title: string;
  /** The publication's name, for telling "its own reporting" from other outlets (codebook: section 3, rule 6); null where unknown. */
  readonly outlet: string | null;
  /** The page's address without fragment; null for plain text. */
  readonly url: string | null;
  /** A BCP 47 primary language tag, by what the text is. */
  readonly language: string;
  /** The page seems to hold only a part of the article (paywall). */
  readonly partial: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Why no article was found on a page whose elements stand in one another more deeply than is read. */
export const TOO_DEEP = 'elements nested too deep';
