import type { AttributionSpans, ContentKind } from '../../../article/attribution.ts';
import { contains, overlaps, type Span } from '../../../article/span.ts';
import type { Reading } from '../../reading.ts';
import { typeOfHead } from '../../sources/knowledge/organisations.ts';
import { clausesUnder, contentOf, cueOf, quotationAfter, subjectOf } from './clause-parts.ts';
import { plainStatement } from './plain-statements.ts';
import { quotationsAt, SentenceTree } from './sentence-tree.ts';

/** Confidence of what the parse alone finds: corpora mark about one in three of them so, and it serves sentences more often than that. */
const CONFIDENCE = 0.35;

/**
 * Attributions that the learned model missed although the parse shows them plainly: a verb of saying with a subject and a clause, the
 * same inverted (“…,” said Ana Ruiz), in the passive with "by", and "according to". Only where no cue was found at that place.
 */
export function addMissed(reading: Reading, found: readonly AttributionSpans[]): readonly AttributionSpans[] {
  const added: AttributionSpans[] = [];
  const cues = found.flatMap((attribution) => attribution.cue).sort((a, b) => a.start - b.start);
  const contents = found.flatMap((attribution) => attribution.content).sort((a, b) => a.start - b.start);
  for (const sentence of reading.sentences) {
    if (sentence.syntax.head.length !== sentence.tokens.length) continue;
    const tree = new SentenceTree(reading, sentence);
    for (let verb = 0; verb < sentence.tokens.length; verb++) {
      const token = sentence.tokens[verb];
      if (!token || isTaken(cues, token)) continue;
      const one = tree.isAccordingTo(verb)
        ? accordingTo(reading, tree, verb)
        : tree.isStrongVerb(verb)
          ? bySpeech(reading, tree, verb)
          : byPlainStatement(reading, tree, verb);
      // "She said the ruling showed “disarray”": what is shown inside somebody's words is theirs.
      const isShown = one !== null && /^(?:find|show)$/.test(tree.lemma(verb)) && holds(contents, token);
      if (one && !isShown) added.push(one);
    }
  }
  return added.length === 0 ? found : [...found, ...added].sort((a, b) => firstOf(a) - firstOf(b));
}

const firstOf = ({ source, cue, content }: AttributionSpans): number =>
  Math.min(...[...source, ...cue, ...content].map((span) => span.start));

/** Whether a found cue overlaps the token. `cues` are in text order. */
function isTaken(cues: readonly Span[], token: Span): boolean {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) < token.end) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 4; i--) {
    const cue = cues[i];
    if (cue && overlaps(cue, token)) return true;
  }
  return false;
}

/** Whether one of the spans, in order of their starts, holds the token. */
function holds(spans: readonly Span[], token: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= token.start) low = middle + 1;
    else high = middle;
  }
  return spans.slice(Math.max(0, low - 4), low).some((span) => contains(span, token));
}

// `critical” and`: who has a closing mark without its opening one is no source, but the end of a quotation that the parse ran into.
const HALF_QUOTED = /^[^“]*”/;

function make(
  reading: Reading,
  source: Span,
  cue: Span,
  content: readonly (Span | null)[],
  rule: string,
): AttributionSpans | null {
  const pieces = content
    .flatMap((span) => (span === null ? [] : [upTo(reading, span, source)]))
    .sort((a, b) => a.start - b.start);
  if (pieces.length === 0 || pieces.some((piece) => overlaps(piece, source) && overlaps(piece, cue))) return null;
  if (HALF_QUOTED.test(reading.text.slice(source.start, source.end))) return null;
  return {
    source: [source],
    cue: [cue],
    content: pieces,
    kind: kindOf(reading, pieces),
    confidence: CONFIDENCE,
    why: { decider: 'rule', rule, evidence: reading.text.slice(cue.start, cue.end) },
  };
}

/** "…, the forum warned": where the parse gives a word of the source to the content, the content ends before it. */
function upTo({ text }: Reading, content: Span, source: Span): Span {
  if (content.start >= source.start || content.end <= source.start || content.end > source.end) return content;
  return { start: content.start, end: content.start + text.slice(content.start, source.start).replace(/[\s,;–—]+$/, '').length };
}

function kindOf(reading: Reading, content: readonly Span[]): ContentKind {
  if (content.every((span) => quotationsAt(reading, span).length > 0)) return 'direct';
  return content.some((span) => reading.text.slice(span.start, span.end).match(/["“”]/)) ? 'mixed' : 'indirect';
}

/** "…, according to the harbour board and two of its engineers": the noun phrase after "to", and all the rest of its clause. */
function accordingTo(reading: Reading, tree: SentenceTree, at: number): AttributionSpans | null {
  if (tree.isQuoted(at)) return null;
  const { tokens } = tree.sentence;
  let last = at + 1;
  while (last + 1 < tokens.length && !isEndOfPhrase(tree, last + 1)) last++;
  const source = tree.span(at + 2, last);
  const cue = tree.span(at, at + 1);
  if (!source || !cue) return null;
  const before = tree.span(0, at - 1);
  const after = last + 1 < tokens.length - 1 ? tree.span(last + 1, tokens.length - 1) : null;
  // After a clause the source ends it: what follows the source is another clause, unless the sentence opens with "According to".
  return make(reading, source, cue, at === 0 ? [after] : [before, before ? null : after], 'according-to');
}

/** A comma, unless a name's description or a list goes on; a full stop; a conjunction that opens a clause. */
function isEndOfPhrase(tree: SentenceTree, i: number): boolean {
  const word = tree.word(i);
  if (/^[.;:–—!?"“”]$/.test(word)) return true;
  if (word === ',') return true;
  return /^(?:which|who|while|but|after|as|although|because|when|saying|with)$/i.test(word);
}

function bySpeech(reading: Reading, tree: SentenceTree, verb: number): AttributionSpans | null {
  if (tree.isQuoted(verb)) return null;
  const subject = subjectOf(tree, verb);
  if (subject === null || isEmptySubject(tree, verb, subject))
    return atSentenceEnd(reading, tree, verb) ?? afterInsertion(reading, tree, verb);
  // Documents find and show; people find what they look for, unless it is told before: "…, researchers found."
  if (/^(?:find|show)$/.test(tree.lemma(verb)) && typeOfHead(tree.word(subject)) !== 'document')
    return atSentenceEnd(reading, tree, verb);
  // "voters often tell pollsters that …": a habit, and nothing that somebody said.
  if (/^(?:often|usually|sometimes|always|never|rarely|frequently)$/i.test(tree.word(verb - 1))) return null;
  const { first, last } = tree.reach(subject, clausesUnder(tree, subject));
  if (subject < verb && leavesNounBetween(tree, last, verb)) return atSentenceEnd(reading, tree, verb);
  const source = tree.span(/^by$/i.test(tree.word(first)) ? first + 1 : first, last);
  const cue = cueOf(tree, verb);
  if (!source || !cue || overlaps(source, cue)) return null;
  const quotation = subject < verb ? tree.quotationEndingBefore(source.start, 30) : null;
  // “…,” harbour board spokesman Ben Holm said: the words between the quotation and the verb name who said it.
  if (quotation && /^(?:say|tell|add|note|write|explain|report|testify|recall|ask|warn|insist)$/.test(tree.lemma(verb))) {
    const start = quotation.end + (/^[\s,]*/.exec(reading.text.slice(quotation.end, source.start))?.[0].length ?? 0);
    return make(reading, { start: Math.min(start, source.start), end: source.end }, cue, [quotation], 'verb-of-saying');
  }
  const content = wholeQuotation(reading, contentOf(tree, verb, subject));
  if (content === null) return atSentenceEnd(reading, tree, verb) ?? afterInsertion(reading, tree, verb);
  return !/^(?:that|which|who|it|this|they|them|what)$/i.test(reading.text.slice(content.start, content.end))
    ? make(reading, source, cue, [content], 'verb-of-saying')
    : null;
}

const JOINS_CLAUSE = /^(?:but|while|although|though|whereas|and)$/;

/** "The council put the cost at €4 million": all that follows in its clause. */
function byPlainStatement(reading: Reading, tree: SentenceTree, verb: number): AttributionSpans | null {
  if (!FINITE.test(tree.sentence.syntax.tag[verb] ?? '')) return null;
  const { tokens } = tree.sentence;
  const end = tokens.findIndex((_, i) => i > verb && tree.word(i) === ',' && JOINS_CLAUSE.test(tree.word(i + 1)));
  const content = tree.span(verb + 1, end < 0 ? tokens.length - 1 : end - 1);
  const statement = content && plainStatement(tree.word(verb), reading.text.slice(content.start, content.end));
  const subject = statement ? subjectOf(tree, verb) : null;
  if (!statement || subject === null || subject > verb || tree.isQuoted(verb)) return null;
  if (statement.onlyDocuments && typeOfHead(tree.word(subject)) !== 'document') return null;
  const { first, last } = tree.reach(subject, clausesUnder(tree, subject));
  const source = tree.span(first, last);
  const cue = cueOf(tree, verb);
  return source && cue && !overlaps(source, cue) ? make(reading, source, cue, [content], 'verb-of-saying') : null;
}

/** "who express concern", "one can hope": no source that a reader could ask; a relative pronoun needs a clause of its own. */
function isEmptySubject(tree: SentenceTree, verb: number, subject: number): boolean {
  const word = tree.word(subject).toLowerCase();
  if (/^(?:one|there|what|that|everyone|nobody|anyone|you)$/.test(word)) return true;
  return (
    /^(?:who|which)$/.test(word) && tree.child(verb, /^(?:ccomp|parataxis|dep)$/) === null && quotationAfter(tree, verb) === null
  );
}

/** A noun between subject and verb that hangs on neither: the parse is wrong there. */
function leavesNounBetween(tree: SentenceTree, last: number, verb: number): boolean {
  const { tag, head } = tree.sentence.syntax;
  for (let i = verb - 1; i > last; i--) {
    if (/^NN/.test(tag[i] ?? '') && tree.word(i + 1) !== ',' && (head[i] ?? -1) !== verb && i >= verb - 2) return true;
  }
  return false;
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** "The pier fell, the mayor, a former sailor, told the Harbour Post on Monday." The end of a sentence, whatever the parse makes of it. */
function atSentenceEnd(reading: Reading, tree: SentenceTree, verb: number): AttributionSpans | null {
  const { tokens, syntax } = tree.sentence;
  // "…, researchers found.": with an object they tell what somebody did.
  const endsSentence =
    /^(?:find|show|conclude|estimate|believe)$/.test(tree.lemma(verb)) && /^(?:\.|)$/.test(tree.word(verb + 1));
  if (
    (!endsSentence &&
      !/^(?:say|tell|add|note|suggest|explain|report|warn|write|claim|argue|announce|confirm|insist|predict)$/.test(
        tree.lemma(verb),
      )) ||
    syntax.tag[verb] === 'VBN'
  )
    return null;
  for (let i = verb + 1; i < tokens.length; i++) if (FINITE.test(syntax.tag[i] ?? '') || tree.word(i) === ',') return null;
  const commas: number[] = [];
  for (let i = verb - 1; i >= 0 && commas.length < 3; i--) if (tree.word(i) === ',') commas.push(i);
  const [nearest, second, third] = commas;
  if (nearest === undefined) return null;
  const [from, to] =
    nearest < verb - 1 ? [nearest, verb - 1] : second !== undefined && third !== undefined ? [third, second - 1] : [-1, -1];
  if (from < 3 || to <= from || to - from > 14 || tree.isQuoted(from + 1)) return null;
  if (hasMainVerb(tree, from + 1, to)) return null;
  if (!/^(?:NN|DT|JJ|PRP|CD)/.test(syntax.tag[from + 1] ?? '')) return null;
  const source = tree.span(from + 1, to);
  const cue = tree.span(verb, verb);
  return source && cue ? make(reading, source, cue, [wholeQuotation(reading, tree.span(0, from - 1))], 'verb-of-saying') : null;
}

/** A finite verb that no relative pronoun before it takes up: "an aid group that runs the clinic" has none. */
function hasMainVerb(tree: SentenceTree, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if (/^(?:who|that|which|whose)$/i.test(tree.word(i)) && i > first) return false;
    if (FINITE.test(tree.sentence.syntax.tag[i] ?? '')) return true;
  }
  return false;
}

/** "The mayor, in a letter to the crews, said she would …": the phrase that opens the sentence, past what is put in. */
function afterInsertion(reading: Reading, tree: SentenceTree, verb: number): AttributionSpans | null {
  const { tokens, syntax } = tree.sentence;
  if (
    !/^(?:say|tell|add|announce|warn|insist|argue|claim|maintain|deny|report|confirm)$/.test(tree.lemma(verb)) ||
    tree.word(verb - 1) !== ','
  )
    return null;
  const comma = tokens.findIndex((_, i) => tree.word(i) === ',');
  if (comma < 1 || comma >= verb - 1 || comma > 12) return null;
  if (hasMainVerb(tree, 0, comma - 1) || /^(?:In|On|At|After|Before|When|While|As|If|Although|Though)$/.test(tree.word(0)))
    return null;
  if (!/^NN/.test(syntax.tag[comma - 1] ?? '') || tree.isQuoted(0)) return null;
  const source = tree.span(0, comma - 1);
  const cue = tree.span(verb, verb);
  return source && cue ? make(reading, source, cue, [tree.span(verb + 1, tokens.length - 1)], 'verb-of-saying') : null;
}

/** Content that ends a quotation takes in the whole of it, also what stands in the sentences before. */
function wholeQuotation(reading: Reading, content: Span | null): Span | null {
  if (content === null) return null;
  const around = reading.quotations.find(
    (quotation) =>
      quotation.depth === 0 &&
      quotation.start < content.start &&
      quotation.end > content.start &&
      quotation.end <= content.end + 2,
  );
  return around ? { start: around.start, end: Math.max(content.end, around.end) } : content;
}
