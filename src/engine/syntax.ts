/**
 * What the tagger and the dependency parser say of one sentence's tokens: parallel arrays, one item a token.
 * Tags are Penn Treebank tags, relations the Stanford basic dependencies of CoreNLP 3 (`nsubj`, `ccomp`, …).
 */
export interface Syntax {
  readonly tag: readonly string[];
  /** Index of the head token in the sentence; -1 for the root. */
  readonly head: Int16Array;
  readonly relation: readonly string[];
}
