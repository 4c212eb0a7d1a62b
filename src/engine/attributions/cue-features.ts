import { valuesOf } from '../weights/templates.ts';
import { COMMA, type EncodedArticle, OTHER, PRONOUN, PUNCTUATION, QUOTATION_MARK } from './encoded-article.ts';
import { FeatureTemplates } from './feature-templates.ts';
import { KEY_CHILDREN, NONE, near, quotationState } from './surroundings.ts';

/** Steps to the nearest quotation's end before the token and to the next one's beginning after it, each at most 6. */
function quotationsAround(a: EncodedArticle, t: number, from: number, to: number): number {
  if ((a.quotation[t] as number) >= 0) return 63;
  let back = 0;
  while (back < 6 && t - back - 1 >= from && (a.quotation[t - back - 1] as number) < 0) back++;
  if (t - back - 1 < from) back = 7;
  let ahead = 0;
  while (ahead < 6 && t + ahead + 1 < to && (a.quotation[t + ahead + 1] as number) < 0) ahead++;
  if (t + ahead + 1 >= to) ahead = 7;
  return back * 8 + ahead;
}

/** Whether a token is of a kind that heads cues; determiners, pronouns, numbers and most punctuation do not. */
export function mayBeCue(a: EncodedArticle, t: number): boolean {
  const kind = a.kind[t] as number;
  return kind !== OTHER && kind !== PRONOUN && kind !== PUNCTUATION && kind !== QUOTATION_MARK && kind !== COMMA;
}

/**
 * What the features join: W and L are the token's word and stem, G its tag, R its relation; W1 is the word before, V1 the one after, and so
 * on; "up" is its head, and subject, object, clause are dependents.
 */
const VALUES = `
  w l g w1 v1 w2 v2 w3 v3 h1 g1 h2 g2 l1 m1 suffix shape r upStem upTag key children subjectStem subjectTag objectStem
  clauseTag clauseStem clauseOpener quoted around hasSubject sentenceQuoted isQuoted fromBegin toEnd length inFirstBlock
  upRelation depth upKey w4 v4 g3 h3 objectTag subjectSide lexicon upLexicon`;
const TEMPLATES = new FeatureTemplates(VALUES, [
  '1 0, 2 w, 3 l, 4 l g, 5 w1, 6 v1, 7 w2, 8 v2, 9 w3, 10 v3, 11 l v1, 12 l w1, 13 l v1 v2, 14 l h1, 15 l g1, 16 l h1 h2',
  '17 g h1 h2, 18 g g1 g2, 19 g g1 h1, 20 l1, 21 m1, 22 g suffix, 23 suffix, 24 shape, 25 r g, 26 r upStem, 27 r upTag g',
  '28 l r, 29 l r upStem, 30 key g, 31 key l, 32 children g, 33 children r, 34 subjectStem g, 35 subjectTag l',
  '36 subjectTag g key, 37 subjectStem l, 38 objectStem l, 39 clauseTag l, 40 clauseStem l, 41 clauseOpener l',
  '42 clauseOpener g, 43 quoted, 44 quoted l, 45 around g, 46 around l, 47 around hasSubject g, 48 sentenceQuoted l',
  '49 sentenceQuoted g isQuoted, 50 fromBegin toEnd g, 51 length g, 52 inFirstBlock g, 53 inFirstBlock w, 54 upRelation r g',
  '55 depth g, 56 upKey r l, 57 w1 v1, 58 g1 l h1, 59 w4, 60 v4, 61 g3 g, 62 h3 g, 63 objectTag key g',
  '64 subjectSide around key, 65 w1 l v1, 66 w2 w1 l, 67 upStem l, 68 lexicon g, 69 lexicon key, 70 lexicon r upTag',
  '71 lexicon around, 72 lexicon subjectTag objectTag, 73 lexicon h1 h2, 74 upLexicon lexicon r',
]);
const values = valuesOf(VALUES);

/** Features of a token as the head of a cue. Returns how many were written. */
export function cueFeatures(a: EncodedArticle, t: number, out: Int32Array): number {
  const s = a.sentence[t] as number;
  const from = a.sentenceStart[s] as number;
  const to = a.sentenceStart[s + 1] as number;
  const { word, stem, tag, relation, suffix } = a;
  const w = word[t] as number;
  const l = stem[t] as number;
  const g = tag[t] as number;
  const r = relation[t] as number;
  const up = a.head[t] as number;
  const upStem = up >= 0 ? (stem[up] as number) : NONE;
  const upTag = up >= 0 ? (tag[up] as number) : NONE;
  const children = a.children[t] as number;
  const key = children & KEY_CHILDREN;
  const subject = a.subject[t] as number;
  const object = a.object[t] as number;
  const clause = a.clause[t] as number;
  const subjectTag = subject >= 0 ? (tag[subject] as number) : NONE;
  const subjectStem = subject >= 0 ? (stem[subject] as number) : NONE;
  const quoted = quotationState(a, t);
  const around = quotationsAround(a, t, from, to);
  const w1 = near(word, t - 1, from, to);
  const w2 = near(word, t - 2, from, to);
  const v1 = near(word, t + 1, from, to);
  const v2 = near(word, t + 2, from, to);
  const g1 = near(tag, t - 1, from, to);
  const g2 = near(tag, t - 2, from, to);
  const h1 = near(tag, t + 1, from, to);
  const h2 = near(tag, t + 2, from, to);
  const lexicon = a.lexicon[t] as number;
  // In the order of their names.
  let v = 1;
  values[v++] = w;
  values[v++] = l;
  values[v++] = g;
  values[v++] = w1;
  values[v++] = v1;
  values[v++] = w2;
  values[v++] = v2;
  values[v++] = near(word, t - 3, from, to);
  values[v++] = near(word, t + 3, from, to);
  values[v++] = h1;
  values[v++] = g1;
  values[v++] = h2;
  values[v++] = g2;
  values[v++] = near(stem, t - 1, from, to);
  values[v++] = near(stem, t + 1, from, to);
  values[v++] = suffix[t] as number;
  values[v++] = a.shape[t] as number;
  values[v++] = r;
  values[v++] = upStem;
  values[v++] = upTag;
  values[v++] = key;
  values[v++] = children;
  values[v++] = subjectStem;
  values[v++] = subjectTag;
  values[v++] = object >= 0 ? (stem[object] as number) : NONE;
  values[v++] = clause >= 0 ? (tag[clause] as number) : NONE;
  values[v++] = clause >= 0 ? (stem[clause] as number) : NONE;
  values[v++] = clause >= 0 ? (word[a.first[clause] as number] as number) : NONE;
  values[v++] = quoted;
  values[v++] = around;
  values[v++] = subject >= 0 ? 1 : 0;
  values[v++] = a.sentenceQuoted[s] as number;
  values[v++] = quoted & 1;
  values[v++] = Math.min(t - from, 4);
  values[v++] = Math.min(to - t, 4);
  values[v++] = to - from < 8 ? 0 : to - from < 20 ? 1 : 2;
  values[v++] = (a.sentenceBlock[s] as number) === 0 ? 1 : 0;
  values[v++] = up >= 0 && (a.head[up] as number) >= 0 ? (relation[up] as number) : NONE;
  values[v++] = a.depth[t] as number;
  values[v++] = up >= 0 ? (a.children[up] as number) & KEY_CHILDREN : 0;
  values[v++] = near(word, t - 4, from, to);
  values[v++] = near(word, t + 4, from, to);
  values[v++] = near(tag, t - 3, from, to);
  values[v++] = near(tag, t + 3, from, to);
  values[v++] = object >= 0 ? (tag[object] as number) : NONE;
  values[v++] = subject >= 0 ? Math.sign(subject - t) : 0;
  values[v++] = lexicon;
  values[v++] = up >= 0 ? (a.lexicon[up] as number) : 31;
  return TEMPLATES.fill(values, out);
}
