import type { AttributionSpans, ContentKind } from '../../../article/attribution.ts';
import { contains, overlaps, type Span } from '../../../article/span.ts';
import type { Quotation, Reading, ReadSentence } from '../../reading.ts';
import type { Token } from '../../tokens.ts';

// Verbs that carry somebody's words, in the forms that news uses: "said", "says", "warned that".
const SPEECH =
  /^(?:sa(?:id|ys)|told|tells|add(?:ed|s)|warn(?:ed|s|ing)?|announc(?:ed|es)|claim(?:ed|s|ing)?|stat(?:ed|es|ing)|report(?:ed|s)|confirm(?:ed|s)|den(?:ied|ies|ying)|argu(?:ed|es|ing)|insist(?:ed|s|ing)?|suggest(?:ed|s)|acknowledg(?:ed|es)|admit(?:ted|s)|conced(?:ed|es)|explain(?:ed|s)|wrote|writes|tweet(?:ed|s)|post(?:ed|s)|not(?:ed|es|ing)|stress(?:ed|es)|believ(?:ed|es)|think(?:s)?|demand(?:ed|s|ing)?|call(?:ed|s|ing)|urg(?:ed|es|ing)|accus(?:ed|es|ing)|condemn(?:ed|s|ing)?|prais(?:ed|es|ing)|oppos(?:ed|es)|reject(?:ed|s|ing)|vow(?:ed|s)|pledg(?:ed|es)|promis(?:ed|es)|predict(?:ed|s)|estimat(?:ed|es)|alleg(?:ed|es|ing)|declar(?:ed|es)|propos(?:ed|es)|express(?:ed|es)|conclud(?:ed|es)|found|finds|show(?:ed|s)|rul(?:ed)|reiterat(?:ed|es)|emphasi[sz](?:ed|es)|recall(?:s)|repl(?:ied|ies)|ask(?:ed|s)|quot(?:ed|es)|describ(?:ed|es)|blam(?:ed|es|ing)|threaten(?:ed|s)|boast(?:ed|s)|complain(?:ed|s)|hop(?:ed|es)|fear(?:ed|s)|expect(?:ed|s)|want(?:ed|s)|plan(?:ned|s))$/i;
const CLAUSE_BREAK = /^(?:[,;:—–"“”‘’()]|but|and|that|which|as|while|after|before|when|because)$/i;
const HEDGE = /\b(?:it (?:is|was|has been) (?:claimed|alleged|reported|said|believed|thought)(?: that)?|reportedly|allegedly)\b/i;

const word = (text: string, token: Token | undefined): string => (token ? text.slice(token.start, token.end) : '');
const insideAny = (span: Span, quotations: readonly Quotation[]): boolean => quotations.some((q) => contains(q, span));

/** Trims white space and joining punctuation off the ends of a span; null where nothing is left. */
function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s,;:—–-]/u.test(text[start] ?? '')) start++;
  while (end > start && /[\s,;:—–.-]/u.test(text[end - 1] ?? '')) end--;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}

function kindOf(content: readonly Span[], quotations: readonly Quotation[]): ContentKind {
  if (content.length > 0 && content.every((span) => insideAny(span, quotations))) return 'direct';
  return content.some((span) => quotations.some((q) => overlaps(q, span))) ? 'mixed' : 'indirect';
}

/** The words before the verb back to the clause's beginning. */
function subjectBefore(text: string, tokens: readonly Token[], verb: number, from: number): Span | null {
  let first = verb;
  while (first > from && !CLAUSE_BREAK.test(word(text, tokens[first - 1]))) first--;
  const start = tokens[first]?.start;
  const end = tokens[verb - 1]?.end;
  return first < verb && start !== undefined && end !== undefined ? trim(text, { start, end }) : null;
}

/** The words after an inverted verb, up to the clause's end: “…,” said Ana Ruiz, who … */
function subjectAfter(text: string, tokens: readonly Token[], verb: number): Span | null {
  let last = verb;
  while (last + 1 < tokens.length && !/^[,.;:—–"“”()]$/.test(word(text, tokens[last + 1]))) last++;
  const start = tokens[verb + 1]?.start;
  const end = tokens[last]?.end;
  return last > verb && start !== undefined && end !== undefined ? trim(text, { start, end }) : null;
}

function make(
  reading: Reading,
  source: Span | null,
  cue: Span | null,
  content: readonly (Span | null)[],
  rule: string,
): AttributionSpans | null {
  const pieces = content.filter((span): span is Span => span !== null);
  if (pieces.length === 0) return null;
  return {
    source: source ? [source] : [],
    cue: cue ? [cue] : [],
    content: pieces,
    kind: kindOf(pieces, reading.quotations),
    confidence: 0.6,
    why: { decider: 'rule', rule, evidence: cue ? reading.text.slice(cue.start, cue.end) : null },
  };
}

function bySpeechVerb(reading: Reading, sentence: ReadSentence, quotations: readonly Quotation[]): AttributionSpans | null {
  const { text } = reading;
  const { tokens } = sentence;
  const verb = tokens.findIndex((token) => SPEECH.test(word(text, token)) && !insideAny(token, quotations));
  const cue = tokens[verb];
  if (!cue) return null;
  const before = trim(text, { start: sentence.start, end: cue.start });
  const opensWithQuotation = quotations.some((q) => q.start <= sentence.start + 1 && q.end <= cue.start);
  const next = word(text, tokens[verb + 1]);
  const inverted = opensWithQuotation && /[”"’',]/.test(word(text, tokens[verb - 1])) && /^(?:[A-Z]|the$|a$|an$|one$)/.test(next);
  const source = inverted ? subjectAfter(text, tokens, verb) : subjectBefore(text, tokens, verb, 0);
  const after = trim(text, { start: inverted ? (source?.end ?? cue.end) : cue.end, end: sentence.end });
  const lead = source && before && !inverted ? trim(text, { start: sentence.start, end: source.start }) : before;
  const leading =
    opensWithQuotation || (lead && /,\s*$/.test(text.slice(sentence.start, source?.start ?? cue.start))) ? lead : null;
  return make(
    reading,
    source,
    cue,
    leading && (leading.end - leading.start > 25 || opensWithQuotation) ? [leading, after] : [after],
    'speech-verb',
  );
}

function byAccordingTo(reading: Reading, sentence: ReadSentence): AttributionSpans | null {
  const found = /\baccording to\b/i.exec(reading.text.slice(sentence.start, sentence.end));
  if (!found) return null;
  const cue = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const verb = sentence.tokens.findIndex((token) => token.end === cue.end);
  const source = subjectAfter(reading.text, sentence.tokens, verb);
  const before = trim(reading.text, { start: sentence.start, end: cue.start });
  const after = trim(reading.text, { start: source?.end ?? cue.end, end: sentence.end });
  return make(reading, source, cue, [before, after], 'according-to');
}

function byHedge(reading: Reading, sentence: ReadSentence): AttributionSpans | null {
  const found = HEDGE.exec(reading.text.slice(sentence.start, sentence.end));
  if (!found) return null;
  const cue = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const before = trim(reading.text, { start: sentence.start, end: cue.start });
  return make(reading, null, cue, [before, trim(reading.text, { start: cue.end, end: sentence.end })], 'hedge');
}

/** A sentence of quoted words only, with nobody named in it, goes on with the attribution before it. */
function goesOn(sentence: ReadSentence, quotations: readonly Quotation[]): boolean {
  return quotations.some((q) => q.depth === 0 && q.start <= sentence.start + 1 && q.end >= sentence.end - 1);
}

/** Attributions by rules alone: speech verbs, "according to", hedges, and quotations that go on. In text order. */
export function findAttributionsByRule(reading: Reading): readonly AttributionSpans[] {
  const found: AttributionSpans[] = [];
  for (const sentence of reading.sentences) {
    const quotations = reading.quotations.filter((q) => overlaps(q, sentence));
    const last = found.at(-1);
    if (goesOn(sentence, quotations) && last) {
      const content = [...last.content, { start: sentence.start, end: sentence.end }];
      found[found.length - 1] = { ...last, content, kind: kindOf(content, reading.quotations) };
      continue;
    }
    const one = byAccordingTo(reading, sentence) ?? byHedge(reading, sentence) ?? bySpeechVerb(reading, sentence, quotations);
    if (one) found.push(one);
  }
  return found;
}
