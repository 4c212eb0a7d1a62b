import { Wording, wordSet } from '../../article/wording.ts';
import { typeOfHead } from './knowledge/organisations.ts';
import { isRole } from './knowledge/roles.ts';
import type { Word } from './name-runs.ts';

const STOP_BEFORE = wordSet(`
  said says say told by with from to in on at that which who and or but as when while after before than like is was were are be
  been has have had will would if because since into against between among over under about added including named called where
  according until then did does do can could may might should not also just only even both either whether though although so`);

/** The lower-case description right before a name: "the union’s chief negotiator" in "the union’s chief negotiator Mara Lindqvist". */
export function descriptionBefore(words: readonly Word[], from: number): string {
  let start = from;
  while (start > 0 && from - start < 9) {
    const word = words[start - 1]?.text ?? '';
    if (!/[A-Za-zÀ-ỿ’'$]/u.test(word) && !/^['’]$/.test(word)) break;
    if (STOP_BEFORE.has(word.toLowerCase())) break;
    start--;
    if (/^(?:the|a|an)$/i.test(word)) break;
  }
  return words.slice(start, from).reduce((sum, word) => sum + (/^['’]/.test(word.text) || sum === '' ? '' : ' ') + word.text, '');
}

/** "…, the UN’s humanitarian chief," and ", 43," after a name: up to the next comma that closes it. */
export function descriptionAfter(text: string, end: number, sentenceEnd: number): string {
  const rest = text.slice(end, Math.min(sentenceEnd, end + 240));
  if (rest.includes(' whose ') && WHOSE_KIN.test(rest)) return 'relative';
  const does = WHO_DOES.exec(rest);
  if (does?.[1] && does[2]) return `${DOES[does[1]]} of ${does[2].trim()}`;
  const found =
    /^(?:\s*\([^)]{1,40}\))?(?:['’]s)?,\s+(?:\d{1,3},\s+)?((?:an?|the|one of|his|her|its|their|[a-zß-ÿ][A-Za-zÀ-ỿ-]*|[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*(?:['’]s?)?)\b[^,;:.“”"()]*(?:\b[A-ZÀ-ÞĀ-Ž]\.[^,;:“”"()]*)?)/u.exec(
      rest,
    );
  const description = found?.[1]?.trim() ?? '';
  if (description === '' || NO_DESCRIPTION.test(description)) return '';
  const closing = rest[(found?.index ?? 0) + (found?.[0].length ?? 0)] ?? '';
  // Without a comma that closes it, "…, the forum said" is the next clause's subject.
  if (!/[,;–—)]/.test(closing) && VERB_INSIDE.test(description.replace(RELATIVE_CLAUSE, ''))) return '';
  return description.replace(RELATIVE_CLAUSE, '');
}

const NOUN_PHRASE_BEFORE =
  /(?:^|(?:said|says|told|added|by|and|but|that|to|with|from|including|of) )((?:(?:the|an?|his|her|its|their|another|one of) |(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.-]* ){0,3}[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.-]*['’]s? )[A-Za-zÀ-ỿ0-9'’ -]+), $/iu;

/** "the firm’s CEO" in "…, the firm’s CEO, Ana Ruiz, said": what stands before the name and a comma, where another comma closes the name. */
export function descriptionApposed(text: string, sentenceStart: number, start: number, end: number): string {
  if (!/^[,.]/.test(text.slice(end, end + 1)) || text.slice(start - 2, start) !== ', ') return '';
  const before = text.slice(Math.max(sentenceStart, start - 120), start - 2);
  const clause = `${before.slice(before.search(/[^,;:.“”"()—]*$/u)).trimStart()}, `;
  const description = NOUN_PHRASE_BEFORE.exec(clause)?.[1] ?? '';
  const head = headOfDescription(description);
  return isRole(head) && !/s$/.test(head) && !SIDE.test(head) ? description : '';
}

/** On which side somebody stands does not tell who they are. */
const SIDE = /^(?:opponent|critic|supporter|backer|fan|friend|candidate|nominee)$/i;

const FIRM_AFTER =
  /^ (?:of|from|with|at) (?:the )?(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’&.-]*(?: (?:of|for|the|and))* ?){1,5}, an? ([^,;:.“”"()]+)/u;

/** "an Oldport-based firm" in "Ana Ruiz of Third Harbour, an Oldport-based firm": of what they are. */
export function descriptionOfBody(text: string, end: number): string {
  if (!/^ (?:of|from|with|at) /.test(text.slice(end, end + 6))) return '';
  const kind = FIRM_AFTER.exec(text.slice(end, end + 200))?.[1]?.replace(/^[^ ]+-based /, '') ?? '';
  const noun = /[A-Za-z-]+$/.exec(kind.replace(/ (?:of|for|in|at|from|with|based|that|which|who)\b.*$/s, '').trim())?.[0] ?? '';
  return typeOfHead(noun) === null || !/^[a-z]/.test(kind) ? '' : `member of ${kind.trim()}`;
}

// "Ana Ruiz, who leads the Green Party": what somebody does for a living makes them what a noun would.
const DOES: Readonly<Record<string, string>> = {
  leads: 'leader',
  heads: 'head',
  runs: 'head',
  chairs: 'chair',
  directs: 'director',
  manages: 'manager',
  owns: 'owner',
  founded: 'founder',
  'co-founded': 'co-founder',
  studies: 'researcher',
};
const WHO_DOES = new Wording(
  /^,\s+(?:\d{1,3},\s+)?who (?:now |currently |also )?(leads|heads|runs|chairs|directs|manages|owns|founded|co-founded|studies) ([^,;:“”"]+)/,
  'who ',
  'leads|heads|runs|chairs|directs|manages|owns|founded|studies',
);

// "Ana Ruiz, whose younger brother was killed"
const WHOSE_KIN =
  /^,\s+(?:\d{1,3},\s+)?whose (?:[A-Za-zÀ-ỿ0-9-]+ ){0,3}(?:mother|father|parents?|brother|sister|son|daughter|husband|wife|uncle|aunt|grand[A-Za-zÀ-ỿ]+|cousin|nephew|niece|child|children|family|partner|fianc[ée]+)s?\b.*\b(?:was|were|is|are|had|has|have|died|disappeared|went)\b/u;
const NO_DESCRIPTION =
  /^(?:and|but|or|who|which|that|when|while|said|says|told|adding|saying|who|whose|in|on|at|as|after|before|with|from|to)\b/i;
const RELATIVE_CLAUSE = /\s+(?:who|which|that)\b.*$/s;
const VERB_INSIDE =
  /\b(?:said|says|say|told|tells|has|have|had|is|was|were|are|will|would|added|adds|wrote|did|does|[a-zà-ɏ]{3,}ed)\b/i;

/** The head of a description: "a doctor at the hospital" → "doctor". */
export function headOfDescription(description: string): string {
  const core = description
    .replace(/\s(?:of|for|at|in|from|with|on|who|whose|to|and|based|by)\s.*$/s, '')
    .replace(/(?:['’]s?|\.)$/, '')
    .trim();
  return /[A-Za-zÀ-ỿ-]+$/u.exec(core)?.[0] ?? '';
}
