import type { SourceType } from '../../article/attribution.ts';
import { isPublicService, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { isInhabitants, stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole, speaksForBody, typeOfRole } from './knowledge/roles.ts';
import { headOfDescription } from './name-descriptions.ts';
import { type NounPhrase, normalise, readNounPhrase } from './noun-phrase.ts';

/** What makes somebody military whatever their rank or role: "an army spokesman", "police officials". */
const MILITARY =
  /\b(?:military|army|navy|naval|air force|troops?|police|security (?:forces?|services?)|defen[cs]e forces|border guard|coast guard|sheriff’s|law enforcement|brigade|battalion|intelligence)\b/i;
const GOVERNMENT =
  /\b(?:government|ministry|ministerial|presidential|parliamentary|cabinet|congressional|federal|city|county|state|municipal|diplomatic|administration|White House|foreign affairs|prime minister|governor|mayor|Republican|Democratic|party|campaign|embassy|opposition|attorney general|district attorney|prosecutors?|council|local|health|election|state department|regional|provincial|border|bureau|agency|authority|department)\b/i;
const EXPERT =
  /\b(?:university|college|professor|institute|think tank|research(?:er)?|analyst|expert|scholar|academic|school of|laboratory|studies|fellow|economist|historian|scientist)\b/i;
const BUSINESS =
  /\b(?:compan(?:y|ies)|firm|corporation|chief executive|CEO|industry|bank|airline|business|hotel|restaurant|shop|store|startup|start-up|Inc|Ltd|plc|Corp|manufacturer|maker|supplier|tech|oil|energy|[Ss]ales|[Mm]arketing|retail|real estate|insurance|(?:[Tt]alent|[Tt]ravel|[Ee]state|[Aa]dvertising|[Mm]arketing|[Rr]ecruitment|[Rr]atings?) agency)\b/;
const NGO =
  /\b(?:NGO|charity|aid|humanitarian|rights|advocacy|non-?profit|nonprofit|campaign(?:er)? (?:group|for)|relief|activists?|volunteers?|union|association|foundation|society|federation|community|environmental|hospital|diocese|church|parish|zoo|museum)\b/i;
const ARMED = /\b(?:militant|rebel|insurgent|terror(?:ist)?|armed group|militia|jihadist|guerrilla|paramilitary)\b/i;
const MEDIA =
  /\b(?:newspaper|broadcaster|news agency|news outlet|news website|magazine|TV|television|radio|media|press|journalists?|correspondents?|reporters?|channel|columnist|editor)\b/i;
const INTERNATIONAL =
  /\b(?:UN|United Nations|UNICEF|UNRWA|OCHA|WHO|WFP|EU|European (?:Union|Commission|Parliament|Central Bank)|NATO|African Union|IMF|World Bank|Arab League|International (?:Monetary|Atomic|Criminal|Maritime|Labou?r|Court of Justice|Energy Agency|Organi[sz]ation for Migration)|World (?:Health|Food|Trade|Meteorological)|OECD|OSCE|Asean|ASEAN|intergovernmental)\b/;

/** Type of a person by what the article says of them: titles, roles and bodies; `person` where nothing tells. */
export function typeOfPerson(descriptions: readonly string[]): SourceType {
  let best: SourceType = 'person';
  for (const description of descriptions) {
    const type = typeOfDescription(normalise(description));
    if (type && (best === 'person' || rank(type) > rank(best))) best = type;
  }
  return best;
}

/** A body or an office tells more than "neighbour" or "friend". */
const rank = (type: SourceType): number => (type === 'person' ? 0 : type === 'witness' ? 1 : 2);

/** "Harrow City coach", "Sandby County striker": a team has its town's name, and speaks for no town. */
const OF_A_TEAM =
  /^(?:coach|trainer|athlete|player|footballer|striker|goalkeeper|midfielder|defender|quarterback|pitcher|batter)$/i;

function typeOfDescription(description: string): SourceType | null {
  const head = headOfDescription(description);
  const phrase = description.replace(/^(?:the|a|an|his|her|its|their)\s+/i, '');
  const role = typeOfRole(longestRole(phrase) ?? head);
  // "our critic Ana Ruiz" works for the outlet.
  if (/^our /i.test(description)) return 'media';
  // Of a trial: who pleads for somebody.
  if (head === 'advocate' && /^(?:his|her|their|the (?:defence|defense|accused))\b/i.test(description)) return 'person';
  if (role === 'family' || role === 'witness' || role === 'media') return role;
  if (role === 'person' && OF_A_TEAM.test(head)) return role;
  if (INTERNATIONAL.test(phrase)) return 'international';
  if (role === 'expert') return role;
  if (ARMED.test(phrase) && !/\banti-/.test(phrase)) return 'armed-group';
  if (role === 'military' || (MILITARY.test(phrase) && isRole(head))) return 'military';
  if (VICE_PRESIDENT_OF.test(phrase)) return byBody(phrase) ?? (stateIn(phrase) ? 'government' : 'business');
  if (role === 'government' && OF_ANY_BODY.test(head)) return byBody(phrase) ?? role;
  if (role === 'business' && MANAGES.test(phrase)) return typeOfManager(phrase);
  if (role && role !== 'person') return role;
  // "Ruritanian official" speaks for a state, "Ruritania striker" does not.
  return byBody(phrase) ?? (isRole(head) && role !== 'person' && stateIn(phrase) ? 'government' : role);
}

/** Roles of the state that others have too: "the union’s president". */
const OF_ANY_BODY =
  /^(?:president|official|leader|representative|secretary|speaker|commissioner|administrator|chief of staff|whip)$/i;

/** Of a firm, for the most part; the state has one, whose title stands before the name. */
const VICE_PRESIDENT_OF =
  /\b(?:senior|executive|assistant|group|regional) vice[ -]president\b|\bvice[ -]president\b.* (?:of|for|at) /i;

/** Roles of a firm that other bodies have too: "the charity’s chief executive". */
const MANAGES = /\b(?:chief executive|CEO|founder|managers?|finance (?:chief|director)|chief [a-z]+ officer)\b/i;

const OF_THE_STATE =
  /\b(?:(?:campaign|city|county|town|state|emergency)(?:[’']s)? manager|(?:information|technology|data|security|compliance) officer)\b/i;

function typeOfManager(phrase: string): SourceType {
  const body = phrase.split(MANAGES).join('');
  if (BUSINESS.test(body)) return 'business';
  const type = byBody(body);
  // "founder of a local bakery" speaks for no council.
  return type === null || type === 'media' || (type === 'government' && !OF_THE_STATE.test(phrase)) ? 'business' : type;
}

/** Who deals with the press is not of it. */
const OF_THE_PRESS = /\b(?:press|media) (?:officer|office|secretary|attaché|chief|aide|adviser|team|relations)\b/gi;

/** "Lumar Advisers Portugal": the branch of a body in a state. */
function typeOfBranch(name: string): SourceType | null {
  const words = name.split(' ');
  if (words.length < 2 || stateOf(words.at(-1) ?? '') === null) return null;
  const rest = words.slice(0, -1);
  return typeOfKnownName(rest.join(' ')) ?? (rest.length > 1 ? typeOfHead(rest.at(-1) ?? '') : null);
}

function byBody(phrase: string): SourceType | null {
  // "… at Well Consulting in Oldport City": where a body has its seat tells nothing of it; "Head of Services at Well Consulting": nor does a title.
  for (const name of phrase
    .replace(/ in [A-ZÀ-ÞĀ-Ž].*$/su, '')
    .replace(/^.* at (?=(?:the )?[A-ZÀ-ÞĀ-Ž])/su, '')
    .match(/[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]*(?:\s(?:of|for|the|and)?\s?[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]*)*/gu) ?? []) {
    const plain = name.replace(/’s?$/, '');
    const known = typeOfKnownName(plain) ?? (isPublicService(plain) ? 'government' : typeOfBranch(plain));
    if (known) return known;
    const last = plain.split(' ');
    const byHead = last.length > 1 ? typeOfHead(last.at(-1) ?? '') : null;
    if (byHead && byHead !== 'document') return byHead;
  }
  if (NGO.test(phrase)) return 'ngo';
  if (BUSINESS.test(phrase)) return 'business';
  if (MEDIA.test(phrase.replace(OF_THE_PRESS, ''))) return 'media';
  if (EXPERT.test(phrase)) return 'expert';
  if (/\b(?:poll|survey)$/.test(phrase)) return 'expert';
  if (GOVERNMENT.test(phrase)) return 'government';
  return null;
}

const stateIn = (phrase: string): boolean =>
  phrase.split(/[\s,]+/).some((word) => stateOfDemonym(word) !== null || stateOf(word.replace(/’s?$/, '')) !== null);

/** "prime minister", "chief executive": roles of two words go before their last word. */
function longestRole(phrase: string): string | null {
  const words = phrase
    .replace(/\s(?:of|for|at|in|from|with|on|who|whose|to|and)\s.*$/s, '')
    .toLowerCase()
    .split(/\s+/);
  for (const size of [3, 2]) {
    const tail = words.slice(-size).join(' ');
    if (words.length >= size && typeOfRole(tail)) return tail;
  }
  return null;
}

/** Type of a source that is no named person: a body, a group of people, a document, an outlet. */
export function typeOfPhrase(phrase: NounPhrase): SourceType {
  const { core, head } = phrase;
  const whole = phrase.postmodifier === '' ? core : `${core} ${phrase.postmodifier}`;
  const known =
    typeOfKnownName(core) ?? typeOfKnownName(whole) ?? (phrase.bracket === '' ? null : typeOfKnownName(phrase.bracket));
  if (known) return known;
  if (stateOf(core) || isPublicService(core)) return 'government';
  // Of a trial: the lawyers. "Civil Defence" is a body.
  if (/^defen[cs]e$/i.test(core)) return 'person';
  const titled = phrase.proper && core.split(' ').length > 1 && /^[A-ZÀ-ÞĀ-Ž]/u.test(core) ? typeOfHead(head) : null;
  if (titled) return refineBody(titled, core, phrase);
  // "a navy spokeswoman", "the chief of police": of what they speak for.
  if (/^(?:spokes\w*|heads?|chiefs?|directors?|deputy|chair\w*)$/i.test(head)) return typeOfDescription(whole) ?? 'unknown';
  // Of a study: authors of books are named.
  if (/^(?:co-)?authors$/i.test(head)) return 'expert';
  if (phrase.determiner === null && phrase.appositive === '' && SURNAME.test(core)) return 'person';
  const role = typeOfRole(longestRole(core) ?? head);
  // "an aide to the senator": on the senator’s side, whatever an aide is elsewhere.
  if (role === 'person' && /^(?:aides?|advis[eo]rs?)$/i.test(head) && phrase.postmodifier.split(' ').some(isOfGovernment))
    return 'government';
  if (role) return typeOfGroup(role, `${core} ${phrase.postmodifier}`, head);
  const byHead = typeOfHead(twoWordHead(core)) ?? typeOfHead(head);
  if (byHead) return refineBody(byHead, core, phrase);
  if (phrase.appositive !== '') {
    const appositive = readNounPhrase(phrase.appositive);
    const type = speaksForBody(appositive.head)
      ? typeOfDescription(phrase.appositive)
      : (typeOfHead(appositive.head) ?? typeOfRole(appositive.head));
    if (type) return type;
  }
  // "the Ruritanians" are their state, "Ruritanians" the people.
  if (isInhabitants(head)) return 'witness';
  if (stateOfDemonym(head)) return /[^s]s$/.test(head) && phrase.determiner !== 'the' ? 'witness' : 'government';
  if (/^(?:sources?|insiders?)$/i.test(head)) return typeOfSourceWord(core);
  if (/^stations?$/i.test(head) && (phrase.premodifier === '' || MEDIA.test(core))) return 'media';
  if (/^(?:many|some|others?|people|those|most|dozens)$/i.test(head)) {
    // "Some of the costs" are no people, "some of those present" are.
    const of = /^of (.+)$/s.exec(phrase.postmodifier)?.[1];
    return of === undefined || /^(?:them|us|those(?! [a-z]+s\b))\b/.test(of) ? 'witness' : typeOfPhrase(readNounPhrase(of));
  }
  const firstWord = core.split(' ')[0] ?? '';
  if (firstWord === firstWord.toUpperCase() && firstWord.length > 1 && phrase.proper) return 'ngo';
  if (!phrase.proper) return 'unknown';
  // "environmental organisation Frack Free": the common noun before the name tells.
  const common = phrase.premodifier.split(' ').findLast((word) => /^[a-zß-ÿ]/u.test(word));
  const byCommon = common ? typeOfHead(common) : null;
  if (byCommon) return byCommon;
  const branch = typeOfBranch(core);
  if (branch) return branch;
  if (
    core
      .split(' ')
      .slice(1)
      .some((word) => stateOf(word) || stateOfDemonym(word))
  )
    return 'ngo';
  if (/^(?:National|International|Federal|Global|World|United|American|Human|Public|Climate|Young|Black)$/.test(firstWord))
    return 'ngo';
  if (core.split(' ').some((word) => WRITTEN_TOGETHER.test(word))) return 'business';
  // People's names have no article.
  return phrase.determiner === 'the' ? 'unknown' : 'person';
}

/** Type of a body by its full name, as an article introduces it before its letters; null where the name tells none. */
export function typeOfBody(name: string): SourceType | null {
  const type = typeOfKnownName(name) ?? (isPublicService(name) ? 'government' : typeOfPhrase(readNounPhrase(name)));
  return type === 'unknown' || type === 'person' || type === 'document' ? null : type;
}

const isOfGovernment = (word: string): boolean => typeOfRole(word) === 'government';

/** Roles that are surnames where they stand alone with a capital: "King said". */
const SURNAME = /^(?:King|Bishop|Major|Dean)$/;

/** "CrowdStrike", "LinkedIn"; not "McDonald", "DeSantis", "O’Neill". */
const WRITTEN_TOGETHER = /^(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van|Von|Ter|Vander|San)[A-ZÀ-ÞĀ-Ž][a-zß-ÿ]{2,}[A-ZÀ-ÞĀ-Ž]/u;

const twoWordHead = (core: string): string => core.toLowerCase().split(/\s+/).slice(-2).join(' ').replace(/s$/, '');

function typeOfSourceWord(core: string): SourceType {
  if (MILITARY.test(core)) return 'military';
  if (INTERNATIONAL.test(core)) return 'international';
  if (GOVERNMENT.test(core) || stateIn(core)) return 'government';
  return 'unknown';
}

function typeOfGroup(role: SourceType, words: string, head: string): SourceType {
  // "the Weather Service’s Oldport staff"
  if (/^(?:staff|crew|employees?|workers?)$/i.test(head) && words.includes('’s ')) return byBody(words) ?? role;
  if (role === 'expert' || role === 'media' || role === 'family') return role;
  if (role === 'military' && ARMED.test(words) && !/\banti-/.test(words)) return 'armed-group';
  // "people familiar with the talks": who they are, nobody says.
  if (role === 'witness' && /\b(?:familiar|briefed|knowledge|close to|involved|aware)\b/.test(words)) return 'unknown';
  if (/^(?:officials?|leaders?|representatives?|spokes\w+|staff|workers?|experts?|chiefs?|agents?)$/i.test(head)) {
    if (INTERNATIONAL.test(words)) return 'international';
    if (ARMED.test(words)) return 'armed-group';
    if (MILITARY.test(words)) return 'military';
    if (NGO.test(words) && !/\bhealth\b/i.test(words)) return 'ngo';
    if (BUSINESS.test(words)) return 'business';
    // "Officials at Lumar": of what, the name does not tell.
    const at = /\bat (?:the )?([A-ZÀ-ÞĀ-Ž].*)$/su.exec(words)?.[1];
    if (at !== undefined && stateOf(at) === null) return byBody(at) ?? 'unknown';
  }
  return role;
}

/** Councils that no state has: "the Refugee Council". */
const OF_A_CAUSE =
  /\b(?:Refugee|Press|Sports|Student|Church|Churches|Muslim|Jewish|Christian|Islamic|Business|Watershed|Wildlife|Conservation|Consumer|Women’s) /;

function refineBody(type: SourceType, core: string, phrase: NounPhrase): SourceType {
  if (type === 'document') return type;
  if (INTERNATIONAL.test(core)) return 'international';
  if (/^(?:council|commission)$/i.test(phrase.head) && OF_A_CAUSE.test(core)) return 'ngo';
  // "the teachers’ union", "the Premier League": only those of states are between states.
  if (type === 'international' && /^(?:union|league)s?$/i.test(phrase.head)) return 'ngo';
  if (ARMED.test(core)) return 'armed-group';
  if (/\b(?:news|press) agency\b/i.test(core)) return 'media';
  if (type === 'government' && MILITARY.test(core) && !/\bministr|departm(?!ent$)|parliament/i.test(core)) return 'military';
  if (type === 'government' && /\b(?:UN|aid|relief|humanitarian|charity)\b/.test(core))
    return /\bUN\b/.test(core) ? 'international' : 'ngo';
  if (
    type === 'government' &&
    /^(?:agency|office|service|authority|department)$/i.test(phrase.head) &&
    /\b(?:news|advertising|talent|travel|employment|estate|rating|credit|space) (?:agency|office)/i.test(core)
  ) {
    return /news/i.test(core) ? 'media' : 'business';
  }
  if (type === 'ngo' && /^(?:group|trust|fund|network|union|center|centre)$/i.test(phrase.head)) {
    if (MEDIA.test(core)) return 'media';
    if (BUSINESS.test(core)) return 'business';
  }
  return type;
}
