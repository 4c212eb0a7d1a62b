import { wordSet } from '../../article/wording.ts';
import { datelineEnd } from '../dateline.ts';
import type { ReadSentence } from '../reading.ts';
import { isRole, isTitleBeforeName } from './knowledge/roles.ts';

const PARTICLE = wordSet(`
  al el bin bint ibn abu de da del della der di dos du la le van von ter ten y e`);
export const PARTICLE_HYPHEN = /^(?:al|el|an|ar|as|ash|at|ben)-[A-ZÀ-ÞĀ-Ž]/u;
const CAPITAL = /^[A-ZÀ-ÞĀ-Ž]/u;
// Words with a capital that begin sentences but no names.
const NO_NAME = wordSet(`
  The A An In On At For From By To But And Or If When While As After Before Since Until With Without He She It They We I You His
  Her Its Their Our My This That These Those There Here Some Many Most Several All Both Another Other One Two Three Four Five
  Six Ten Dozens Hundreds Thousands Meanwhile However Earlier Later Also Still Yet Now Then Last Next First Second Among
  According Despite Amid During Under Over About Around Asked Speaking Addressing Citing Officials Police Authorities Experts
  Critics What Who Why How Where Not No Yes So Just Only Even Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
  February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
  Today Yesterday Tomorrow Mr Mrs Ms Former Late Senior Whether Although Though Because Unless Once Unlike Throughout Within
  Across Against Between Behind Beyond Inside Outside Every Each Neither Either Any Such Of`);

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Run {
  readonly words: readonly Word[];
  /** Index of the first word in the sentence's words. */
  readonly from: number;
  readonly sentence: number;
  readonly possessive: boolean;
}

/** 'Robert "Bob" Holm': the nickname goes with the given name. */
const NICKNAME = /^["“‘][A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.-]*["”’](?= [A-ZÀ-ÞĀ-Ž])/u;

/** Words of a sentence after its dateline, with the dot of titles and initials joined on: "Sen.", "J." */
export function wordsOf(text: string, sentence: ReadSentence): readonly Word[] {
  const words: Word[] = [];
  const begins = datelineEnd(text, sentence);
  for (const token of sentence.tokens) {
    if (token.start < begins) continue;
    const last = words.at(-1);
    // Inside a nickname that was counted in.
    if (last && token.end <= last.end) continue;
    const here = text.slice(token.start, token.end);
    const nickname = last && CAPITAL.test(last.text) ? NICKNAME.exec(text.slice(token.start, token.start + 24)) : null;
    if (last && nickname) {
      words[words.length - 1] = { ...last, end: token.start + nickname[0].length };
      continue;
    }
    if (
      here === '.' &&
      last &&
      last.end === token.start &&
      (/^[A-ZÀ-ÞĀ-Ž]$/u.test(last.text) || (isTitleBeforeName(last.text) && last.text.length <= 6))
    ) {
      words[words.length - 1] = { text: `${last.text}.`, start: last.start, end: token.end };
    } else words.push({ text: here, start: token.start, end: token.end });
  }
  return words;
}

const isCapital = (word: string): boolean => (CAPITAL.test(word) && !/-year-old$/.test(word)) || PARTICLE_HYPHEN.test(word);

/** The runs of capitalised words, with the particles inside names ("Mohammed bin Salman"). */
export function runsOf(words: readonly Word[], sentence: number): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (!word || !isCapital(word.text) || (NO_NAME.has(word.text) && !/^(?:Mr|Mrs|Ms)$/.test(word.text))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < words.length) {
      const next = words[end]?.text ?? '';
      const gap = (words[end]?.start ?? 0) - (words[end - 1]?.end ?? 0);
      if (gap > 2 || gap < 1) break;
      if (isCapital(next) && !(NO_NAME.has(next) && !/^(?:Mr|Mrs|Ms|May|March|April|June|August|Will)\.?$/.test(next))) end++;
      else if (PARTICLE.has(next.toLowerCase()) && isCapital(words[end + 1]?.text ?? '')) end += 2;
      else if (/^(?:of|for|the)$/.test(next) && joinsOffice(words, at, end))
        end += next === 'the' ? 1 : words[end + 1]?.text === 'the' ? 3 : 2;
      else break;
    }
    const following = words[end]?.text ?? '';
    runs.push({ words: words.slice(at, end), from: at, sentence, possessive: /^['’]s?$/.test(following) });
    at = end;
  }
  return runs;
}

/** "Secretary of State", "Ministry of Health", "Office for the Coordination": an office goes on over "of". */
function joinsOffice(words: readonly Word[], from: number, at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  const after = words[at + 1]?.text === 'the' ? (words[at + 2]?.text ?? '') : (words[at + 1]?.text ?? '');
  if (!isCapital(after) || NO_NAME.has(after)) return false;
  const word = before.toLowerCase();
  return (
    at > from &&
    (/^(?:secretary|ministry|department|agency|administration|directorate|university|bank|house|board|office|court|institute|council|court|federation|association|chamber|committee|center|centre|union|coordinat\w+|protection|prevention|promotion|development|organi[sz]ation|programme|program|fund|school|college|society|league|council|commission|authority|bureau|forum|network)$/.test(
      word,
    ) ||
      isTitleBeforeName(before))
  );
}

/** Last word of a run that is a title or role before a name; -1 where there is none. */
export function lastTitle(words: readonly Word[]): number {
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i]?.text ?? '';
    if (
      /^(?:State|Staff|Defense|Defence|Affairs|Representatives)$/.test(word) &&
      i > 0 &&
      /^of|Chief|Secretary|Minister$/i.test(words[i - 1]?.text ?? '')
    )
      return i;
    if (isTitleBeforeName(word) || (isRole(word) && i === 0)) return i;
    if (/^(?:[A-Z]{3,}|Ministry|Department|Committee|Police|Forces|Army|Council|University)$/.test(word)) return i;
  }
  return -1;
}
