import { countTokens, merge, quotationRanges, sharedTokens, type TokenRange } from '../draft.ts';
import { COLON, DASH, type EncodedArticle, NOUN, PUNCTUATION } from '../encoded-article.ts';
import type { ChosenDraft } from '../find-attributions.ts';

/** A label is a name or a role: no longer than this many tokens. */
const LONGEST_LABEL = 8;
/** By how often these rules are right on held-out training stories. */
const CONFIDENCE = 0.85;

const CAPITAL = /^[A-ZÀ-ÞĀ-Ž]/u;
/** `RUIZ:`, `SEN. BEN HOLM:`, `ANA RUIZ, HOST:`, `BERG (Oldport Radio):`, `A:` */
const IN_CAPITALS =
  /^[“"']?([A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*(?: [A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*){0,5})(?:,[A-ZÀ-ÞĀ-Ž\s.’'-]{2,40})?(?:\s\([^)]{1,40}\))?:(?=\s)/u;
/** `Ana Ruiz:`, `Oldport Post:` */
const IN_TITLE_CASE = /^[“"']?([A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’'-]+(?: [A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’'-]+){0,3})(?:\s\([^)]{1,40}\))?:(?=\s)/u;
/** How much of a block is looked at for its label. */
const LABEL_REACH = 100;
/** Labels that name no speaker: `UPDATE: The bridge is open.`, `WHAT WE KNOW: …` */
const NO_SPEAKER =
  /^(?:VIDEO|AUDIO|UPDATED?|NOTE|CORRECTION|WATCH|READ|MORE|RELATED|BREAKING|LIVE|PHOTOS?|OPINION|ANALYSIS|EXCLUSIVE|NEW|CROSSTALK|THE|AN|KEY|FACT|FACTS|VERDICT|WHAT|WHO|WHEN|WHERE|WHY|HOW|WHICH|TIME|DATE|PLACE|PRICE|RATING|SCORE|SOURCE|TOP|BEST|IN|ON|AT|FOR|FROM|BY|TO|MYTH|CLAIM|TRUTH|PROS?|CONS?|STEP|PART|DAY)\b/i;

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

interface Label {
  readonly name: string;
  /** Last word of the name, in capitals: by it the turns of one speaker are known. */
  readonly key: string;
  readonly inCapitals: boolean;
  readonly source: TokenRange;
  readonly colon: number;
}

/** The label before a block's words; null where none stands there. */
function labelOf(article: EncodedArticle, text: string, block: TokenRange): Label | null {
  const from = article.start[block.first] as number;
  const words = text.slice(from, Math.min(article.end[block.last] as number, from + LABEL_REACH));
  const colonAfterName = words.indexOf(':');
  // The expressions take milliseconds to compile: a label has no word in small letters before its colon, but in brackets.
  if (colonAfterName < 0 || /(?:^|\s)[a-z]/.test(words.slice(0, colonAfterName).replace(/\(.*$/s, ''))) return null;
  const capitals = IN_CAPITALS.exec(words);
  const found = capitals ?? IN_TITLE_CASE.exec(words);
  const name = found?.[1]?.trim() ?? '';
  if (!found || name === '' || NO_SPEAKER.test(name)) return null;
  const nameEnd = from + found[0].indexOf(name) + name.length;
  let first = block.first;
  while (first < block.last && (article.kind[first] as number) >= PUNCTUATION) first++;
  let last = first;
  while (last + 1 < block.last && (article.end[last + 1] as number) <= nameEnd) last++;
  const colonAt = from + found[0].length - 1;
  let colon = last + 1;
  while (colon < block.last && (article.start[colon] as number) < colonAt) colon++;
  if (article.kind[colon] !== COLON || last - first >= LONGEST_LABEL) return null;
  const key = (/[^\s]+$/.exec(name)?.[0] ?? name).toUpperCase();
  return { name, key, inCapitals: capitals !== null, source: { first, last }, colon };
}

interface Transcript {
  readonly turns: readonly ChosenDraft[];
  /** The tokens that end labels, of questions too: they are nobody else's cue. */
  readonly colons: ReadonlySet<number>;
}
const NO_TRANSCRIPT: Transcript = { turns: [], colons: new Set() };

/**
 * Speech whose speaker stands before it as a label, as in transcripts and printed interviews: `RUIZ: We will appeal.` At least two
 * paragraphs must begin so, one of them with a surname alone or with who comes up again or is named in the text; a label that is not in capitals must come up again: `UPDATE: The bridge is open.` is none. In a
 * transcript a paragraph without a label goes on with the turn before it. Questions marked `Q:` are the outlet's.
 */
function transcriptTurns(article: EncodedArticle, text: string): Transcript {
  const blocks = blockRanges(article).map((block) => ({ block, label: labelOf(article, text, block) }));
  const labels = blocks.flatMap(({ label }) => (label ? [label] : []));
  if (labels.length < 2) return NO_TRANSCRIPT;
  const surnames = surnamesIn(text);
  const times = new Map<string, number>();
  for (const { key } of labels) times.set(key, (times.get(key) ?? 0) + 1);
  const isRepeated = ({ key }: Label) => (times.get(key) ?? 0) >= 2;
  // "BOTTOM LINE:", "LAST 10 GAMES:" head parts of a report: among speakers somebody goes by the surname, speaks again, or is named in the text.
  const inCapitals = labels.filter((label) => label.inCapitals);
  const isSomebody = ({ name, key }: Label, i: number) =>
    name === key || surnames.has(key) || inCapitals.some((other, j) => j !== i && (other.name === name || other.name === key));
  const isTranscript = inCapitals.length >= 2 && inCapitals.some(isSomebody);
  const speaks = (label: Label) =>
    label.inCapitals ? isTranscript : isRepeated(label) && (/\s/.test(label.name) || surnames.has(label.key));
  const from = blocks.findIndex(({ label }) => label !== null && speaks(label));
  const to = blocks.findLastIndex(({ label }) => label !== null && speaks(label));
  if (from < 0) return NO_TRANSCRIPT;
  const dense = blocks.slice(from, to + 1).filter(({ label }) => label !== null).length * 2 > to - from;
  const turns: ChosenDraft[] = [];
  let goesOn = false;
  for (const [i, { block, label }] of blocks.entries()) {
    const last = turns.at(-1);
    if (label && speaks(label)) {
      goesOn = label.key !== 'Q';
      if (goesOn && label.colon < block.last)
        turns.push(made(label.source, label.colon, { first: label.colon + 1, last: block.last }));
    } else if (label === null && goesOn && dense && last && i < to)
      turns[turns.length - 1] = { ...last, content: merge([...last.content, block]) };
  }
  const colons = new Set(labels.filter(speaks).map(({ colon }) => colon));
  return { turns, colons };
}

const SURNAME = /(?<![A-Za-zÀ-ỿ.’-])[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ỿ.’-]+ (?=([A-ZÀ-ÞĀ-Ž][a-zß-ỿ]{2,})(?![A-Za-zÀ-ỿ]))/gu;

/** Words that stand after another with a capital, in capitals as a label has them: `RUIZ` where the text names Ana Ruiz. */
const surnamesIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(SURNAME), ([, surname = '']) => surname.toUpperCase()));

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
  const { turns, colons } = transcriptTurns(article, text);
  const labelled = [...turns, ...dashedNames(article, text)];
  const others = chosen.filter(({ head }) => head === null || !colons.has(head));
  if (labelled.length === 0) return others;
  const added = labelled.filter(
    (one) =>
      !others.some(
        (other) =>
          sharedTokens(other.content, one.content) * 2 > countTokens(one.content) &&
          (other.source.length > 0 || other.head === one.head),
      ),
  );
  const replaced = others.filter(
    (other) => other.source.length > 0 || !added.some((one) => sharedTokens(other.content, one.content) > 0),
  );
  return [...replaced, ...added];
}
