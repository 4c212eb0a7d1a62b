import type { Block } from '../article/article.ts';
import type { Quotation } from './reading.ts';
import { splitSentences } from './sentences.ts';

const DOUBLE = new Set(['"', '“', '”', '„', '‟', '«', '»', '″']);
const SINGLE = new Set(["'", '‘', '’', '‚', '‛', '‹', '›']);
const OPENS_ONLY = new Set(['“', '„', '‟', '«', '‘', '‚', '‛', '‹']);
const CLOSES_ONLY = new Set(['”', '»', '›']);

/** Two single marks typed for a double one, as news archives have them: ''We won,'' ``yes''. */
const TYPED_DOUBLE = new Set(["''", '``', '‘‘', '’’']);

/** Sentences that a quotation without a closing mark is believed to have; a longer one has lost its mark. */
const MOST_SENTENCES = 3;

/** Code units that a quotation inside one paragraph hardly exceeds: how far a closing mark is sought. */
const LONGEST = 1500;

/** What stands before an opening mark: nothing, white space, a bracket, a dash, or another opening mark. */
const BEFORE_OPENING = /[\s([{\-–—/“„«‘"']/u;
const WORD = /[A-Za-zÀ-ỿ0-9]/u;
const PAUSE = /[.,!?;:…]/u;

interface Open {
  readonly start: number;
  readonly double: boolean;
}

/** A single mark that may end a quotation: surely, or, after an `s`, maybe as the apostrophe of a possessive. */
interface SingleClosing {
  readonly at: number;
  readonly sure: boolean;
}

interface Found {
  start: number;
  end: number;
  /** Length of the opening mark, and of the closing one if there is one: 1, or 2 where a double mark was typed as two singles. */
  markLength: number;
  closed: boolean;
  depth: number;
}

/** Whether the mark at `at` can open a quotation, by its neighbours. */
function canOpen(text: string, at: number, from: number, to: number, length = 1): boolean {
  const before = at > from ? (text[at - 1] ?? '') : '';
  const after = at + length < to ? (text[at + length] ?? '') : '';
  if (after === '' || /\s/u.test(after)) return false;
  return before === '' || BEFORE_OPENING.test(before);
}

/** An apostrophe: inside a word (`don’t`), or before a shortened one (`’90s`, `’em`). */
function isApostrophe(text: string, at: number, from: number, to: number): boolean {
  const before = at > from ? (text[at - 1] ?? '') : '';
  const after = at + 1 < to ? (text[at + 1] ?? '') : '';
  if (WORD.test(before) && WORD.test(after)) return true;
  return !WORD.test(before) && /^(?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n\b)/iu.test(text.slice(at + 1, at + 8));
}

/** Positions of the single marks that can close a quotation, in order, each told to be sure or (after an `s`) maybe a possessive. */
function singleClosings(text: string, from: number, to: number): readonly SingleClosing[] {
  const closings: SingleClosing[] = [];
  for (let at = from; at < to; at++) {
    const mark = text[at] ?? '';
    if (mark !== '’' && mark !== "'" && mark !== '›') continue;
    const after = text[at + 1] ?? '';
    if (at + 1 < to && WORD.test(after)) continue;
    const before = text[at - 1] ?? '';
    if (/\s/u.test(before) || before === '') continue;
    closings.push({ at, sure: PAUSE.test(before) || !/s/iu.test(before) });
  }
  return closings;
}

/**
 * Pairs the quotation marks of one block, read from left to right with {@link take}. A double mark that opens while one is open
 * ends the one before, whose closing mark was forgotten. Linear in the block's length.
 */
class MarkPairing {
  readonly found: Found[] = [];
  private outer: Open | null = null;
  private inner: Open | null = null;
  private readonly closings: readonly SingleClosing[];
  private nextClosing = 0;

  constructor(
    private readonly text: string,
    private readonly block: Block,
  ) {
    this.closings = singleClosings(text, block.start, block.end);
  }

  /** Reads the mark at `at`, if there is one, and gives the position after it. */
  take(at: number): number {
    const mark = this.text[at] ?? '';
    if (at + 1 < this.block.end && TYPED_DOUBLE.has(this.text.slice(at, at + 2))) {
      this.takeDouble(at, 2);
      return at + 2;
    }
    if (DOUBLE.has(mark)) this.takeDouble(at, 1);
    else if (SINGLE.has(mark)) this.takeSingle(at, mark);
    return at + 1;
  }

  /** What is still open at the block's end ends with it. */
  finish(): readonly Found[] {
    const { end } = this.block;
    if (this.inner) this.close(this.inner, end, false, this.outer ? 1 : 0);
    if (this.outer) this.close(this.outer, end, false, 0);
    return this.found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private close(open: Open, end: number, closed: boolean, depth: number): void {
    const markLength = TYPED_DOUBLE.has(this.text.slice(open.start, open.start + 2)) ? 2 : 1;
    if (end - open.start > markLength) this.found.push({ start: open.start, end, markLength, closed, depth });
  }

  private takeDouble(at: number, length: number): void {
    const mark = length === 1 ? (this.text[at] ?? '') : '';
    const opens = !CLOSES_ONLY.has(mark) && (OPENS_ONLY.has(mark) || this.canOpen(at, length));
    if (this.outer?.double) {
      const reopened = OPENS_ONLY.has(mark) || (opens && this.opensAfterForgotten(at, length));
      if (this.inner && !reopened) this.close(this.inner, at, false, 1);
      this.close(this.outer, reopened ? at : at + length, !reopened, 0);
      this.outer = reopened ? { start: at, double: true } : null;
      this.inner = null;
    } else if (opens) {
      if (this.outer) this.inner = { start: at, double: true };
      else this.outer = { start: at, double: true };
    } else if (this.inner?.double) {
      this.close(this.inner, at + length, true, 1);
      this.inner = null;
    }
  }

  /**
   * A typed mark that opens by its neighbours while a quotation is open: the one before was never closed (paragraphs of one
   * quotation run together), if the next mark closes what this one opens. Else it is a closing mark with a stray space.
   */
  private opensAfterForgotten(at: number, length: number): boolean {
    if (!/\s/u.test(this.text[at - 1] ?? '')) return false;
    for (let next = at + length; next < Math.min(this.block.end, at + LONGEST); next++) {
      if (isDouble(this.text, next)) return !/\s/u.test(this.text[next - 1] ?? '');
    }
    return false;
  }

  private takeSingle(at: number, mark: string): void {
    while ((this.closings[this.nextClosing]?.at ?? at) < at) this.nextClosing++;
    if (this.inner && !this.inner.double) {
      if (!this.closesHere(at)) return;
      this.close(this.inner, at + 1, true, 1);
      this.inner = null;
    } else if (this.outer && !this.outer.double) {
      if (!this.closesHere(at)) return;
      this.close(this.outer, at + 1, true, 0);
      this.outer = null;
    } else if (this.opensSingle(at, mark)) {
      if (this.outer) this.inner = { start: at, double: false };
      else this.outer = { start: at, double: false };
    }
  }

  private closesHere(at: number): boolean {
    const here = this.closings[this.nextClosing];
    return here?.at === at && (here.sure || !hasSureClosing(this.closings, this.nextClosing + 1, this.text));
  }

  private opensSingle(at: number, mark: string): boolean {
    if (mark === '’' || isApostrophe(this.text, at, this.block.start, this.block.end) || !this.canOpen(at, 1)) return false;
    const closing = this.closings[this.nextClosing];
    const later = closing?.at === at ? this.closings[this.nextClosing + 1] : closing;
    // A single mark that nothing closes is an apostrophe, unless it opens the block: then the quotation may go on in the next one.
    return later !== undefined || (at === this.block.start && mark === '‘');
  }

  private canOpen(at: number, length: number): boolean {
    return canOpen(this.text, at, this.block.start, this.block.end, length);
  }
}

function pairMarks(text: string, block: Block): readonly Found[] {
  const pairing = new MarkPairing(text, block);
  for (let at = block.start; at < block.end; ) at = pairing.take(at);
  return pairing.finish();
}

const isDouble = (text: string, at: number): boolean => DOUBLE.has(text[at] ?? '') || TYPED_DOUBLE.has(text.slice(at, at + 2));

/** A mark after an `s` ends the quotation only if no surer mark comes before the next one opens. */
function hasSureClosing(closings: readonly SingleClosing[], from: number, text: string): boolean {
  for (let i = from; i < Math.min(closings.length, from + 8); i++) {
    const closing = closings[i];
    if (!closing) return false;
    const previous = closings[i - 1];
    if (previous && /[‘“"]/u.test(text.slice(previous.at + 1, closing.at))) return false;
    if (closing.sure) return true;
  }
  return false;
}

/**
 * All quotations of the article's body blocks, in text order of their opening marks.
 * A quotation left open at the end of its block goes on in the next body block if that opens with a quotation mark of the
 * same kind (the convention of every style guide for quotations of several paragraphs).
 */
export function findQuotations(text: string, blocks: readonly Block[]): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let open: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'quote') continue;
    const found = pairMarks(text, block);
    let stillOpen: number | null = null;
    for (const [i, one] of found.entries()) {
      const opensBlock = i === 0 && text.slice(block.start, one.start).trim() === '';
      const previous: Quotation | undefined = open === null ? undefined : quotations[open];
      const sameKind = previous ? isDouble(text, previous.start) === isDouble(text, one.start) : false;
      if (!one.closed && one.depth === 0) stillOpen = quotations.length;
      const innerStart = one.start + one.markLength;
      const innerEnd = one.closed ? one.end - one.markLength : one.end;
      quotations.push({
        start: one.start,
        end: one.end,
        inner: { start: innerStart, end: Math.max(innerStart, innerEnd) },
        block: index,
        closed: one.closed,
        continues: opensBlock && sameKind ? open : null,
        depth: one.depth,
      });
    }
    open = stillOpen;
  }
  return quotations.map((quotation, index) =>
    quotation.closed || quotation.depth > 0 ? quotation : cutForgotten(text, quotations, quotation, index),
  );
}

/**
 * A quotation that is never closed and that no block goes on with: its closing mark was forgotten, so of a long one
 * only the first sentence is taken for quoted.
 */
function cutForgotten(text: string, all: readonly Quotation[], quotation: Quotation, index: number): Quotation {
  if (all.some((other) => other.continues === index)) return quotation;
  const sentences = splitSentences(text, quotation);
  const end = sentences.length > MOST_SENTENCES ? (sentences[0]?.end ?? quotation.end) : quotation.end;
  return end >= quotation.end
    ? quotation
    : { ...quotation, end, inner: { start: quotation.inner.start, end: Math.max(quotation.inner.start, end) } };
}
