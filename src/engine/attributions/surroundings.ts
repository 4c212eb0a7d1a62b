import { CHILD, type EncodedArticle } from './encoded-article.ts';

/** Room for the features of one token; the functions below write no more. */
export const MAX_FEATURES = 128;

/** Stands for what is not there. */
export const NONE = 0x5bd1e995;
/** The bit of a relation. */
export const child = (relation: string): number => CHILD[relation] ?? 0;
/** The dependents of a verb in the passive. */
export const PASSIVE = child('auxpass') | child('nsubjpass');
/** The dependents that tell a cue from other words. */
export const KEY_CHILDREN =
  child('nsubj') |
  child('nsubjpass') |
  child('dobj') |
  child('ccomp') |
  child('xcomp') |
  child('auxpass') |
  child('parataxis') |
  child('nmod');

/** Value of `array` at `at`, where that lies in the same sentence; else a fixed value. */
export function near(array: Int32Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? (array[at] as number) : NONE + (at < from ? 1 : 2);
}

/** Quotation state of a token: outside, inside, and whether it changes to its neighbours. */
export function quotationState(a: EncodedArticle, t: number): number {
  const own = a.quotation[t] as number;
  const before = t > 0 ? (a.quotation[t - 1] as number) : -1;
  const after = t + 1 < a.size ? (a.quotation[t + 1] as number) : -1;
  return (own >= 0 ? 1 : 0) | (before >= 0 ? 2 : 0) | (after >= 0 ? 4 : 0) | ((a.nested[t] as number) << 3);
}
