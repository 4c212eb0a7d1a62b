import type { Span } from '../article/span.ts';
import { own } from './dom.ts';
import { normalUnit } from './extract/blocks.ts';
import type { TextMap } from './extract/extract-article.ts';

/** A stretch of one Text node that shows a part of an article's text. */
export interface Segment {
  readonly node: Text;
  /** Offsets into the node's data, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A place in a page's text: a Text node and an offset into its data. */
export interface TextPosition {
  readonly node: Text;
  readonly offset: number;
}

/** Ties an article's text to the Text nodes that show it. */
export class Anchor {
  readonly #text: string;
  readonly #map: TextMap;
  readonly #byNode = new Map<Text, number[]>();

  constructor(text: string, map: TextMap) {
    this.#text = text;
    this.#map = map;
    for (const [index, run] of map.entries()) {
      const known = this.#byNode.get(run.node);
      if (known) known.push(index);
      else this.#byNode.set(run.node, [index]);
    }
  }

  /**
   * Where a span stands in the page now: one segment for each Text node, in order. Empty where any of the nodes has gone or reads
   * otherwise than the span does, so that nothing is ever painted on the wrong words.
   */
  segmentsOf(span: Span): readonly Segment[] {
    const segments: { node: Text; from: number; to: number }[] = [];
    for (let index = this.#firstRun(span.start); index < this.#map.length; index++) {
      const run = this.#map[index];
      if (!run || run.start >= span.end) break;
      const start = Math.max(run.start, span.start);
      const end = Math.min(run.end, span.end);
      const from = run.offset + start - run.start;
      if (!run.node.isConnected || !this.#reads(run.node, from, start, end)) return [];
      const last = segments.at(-1);
      if (last?.node === run.node && isSilent(run.node.data, last.to, from)) last.to = from + end - start;
      else segments.push({ node: run.node, from, to: from + end - start });
    }
    return segments;
  }

  /** The offset in the article's text that a place in the page shows; null where it shows none of it. */
  offsetOf({ node, offset }: TextPosition): number | null {
    for (const index of this.#byNode.get(node) ?? []) {
      const run = this.#map[index];
      if (run && run.offset <= offset && offset <= run.offset + run.end - run.start) return run.start + offset - run.offset;
    }
    return null;
  }

  /** Whether a Text node shows a part of the article. */
  holds(node: Text): boolean {
    return this.#byNode.has(node);
  }

  /** Whether every word of the article still stands where it was found. */
  isIntact(): boolean {
    return this.#map.every((run) => run.node.isConnected && this.#reads(run.node, run.offset, run.start, run.end));
  }

  #reads(node: Text, from: number, start: number, end: number): boolean {
    const data = node.data;
    // Nearly always; and compared by the browser, while a reader waits for the paint.
    if (data.startsWith(this.#text.slice(start, end), from)) return true;
    for (let at = start; at < end; at++) if (normalUnit(data.charAt(from + at - start)) !== this.#text.charAt(at)) return false;
    return true;
  }

  /** The first run that ends after an offset, by halving. */
  #firstRun(offset: number): number {
    let low = 0;
    let high = this.#map.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#map[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether nothing but collapsed white space and invisible marks stands between two offsets. */
function isSilent(data: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (normalUnit(data.charAt(at)).trim() !== '') return false;
  return to >= from;
}

/** A live range: it shrinks to nothing when its words are replaced, so the browser takes the paint back by itself. */
export function rangeOf({ node, from, to }: Segment): Range {
  const range = own(node.ownerDocument, 'createRange')();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}
