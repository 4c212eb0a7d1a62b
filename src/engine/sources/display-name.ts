import { KINDS_OF_BODIES, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
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
  const whole =
    phrase.proper && OCCASION.test(phrase.postmodifier) ? phrase.core : `${phrase.core} ${phrase.postmodifier}`.trim();
  const words = whole.length > LONGEST ? phrase.core : whole;
  const keepsDeterminer =
    phrase.determiner !== null &&
    !phrase.proper &&
    // "His wife", "her neighbour", "its forecast" are somebody's; "wife" alone is nobody's. "Those involved" have no other noun.
    (!/^(?:this|that|these|those|said)$/.test(phrase.determiner) || /^(?:[a-z]+ed|close|familiar|present)$/.test(phrase.head));
  return capitalised((keepsDeterminer ? `${phrase.determiner} ${words}` : words || phrase.text).replace(/(?<=.)’s$/, ''));
}

/** On what occasion somebody spoke is no part of their name: "Ruiz at a news conference". */
const OCCASION =
  /^(?:at|in|during|on|from) (?:an?|the) (?:[a-z-]+ ){0,2}(?:briefing|conference|debate|email|event|hearing|interview|letter|post|rally|speech|statement|tweet)\b/;

/** Name of a person, with the body that they speak for where the article names it: "Ana Ruiz (Harbour Board)". */
export function displayNameOfPerson(person: Person): string {
  const body = bodyOfPerson(person);
  return body ? `${person.name} (${body})` : person.name;
}

/** The body that a person speaks for by what the article says of them; null where it names none. */
export function bodyOfPerson({ descriptions }: Person): string | null {
  for (const description of descriptions) {
    const body = bodyOf(description);
    if (body !== null) return body;
  }
  return null;
}

/** "Foreign" of a foreign secretary: what somebody is in charge of is no body by itself. */
const PORTFOLIO =
  /\b(?:Foreign|Home|Interior|Defen[cs]e|Finance|Health|Education|Justice|Transport|Trade|Energy|Environment|Labou?r|Treasury|Shadow|Prime|First|Cabinet|^(?:State|National|Regional|Local|Global|International|Chief)|^(?:[A-Z][a-z]+ )?(?:Affairs|Communications|Operations|Relations|Sales|Marketing|Research|Policy|Strategy|Programs))$/;

const WORD = '(?!(?:The|An?|His|Her|Its|Their|My|Our|Mr|Mrs|Ms|Dr)\\b)[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ&.-]+';
/** "campaign" of "Holm campaign", "union" of "Ruritania state firefighters union": what is named may be a common noun’s. */
const TAIL =
  '(?:(?:’s)?(?: (?!of\\b|for\\b|the\\b|and\\b|in\\b|at\\b)[a-z-]+){0,2} (?:agency|association|bureau|campaign|caucus|chapter|committee|council|department|division|ministry|office|party|police|poll|team|union|university)\\b)?';
/** "Harbour Board", "Office for the Coast". */
const NAME = `${WORD}(?: (?:(?:of|for|the|and|on|to) )*${WORD})*`;
/** "environmental group", of which the name follows. */
const KIND = `(?:[a-z-]+ ){0,3}(?:${KINDS_OF_BODIES}) `;
const OF_A_KIND = new RegExp(`^member (?:of|from|with|at) (?:the |an? )?${KIND}`);
const SPEAKER =
  '[Ss]pokes[a-z]+|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Ss]ecretary|[Rr]epresentative|C(?:EO|eo)|ceo|[Ee]xecutive';
/** "spokeswoman for the Harbour Board", "Head of Sales at Lumar", "member of the environmental group Green Coast". */
const BODY_AFTER = new RegExp(
  `(?:\\b(?:${SPEAKER}|[Oo]fficial|[Oo]fficer|[Ff]ounder|[Ll]eader|[Mm]ember) (?:of|for|at|from|with)|\\bat) (?:(?:the )?(?:${KIND})?|an? ${KIND})(${NAME}(?:’s ${NAME})?${TAIL})(?![A-Za-zÀ-ỿ-]|’s [a-z])`,
  'u',
);
/** "the Harbour Board’s director", "Harbour Board spokesman". */
const BODY_BEFORE = new RegExp(
  `^(?:[Tt]he |[Aa]n? )?(${NAME}${TAIL})(?:’s?)? (?:[a-zß-ÿ][A-Za-zÀ-ỿ-]* )*(?:${SPEAKER}|[Cc]hief)$`,
  'u',
);

/** The body for which somebody speaks by a description; null where it names none. */
function bodyOf(description: string): string | null {
  if (/\b(?:former|ex-|then)\b/i.test(description) || !speaksForBody(headOfDescription(description))) return null;
  const [first = ''] = description.split(',');
  const name = (BODY_AFTER.exec(first)?.[1] ?? BODY_BEFORE.exec(first)?.[1] ?? '').replace(
    /^(?:(?:Interim|Acting|Deputy|Senior|Chief|Former|Executive|Vice|Assistant|Associate|Lead|Incoming)\s+)+/,
    '',
  );
  const body = name.replace(
    / (?:Press|Executive|Communications|Media|National|General|Deputy|Senior|Assistant|Associate|Vice|Managing)$/,
    '',
  );
  if (body === '' || body.length > 50 || PORTFOLIO.test(body)) return null;
  // "Ana Ruiz of Holm": a member of what may be a town is none of a body.
  if (
    /^member\b/.test(description) &&
    !OF_A_KIND.test(first) &&
    typeOfHead(body.split(' ').at(-1) ?? '') === null &&
    typeOfKnownName(body) === null
  )
    return null;
  return stateOfDemonym(body) === null && stateOf(body) === null ? body : null;
}
