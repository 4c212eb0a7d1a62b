import { isFirstName } from './knowledge/first-names.ts';
import { typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, isTitleBeforeName, speaksForBody } from './knowledge/roles.ts';
import { descriptionBefore } from './name-descriptions.ts';
import { lastTitle, type Run, type Word } from './name-runs.ts';

/** What may be a person's name in a run of capitalised words, and what stands before it. */
export interface NameInRun {
  /** Words of the name, without titles, states, parties and firms before it; one at least. */
  readonly tokens: readonly string[];
  /** The tokens, joined by spaces. */
  readonly whole: string;
  /** Index of the last title in the run; -1 where there is none. */
  readonly title: number;
  /** The description before the name, with the title: "the union’s chief negotiator". */
  readonly before: string;
  readonly lastBefore: string;
  /** A title or role stands before the name. */
  readonly titled: boolean;
}

/** Reads a run of capitalised words as a name; null where it is an outlet, a state, an office or no name at all. */
export function nameInRun(run: Run, words: readonly Word[]): NameInRun | null {
  const title = lastTitle(run.words);
  let tokens = run.words.slice(title + 1).map((word) => word.text);
  let from = run.from + title + 1;
  // "Israeli Ana Ruiz", "Republican Ben Holm": what stands before the name in capitals is no part of it.
  while (
    tokens.length > 2 &&
    (stateOfDemonym(tokens[0] ?? '') ||
      /^(?:Republican|Democrat|Democratic|Senate|House|Labour|Conservative|GOP)$/.test(tokens[0] ?? ''))
  ) {
    tokens = tokens.slice(1);
    from++;
  }
  // "manager at Oldport Tours Ana Ruiz": the name begins after the firm's, and at a given name that is not the first of four words.
  const firm = tokens.findLastIndex(
    (token, i) => i < tokens.length - 2 && typeOfHead(token) !== null && isFirstName(tokens[i + 1] ?? ''),
  );
  const isAfterName =
    tokens.length > 3 &&
    isFirstName(tokens.at(-2) ?? '') &&
    !isFirstName(tokens[0] ?? '') &&
    !/^[“"]$/.test(words[run.from - 1]?.text ?? '');
  const begins = firm > 0 ? firm + 1 : firm < 0 && isAfterName ? tokens.length - 2 : 0;
  tokens = tokens.slice(begins);
  from += begins;
  // 'Robert C. "Bob" Holm': before the nickname stands no whole name.
  while (/^[A-ZÀ-ÞĀ-Ž]\.?$/u.test(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  // "Talking to the Daily Mail Ruiz complained": an outlet's name is no given name.
  if (typeOfKnownName(tokens.slice(0, -1).join(' ')) === 'media' && tokens.length > 2) return null;
  const before = descriptionBefore(words, from);
  const lastBefore = /[A-Za-zÀ-ỿ-]+$/u.exec(before.replace(/\.$/, ''))?.[0] ?? '';
  const titled =
    title >= 0
      ? isTitleBeforeName(run.words[title]?.text ?? '') ||
        isRole(run.words[title]?.text ?? '') ||
        /^(?:State|Staff|Affairs)$/.test(run.words[title]?.text ?? '')
      : isRole(lastBefore) || speaksForBody(lastBefore);
  const whole = tokens.join(' ');
  if (tokens.length === 0 || tokens.some((token) => /^(?:of|for|the)$/.test(token))) return null;
  // "Ministry of Foreign Affairs": what follows the title is an office's.
  if (tokens.length === 1 && run.words.some(({ text }, i) => i + 1 < title && isOffice(text, run.words[i + 1]))) return null;
  if (typeOfKnownName(whole) || stateOf(whole) || stateOfDemonym(whole)) return null;
  return { tokens, whole, title, before, lastBefore, titled };
}

/** "Ministry of", "Department for": a body's name goes on. */
const isOffice = (word: string, next: Word | undefined): boolean =>
  typeOfHead(word) === 'government' && !isRole(word) && /^(?:of|for)$/.test(next?.text ?? '');
