import type { SyntaxModel } from '../../src/engine/syntax/syntax-model.ts';
import type { SyntaxSentence } from './syntax-data.ts';

const SHOWN = [
  'nsubj',
  'nsubjpass',
  'dobj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl:relcl',
  'acl',
  'parataxis',
  'conj',
  'mark',
  'nmod',
  'appos',
  'root',
];

/** Agreement of a model with sentences whose analysis is known, as lines of text. UAS and LAS leave punctuation out. */
export function syntaxScores(model: SyntaxModel, sentences: readonly SyntaxSentence[]): readonly string[] {
  let words = 0;
  let tagged = 0;
  let scored = 0;
  let headRight = 0;
  let bothRight = 0;
  const gold = new Map<string, number>();
  const found = new Map<string, number>();
  const right = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const s of sentences) {
    const { tag, head, relation } = model.tagAndParse(s.text, s.tokens);
    for (let i = 0; i < s.tokens.length; i++) {
      words++;
      if (tag[i] === s.tags[i]) tagged++;
      const goldRelation = s.relations[i] as string;
      const foundRelation = relation[i] as string;
      count(gold, goldRelation);
      count(found, foundRelation);
      const sameHead = head[i] === s.heads[i];
      const same = sameHead && foundRelation === goldRelation;
      if (same) count(right, goldRelation);
      if (goldRelation === 'punct') continue;
      scored++;
      if (sameHead) headRight++;
      if (same) bothRight++;
    }
  }
  const percent = (a: number, b: number): string => ((100 * a) / (b || 1)).toFixed(2);
  const lines = [`tags ${percent(tagged, words)}  UAS ${percent(headRight, scored)}  LAS ${percent(bothRight, scored)}`];
  const relations = SHOWN.map((r) => `${r} ${percent(2 * (right.get(r) ?? 0), (gold.get(r) ?? 0) + (found.get(r) ?? 0))}`);
  lines.push(`F1 of head and relation: ${relations.join('  ')}`);
  return lines;
}
