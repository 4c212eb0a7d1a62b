import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { speaksForBody } from './knowledge/roles.ts';
import { headOfDescription } from './name-descriptions.ts';
import type { Person } from './name-index.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** Most letters that a display name may have; what is longer loses its postmodifier. */
const LONGEST = 80;

const capitalised = (words: string): string => words.replace(/^[a-zß-ÿ]/u, (letter) => letter.toUpperCase());

/**
 * Name of a source that has none of its own, or of a body: the phrase without article, relative clause and appositive. "a source
 * with knowledge of the talks, who …" → "A source with knowledge of the talks"; "the Harbour Board" → "Harbour Board".
 */
export function displayNameOf(phrase: NounPhrase): string {
  const whole = phrase.postmodifier === '' ? phrase.core : `${phrase.core} ${phrase.postmodifier}`;
  const words = whole.length > LONGEST ? phrase.core : whole;
  const keepsDeterminer =
    phrase.determiner !== null &&
    !phrase.proper &&
    // "His wife", "her neighbour", "its forecast" are somebody's; "wife" alone is nobody's. "Those involved" have no other noun.
    (!/^(?:this|that|these|those|said)$/.test(phrase.determiner) || /^(?:[a-z]+ed|close|familiar|present)$/.test(phrase.head));
  return capitalised(keepsDeterminer ? `${phrase.determiner} ${words}` : words || phrase.text);
}

/** Name of a person, with the body that they speak for where the article names it: "Ana Ruiz (Harbour Board)". */
export function displayNameOfPerson(person: Person): string {
  const body = person.descriptions.map(bodyOf).find((name) => name !== null);
  return body ? `${person.name} (${body})` : person.name;
}

/** "Foreign" of a foreign secretary: what somebody is in charge of is no body by itself. */
const PORTFOLIO =
  /\b(?:Foreign|Home|Interior|Defen[cs]e|Finance|Health|Education|Justice|Transport|Trade|Energy|Environment|Labou?r|Treasury|Shadow|Prime|First|Cabinet)$/;

/** The body in "spokeswoman for the Harbour Board", "the Harbour Board’s director", "Harbour Board spokesman". */
function bodyOf(description: string): string | null {
  if (/\b(?:former|ex-|then)\b/i.test(description)) return null;
  const head = headOfDescription(description);
  if (!speaksForBody(head)) return null;
  const after =
    /\b(?:spokes\w+|director|chairman|chairwoman|chair|president|official|representative|secretary|executive|officer|ceo|founder|leader) (?:of|for|at|from|with) (?:the )?([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’&.-]*(?: (?:(?:of|for|the|and|on) )*[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’&.-]*)*)/iu.exec(
      description,
    )?.[1];
  const before =
    /^(?:the )?([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ&.-]*(?: (?:of|for|the|and) [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ&.-]*| [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ&.-]*)*)(?:’s?)? (?:[a-zß-ÿ][A-Za-zÀ-ỿ-]* )*(?:spokes[A-Za-zÀ-ỿ]+|director|chairman|chairwoman|chair|president|chief|secretary|representative|ceo)$/iu.exec(
      description,
    )?.[1];
  const name =
    (after ?? before ?? null)?.replace(
      /^(?:(?:Interim|Acting|Deputy|Senior|Chief|Former|Executive|Vice|Assistant|Associate|Lead|Incoming)\s+)+/,
      '',
    ) ?? null;
  const body =
    name
      ?.replace(/ (?:in|of|for) [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’ -]*$/u, (tail) => (/^ in /.test(tail) ? '' : tail))
      .replace(/ (?:Press|Executive|Communications|Media|National|General)$/, '') ?? '';
  if (body === '' || body.length > 50 || !/^[A-ZÀ-ÞĀ-Ž]/u.test(body) || PORTFOLIO.test(body)) return null;
  return stateOfDemonym(body) === null && stateOf(body) === null ? body : null;
}
