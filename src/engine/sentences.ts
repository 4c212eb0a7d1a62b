import type { Span } from '../article/span.ts';

// An abbreviation before the break is no end of a sentence: "Sen. Ruiz", "Oct. 7", "J. Smith", "U.S. envoy".
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|Inc|Ltd|Co|Corp|etc|e\.g|i\.e|a\.k\.a|a\.m|p\.m)|\b(?:[A-Z]\.)*[A-Z])\.\s*$/;
// "in the U.S. The Senate left": after an acronym, a sentence that opens with one of these words does begin anew.
const OPENER =
  /^(?:The|It|He|She|They|But|And|In|On|At|A|An|This|That|These|Those|We|I|His|Her|Its|Their|If|When|While|As|For|After|Before|However|Meanwhile)\b/;
const ACRONYM_END = /\b(?:[A-Z]\.){2,}\s*$/;

let segmenter: Intl.Segmenter | undefined;

/**
 * The sentences of a block of text, in order and apart, without surrounding white space.
 * UAX 29 segmentation (`Intl.Segmenter`) with abbreviations joined again.
 */
export function splitSentences(text: string, block: Span): readonly Span[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: Span[] = [];
  const source = text.slice(block.start, block.end);
  let start = 0;
  for (const { segment, index } of segmenter.segment(source)) {
    const end = index + segment.length;
    const soFar = source.slice(start, end);
    const rest = source.slice(end, end + 20);
    const joined =
      ABBREVIATION.test(soFar.slice(-24)) && rest !== '' && !(ACRONYM_END.test(soFar.slice(-24)) && OPENER.test(rest));
    if (joined) continue;
    pushTrimmed(sentences, source, start, end, block.start);
    start = end;
  }
  pushTrimmed(sentences, source, start, source.length, block.start);
  return sentences;
}

function pushTrimmed(into: Span[], source: string, start: number, end: number, offset: number): void {
  const piece = source.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const length = piece.trim().length;
  if (length > 0) into.push({ start: offset + start + lead, end: offset + start + lead + length });
}
