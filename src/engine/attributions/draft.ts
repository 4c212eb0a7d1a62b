import { CONTENT, CONTENT_BEGIN, CUE, SOURCE, SOURCE_BEGIN } from './chain.ts';
import { type EncodedArticle, PUNCTUATION } from './encoded-article.ts';
import type { Frame } from './window-labels.ts';

/** Tokens `first` to `last`, both taken in. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A possible attribution, in tokens. */
export interface Draft {
  readonly frame: Frame;
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** For every outermost quotation (by {@link EncodedArticle.quotation}), its tokens: one range, or several over paragraphs. */
export function quotationRanges(article: EncodedArticle): ReadonlyMap<number, readonly TokenRange[]> {
  const ranges = new Map<number, TokenRange[]>();
  let t = 0;
  while (t < article.size) {
    const q = article.quotation[t] as number;
    let last = t;
    while (last + 1 < article.size && article.quotation[last + 1] === q) last++;
    if (q >= 0) {
      const own = ranges.get(q) ?? [];
      own.push({ first: t, last });
      ranges.set(q, own);
    }
    t = last + 1;
  }
  return ranges;
}

/** The drafts that an article's frames describe, without those that have no content. */
export function draftsOf(article: EncodedArticle, frames: readonly Frame[]): readonly Draft[] {
  const quotations = quotationRanges(article);
  return frames.map((frame) => draftOf(article, frame, quotations)).filter((draft) => draft.content.length > 0);
}

/** The draft that a frame's labels describe; a quotation of which most is content is content as a whole. */
function draftOf(article: EncodedArticle, frame: Frame, quotations: ReadonlyMap<number, readonly TokenRange[]>): Draft {
  const source = rangesOf(frame, SOURCE_BEGIN, SOURCE);
  const content = rangesOf(frame, CONTENT_BEGIN, CONTENT);
  return { frame, source, cue: rangesOf(frame, CUE, CUE), content: wholeQuotations(article, frame, source, content, quotations) };
}

function rangesOf(frame: Frame, begin: number, inside: number): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  const { labels, from } = frame;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label !== begin && label !== inside) continue;
    const first = i;
    while (i + 1 < labels.length && labels[i + 1] === inside) i++;
    ranges.push({ first: from + first, last: from + i });
  }
  return ranges;
}

function wholeQuotations(
  article: EncodedArticle,
  frame: Frame,
  source: readonly TokenRange[],
  content: readonly TokenRange[],
  quotations: ReadonlyMap<number, readonly TokenRange[]>,
): readonly TokenRange[] {
  const own = article.quotation[frame.cue] as number;
  const covered = new Map<number, number>();
  for (const range of content) {
    for (let t = range.first; t <= range.last; t++) {
      const q = article.quotation[t] as number;
      if (q >= 0 && q !== own) covered.set(q, (covered.get(q) ?? 0) + 1);
    }
  }
  const added: TokenRange[] = [];
  const end = frame.from + frame.labels.length;
  for (const [q, n] of covered) {
    const ranges = quotations.get(q) ?? [];
    let inWindow = 0;
    for (const range of ranges) inWindow += Math.max(0, Math.min(range.last + 1, end) - Math.max(range.first, frame.from));
    if (n * 2 < inWindow || source.some((s) => ranges.some((r) => overlap(r, s)))) continue;
    added.push(...ranges);
  }
  return added.length === 0 ? content : merge([...content, ...added]);
}

export function overlap(a: TokenRange, b: TokenRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The ranges' union, in order and apart. */
export function merge(ranges: readonly TokenRange[]): readonly TokenRange[] {
  const merged: TokenRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (last && range.first <= last.last + 1)
      merged[merged.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    else merged.push(range);
  }
  return merged;
}

export function countTokens(ranges: readonly TokenRange[]): number {
  let n = 0;
  for (const { first, last } of ranges) n += last - first + 1;
  return n;
}

/** Number of tokens that are no marks. */
export function countWords(article: EncodedArticle, ranges: readonly TokenRange[]): number {
  let n = 0;
  for (const { first, last } of ranges) for (let t = first; t <= last; t++) if ((article.kind[t] as number) < PUNCTUATION) n++;
  return n;
}

/** Number of tokens that both have. */
export function sharedTokens(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let n = 0;
  for (const x of a) for (const y of b) n += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first) + 1);
  return n;
}

export function holds(ranges: readonly TokenRange[], token: number): boolean {
  return ranges.some((r) => r.first <= token && token <= r.last);
}
