import { Wording } from '../../article/wording.ts';
import { KINDS_OF_BODIES } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, speaksForBody } from './knowledge/roles.ts';
import type { NameMention } from './name-index.ts';
import { type NounPhrase, normalise } from './noun-phrase.ts';

export const lastWord = (text: string, mention: NameMention): string =>
  /[^\s]+$/.exec(normalise(text.slice(mention.start, mention.end)))?.[0] ?? '\n';

/** A role that stands for somebody whose name follows: "another officer", "the board’s CEO", "one of the victims". */
export const namesByRole = ({ proper, determiner, head, postmodifier }: NounPhrase): boolean =>
  ((!proper || determiner !== null) && (isRole(head) || speaksForBody(head))) ||
  (/^one$/i.test(head) && /^of .*s$/s.test(postmodifier));

/** "Captain Rob Walker", up to what is no name. */
export const NAME_WITH_TITLES = /^(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’-]* )*[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]*/u;

/** "Ana Ruiz from Holm County" lives there. */
export const OF_A_TOWN =
  /^(?:of|from) [A-ZÀ-ÞĀ-Ž](?:(?! in )[^,])* (?:City|County|Town|Township|Village|Borough|District|Parish|Island)$/u;

/** "Ana Ruiz of the environmental group Green Coast": bodies are nobody's members. */
export const OF_A_KIND = new RegExp(`^of (?:the |an? )(?:[a-z-]+ )+(?:${KINDS_OF_BODIES}) `);

// "63 % of voters", "a large share of the respondents": who answered a poll speaks through it
export const RESPONDENTS = new Wording(
  /\b(?:respondents?|percent|per cent|percentage|proportion)\b|^(?:an? )?(?:large |small |slim |clear |vast |significant )?(?:majority|share|plurality) of\b|\d ?%/i,
  'respondent|percent|per cent|percentage|proportion|majority|share|plurality|%',
);

// a common noun right before a name, and no preposition or article
export const NOUN_BEFORE_NAME =
  /(?:^|\s)(?!(?:of|for|to|by|with|from|in|on|at|and|or|the|an?|against|about|under|like|than|as)\s)[a-zß-ÿ][A-Za-zÀ-ỿ-]+\s$/u;

// "data from the ministry", "statements by the board"; but a report, a study or a video is a source of its own
export const CARRIER = new Wording(
  /^(?:data|figures?|statements?|numbers?|statistics|information|announcements?|comments?|remarks|tally|tallies|count|counts) (?:from|by|of|issued by|released by|provided by|published by) (.+)$/i,
  'data|figure|statement|number|statistics|information|announcement|comment|remarks|tally|tallies|count',
);

export const CARRIED_IN = new Wording(
  /^(?:reports?|accounts?|coverage) (?:in|from|on|by) ((?:the )?(?:[a-zà-ɏ]+ )*(?:media|press|newspapers?|outlets?|television|radio))$/i,
  'report|account|coverage',
);

// "the death of his grandfather": the family is spoken of as one's own.
export const OWN_RELATIVE =
  /\b(?:his|her|their|my|our) (?:[a-z]+ )?(?:mother|father|parents|brother|sister|son|daughter|husband|wife|uncle|aunt|grandfather|grandmother|grandson|granddaughter|cousin|nephew|niece|family)\b/i;

/** "leader" goes for whoever leads. */
export const sameRole = (own: string, other: string): boolean =>
  own === other || (other === 'leader' && /^(?:president|premier|minister|chancellor|king|chairman|chief)$/.test(own));

/** Whether nothing in the phrase's modifiers speaks against the name: "the German minister" is not the Spanish one. */
export function modifiersAgree(phrase: NounPhrase, name: string): boolean {
  const words = phrase.premodifier.split(' ').filter((word) => word !== '');
  const other = name.toLowerCase();
  const states = words.map((word) => stateOfDemonym(word) ?? stateOf(word.replace(/’s?$/, ''))).filter((state) => state !== null);
  const theirs = name
    .split(/\s+/)
    .map((word) => stateOfDemonym(word) ?? stateOf(word.replace(/’s?$/, '')))
    .filter((state) => state !== null);
  if (states.length > 0 && theirs.length > 0 && !states.some((state) => theirs.includes(state))) return false;
  const proper = words.filter(
    (word) => /^[A-ZÀ-ÞĀ-Ž]/u.test(word) && stateOfDemonym(word) === null && stateOf(word.replace(/’s?$/, '')) === null,
  );
  return proper.every((word) => other.includes(word.toLowerCase().replace(/’s?$/, '')));
}

export function endsWithName(whole: string, part: string): boolean {
  const long = whole.replace(/ \([^)]*\)$/, '').toLowerCase();
  const short = part.toLowerCase();
  return short.length > 3 && long !== short && (long.endsWith(` ${short}`) || long.startsWith(`${short} `));
}

/** Somebody or something with a name, and no mere role: "the IDF", "Israel’s prime minister", not "an Israeli official". */
export function isNamedMention(phrase: NounPhrase): boolean {
  if (phrase.proper) return true;
  const indefinite =
    phrase.determiner === null ? /s$/.test(phrase.head) : !/^(?:the|this|that|its|his|her|their)$/i.test(phrase.determiner);
  if (
    /^(?:officials?|sources?|diplomats?|aides?|officers?|soldiers?|commanders?|medics?|doctors?|advis[eo]rs?|negotiators?|leaders?|experts?|workers?)$/i.test(
      phrase.head,
    )
  )
    return false;
  return !(indefinite && isRole(phrase.head));
}

// Nouns that stand for each other: what was "a survey" is "the poll" a sentence later.
export const SAME_THING: readonly (readonly string[])[] = [
  ['poll', 'survey', 'polling', 'pollster'],
  ['report', 'study', 'paper', 'analysis', 'research', 'review', 'investigation'],
  ['video', 'footage', 'clip', 'recording'],
  ['lawsuit', 'complaint', 'suit', 'filing', 'indictment'],
  ['group', 'organization', 'organisation', 'charity', 'ngo', 'movement', 'body'],
  ['company', 'firm', 'business', 'corporation', 'manufacturer', 'carmaker', 'giant', 'startup'],
  ['agency', 'bureau', 'service'],
  ['military', 'army', 'forces', 'troops'],
  ['police', 'force'],
  ['newspaper', 'paper', 'outlet', 'daily', 'publication', 'tabloid'],
  ['broadcaster', 'network', 'channel', 'outlet', 'station'],
];

/** What a common noun may stand for, by the type of a named body: "the company" for Acme. */
export const NOUNS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  business: [
    ...['company', 'firm', 'business', 'corporation', 'manufacturer', 'carmaker', 'giant', 'retailer', 'bank', 'airline'],
    ...['lender', 'insurer', 'supplier', 'operator', 'developer', 'utility', 'chain', 'brand', 'studio', 'startup'],
  ],
  ngo: ['group', 'organization', 'organisation', 'charity', 'ngo', 'nonprofit', 'union', 'association', 'network', 'campaign'],
  'armed-group': ['group', 'movement', 'organization', 'organisation', 'militia', 'militant', 'faction'],
  international: ['body', 'agency', 'organization', 'organisation', 'bloc', 'alliance', 'union', 'court'],
  media: ['newspaper', 'paper', 'outlet', 'broadcaster', 'network', 'agency', 'publication', 'channel', 'magazine', 'website'],
  government: ['government', 'country', 'nation', 'administration'],
  expert: ['university', 'institute', 'college', 'school', 'center', 'centre'],
  military: ['agency', 'department', 'military', 'army', 'force', 'police', 'bureau'],
};
