import { contains, overlaps, type Span } from '../../article/span.ts';
import { Wording } from '../../article/wording.ts';
import type { Reading, ReadSentence } from '../reading.ts';
import { isRole } from './knowledge/roles.ts';
import { sentenceIndexAt } from './sentence-at.ts';

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const MODIFIER = /^(?:det|amod|compound|nummod|nmod:poss)$/;
const BARE_DETERMINER = /^(?:the|an?|another|one|some|this|that|these|those|senior|other|several|many)$/i;
/** "reports" names nobody without "in local media": what is left of a carrier that was cut off. */
const CUT_CARRIER = /\b(?:reports?|statements?|data|figures?|officials?|sources?|announcements?)$/i;
const JOINT = new Wording(
  /\b(?:an?|the|their) (?:joint |shared )?(?:statement|announcement|declaration|letter) (?:between|by|from|of) [^.;:“”"]*,\s*$/i,
  'statement|announcement|declaration|letter',
);

/** "his remarks", "the mayor’s two statements": what somebody said, with who did before it. */
const OWN_WORDS = new Wording(
  /^(?:(his|her|their|its)|(.+?)['’]s?) (?:[a-z-]+ ){0,2}(?:statements?|remarks|comments|speech(?:es)?|testimony|announcements?|words|tweets?|posts?)$/i,
  'statement|remarks|comments|speech|testimony|announcement|words|tweet|post',
);

/**
 * The source's span put right where it was cut inside a noun phrase or runs on into the predicate: "Another" → "Another official",
 * "Forum" → "The Families Forum", "The group further opposes the fund" → "The group", "The minister last week" → "The minister"; of words
 * that speak, "His remarks", whose they are. The attribution itself keeps its span.
 */
export function repairSource(reading: Reading, source: Span, cue: readonly Span[]): Span {
  const span = withBracket(reading, withoutCase(reading, withoutJoint(reading, withoutDay(reading, source))));
  const sentence = reading.sentences[sentenceIndexAt(reading, span.start)];
  const hasSyntax = sentence !== undefined && sentence.syntax.tag.length === sentence.tokens.length;
  const phrase = hasSyntax ? phraseOf(reading, sentence, span) : span;
  // "The board notes that" speaks of no notes.
  const runsIntoCue = cue.some((one) => one.start >= span.end && overlaps(one, phrase));
  return ownerOfWords(reading, runsIntoCue && !BARE_DETERMINER.test(reading.text.slice(span.start, span.end)) ? span : phrase);
}

/** "OHA)": the end of a name with its acronym, "the Oldport Harbour Authority (OHA)". */
function withBracket(reading: Reading, span: Span): Span {
  const words = reading.text.slice(span.start, span.end);
  if (!/^[^()]+\)$/.test(words)) return span;
  const before = NAME_AND_BRACKET.exec(reading.text.slice(Math.max(0, span.start - LONGEST_NAME), span.start));
  return before ? { start: span.start - before[0].length, end: span.end } : { start: span.start, end: span.end - 1 };
}

const LONGEST_NAME = 80;
const NAME_AND_BRACKET = /(?:\b[Tt]he )?(?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ’-]* (?:(?:of|for|the|and) )?)+\($/u;

/** "he and", "the authorities -": what joins a phrase to the next is no part of it. */
function withoutJoint(reading: Reading, span: Span): Span {
  const joint = /(?:,?\s(?:and|or|but)|\s+[-–—])$/.exec(reading.text.slice(span.start, span.end));
  return joint ? { start: span.start, end: span.end - joint[0].length } : span;
}

const ON_A_DAY = new Wording(
  /(?: (?:published|released|issued|filed|posted|conducted|made|held|given|broadcast|aired|taken))?,? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$/,
  'day',
);

/** "Ambassador Ana Ruiz Wednesday", "a poll released Friday", but "voters voting Tuesday". */
const BARE_DAY = new Wording(
  /^.* (?:[A-Z][^ ]*|out|published|released|issued|filed|posted|conducted|taken) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/s,
  'day',
);
const PARTICIPLE = / (?:out|published|released|issued|filed|posted|conducted|taken)$/;

/** Newspapers, feasts and clubs with a day in their name. */
const NAMED_DAY = /\b(?:Mail on|Black|Super|Good|Ash|Easter|Bloody|Cyber|Palm|Sheffield) [A-Z][a-z]+day$/;

/** "Leaders on Wednesday": as in {@link withoutTime}, where the parse has the day hang on the noun. */
function withoutDay(reading: Reading, span: Span): Span {
  const words = reading.text.slice(span.start, span.end);
  if (NAMED_DAY.test(words)) return span;
  const day = ON_A_DAY.exec(words);
  const end = day ? day.index : BARE_DAY.test(words) ? words.slice(0, words.lastIndexOf(' ')).replace(PARTICIPLE, '').length : 0;
  return end > 0 ? { start: span.start, end: span.start + end } : span;
}

/** "from a second account": how the source is joined to the verb is no part of it. */
function withoutCase(reading: Reading, span: Span): Span {
  const joint = /^(?:from|by) (?=(?:the|an?|his|her|its|their|another|one)\s)/i.exec(reading.text.slice(span.start, span.end));
  return joint ? { start: span.start + joint[0].length, end: span.end } : span;
}

/** "The mayor’s comments suggested": the mayor; "the mayor, whose office denied": who "whose" stands for. */
function ownerOfWords(reading: Reading, span: Span): Span {
  const whose = /^whose(?=\s)/i.exec(reading.text.slice(span.start, span.end));
  if (whose) return { start: span.start, end: span.start + whose[0].length };
  const [, pronoun, owner] = OWN_WORDS.exec(reading.text.slice(span.start, span.end)) ?? [];
  const length = (pronoun ?? owner)?.length;
  return length === undefined ? span : { start: span.start, end: span.start + length };
}

function phraseOf(reading: Reading, sentence: ReadSentence, span: Span): Span {
  return growLeft(
    reading,
    sentence,
    withoutOpening(
      reading,
      sentence,
      growRight(
        reading,
        sentence,
        withoutTime(sentence, wholePhrase(reading, sentence, cutAtVerb(reading, sentence, lastSegment(reading, sentence, span)))),
      ),
    ),
  );
}

const OPENING_TIME = new Wording(
  /^(?:[a-z-]+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|moments) (?:before|after|earlier|later|ago|into)\b[^,]*, (?=\S)/i,
  'minute|hour|day|week|month|year|moments',
);

/** "Addressing lawmakers and others, Ruiz", "Days before the vote, Ruiz": a clause that opens the sentence is no part of who speaks. */
function withoutOpening(reading: Reading, { tokens, syntax }: ReadSentence, span: Span): Span {
  const time = OPENING_TIME.exec(reading.text.slice(span.start, span.end));
  if (time) return { start: span.start + time[0].length, end: span.end };
  const first = tokens.findIndex((token) => overlaps(token, span));
  if (!/^VB[GN]$/.test(syntax.tag[first] ?? '')) return span;
  const words = reading.text.slice(span.start, span.end).replace(/,?\s*\d{1,3},?$/, '');
  const comma = words.lastIndexOf(', ');
  const after = words.slice(comma + 2);
  // "Sailing coach Ana Ruiz, Director of Races": what follows the comma is her role, and the participle says what she is.
  return comma > 0 && /^[A-ZÀ-ÞĀ-Ž]/u.test(after) && !isRole(/^[A-Za-z-]+/.exec(after)?.[0] ?? '')
    ? { start: span.start + comma + 2, end: span.start + words.length }
    : span;
}

/** "The army left, residents": a clause and then who says it. */
function lastSegment(reading: Reading, { tokens, syntax }: ReadSentence, span: Span): Span {
  const words = reading.text.slice(span.start, span.end);
  const comma = words.lastIndexOf(', ');
  if (comma < 0 || /,\s*$/.test(words)) return span;
  const cut = span.start + comma;
  const isVerb = (i: number) => /^VB[DZPN]$|^MD$/.test(syntax.tag[i] ?? '');
  const inside = tokens.flatMap((token, i) => (contains(span, token) ? [{ token, i }] : []));
  const before = inside.some(({ token, i }) => token.end <= cut && /^VB[DZP]$|^MD$|^VBN$/.test(syntax.tag[i] ?? '') && i > 0);
  const relative = /\b(?:who|whose|which|that|where)\b/i.test(words.slice(0, comma));
  const after = inside.some(({ token, i }) => token.start > cut && isVerb(i));
  return before && !relative && !after && comma > 25 ? { start: cut + 2, end: span.end } : span;
}

function cutAtVerb(reading: Reading, { tokens, syntax }: ReadSentence, span: Span): Span {
  const first = tokens.findIndex((token) => overlaps(token, span));
  for (let i = first + 1; first >= 0 && i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= span.end) return span;
    const word = reading.text.slice(token.start, token.end);
    if (/^(?:who|whom|whose|which|that|where)$/i.test(word)) return span;
    if (!FINITE.test(syntax.tag[i] ?? '') || /^['’]/.test(word)) continue;
    // "a May 2019 audit": a year does nothing.
    if (syntax.tag[i - 1] === 'CD' && /^(?:19|20)\d\d$/.test(reading.text.slice(tokens[i - 1]?.start, tokens[i - 1]?.end)))
      continue;
    let last = i - 1;
    while (last > first && /^(?:RB|,|``|'')$/.test(syntax.tag[last] ?? '')) last--;
    const end = tokens[last]?.end ?? span.end;
    return end > span.start ? { start: span.start, end } : span;
  }
  return span;
}

/** "The" of "The group", "Residents" of "Residents of Mill Lane": up to the word on which the last one hangs, or that hangs on it by "of". */
function wholePhrase(reading: Reading, { tokens, syntax }: ReadSentence, span: Span): Span {
  const last = tokens.findLastIndex((token) => overlaps(token, span));
  const head = syntax.head[last] ?? -1;
  const next = tokens[last + 1];
  const isOf = next !== undefined && reading.text.slice(next.start, next.end) === 'of';
  const noun = isOf ? (syntax.head[last + 1] ?? -1) : -1;
  const goal = head > last && MODIFIER.test(syntax.relation[last] ?? '') ? head : syntax.head[noun] === last ? noun : -1;
  const end = tokens[goal]?.end;
  return end === undefined || /[,.;:]/.test(reading.text.slice(span.end, end)) ? span : { start: span.start, end };
}

/** "The minister last week": when somebody spoke is no part of who did. */
function withoutTime({ tokens, syntax }: ReadSentence, span: Span): Span {
  const first = tokens.findIndex((token) => overlaps(token, span));
  const last = tokens.findLastIndex((token) => overlaps(token, span));
  for (let i = first + 1; i <= last; i++) {
    const head = syntax.head[i] ?? -1;
    if (syntax.relation[i] !== 'nmod:tmod' || (head >= first && head <= last)) continue;
    let begins = i;
    while (begins > first + 1 && syntax.head[begins - 1] === i) begins--;
    return { start: span.start, end: tokens[begins - 1]?.end ?? span.end };
  }
  return span;
}

function growRight(reading: Reading, { tokens, end: sentenceEnd }: ReadSentence, span: Span): Span {
  const words = reading.text.slice(span.start, span.end);
  const next = tokens.find((token) => token.start >= span.end);
  if (BARE_DETERMINER.test(words) && next) {
    const word = reading.text.slice(next.start, next.end);
    return isRole(word) || /^sources?$/i.test(word) ? { start: span.start, end: next.end } : span;
  }
  if (!CUT_CARRIER.test(words)) return span;
  const after = /^ (?:in|from|by|of) (?:the )?[^,.;:“”"()]{2,60}?(?=[,.;]| (?:said|say|says|told|that|have|has)\b)/i.exec(
    reading.text.slice(span.end, sentenceEnd),
  );
  return after ? { start: span.start, end: span.end + after[0].length } : span;
}

/** No name by itself: "Downing Street", where the first word begins the sentence too. */
const PLACE_IN_NAME = /^(?:Street|House|Hall|Palace|Yard|Office|Square|Park)$/;

function growLeft(reading: Reading, { tokens, syntax, start: sentenceStart }: ReadSentence, span: Span): Span {
  const joint = JOINT.exec(reading.text.slice(sentenceStart, span.start));
  if (joint && /\band\b/.test(reading.text.slice(span.start, span.end)))
    return { start: sentenceStart + joint.index, end: span.end };
  let first = tokens.findIndex((token) => overlaps(token, span));
  if (first <= 0 || !/^NNPS?$/.test(syntax.tag[first] ?? '')) return span;
  let start = span.start;
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || start - before.end > 1) break;
    const word = reading.text.slice(before.start, before.end);
    const joins = /^(?:and|of|for)$/.test(word) && /^NN/.test(syntax.tag[first - 2] ?? '') && syntax.relation[first] !== 'nsubj';
    const isName =
      /^[A-ZÀ-ÞĀ-Ž][a-zß-ž]/u.test(word) &&
      !/^(?:DT|IN|PRP|PRP\$|CC|RB|WRB|WP|MD)$/.test(syntax.tag[first - 1] ?? '') &&
      (before.start > sentenceStart || PLACE_IN_NAME.test(reading.text.slice(span.start, span.end)));
    if (!joins && !isName && !(/^(?:NNPS?|POS)$/.test(syntax.tag[first - 1] ?? '') && /^[A-ZÀ-ÞĀ-Ž]|^['’]/u.test(word))) break;
    first--;
    start = before.start;
  }
  const determiner = tokens[first - 1];
  if (start < span.start && determiner && /^the$/i.test(reading.text.slice(determiner.start, determiner.end)))
    start = determiner.start;
  return { start, end: span.end };
}
