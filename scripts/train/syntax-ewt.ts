import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SyntaxSentence } from './syntax-data.ts';

interface Row {
  readonly form: string;
  readonly tag: string;
  readonly head: number;
  readonly relation: string;
}

// Universal Dependencies 2 to the Stanford and UD 1 names that CoreNLP gives.
const RELATIONS: Readonly<Record<string, string>> = {
  obl: 'nmod',
  'obl:agent': 'nmod',
  'obl:unmarked': 'nmod:npmod',
  'nmod:unmarked': 'nmod:npmod',
  'nmod:desc': 'compound',
  obj: 'dobj',
  'nsubj:pass': 'nsubjpass',
  'nsubj:outer': 'nsubj',
  'csubj:pass': 'csubjpass',
  'csubj:outer': 'csubj',
  'aux:pass': 'auxpass',
  fixed: 'mwe',
  flat: 'compound',
  'advcl:relcl': 'advcl',
  vocative: 'dep',
  list: 'dep',
  goeswith: 'dep',
  reparandum: 'dep',
  orphan: 'dep',
  dislocated: 'dep',
};
const TAGS_LEFT_OUT: ReadonlySet<string> = new Set(['HYPH', 'NFP', 'ADD', 'GW', 'AFX', 'XX', 'LS']);
const TEMPORAL =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|day|week|month|year|time|morning|evening|night|years|days|weeks|months|(?:19|20)\d\d)$/i;

/**
 * Reads one part ("train" or "dev") of Universal Dependencies English EWT, in CoreNLP's conventions: its relations, the
 * conjunction under the first conjunct, names headed by their last word. Sentences whose tokens CoreNLP would cut
 * otherwise (hyphens, addresses) are left out. `firstStory` numbers the documents.
 */
export function readEwt(folder: string, part: string, firstStory = 0): readonly SyntaxSentence[] {
  const file = join(folder, 'ud-ewt', `${part}.conllu.gz`);
  if (!existsSync(file)) throw new Error(`The parser also learns from Universal Dependencies English EWT: ${file} is missing.`);
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  const sentences: SyntaxSentence[] = [];
  let story = firstStory - 1;
  for (const block of text.split('\n\n')) {
    if (block.includes('# newdoc')) story++;
    const rows = block.split('\n').flatMap(rowOf);
    if (rows.length < 2 || rows.some(({ tag }) => TAGS_LEFT_OUT.has(tag))) continue;
    sentences.push(sentenceOf(rows, story));
  }
  return sentences;
}

function rowOf(line: string): Row[] {
  const fields = line.split('\t');
  if (fields.length < 8 || !/^\d+$/.test(fields[0] as string)) return [];
  const [, form = '', , , tag = '', , head = '0', relation = 'dep'] = fields;
  return [{ form, tag: form.toLowerCase() === 'to' ? 'TO' : tag, head: Number(head) - 1, relation }];
}

function sentenceOf(rows: readonly Row[], story: number): SyntaxSentence {
  const heads = rows.map(({ head }) => head);
  const relations = rows.map((row) => relationOf(row));
  for (const [i, row] of rows.entries()) {
    const head = rows[row.head];
    if (row.relation === 'cc' && head?.relation === 'conj') heads[i] = head.head;
  }
  headNamesAtTheEnd(rows, heads, relations);
  const tokens = [];
  let text = '';
  for (const { form } of rows) {
    tokens.push({ start: text.length, end: text.length + form.length });
    text += `${form} `;
  }
  return { story, text, tokens, tags: rows.map(({ tag }) => tag), heads, relations };
}

function relationOf({ form, relation }: Row): string {
  const lower = form.toLowerCase();
  if ((relation === 'advmod' && /^(?:not|n['’]t|never)$/.test(lower)) || (relation === 'det' && lower === 'no')) return 'neg';
  if (relation.endsWith(':unmarked') && TEMPORAL.test(form)) return 'nmod:tmod';
  return RELATIONS[relation] ?? relation;
}

// UD 2 heads "Ana Maria Ruiz" by "Ana", CoreNLP by "Ruiz".
function headNamesAtTheEnd(rows: readonly Row[], heads: number[], relations: string[]): void {
  for (let first = 0; first < rows.length; first++) {
    let last = -1;
    for (let i = first + 1; i < rows.length; i++) if (rows[i]?.relation === 'flat' && rows[i]?.head === first) last = i;
    if (last < 0) continue;
    for (let i = 0; i < rows.length; i++) if (heads[i] === first) heads[i] = last;
    heads[last] = heads[first] as number;
    relations[last] = relations[first] as string;
    heads[first] = last;
    relations[first] = 'compound';
  }
}
