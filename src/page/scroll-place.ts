import type { Span } from '../article/span.ts';
import { type Anchor, rangeOf } from './anchor.ts';
import { own } from './dom.ts';

/** Milliseconds between two looks while a page is being scrolled. */
const PAUSE = 150;
/** Where readers read: a third down the viewport. */
const EYE = 1 / 3;

/** How far below the middle of the viewport an element begins, in CSS pixels. */
export function belowMiddle(window: Window, element: Element): number {
  return own(element, 'getBoundingClientRect')().top - window.innerHeight / 2;
}

/** Tells where a reader is by what the viewport shows. */
export class ScrollPlace {
  readonly #window: Window & typeof globalThis;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(window: Window & typeof globalThis, scrolled: () => void) {
    this.#window = window;
    const look = () => {
      if (this.#resting !== undefined) {
        this.rest();
        return;
      }
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        scrolled();
      }, PAUSE);
    };
    // Capture: many sites scroll an element of theirs and not the page.
    window.addEventListener('scroll', look, { signal: this.#stopped.signal, capture: true, passive: true });
  }

  /** Looks away until the page has stood still for a moment: for scrolling that the reader does not do. */
  rest(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#resting);
    this.#timer = undefined;
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
    }, 2 * PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#resting);
    this.#stopped.abort();
  }

  /**
   * Index of the sentence at the reader's eye: `current` as long as the viewport shows it, else the one nearest to a third down; null where
   * the viewport shows none. Asks for some ten boxes, however long the article is.
   */
  sentenceAt(anchor: Anchor, sentences: readonly Span[], current: number | null): number | null {
    const height = this.#window.innerHeight;
    const topOf = (index: number): number | null => {
      const segment = sentences[index] && anchor.segmentsOf(sentences[index])[0];
      return segment ? rangeOf(segment).getBoundingClientRect().top : null;
    };
    const isSeen = (index: number): boolean => {
      const top = topOf(index);
      return top !== null && top >= 0 && top < height;
    };
    if (current !== null && isSeen(current)) return current;
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((topOf(middle) ?? Number.NEGATIVE_INFINITY) < height * EYE) low = middle + 1;
      else high = middle;
    }
    return [low, low - 1].find((index) => index >= 0 && isSeen(index)) ?? null;
  }
}
