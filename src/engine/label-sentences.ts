import type { Attribution, Flag, LabelledSentence, Why } from '../article/attribution.ts';
import { contains, overlaps, type Span } from '../article/span.ts';
import { mainCue } from './cues/cue-lexicon.ts';
import type { Reading, ReadSentence } from './reading.ts';
import type { Speaker } from './sources/resolve-sources.ts';
import { HEDGE_ADVERB, NO_COMMENT, SOURCELESS_HEDGE, UNVERIFIED } from './status/phrases.ts';

/** An attribution with who speaks in it; what labels are made of. */
export interface SpokenAttribution {
  readonly attribution: Attribution;
  readonly speakers: readonly Speaker[];
}

/** What one attribution says of one sentence. */
interface Share {
  readonly index: number;
  readonly attribution: Attribution;
  readonly speakers: readonly Speaker[];
  /** Words of the sentence that its content, source and cue take. */
  readonly words: number;
  /** Its cue is the verb of the sentence's main clause. */
  readonly main: boolean;
  /** The cue stands in another sentence: a quotation goes on. */
  readonly goesOn: boolean;
  /** Where it is first seen in the sentence: for the order of sources. */
  readonly at: number;
}

/** Part of a sentence's words that must be somebody's for the sentence to be reported; in doubt it is (codebook: rule 2). */
const MOST = 0.45;
/** Content of fewer words, without a verb, is a phrase in passing and gives the sentence no source (codebook: rule 1). */
const PHRASE_WORDS = 6;
/** "was told", "had been informed": who is named before it was told, and says nothing. */
const TOLD =
  /\b(?:is|are|was|were|been|being)\b(?: \p{L}+ly)? (?:told|informed|asked|warned|accused|advised|notified|briefed|reminded|criticized|criticised|blamed|praised|urged|banned|given|shown)\b/iu;
const LISTENS = /\b(?:hears?|heard|hearing|receiv\w+)\b/i;
const CIRCUMSTANCE = /^(?:as part|as a|in|at|on|with|before|after|during|for|to|from|under|ahead|amid|alongside)\b/i;

/** Words of a cue that are looked at; what follows is mostly no cue any more. */
const LONGEST_CUE = 4;
/** Words that must be told of what somebody said where they are no clause. */
const FEWEST_WORDS = 3;
/** A phrase that makes up this part of the sentence is more than in passing: "The UN condemned the raid." */
const PHRASE_PART = 0.5;

/** From this confidence on a cue that the lexicon does not know is believed. */
const SURE = 0.7;

/** Verbs that say nothing without their noun. */
const LIGHT_VERB = /\b(?:issu|releas|mak|made|giv|gave|rais|publish)\w*\b/i;

/** "were all residents of": no act of saying. */
const COPULA = /^(?:(?:also|still|now|all) )*(?:is|are|was|were|be|been|being|has|have|had)\b/i;

/** "did not confirm", "has not issued a statement": that somebody did not say it. */
const NEGATED = /\b(?:did|do|does|has|have|had|is|was|would|will|could)(?: not|n[’']t)\b|\bnever\b|\bwithout\b/i;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu;
const FINITE_VERB =
  /\b(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|’s|’re|’ve|’ll|’d|n’t|\p{L}{2,}(?:ed|ing)|said|says|goes|went|came|made|took|gave|got|left|led|fell|rose|won|lost|began|knew|held|kept|met|put|sent|set|shot|stood|struck|told|thought|wrote)\b/iu;

const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Labels for all sentences of the body, by the codebook's section 3. `spoken` is parallel to the article's attributions. */
export function labelSentences(reading: Reading, spoken: readonly SpokenAttribution[]): readonly LabelledSentence[] {
  const touching = attributionsBySentence(reading, spoken);
  const labels: LabelledSentence[] = [];
  for (const [index, sentence] of reading.sentences.entries()) {
    labels.push(labelOf(reading, sentence, touching[index] ?? [], spoken, labels.at(-1) ?? null));
  }
  return labels;
}

/** Indices of the attributions whose source, cue or content touches each sentence. Both lists are in text order: one sweep. */
function attributionsBySentence(reading: Reading, spoken: readonly SpokenAttribution[]): readonly (readonly number[])[] {
  const { sentences } = reading;
  const touching: number[][] = sentences.map(() => []);
  for (const [index, { attribution }] of spoken.entries()) {
    for (const span of [...attribution.source, ...attribution.cue, ...attribution.content]) {
      for (let i = firstEndingAfter(sentences, span.start); i < sentences.length; i++) {
        const sentence = sentences[i];
        if (!sentence || sentence.start >= span.end) break;
        const list = touching[i];
        if (list && list.at(-1) !== index) list.push(index);
      }
    }
  }
  return touching;
}

function firstEndingAfter(sentences: readonly Span[], at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function labelOf(
  reading: Reading,
  sentence: ReadSentence,
  indices: readonly number[],
  spoken: readonly SpokenAttribution[],
  before: LabelledSentence | null,
): LabelledSentence {
  const text = reading.text.slice(sentence.start, sentence.end);
  const total = Math.max(1, countWords(text));
  const shares = indices.flatMap((index) => {
    const one = spoken[index];
    return one ? shareOf(reading, sentence, index, one, total) : [];
  });
  const outer = withoutStrayQuotations(reading, sentence, shares).filter(
    (share) => !isInside(reading, share, shares) && !isRespondent(share, shares),
  );
  const giving = outer.filter((share) => givesSource(reading, sentence, share, total));
  const flags = flagsOf(text, giving);
  const base = { start: sentence.start, end: sentence.end, block: sentence.block, attributions: indices, flags };
  const decided = giving.filter((share) => share.speakers.length > 0);
  if (decided.length === 0) return { ...base, ...withoutSource(reading, text, before) };
  const sources = sourcesOf(decided);
  const covered = coveredWords(reading, sentence, decided);
  const main = [...decided].sort((a, b) => Number(b.main) - Number(a.main) || b.words - a.words)[0] ?? decided[0];
  const confidence = Math.min(...decided.map((share) => share.attribution.confidence));
  if (!main || (!main.main && covered / total < MOST && !isQuotationWithTag(text, decided))) {
    return {
      ...base,
      sources,
      status: 'confirmed',
      basis: 'own-voice',
      confidence,
      why: because('mostly-own-voice', main ? evidenceOf(reading, main) : null),
    };
  }
  const { status, basis, statusWhy } = main.attribution;
  return { ...base, sources, status, basis, confidence, why: statusWhy };
}

/** "“Never,” she stressed.": quoted words with hardly more than who says them. */
const isQuotationWithTag = (text: string, shares: readonly Share[]): boolean =>
  shares.some((share) => share.goesOn) &&
  /["“”]/.test(text) &&
  countWords(text.replace(/^[^"“”]*["”]|[“"][^”"]*[”"]?/g, ' ')) <= 4;

const because = (rule: string, evidence: string | null): Why => ({ decider: 'rule', rule, evidence });

function evidenceOf(reading: Reading, share: Share): string | null {
  const cue = share.attribution.cue[0];
  return cue ? reading.text.slice(cue.start, cue.end) : null;
}

function shareOf(
  reading: Reading,
  sentence: ReadSentence,
  index: number,
  { attribution, speakers }: SpokenAttribution,
  total: number,
): readonly Share[] {
  const content = attribution.content.filter((span) => overlaps(span, sentence));
  if (content.length === 0) return [];
  const own = [...attribution.source, ...attribution.cue].filter((span) => overlaps(span, sentence));
  const words = Math.min(total, countIn(reading.text, sentence, [...content, ...own]));
  const at = Math.min(...(own.length > 0 ? own : content).map((span) => span.start));
  const cue = attribution.cue.find((span) => overlaps(span, sentence));
  return [
    {
      index,
      attribution,
      speakers,
      words,
      main:
        cue !== undefined &&
        (isMainVerb(sentence, cue) ||
          (/^according/i.test(reading.text.slice(cue.start, cue.end)) &&
            !/[–—(][^–—)]*$/.test(reading.text.slice(sentence.start, cue.start)))),
      goesOn: cue === undefined,
      at,
    },
  ];
}

/** Relations on the way from the main clause's verb to a verb beside it, or to the clause that it governs. */
const BESIDE_MAIN = /^(?:root|conj|parataxis|ccomp|xcomp|dep)$/;

/** Whether the cue is the verb of the main clause, or one joined to it ("said … and warned"); false where there is no parse. */
function isMainVerb({ tokens, syntax }: ReadSentence, cue: Span): boolean {
  let at = tokens.findIndex((token, i) => overlaps(token, cue) && /^VB/.test(syntax.tag[i] ?? ''));
  if (at < 0) at = tokens.findIndex((token) => overlaps(token, cue));
  // An auxiliary ("has said", "would be told") hangs on its verb.
  for (let steps = 0; /^(?:aux|auxpass|cop)$/.test(syntax.relation[at] ?? '') && steps < 3; steps++) at = syntax.head[at] ?? -1;
  for (let steps = 0; at >= 0 && steps < 40; steps++) {
    const relation = syntax.relation[at] ?? '';
    if (!BESIDE_MAIN.test(relation)) return false;
    if (relation === 'root') return true;
    at = syntax.head[at] ?? -1;
  }
  return false;
}

function countIn(text: string, sentence: Span, spans: readonly Span[]): number {
  return merged(spans).reduce(
    (sum, span) => sum + countWords(text.slice(Math.max(span.start, sentence.start), Math.min(span.end, sentence.end))),
    0,
  );
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

const coveredWords = (reading: Reading, sentence: Span, shares: readonly Share[]): number =>
  countIn(
    reading.text,
    sentence,
    shares.flatMap((share) =>
      [...share.attribution.source, ...share.attribution.cue, ...share.attribution.content].filter((span) =>
        overlaps(span, sentence),
      ),
    ),
  );

/** "The poll found that half of voters think …": who answered a poll speaks through it, and is no source beside it. */
const isRespondent = (share: Share, all: readonly Share[]): boolean =>
  share.speakers.every((speaker) => !speaker.named && /^(?:witness|unknown)$/.test(speaker.source.type)) &&
  all.some(
    (other) =>
      other !== share &&
      other.speakers.some((speaker) => speaker.source.type === 'document') &&
      (other.main || share.attribution.cue.some((cue) => other.attribution.content.some((span) => contains(span, cue)))),
  );

/** Said inside somebody's quoted words: "“Ruiz told me she was ill,” Holm said" has Holm as its source, not Ruiz. */
function isInside(reading: Reading, share: Share, all: readonly Share[]): boolean {
  const cue = share.attribution.cue[0] ?? share.attribution.content[0];
  if (!cue) return false;
  return all.some(
    (other) =>
      other !== share &&
      other.speakers.length > 0 &&
      other.attribution.content.some((span) => contains(span, cue)) &&
      reading.quotations.some(
        (quotation) =>
          quotation.depth === 0 &&
          contains(quotation, cue) &&
          other.attribution.content.some((span) => overlaps(span, quotation)),
      ),
  );
}

/** A quotation has one speaker: where two attributions claim the same quoted words, the one whose cue stands nearer is right. */
function withoutStrayQuotations(reading: Reading, sentence: Span, shares: readonly Share[]): readonly Share[] {
  if (!shares.some((share) => share.goesOn)) return shares;
  return shares.filter((share) => {
    if (!share.goesOn) return true;
    return !shares.some(
      (other) =>
        other !== share &&
        other.speakers.length > 0 &&
        claimSameQuotation(reading, sentence, share, other) &&
        isNearer(reading, sentence, other, share),
    );
  });
}

const claimSameQuotation = (reading: Reading, sentence: Span, a: Share, b: Share): boolean =>
  reading.quotations.some(
    (quotation) =>
      overlaps(quotation, sentence) &&
      [a, b].every((share) => share.attribution.content.some((span) => overlaps(span, quotation.inner))),
  );

function isNearer(reading: Reading, sentence: Span, a: Share, b: Share): boolean {
  const quotation = reading.quotations.find((one) => overlaps(one, sentence)) ?? sentence;
  const distance = ({ attribution }: Share): number => {
    const cue = attribution.cue[0] ?? attribution.source[0];
    if (!cue) return Number.MAX_SAFE_INTEGER;
    return cue.start < quotation.start ? quotation.start - cue.end : cue.start - quotation.end + 20;
  };
  const [ofA, ofB] = [distance(a), distance(b)];
  return ofA === ofB ? a.attribution.confidence > b.attribution.confidence : ofA < ofB;
}

/** Whether a clause stands in the pieces: by the tags, or by the words where there are none. */
function hasFiniteVerb(reading: Reading, { tokens, syntax }: ReadSentence, pieces: readonly Span[]): boolean {
  if (syntax.tag.length !== tokens.length)
    return pieces.some((span) => FINITE_VERB.test(reading.text.slice(span.start, span.end)));
  return tokens.some(
    (token, i) => /^(?:VBD|VBZ|VBP|MD)$/.test(syntax.tag[i] ?? '') && pieces.some((span) => contains(span, token)),
  );
}

/** Whether the attribution gives the sentence a source: a clause or a quotation, not a phrase in passing, no mere deed, no "no comment". */
function givesSource(reading: Reading, sentence: ReadSentence, share: Share, total: number): boolean {
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
  if (share.goesOn) return quoted || words >= 3;
  const cueWords = attribution.cue.map((span) => reading.text.slice(span.start, span.end)).join(' ');
  const isQuotation = quoted && words >= 3;
  const start = cueWords.split(/\s+/).slice(0, LONGEST_CUE).join(' ');
  // "issued a warning", "made the claim that": the noun is the cue where the verb is only light.
  const cue = mainCue(
    LIGHT_VERB.test(cueWords) ? `${cueWords} ${/^(?:an?|the) \p{L}+(?: \p{L}+)?/u.exec(content)?.[0] ?? ''}` : start,
  );
  if (isWhatPhrase(reading, sentence, attribution) || isDateline(share, cueWords)) return false;
  if ((TOLD.test(cueWords) && !/\bby\b/.test(cueWords) && isBeforeCue(attribution)) || LISTENS.test(cueWords)) return isQuotation;
  if (!isQuotation && share.speakers.length > 0 && share.speakers.every(isSingleThing)) return false;
  if (cue && cue.part !== 'adverb' && isOtherPartHere(sentence, attribution, cue.part))
    return isQuotation || (attribution.confidence >= SURE && hasFiniteVerb(reading, sentence, pieces));
  if (cue && SHOWS.test(cue.lemma) && share.speakers.every(isThing)) return false;
  if (cue === null && COPULA.test(cueWords)) return false;
  if (cue === null) return isQuotation || (attribution.confidence >= SURE && hasFiniteVerb(reading, sentence, pieces));
  if (cue.kind === 'deed') return isQuotation || /^(?:that|how|whether|why)\b/i.test(content);
  if (isNegated(reading, sentence, attribution) && cue.kind !== 'belief') return isQuotation;
  if (isQuotation) return true;
  const clause = hasFiniteVerb(reading, sentence, pieces);
  // "testified last week as part of the inquiry": where and when, not what.
  if (!clause && cue.kind === 'speech' && CIRCUMSTANCE.test(content)) return false;
  if (!clause && modifiesNoun(sentence, attribution)) return false;
  // "elaborated on his statement": speech about something, of which nothing is told.
  if (share.main) return clause || cue.kind !== 'speech' || cue.implies === 'denial' || words >= FEWEST_WORDS;
  return clause || words >= PHRASE_WORDS || Math.max(words, share.words) / total >= PHRASE_PART;
}

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

/** "The pound fell, signalling that …": what is no person, body or document shows something, and says nothing. */
const SHOWS =
  /^(?:signal|indicate|suggest|show|demonstrate|reveal|reflect|highlight|underscore|underline|imply|prove|expose|point|mean|remind)$/;
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
  source.type === 'unknown' && !named && !/\bsources?\b|^(?:he|she|they|it|who)$/i.test(source.name);

const isNegated = (reading: Reading, sentence: Span, { cue }: Attribution): boolean => {
  const first = cue[0];
  return (
    first !== undefined &&
    NEGATED.test(
      `${reading.text.slice(Math.max(sentence.start, first.start - 20), first.start)}${reading.text.slice(first.start, first.end)}`,
    )
  );
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

function sourcesOf(shares: readonly Share[]): readonly string[] {
  const ordered = shares
    .flatMap((share) => share.speakers.map((speaker, i) => ({ id: speaker.id, at: speaker.at ? speaker.at.start : share.at, i })))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  return [...new Set(ordered.map((one) => one.id))];
}

function flagsOf(text: string, shares: readonly Share[]): readonly Flag[] {
  const flags = new Set<Flag>(shares.flatMap((share) => share.attribution.flags));
  if (NO_COMMENT.test(text)) flags.add('no-comment');
  if (UNVERIFIED.test(text)) flags.add('unverified');
  return [...flags];
}

type Verdict = Pick<LabelledSentence, 'sources' | 'status' | 'basis' | 'confidence' | 'why'>;

/** A sentence to which nobody is a source: hearsay where a hedge covers it, else the outlet's own voice, or going on from before. */
function withoutSource(reading: Reading, text: string, before: LabelledSentence | null): Verdict {
  const outside = text.replace(/[“"][^”"]*[”"]?/g, ' ');
  const hedge = SOURCELESS_HEDGE.exec(outside) ?? HEDGE_ADVERB.exec(outside);
  if (hedge && !isInPassing(outside, hedge.index, hedge[0].length)) {
    return { sources: [], status: 'reported', basis: 'hearsay', confidence: 0.8, why: because('hedge', hedge[0]) };
  }
  const carried = shiftedTense(reading, text, before);
  if (carried) return carried;
  if (UNVERIFIED.test(text))
    return { sources: [], status: 'confirmed', basis: 'own-voice', confidence: 1, why: because('own-voice', null) };
  return { sources: [], status: 'confirmed', basis: 'own-voice', confidence: 1, why: because('own-voice', null) };
}

/** "– reportedly accepted by both sides –", "who was allegedly there": a hedge inside an aside or a relative clause. */
function isInPassing(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  if (/[–—(][^–—()]*$/.test(before) && /^[^–—()]*[–—)]/.test(after)) return true;
  if (
    /\b(?:who|which|whose|where|that)\b[^,;]*$/i.test(before) &&
    /[\p{L}]{3,}/u.test(before.replace(/\b(?:who|which|whose|where|that)\b[^,;]*$/i, ''))
  )
    return true;
  // "the reportedly ill mayor": modifies a noun.
  return /\b(?:the|a|an|his|her|its|their)\s+$/i.test(before);
}

/** "There would be no second round.": a tense that makes no sense outside the report carries the source on (codebook: rule 3). */
function shiftedTense(_reading: Reading, text: string, before: LabelledSentence | null): Verdict | null {
  if (before?.status !== 'reported' || before.sources.length === 0 || before.basis === 'hearsay') return null;
  const main = /^(?:(?:[^,]{0,60},\s+)?(?:\p{L}+\s+){1,6}?)(would(?: not|n[’']t)?)\s+(?:be|have|\p{L}+)\b/iu.exec(text);
  if (
    !main ||
    /\b(?:if|unless|otherwise|were to|had (?:it|they|he|she))\b/i.test(text) ||
    /\bwould (?:like|later|become|go on to|prove|turn out)\b/i.test(text)
  )
    return null;
  return {
    sources: before.sources,
    status: before.status,
    basis: before.basis,
    confidence: before.confidence * 0.8,
    why: because('shifted-tense', main[1] ?? null),
  };
}
