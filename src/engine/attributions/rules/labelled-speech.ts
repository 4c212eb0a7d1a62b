import { countTokens, quotationRanges, sharedTokens, type TokenRange } from '../draft.ts';
import { COLON, DASH, type EncodedArticle, NOUN, PUNCTUATION } from '../encoded-article.ts';
import type { ChosenDraft } from '../find-attributions.ts';

/** A label is a name or a role: no longer than this many tokens. */
const LONGEST_LABEL = 8;
/** By how often these rules are right on held-out training stories. */
const CONFIDENCE = 0.85;

const CAPITAL = /^\p{Lu}/u;
/** Labels in capitals that name no speaker: `UPDATE: The bridge is open.` */
const NO_SPEAKER =
  /^(?:VIDEO|AUDIO|UPDATE|NOTE|CORRECTION|WATCH|READ|MORE|RELATED|BREAKING|LIVE|PHOTOS?|OPINION|ANALYSIS|EXCLUSIVE|NEW|CROSSTALK|Q|A)$/;
const ALL_CAPITALS = /^[\p{Lu}.'’-]{2,}$/u;

/** The sentences' blocks as ranges of tokens. */
function blockRanges(article: EncodedArticle): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let s = 0; s < article.sentenceBlock.length; s++) {
    const first = article.sentenceStart[s] as number;
    const last = (article.sentenceStart[s + 1] as number) - 1;
    if (last < first) continue;
    const before = ranges.at(-1);
    if (before && s > 0 && article.sentenceBlock[s] === article.sentenceBlock[s - 1])
      ranges[ranges.length - 1] = { first: before.first, last };
    else ranges.push({ first, last });
  }
  return ranges;
}

/**
 * Speech whose speaker stands before it as a label, as in transcripts: `RUIZ: We will appeal.` True where at least two
 * paragraphs begin so; `UPDATE: The bridge is open.` alone is none.
 */
function transcriptTurns(article: EncodedArticle, text: string): readonly ChosenDraft[] {
  const turns: ChosenDraft[] = [];
  for (const block of blockRanges(article)) {
    let first = block.first;
    while (first < block.last && (article.kind[first] as number) >= PUNCTUATION) first++;
    let colon = first;
    while (colon < block.last && colon - first < LONGEST_LABEL && isCapitals(article, text, colon)) colon++;
    if (colon === first || article.kind[colon] !== COLON || colon + 2 >= block.last) continue;
    if (NO_SPEAKER.test(text.slice(article.start[first] as number, article.end[colon - 1] as number))) continue;
    turns.push(made({ first, last: colon - 1 }, colon, { first: colon + 1, last: block.last }));
  }
  return turns.length < 2 ? [] : turns;
}

function isCapitals(article: EncodedArticle, text: string, t: number): boolean {
  return ALL_CAPITALS.test(text.slice(article.start[t] as number, article.end[t] as number));
}

/** A quotation that is followed by a dash and a name to the block's end: `“We will appeal.” — Ana Ruiz, mayor`. */
function dashedNames(article: EncodedArticle, text: string): readonly ChosenDraft[] {
  const found: ChosenDraft[] = [];
  for (const ranges of quotationRanges(article).values()) {
    const last = ranges.at(-1) as TokenRange;
    const dash = last.last + 1;
    if (countTokens(ranges) < 6 || dash + 1 >= article.size || article.kind[dash] !== DASH) continue;
    const block = article.sentenceBlock[article.sentence[dash] as number];
    let end = dash;
    while (end + 1 < article.size && article.sentenceBlock[article.sentence[end + 1] as number] === block) end++;
    while (end > dash && (article.kind[end] as number) >= PUNCTUATION) end--;
    if (end === dash || end - dash > LONGEST_LABEL * 2) continue;
    if (article.kind[dash + 1] !== NOUN || !CAPITAL.test(text.charAt(article.start[dash + 1] as number))) continue;
    found.push({ ...made({ first: dash + 1, last: end }, dash, last), content: ranges });
  }
  return found;
}

function made(source: TokenRange, mark: number, content: TokenRange): ChosenDraft {
  return {
    source: [source],
    cue: [{ first: mark, last: mark }],
    content: [content],
    confidence: CONFIDENCE,
    rule: 'labelled-speech',
    head: mark,
  };
}

/** The chosen attributions, and speech that only a label attributes, where none of them holds it. */
export function addLabelledSpeech(article: EncodedArticle, text: string, chosen: readonly ChosenDraft[]): readonly ChosenDraft[] {
  const labelled = [...transcriptTurns(article, text), ...dashedNames(article, text)];
  if (labelled.length === 0) return chosen;
  const added = labelled.filter(
    (one) =>
      !chosen.some(
        (other) =>
          sharedTokens(other.content, one.content) * 2 > countTokens(one.content) &&
          (other.source.length > 0 || other.head === one.head),
      ),
  );
  const replaced = chosen.filter(
    (other) => other.source.length > 0 || !added.some((one) => sharedTokens(other.content, one.content) > 0),
  );
  return [...replaced, ...added];
}
