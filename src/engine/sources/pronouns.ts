import type { Gender } from './knowledge/first-names.ts';

/** What a pronoun can stand for. */
export interface Pronoun {
  readonly number: 'singular' | 'plural';
  /** null: no person ("it"), or either gender ("they"). */
  readonly gender: Gender | null;
  readonly thing: boolean;
  readonly relative: boolean;
  /** "his", "their": its own, or before a noun ("his office"). */
  readonly possessive: boolean;
  /** Of the first or second person: nobody whom the article names. */
  readonly first: boolean;
}

const make = (number: Pronoun['number'], gender: Gender | null, thing: boolean, more: Partial<Pronoun> = {}): Pronoun => ({
  number,
  gender,
  thing,
  relative: false,
  possessive: false,
  first: false,
  ...more,
});

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ['he', make('singular', 'male', false)],
  ['him', make('singular', 'male', false)],
  ['himself', make('singular', 'male', false)],
  ['his', make('singular', 'male', false, { possessive: true })],
  ['she', make('singular', 'female', false)],
  ['her', make('singular', 'female', false, { possessive: true })],
  ['herself', make('singular', 'female', false)],
  ['it', make('singular', null, true)],
  ['its', make('singular', null, true, { possessive: true })],
  ['itself', make('singular', null, true)],
  ['they', make('plural', null, true)],
  ['them', make('plural', null, true)],
  ['their', make('plural', null, true, { possessive: true })],
  ['themselves', make('plural', null, true)],
  ['who', make('singular', null, false, { relative: true })],
  ['whom', make('singular', null, false, { relative: true })],
  ['whose', make('singular', null, false, { relative: true, possessive: true })],
  ['which', make('singular', null, true, { relative: true })],
  ['that', make('singular', null, true, { relative: true })],
  ['you', make('singular', null, false, { first: true })],
  ['your', make('singular', null, false, { first: true, possessive: true })],
  ['i', make('singular', null, false, { first: true })],
  ['me', make('singular', null, false, { first: true })],
  ['my', make('singular', null, false, { first: true, possessive: true })],
  ['we', make('plural', null, false, { first: true })],
  ['us', make('plural', null, false, { first: true })],
  ['our', make('plural', null, false, { first: true, possessive: true })],
]);

/** Reads "he", "who", "its"; null for anything else. */
export function readPronoun(words: string): Pronoun | null {
  const plain = words
    .trim()
    .replace(/^(?:both|all|all of|both of|some of|most of) (?=they|them|us|we)/i, '')
    .toLowerCase();
  return /^(?:US|WHO|IT)$/.test(words.trim()) ? null : (PRONOUNS.get(plain) ?? null);
}
