import type { AttributionSpans } from '../../article/attribution.ts';
import { overlaps, type Span } from '../../article/span.ts';
import type { Reading, ReadSentence } from '../reading.ts';
import { sentenceIndexAt } from './sentence-at.ts';

/**
 * The subject of a cue whose source was not found: the verb's own subject or passive agent, or for a participle ("…, calling it a
 * shame") the subject of the verb that it hangs on. Null where the parse shows none.
 */
export function subjectByParse(reading: Reading, { cue }: AttributionSpans): Span | null {
  const first = cue[0];
  const sentence = first ? reading.sentences[sentenceIndexAt(reading, first.start)] : undefined;
  if (!first || !sentence || sentence.syntax.head.length !== sentence.tokens.length) return null;
  const verb = sentence.tokens.findLastIndex(
    (token, i) => cue.some((span) => overlaps(span, token)) && /^VB/.test(sentence.syntax.tag[i] ?? ''),
  );
  const subject = verb < 0 ? -1 : subjectOf(reading, sentence, verb);
  // "The reported sale follows …": an article alone is nobody.
  return subject < 0 || sentence.syntax.tag[subject] === 'DT' ? null : phraseOf(reading, sentence, subject, verb);
}

function childOf({ syntax }: ReadSentence, head: number, relation: RegExp): number {
  return syntax.head.findIndex((one, i) => one === head && relation.test(syntax.relation[i] ?? ''));
}

function subjectOf(reading: Reading, sentence: ReadSentence, verb: number): number {
  const { syntax } = sentence;
  let at = verb;
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const own = childOf(sentence, at, /^nsubj$/);
    if (own >= 0) return own;
    if (childOf(sentence, at, /^(?:nsubjpass|auxpass)$/) >= 0) return agentOf(reading, sentence, at);
    const relation = syntax.relation[at] ?? '';
    // Only a participle or a verb joined by "and" borrows the subject.
    if (
      !/^(?:conj|advcl|xcomp|dep|aux)$/.test(relation) ||
      (relation !== 'conj' && relation !== 'aux' && syntax.tag[at] !== 'VBG')
    )
      return -1;
    at = syntax.head[at] ?? -1;
  }
  return -1;
}

/** "was announced by the army" */
function agentOf(reading: Reading, sentence: ReadSentence, verb: number): number {
  const { syntax } = sentence;
  return syntax.head.findIndex(
    (head, i) =>
      head === verb &&
      syntax.relation[i] === 'nmod' &&
      syntax.head.some(
        (h, c) =>
          h === i &&
          syntax.relation[c] === 'case' &&
          reading.text.slice(sentence.tokens[c]?.start, sentence.tokens[c]?.end) === 'by',
      ),
  );
}

// `critical” and`: a closing mark without its opening one is where the parse ran out of a quotation.
const HALF_QUOTED = /^[^“]*”/;

/** All words that hang on the subject, up to the verb; without relative clauses. */
function phraseOf(reading: Reading, { tokens, syntax }: ReadSentence, subject: number, verb: number): Span | null {
  let first = subject;
  let last = subject;
  const inside = new Set([subject]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [i, head] of syntax.head.entries()) {
      if (
        inside.has(i) ||
        !inside.has(head) ||
        /^(?:acl|acl:relcl|punct|parataxis|dep|ccomp|case)$/.test(syntax.relation[i] ?? '')
      )
        continue;
      if (verb > subject ? i >= verb : i <= verb) continue;
      inside.add(i);
      first = Math.min(first, i);
      last = Math.max(last, i);
      grown = true;
    }
  }
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  if (start === undefined || end === undefined) return null;
  const words = reading.text.slice(start, end);
  return !/[A-Za-zÀ-ỿ]/u.test(words) || HALF_QUOTED.test(words) ? null : { start, end };
}
