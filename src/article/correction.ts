import type { Basis, Flag, SourceType, Status } from './attribution.ts';
import type { Span } from './span.ts';

/** The quote and what stands around it, by which a place is found again: W3C Web Annotation `TextQuoteSelector`, section 4.2.4. */
export interface QuoteSelector {
  readonly exact: string;
  /** Up to 32 code units before the quote; empty at the text's beginning. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A source as a reader names it; one with the name of a source of the article is that source. */
export interface CorrectedSource {
  readonly name: string;
  readonly type: SourceType;
}

/** What a sentence should be labelled. */
export interface CorrectedLabel {
  readonly kind: 'label';
  /** In text order; empty for the outlet's own voice or where nobody is named. */
  readonly sources: readonly CorrectedSource[];
  readonly status: Status;
  readonly basis: Basis;
  readonly flags: readonly Flag[];
}

/** A reader's change to the label of one sentence. */
export interface Correction {
  readonly selector: QuoteSelector;
  /** Where the sentence was, as a hint; UTF-16 code units. */
  readonly position: Span;
  /** The right label, or that the sentence makes no claim and gets none (codebook: section 3, rule 4). */
  readonly change: CorrectedLabel | { readonly kind: 'not-a-claim' };
  /** What the engine had said, for showing and for learning from. */
  readonly was: CorrectedLabel;
}
