import { Wording } from '../../article/wording.ts';
import { PUBLIC_SERVICE, typeOfHead } from './knowledge/organisations.ts';
import { stateOf } from './knowledge/places.ts';
import { isRole } from './knowledge/roles.ts';

/** The parts of a noun phrase that names a source, by its words alone: all strings, lower or upper case as written. */
export interface NounPhrase {
  /** The phrase without quotation marks and doubled spaces, apostrophes made curly. */
  readonly text: string;
  /** "the", "a", "another", "his"; null where there is none. */
  readonly determiner: string | null;
  /** Modifiers and head, without determiner, postmodifiers, brackets and appositives: "senior Israeli official". */
  readonly core: string;
  /** Last word of the core; for a name, the whole last name word. */
  readonly head: string;
  /** What stands before the head in the core; empty where nothing does. */
  readonly premodifier: string;
  /** "of the IDF", "for Qatar’s foreign ministry", "familiar with the talks"; empty where nothing follows. */
  readonly postmodifier: string;
  /** What follows after a comma: "GHF’s interim director"; empty where nothing does. */
  readonly appositive: string;
  /** What stands in brackets after the name: "GHF"; empty where nothing does. */
  readonly bracket: string;
  /** The head is written with a capital. */
  readonly proper: boolean;
}

const DETERMINER =
  /^(?:the|a|an|one|another|some|many|several|other|others|most|all|both|two|three|four|five|six|few|a few|dozens of|hundreds of|thousands of|at least \w+|any|every|each|no|this|that|these|those|his|her|its|their|our|my|your|said|more than \w+|a number of|a group of|a pair of|a handful of|the same|numerous|various|certain|multiple|an unnamed|a separate)\s+/i;
const RELATIVE =
  /(?:\s*[,–—]|\s-)?\s+(?:such as|who|whom|whose|which|where|when|while|after|before|as|but|because|(?<!\b(?:of|in|for|by|on|to|from|with|at)\s+)that)\b.*$/s;
const POSTMODIFIER =
  /\s(?:of|for|in|at|from|with|on|by|to|about|near|outside|inside|between|within|against|across|among|under|over|into|around|behind|including|familiar|close|based|briefed|involved|aware|speaking|representing|heading|leading|working|circulating|published|released|conducted|commissioned|obtained|seen|posted|shared|produced|prepared|compiled|written|issued|cited|referenced|filed|provided|funded|drafted|taken|recorded|filmed|captured|interviewed|opposed|critical|led|run|named|identified|known|monitoring|overseeing|living|attending|protesting|campaigning)\s/;

/** 'Robert "Bob" Holm' is Robert Holm. */
const NICKNAME = / ["“‘][A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.-]*["”’] (?=[A-ZÀ-ÞĀ-Ž])/gu;

/** "as the Gazette", "of a survey": how a phrase hangs on the words before it is no part of it. "In Touch" may be a name. */
const JOINED_BY =
  /^(?:(?:of|to|with|at|in|for|from|by|and|but)\s+(?!least\b)|(?:Of|To|With|At|In|For|From|By|And|But)\s+(?=(?:the|an?|one|his|her|its|their)\s)|[Aa]s\s+)/;

const JOINT = new Wording(
  /^(?:(?:an? |the |their |its )?(?:joint |shared |common )?(?:statement|announcement|declaration|communiqu[eé]|letter|release))(?: issued| made| released)? (?:by|from|between) (?:both )?(.+)$/i,
  'statement|announcement|declaration|communiqu|letter|release',
);

// "…, Spain and Italy": a list goes on, no appositive follows.
const NAMES_IN_A_ROW = /^,\s+[A-ZÀ-ÞĀ-Ž][^,]*(?:,\s+[A-ZÀ-ÞĀ-Ž][^,]*)*,?\s+and\s+(?:the )?[A-ZÀ-ÞĀ-Ž]/u;

/** Whether a list goes on after the first name; "…, Director of Races and Crews" is an appositive. */
const isListAfter = (rest: string): boolean =>
  NAMES_IN_A_ROW.test(rest) && !isRole(/[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ-]*/u.exec(rest)?.[0] ?? '');

/** Curly apostrophes, single spaces, dotless acronyms ("U. S." and "U.S." become "US"): the form in which names are compared. */
export function normalise(text: string): string {
  return text
    .replace(/['`´]/g, '’')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(
      // Only from a run's first letter: tried from each, a text of initials would take the square of its length.
      /(?<!\b[A-ZÀ-ÞĀ-Ž]\. ?)\b(?:[A-ZÀ-ÞĀ-Ž]\. ?){2,}(?=[\s’,)-]|$)/gu,
      (letters) => `${letters.replace(/[. ]/g, '')}${letters.endsWith(' ') ? ' ' : ''}`,
    )
    .replace(/\b(?:[A-ZÀ-ÞĀ-Ž]\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .trim();
}

/** Cuts the parts that follow the core: relative clause, appositive, bracket, postmodifier. */
export function readNounPhrase(words: string): NounPhrase {
  const text = normalise(words)
    .replace(/^["“”‘\s,.;:—–-]+|["“”\s,.;:—–―-]+$/g, '')
    .replace(JOINED_BY, '')
    .replace(/(?<=\S)\s(?:of|for|from|to|by|with|in|at|on)$/, '');
  let rest = text.replace(RELATIVE, '').replace(NICKNAME, ' ');
  let bracket = '';
  rest = rest.replace(/\s*[([]([^)\]]*)[)\]]?/, (_, inner: string) => {
    bracket = inner.trim();
    return ' ';
  });
  let appositive = '';
  const comma = /(?:\s*[,–—]|\s-)\s+/.exec(rest);
  if (comma && comma.index > 0 && !isListAfter(rest.slice(comma.index))) {
    appositive = rest.slice(comma.index + comma[0].length).trim();
    rest = rest.slice(0, comma.index);
  }
  rest = rest.trim();
  let determiner: string | null = null;
  for (
    let found = DETERMINER.exec(rest);
    found && !/^(?:of|in|at|from|on|with)\b(?! (?:\d|two|three|four|five|six|ten|every)\b)/.test(rest.slice(found[0].length));
    found = DETERMINER.exec(rest)
  ) {
    determiner = determiner === null ? found[0].trim().toLowerCase() : determiner;
    rest = rest.slice(found[0].length);
    if (/^(?:others?)$/i.test(rest)) break;
  }
  const cut = POSTMODIFIER.exec(rest);
  const core = (cut ? rest.slice(0, cut.index) : rest).trim();
  const postmodifier = cut ? rest.slice(cut.index).trim() : '';
  const head = /[^\s]+$/.exec(core)?.[0]?.replace(/’s?$/, '') ?? '';
  const premodifier = core.slice(0, Math.max(0, core.length - (/[^\s]+$/.exec(core)?.[0]?.length ?? 0))).trim();
  return { text, determiner, core, head, premodifier, postmodifier, appositive, bracket, proper: /^[A-ZÀ-ÞĀ-Ž]/u.test(head) };
}

/**
 * The parts of a coordinated source: "the council and several shopkeepers" is two sources, "the mayors of Ellery,
 * Sandby and Holm" is one. Splits only where no preposition stands before the list, but does split what speaks in a joint statement.
 */
export function splitCoordination(words: string): readonly string[] {
  const text = words.trim().replace(/,? including\s.*$/s, '');
  const joint = JOINT.exec(text);
  if (joint?.[1]) return splitCoordination(joint[1]);
  const and = [...text.matchAll(JOINS)].find((joint) => !standsInState(text, joint.index, joint[0].length));
  if (!and) {
    // "Ukraine, Bosnia and Herzegovina", which is no list with "and" then.
    const states = text.split(/,\s+/);
    return states.every((name) => stateOf(name) !== null) ? states : [text];
  }
  const before = text.slice(0, and.index);
  const after = text.slice(and.index + and[0].length);
  if (/[([][^)\]]*$/.test(before)) return [text];
  if (/\s(?:of|for|between|among|in|at|from|with|on|by|about|to)\s/.test(before.replace(/\([^)]*\)/g, '')) && !startsAnew(after))
    return [text];
  if (/\b(?:who|which|that)\b/.test(before)) return [text];
  // "Ana Ruiz, the roads, parks and ferries officer of the town" is one, "Ana Ruiz, the mayor, and residents" are two.
  if (OPEN_APPOSITIVE.test(before)) {
    const ends = and[0].startsWith(',') || /^[A-ZÀ-ÞĀ-Ž][^\s,]* [A-ZÀ-ÞĀ-Ž]/u.test(after);
    return ends ? [before, ...splitCoordination(after)] : [text];
  }
  const lastBefore = /[A-Za-zÀ-ỿ’-]+$/u.exec(before)?.[0] ?? '';
  // "founder and director Jake Wood", "foreign and defense ministries": one head for both words.
  if (/^[a-zß-ÿ]/u.test(lastBefore) && !isNounHead(lastBefore) && !/^(?:he|she|they|it)$/i.test(before)) return [text];
  if (isRole(lastBefore) && !/s$/.test(lastBefore) && !startsAnew(after)) return [text];
  // A coordination inside one organisation's name: "Department of Health and Human Services", "Hostages and Missing Families Forum".
  if (
    /^[A-ZÀ-ÞĀ-Ž]/u.test(lastBefore) &&
    /^[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ-]* (?:[A-ZÀ-ÞĀ-Ž]|[a-zß-ÿ]+$)/u.test(after) &&
    joinsOneName(before, after)
  )
    return [text];
  const left = before.split(/,\s+/);
  const isList = left.length > 1 && left.every((piece) => piece.split(/\s+/).length <= 4);
  return [...(isList ? left : [before]), ...splitCoordination(after)]
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !PARTY.test(piece));
}

const JOINS = /,?\s+(?:and|as well as|&|along with|together with)\s+/g;

/** "Bosnia and Herzegovina", "Saint Vincent and the Grenadines" are one. */
function standsInState(text: string, start: number, length: number): boolean {
  const before = /(?:[A-Za-zÀ-ỿ.-]+\s+)?([A-Za-zÀ-ỿ-]+)$/u.exec(text.slice(0, start));
  const after = /^(?:the\s+)?[A-Za-zÀ-ỿ-]+/u.exec(text.slice(start + length))?.[0];
  if (!before || !after) return false;
  return before.some((lead) => stateOf(`${lead} and ${after}`) !== null);
}

const OPEN_APPOSITIVE =
  /^(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’-]* ){1,3}[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’-]*, (?:(?:the|an?|his|her|its|their) )?[a-z]/u;

// "R-Tenn.", "D-N.Y.": party and state after a name.
const PARTY = /^[RDI]-[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.]*,?$/u;

/** The second part has a determiner or a number of its own, or is a name of several words: a new phrase. */
function startsAnew(after: string): boolean {
  return /^(?:the|a|an|his|her|its|their|some|other|several|many|another)\s/i.test(after);
}

function isNounHead(word: string): boolean {
  return isRole(word) || typeOfHead(word) !== null || /s$/.test(word);
}

/** "Foreign and Commonwealth Office": the words before "and" make no name alone, and an organisation's head ends the whole. */
function joinsOneName(before: string, after: string): boolean {
  const tail = /[A-Za-zÀ-ỿ-]+$/u.exec(after)?.[0] ?? '';
  const lead = /[A-Za-zÀ-ỿ-]+$/u.exec(before)?.[0] ?? '';
  const isAcronym = /^[A-ZÀ-ÞĀ-Ž]{2,}$/u.test(lead);
  if (PUBLIC_SERVICE.test(before) && stateOf(tail) !== null) return true;
  return (
    typeOfHead(tail) !== null &&
    typeOfHead(lead) === null &&
    !isAcronym &&
    !isRole(tail) &&
    before.split(/\s+/).length <= 3 &&
    !/^[A-ZÀ-ÞĀ-Ž]{2,}$/u.test(tail)
  );
}
