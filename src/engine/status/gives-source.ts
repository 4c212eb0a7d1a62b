import type { Attribution, SourceType } from '../../article/attribution.ts';
import { contains, overlaps, type Span } from '../../article/span.ts';
import { Wording } from '../../article/wording.ts';
import { plainStatement } from '../attributions/rules/plain-statements.ts';
import { mainCue } from '../cues/cue-lexicon.ts';
import type { Reading, ReadSentence } from '../reading.ts';
import type { Speaker } from '../sources/resolve-sources.ts';
import { countWords, type Share } from './shares.ts';

/** "The pound fell, signalling that …": what is no person, body or document shows something, and says nothing. */
const SHOWS =
  /^(?:signal|indicate|suggest|show|demonstrate|reveal|reflect|highlight|underscore|underline|imply|prove|expose|point|mean|remind)$/;

// Asked before the next, which takes a millisecond to compile.
const PASSIVE = /\b(?:is|are|was|were|been|being)\b/i;

/** "was told", "had been informed": who is named before it was told, and says nothing. */
const TOLD = new Wording(
  /\b(?:is|are|was|were|been|being)\b(?: [a-z]+ly)? (?:told|informed|asked|warned|accused|advised|notified|briefed|reminded|criticized|criticised|blamed|praised|urged|banned|given|shown)\b/i,
  'told|informed|asked|warned|accused|advised|notified|briefed|reminded|criticized|criticised|blamed|praised|urged|banned|given|shown',
);

const LISTENS = /\b(?:hears?|heard|hearing|receiv\w+)\b/i;

/** "went according to plan": as was meant, and nobody says so. "According to a plan seen by …" has an article or more words. */
const AS_MEANT = /^(?:plan|schedule|custom|tradition|need|taste|type|size|age)$/i;

const CIRCUMSTANCE =
  /^(?:as part|as a|in|at(?! least| most)|on|with|before|after|during|for|to|from|under|ahead|amid|alongside)\b/i;

/** "insisted on closing the pier", "hinted at a sale": the preposition is the verb's own, and what follows is what was said. */
const VERBS_OWN =
  /^(?:(?:insist|comment|report|elaborate) on|hint at|(?:call|push|press|plead|argue|appeal|ask|apologi[sz]e|claim) for|(?:point|allude|refer|object|testify|swear|attest|admit|confess) to|(?:agree|disagree) with)\b/i;

/** Words of a cue that are looked at; what follows is mostly no cue any more. */
const LONGEST_CUE = 4;

/** Words that must be told of what somebody said where they are no clause. */
const FEWEST_WORDS = 3;

/** Content of fewer words, without a verb, is a phrase in passing and gives the sentence no source (codebook: rule 1). */
const PHRASE_WORDS = 6;

/** A phrase that makes up this part of the sentence is more than in passing: "The UN condemned the raid." */
const PHRASE_PART = 0.5;

/** From this confidence on a cue that the lexicon does not know is believed. */
const SURE = 0.7;

/** "did not confirm", "has not issued a statement": that somebody did not say it. */
const NEGATED = /\b(?:did|do|does|has|have|had|is|was|would|will|could)(?: not|n[’']t)\b|\bnever\b|\bwithout\b/i;

/** Verbs that say nothing without their noun. */
const LIGHT_VERB = /\b(?:issu|releas|mak|made|giv|gave|rais|publish)\w*\b/i;

/** "were all residents of": no act of saying. */
const COPULA = /^(?:(?:also|still|now|all) )*(?:is|are|was|were|be|been|being|has|have|had)\b/i;

const FINDS: ReadonlySet<SourceType> = new Set(['document', 'expert', 'government', 'international', 'ngo', 'business']);

/** "accounts for at least 40 %": no account of anything. */
const MAKES_UP = /\baccount(?:s|ed|ing)? for\b/i;

const FINITE_VERB =
  /\b(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|’s|’re|’ve|’ll|’d|n’t|[a-zà-ɏ]{2,}(?:ed|ing)|said|says|goes|went|came|made|took|gave|got|left|led|fell|rose|won|lost|began|knew|held|kept|met|put|sent|set|shot|stood|struck|told|thought|wrote)\b/i;

/** Whether the attribution gives the sentence a source: a clause or a quotation, not a phrase in passing, no mere deed, no "no comment". */
export function givesSource(reading: Reading, sentence: ReadSentence, share: Share, total: number): boolean {
  const { attribution } = share;
  if (attribution.flags.includes('no-comment')) return false;
  if (attribution.basis === 'own-voice') return false;
  const pieces = attribution.content.filter((span) => overlaps(span, sentence));
  const content = pieces
    .map((span) => reading.text.slice(Math.max(span.start, sentence.start), Math.min(span.end, sentence.end)))
    .join(' ');
  const words = countWords(content);
  if (words === 0) return false;
  const quoted = reading.quotations.some((quotation) => pieces.some((span) => overlaps(span, quotation.inner)));
  if (share.goesOn) return quoted || attribution.why.rule === 'labelled-speech';
  const cueWords = attribution.cue.map((span) => reading.text.slice(span.start, span.end)).join(' ');
  // "Always,” she wrote.": one word too, where nothing else stands in the sentence.
  const isQuotation = quoted && (words >= 3 || share.words >= total);
  const start = cueWords.split(/\s+/).slice(0, LONGEST_CUE).join(' ');
  // "issued a warning", "made the claim that": the noun is the cue where the verb is only light.
  const cue = mainCue(
    LIGHT_VERB.test(cueWords) ? `${cueWords} ${/^(?:an?|the) [A-Za-zÀ-ɏ]+(?: [A-Za-zÀ-ɏ]+)?/.exec(content)?.[0] ?? ''}` : start,
  );
  // "RUIZ: Every day.": a speaker's turn, however short.
  if (attribution.why.rule === 'labelled-speech') return true;
  if (isWhatPhrase(reading, sentence, attribution) || isDateline(share, cueWords)) return false;
  if (
    (PASSIVE.test(cueWords) && TOLD.test(cueWords) && !isTeller(reading, attribution, cueWords) && isBeforeCue(attribution)) ||
    LISTENS.test(cueWords)
  )
    return isQuotation;
  // "Cables are threatening to …": a rule alone takes no thing for a speaker.
  const isNobody = attribution.why.rule === 'verb-of-saying' ? isThing : isSingleThing;
  if (!isQuotation && attribution.confidence < SURE && share.speakers.length > 0 && share.speakers.every(isNobody)) return false;
  // However little it covers: "According to the Oldport Post, three were hurt."
  if (/^according to$/i.test(cueWords) && share.main) return !isAsMeant(reading, attribution);
  if (cue && cue.part !== 'adverb' && isOtherPartHere(sentence, attribution, cue.part))
    return isQuotation || /^that\b/.test(content) || (attribution.confidence >= SURE && hasFiniteVerb(reading, sentence, pieces));
  if (cue && SHOWS.test(cue.lemma) && share.speakers.every(isThing)) return false;
  // "The road ends at the “old gate”": things do not speak, whatever is quoted beside them; "a sign read: “No boats”".
  if (
    (cue === null || cue.kind === 'deed') &&
    !/\breads?\b/i.test(cueWords) &&
    share.speakers.length > 0 &&
    share.speakers.every(isThing)
  )
    return false;
  const statement = plainStatement(cueWords, content);
  if (statement && (!statement.onlyDocuments || share.speakers.some(({ source }) => source.type === 'document'))) return true;
  if ((cue === null && COPULA.test(cueWords)) || MAKES_UP.test(cueWords)) return false;
  if (cue === null) return isQuotation || (attribution.confidence >= SURE && hasFiniteVerb(reading, sentence, pieces));
  if (cue.kind === 'deed') return isQuotation || /^(?:that|how|whether|why)\b/i.test(content) || isNaming(cue.lemma, content);
  if (isNegated(reading, sentence, attribution) && cue.kind !== 'belief') return isQuotation;
  if (isQuotation) return true;
  const clause = hasFiniteVerb(reading, sentence, pieces);
  // "spoke on Monday at the start of an inquiry": where and when, not what.
  if (!clause && cue.kind === 'speech' && CIRCUMSTANCE.test(content) && !VERBS_OWN.test(`${cue.lemma} ${content}`)) return false;
  // "divers found the boy": people find what they look for; studies and those who make them find what is so.
  if (!clause && cue.lemma === 'find' && !share.speakers.some(({ source }) => FINDS.has(source.type))) return false;
  if (!clause && modifiesNoun(sentence, attribution)) return false;
  // "elaborated on his statement": speech about something, of which nothing is told; "called for calm", "confirmed two deaths" tell it all.
  const isWhole =
    cue.implies === 'denial' ||
    cue.implies === 'confirmation' ||
    /\b(?:call|appeal|plead|push|press|argue|pray)\w* for$/i.test(cueWords);
  if (share.main) return clause || cue.kind !== 'speech' || isWhole || words >= FEWEST_WORDS;
  return clause || words >= PHRASE_WORDS || Math.max(words, share.words) / total >= PHRASE_PART;
}

/** "were told by the mayor that": the source is who told it, not who heard. */
const isTeller = ({ text }: Reading, { cue }: Attribution, cueWords: string): boolean =>
  /\bby\b/.test(cueWords) || cue.some(({ end }) => /^\s+by\b/.test(text.slice(end, end + 4)));

/** Whether the words only tell that something went as it was meant to. */
const isAsMeant = ({ text }: Reading, { source }: Attribution): boolean =>
  source.length === 1 && source.every(({ start, end }) => AS_MEANT.test(text.slice(start, end)));

/** "identified the driver as Ben Holm": who somebody is, is told. */
const isNaming = (lemma: string, content: string): boolean =>
  /^(?:identify|name)$/.test(lemma) && /^(?![a-z]+sel(?:f|ves)\b).*\bas\b/is.test(content);

/** "a statement condemning the raid", "people who criticise it": the cue only says which people or things are meant. */
function modifiesNoun({ tokens, syntax }: ReadSentence, { cue }: Attribution): boolean {
  return tokens.some(
    (token, i) => cue.some((span) => overlaps(span, token)) && /^acl(?::relcl)?$/.test(syntax.relation[i] ?? ''),
  );
}

/** "Ceasefire talks", "the district offers a chance": the lexicon's verb is a noun here, or its noun a verb. */
function isOtherPartHere({ tokens, syntax }: ReadSentence, { cue }: Attribution, part: 'verb' | 'noun' | 'preposition'): boolean {
  const tags = tokens.flatMap((token, i) => (cue.some((span) => overlaps(span, token)) ? [syntax.tag[i] ?? ''] : []));
  const has = (pattern: RegExp) => tags.some((tag) => pattern.test(tag));
  return part === 'noun' ? has(/^VB/) && !has(/^NN/) : part === 'verb' && has(/^NN/) && !has(/^(?:VB|IN|MD)/);
}

const isSingleThing = (speaker: Speaker): boolean =>
  isThing(speaker) &&
  /^(?:the|a|an|this|that|its|his|her|their)\s/i.test(speaker.source.name) &&
  !/s\b/.test(speaker.source.name.split(' ').at(-1) ?? '');

/** "OLDPORT: The harbour …": the place where a story was written. */
const isDateline = (share: Share, cue: string): boolean =>
  /^[:–—-]$/.test(cue.trim()) &&
  share.speakers.every(
    ({ source, at }) => at !== null && (source.type === 'government' || source.name === source.name.toUpperCase()),
  );

const isBeforeCue = ({ source, cue }: Attribution): boolean => (source[0]?.start ?? 0) < (cue[0]?.start ?? 0);

const isThing = ({ source, named }: Speaker): boolean =>
  source.type === 'unknown' && !named && !/\b(?:sources?|spokes\w+|people)\b|^(?:he|she|they|it|who)$/i.test(source.name);

const isNegated = (reading: Reading, sentence: Span, { cue }: Attribution): boolean => {
  const first = cue[0];
  if (first === undefined) return false;
  // "The witness, who has not been named, said": what is behind a comma is not the cue's.
  const before = reading.text.slice(Math.max(sentence.start, first.start - 20), first.start).replace(/^.*,/s, '');
  return NEGATED.test(`${before}${reading.text.slice(first.start, first.end)}`);
};

/** "what officials described as a hardening": a phrase in passing. */
function isWhatPhrase(reading: Reading, sentence: Span, attribution: Attribution): boolean {
  const first = attribution.source[0] ?? attribution.cue[0];
  if (!first) return false;
  const before = reading.text.slice(sentence.start, first.start);
  const cue = attribution.cue.map((span) => reading.text.slice(span.start, span.end)).join(' ');
  return (
    /\bwhat (?:the |its |his |her |their |some |many )?$/i.test(before) &&
    /\b(?:call|describ|label|term|dub|said|say|characteri|cast|see|view|regard)/i.test(cue)
  );
}

/** Whether a clause stands in the pieces: by the tags, or by the words where there are none. */
function hasFiniteVerb(reading: Reading, { tokens, syntax }: ReadSentence, pieces: readonly Span[]): boolean {
  if (syntax.tag.length !== tokens.length)
    return pieces.some((span) => FINITE_VERB.test(reading.text.slice(span.start, span.end)));
  return tokens.some(
    (token, i) => /^(?:VBD|VBZ|VBP|MD)$/.test(syntax.tag[i] ?? '') && pieces.some((span) => contains(span, token)),
  );
}
