import type { SourceType } from '../article/attribution.ts';

/** One source that a pack knows, with the forms under which articles name it. */
export interface PackEntry {
  readonly id: string;
  readonly name: string;
  readonly type: SourceType;
  /**
   * Full forms, matched whole-word inside a source mention, case as written. A `*` at the end of a word stands for any letters, one alone
   * between two words for up to three words (`spokes* for the * council`). The longest form that matches decides between entries.
   */
  readonly forms: readonly string[];
  /** Short forms that count only in an article where a full form of this entry, and of no other entry, stands: "the ministry". */
  readonly shortForms?: readonly string[];
  /**
   * Words for people whose relatives are this entry: with `hostage`, who is called somebody's father counts where the article speaks
   * of that somebody, or of the family, with one of these words in the same sentence.
   */
  readonly kinOf?: readonly string[];
  /** Mentions that must resolve to this entry, and mentions that must not; a test runs them all. */
  readonly examples: readonly string[];
  readonly counterexamples: readonly string[];
}

/** A source pack: data only. */
export interface SourcePack {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** A BCP 47 primary language tag of the articles it is for. */
  readonly language: string;
  readonly entries: readonly PackEntry[];
}
