import type { Flag, LabelledSentence, Why } from '../article/attribution.ts';
import type { Span } from '../article/span.ts';
import { firstOf } from '../article/wording.ts';
import type { Quotation, Reading, ReadSentence } from './reading.ts';
import { givesSource } from './status/gives-source.ts';
import { HEDGE_ADVERB, NO_COMMENTS, SOURCELESS_HEDGES, UNVERIFIED } from './status/phrases.ts';
import {
  countWords,
  coveredWords,
  isInside,
  isRespondent,
  type Share,
  type SpokenAttribution,
  shareOf,
  withoutStrayQuotations,
} from './status/shares.ts';

/** Part of a sentence's words that must be somebody's for the sentence to be reported; in doubt it is (codebook: rule 2). */
const MOST = 0.45;

/** Labels for all sentences of the body, by the codebook's section 3. `spoken` is parallel to the article's attributions. */
export function labelSentences(reading: Reading, spoken: readonly SpokenAttribution[]): readonly LabelledSentence[] {
  const touching = attributionsBySentence(reading, spoken);
  const labels: LabelledSentence[] = [];
  for (const [index, sentence] of reading.sentences.entries()) {
    labels.push(
      labelOf(
        { ...reading, quotations: quotationsIn(reading, sentence) },
        sentence,
        touching[index] ?? [],
        spoken,
        labels.at(-1) ?? null,
      ),
    );
  }
  return labels;
}

/** Quotations before a sentence that are looked at for one that goes on into it: keeps the time linear. */
const LOOK_BACK = 40;

/** The quotations that touch a sentence: all that its label needs to know of them. */
function quotationsIn({ quotations }: Reading, sentence: Span): readonly Quotation[] {
  let after = 0;
  let high = quotations.length;
  while (after < high) {
    const middle = (after + high) >> 1;
    if ((quotations[middle]?.start ?? 0) < sentence.end) after = middle + 1;
    else high = middle;
  }
  return quotations.slice(Math.max(0, after - LOOK_BACK), after).filter((one) => one.end > sentence.start);
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

function sourcesOf(shares: readonly Share[]): readonly string[] {
  const ordered = shares
    .flatMap((share) => share.speakers.map((speaker, i) => ({ id: speaker.id, at: speaker.at ? speaker.at.start : share.at, i })))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  return [...new Set(ordered.map((one) => one.id))];
}

function flagsOf(text: string, shares: readonly Share[]): readonly Flag[] {
  const flags = new Set<Flag>(shares.flatMap((share) => share.attribution.flags));
  if (firstOf(NO_COMMENTS, text)) flags.add('no-comment');
  if (UNVERIFIED.test(text)) flags.add('unverified');
  return [...flags];
}

type Verdict = Pick<LabelledSentence, 'sources' | 'status' | 'basis' | 'confidence' | 'why'>;

/** A sentence to which nobody is a source: hearsay where a hedge covers it, else the outlet's own voice, or going on from before. */
function withoutSource(reading: Reading, text: string, before: LabelledSentence | null): Verdict {
  const outside = text.replace(/[“"][^”"]*[”"]?/g, ' ');
  const hedge = firstOf(SOURCELESS_HEDGES, outside) ?? HEDGE_ADVERB.exec(outside);
  if (hedge && !isInPassing(outside, hedge.index, hedge[0].length)) {
    return { sources: [], status: 'reported', basis: 'hearsay', confidence: 0.8, why: because('hedge', hedge[0]) };
  }
  const carried = shiftedTense(reading, text, before);
  if (carried) return carried;
  return { sources: [], status: 'confirmed', basis: 'own-voice', confidence: 1, why: because('own-voice', null) };
}

/** "– reportedly accepted by both sides –", "who was allegedly there": a hedge inside an aside or a relative clause. */
function isInPassing(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  if (/[–—(][^–—()]*$/.test(before) && /^[^–—()]*[–—)]/.test(after)) return true;
  if (
    /\b(?:who|which|whose|where|that)\b[^,;]*$/i.test(before) &&
    /[A-Za-zÀ-ɏ]{3,}/.test(before.replace(/\b(?:who|which|whose|where|that)\b[^,;]*$/i, ''))
  )
    return true;
  // "the reportedly ill mayor": modifies a noun.
  return /\b(?:the|a|an|his|her|its|their)\s+$/i.test(before);
}

/** "There would be no second round.": a tense that makes no sense outside the report carries the source on (codebook: rule 3). */
function shiftedTense(_reading: Reading, text: string, before: LabelledSentence | null): Verdict | null {
  if (before?.status !== 'reported' || before.sources.length === 0 || before.basis === 'hearsay') return null;
  const main = / would/i.test(text)
    ? /^(?:(?:[^,]{0,60},\s+)?(?:[a-zà-ɏ]+\s+){1,6}?)(would(?: not|n[’']t)?)\s+(?:be|have|[a-z]+)\b/i.exec(text)
    : null;
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
