import type { Block } from '../article/article.ts';
import type { Quotation } from './reading.ts';

const DOUBLE = new Set(['"', '“', '”', '„', '‟', '«', '»', '″']);
const SINGLE = new Set(["'", '‘', '’', '‚', '‛', '‹', '›']);
const OPENS_ONLY = new Set(['“', '„', '‟', '«', '‘', '‚', '‛', '‹']);
const CLOSES_ONLY = new Set(['”', '»', '›']);

/** What stands before an opening mark: nothing, white space, a bracket, a dash, or another opening mark. */
const BEFORE_OPENING = /[\s([{\-–—/“„«‘"']/u;
const WORD = /[\p{L}\p{N}]/u;
const PAUSE = /[.,!?;:…]/u;

interface Open {
  readonly start: number;
  readonly double: boolean;
}

interface Found {
  start: number;
  end: number;
  closed: boolean;
  depth: number;
}

/** Whether the mark at `at` can open a quotation, by its neighbours. */
function canOpen(text: string, at: number, from: number, to: number): boolean {
  const before = at > from ? (text[at - 1] ?? '') : '';
  const after = at + 1 < to ? (text[at + 1] ?? '') : '';
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
function singleClosings(text: string, from: number, to: number): ReadonlyArray<{ at: number; sure: boolean }> {
  const closings: { at: number; sure: boolean }[] = [];
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
 * Pairs the quotation marks of one block. Doubles nest nothing but singles; a double that opens while one is open ends the
 * one before (its closing mark was forgotten). Linear in the block's length.
 */
function pairMarks(text: string, block: Block): readonly Found[] {
  const { start: from, end: to } = block;
  const found: Found[] = [];
  const closings = singleClosings(text, from, to);
  let nextClosing = 0;
  let outer: Open | null = null;
  let inner: Open | null = null;
  const close = (open: Open, end: number, closed: boolean, depth: number) => {
    if (end - open.start > 1) found.push({ start: open.start, end, closed, depth });
  };
  for (let at = from; at < to; at++) {
    const mark = text[at] ?? '';
    if (DOUBLE.has(mark)) {
      const opens = !CLOSES_ONLY.has(mark) && (OPENS_ONLY.has(mark) || canOpen(text, at, from, to));
      if (outer?.double) {
        if (OPENS_ONLY.has(mark)) {
          close(outer, at, false, 0);
          outer = { start: at, double: true };
        } else {
          if (inner) close(inner, at, false, 1);
          close(outer, at + 1, true, 0);
          outer = null;
        }
        inner = null;
      } else if (opens) {
        if (outer) inner = { start: at, double: true };
        else outer = { start: at, double: true };
      } else if (outer && inner?.double) {
        close(inner, at + 1, true, 1);
        inner = null;
      }
      continue;
    }
    if (!SINGLE.has(mark)) continue;
    while (nextClosing < closings.length && (closings[nextClosing]?.at ?? 0) < at) nextClosing++;
    const current: Open | null = inner && !inner.double ? inner : outer && !outer.double ? outer : null;
    if (current) {
      const here = closings[nextClosing];
      if (here?.at === at && (here.sure || !hasSureClosing(closings, nextClosing + 1, text))) {
        close(current, at + 1, true, current === inner ? 1 : 0);
        if (current === inner) inner = null;
        else outer = null;
      }
      continue;
    }
    if (isApostrophe(text, at, from, to) || mark === '’' || !canOpen(text, at, from, to)) continue;
    const closing = closings.slice(nextClosing, nextClosing + 40).find((c) => c.at > at);
    // A single mark that nothing closes is an apostrophe, unless it opens the block: then the quotation may go on in the next one.
    if (!closing && (at > from || mark !== '‘')) continue;
    if (outer) inner = { start: at, double: false };
    else outer = { start: at, double: false };
  }
  if (inner) close(inner, to, false, outer ? 1 : 0);
  if (outer) close(outer, to, false, 0);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A mark after an `s` ends the quotation only if no surer mark comes before the next one opens. */
function hasSureClosing(closings: ReadonlyArray<{ at: number; sure: boolean }>, from: number, text: string): boolean {
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
      const sameKind = previous ? DOUBLE.has(text[previous.start] ?? '') === DOUBLE.has(text[one.start] ?? '') : false;
      if (!one.closed && one.depth === 0) stillOpen = quotations.length;
      const innerEnd = one.closed ? one.end - 1 : one.end;
      quotations.push({
        start: one.start,
        end: one.end,
        inner: { start: one.start + 1, end: Math.max(one.start + 1, innerEnd) },
        block: index,
        closed: one.closed,
        continues: opensBlock && sameKind ? open : null,
        depth: one.depth,
      });
    }
    open = stillOpen;
  }
  return quotations;
}
