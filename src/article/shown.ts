import type { Basis, LabelledSentence, Status } from './attribution.ts';

/** What a reader has chosen not to see. */
export interface Hidden {
  readonly hiddenSources: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly hiddenBases: readonly Basis[];
  /** 0 to 1. */
  readonly minConfidence: number;
}

/** Whether a sentence is shown; one of several sources is hidden only when all of them are. */
export function isShown(sentence: LabelledSentence, hidden: Hidden): boolean {
  if (hidden.hiddenStatuses.includes(sentence.status) || hidden.hiddenBases.includes(sentence.basis)) return false;
  if (sentence.confidence < hidden.minConfidence) return false;
  return sentence.sources.length === 0 || !sentence.sources.every((id) => hidden.hiddenSources.includes(id));
}
