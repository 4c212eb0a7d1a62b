import { contains, type Span } from '../../../article/span.ts';
import { wordSet } from '../../../article/wording.ts';
import { lookUpCue } from '../../cues/cue-lexicon.ts';
import type { Quotation, Reading, ReadSentence } from '../../reading.ts';

// Verbs that carry a claim wherever they have a subject and a clause: what the learned model misses of these is missed by mistake.
const STRONG = wordSet(`
  say tell add warn announce claim state report confirm deny argue insist suggest acknowledge admit concede explain write note
  stress believe think allege declare estimate conclude reiterate emphasise emphasize predict testify assert contend maintain
  reveal disclose indicate vow pledge promise urge demand hope fear accuse blame condemn criticize criticise praise thank
  welcome denounce find show describe highlight voice express call dismiss reject threaten propose recommend hint caution
  complain remark comment recount observe post tweet ask point`);
/** One sentence's parse, asked in words. */
export class SentenceTree {
  private readonly children: readonly (readonly number[])[];

  constructor(
    private readonly reading: Reading,
    readonly sentence: ReadSentence,
  ) {
    const children: number[][] = sentence.tokens.map(() => []);
    for (const [i, head] of sentence.syntax.head.entries()) if (head >= 0) children[head]?.push(i);
    this.children = children;
  }

  word(i: number): string {
    const token = this.sentence.tokens[i];
    return token ? this.reading.text.slice(token.start, token.end) : '';
  }

  childrenOf(i: number): readonly number[] {
    return this.children[i] ?? [];
  }

  child(i: number, relation: RegExp): number | null {
    return this.childrenOf(i).find((one) => relation.test(this.sentence.syntax.relation[one] ?? '')) ?? null;
  }

  /** First and last token of all that hangs on a token; `without` are left out with all that hangs on them. */
  reach(i: number, without: readonly number[] = []): { first: number; last: number } {
    let first = i;
    let last = i;
    const open = [i];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      first = Math.min(first, at);
      last = Math.max(last, at);
      for (const one of this.childrenOf(at)) if (!without.includes(one) && (at < one || one < at)) open.push(one);
    }
    return { first, last };
  }

  /** From token to token, without joining punctuation at the ends; null where nothing is left. */
  span(first: number, last: number): Span | null {
    let from = first;
    let to = last;
    while (from <= to && /^[,;:–—-]$/.test(this.word(from))) from++;
    while (to >= from && /^(?:[,;:–—-]|\.)$/.test(this.word(to))) to--;
    const start = this.sentence.tokens[from]?.start;
    const end = this.sentence.tokens[to]?.end;
    return from <= to && start !== undefined && end !== undefined ? { start, end } : null;
  }

  isAccordingTo(i: number): boolean {
    return /^according$/i.test(this.word(i)) && this.word(i + 1) === 'to';
  }

  isStrongVerb(i: number): boolean {
    const { tag } = this.sentence.syntax;
    if (!/^VB/.test(tag[i] ?? '')) return false;
    // A participle without its auxiliary modifies a noun: "a plan rejected by both".
    if (tag[i] === 'VBN' && this.child(i, /^aux(?:pass)?$/) === null) return false;
    const cue = lookUpCue(this.word(i));
    return cue !== null && cue.part === 'verb' && STRONG.has(cue.lemma);
  }

  lemma(i: number): string {
    return lookUpCue(this.word(i))?.lemma ?? '';
  }

  /** The first outer quotation that opens within so many code units after a position. */
  quotationOpeningAfter(at: number, within: number): Quotation | null {
    const { quotations } = this.reading;
    let low = 0;
    let high = quotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotations[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const next = quotations[low];
    return next && next.start - at <= within && next.depth === 0 && next.end - next.start > 20 ? next : null;
  }

  /** The outer quotation that ends within so many code units before a position, with no pause between. */
  quotationEndingBefore(at: number, within: number): Span | null {
    const { quotations, text } = this.reading;
    let low = 0;
    let high = quotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotations[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && i >= low - 3; i--) {
      const one = quotations[i];
      if (!one || one.depth > 0 || one.end > at || !one.closed) continue;
      const fits =
        at - one.end <= within &&
        /[,!?…]\s*$/.test(text.slice(one.inner.start, one.inner.end)) &&
        !/[,.;:]/.test(text.slice(one.end, at));
      return fits ? { start: one.start, end: one.end } : null;
    }
    return null;
  }

  isQuoted(i: number): boolean {
    const token = this.sentence.tokens[i];
    return token !== undefined && quotationsAt(this.reading, token).length > 0;
  }
}

/** The quotations that hold a span. */
export function quotationsAt(reading: Reading, span: Span): readonly Quotation[] {
  const { quotations } = reading;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  return quotations.slice(Math.max(0, low - 3), low).filter((quotation) => contains(quotation, span));
}
