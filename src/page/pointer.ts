import { closestOf } from './dom.ts';

const CONTROLS = new Set(['a', 'button', 'input', 'select', 'textarea', 'label', 'summary']);

/** Milliseconds that a pointer rests on a sentence before the card opens, and is off it before the card closes. */
const REST = 320;
const GRACE = 350;

/** A point of the viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the watcher asks and tells. */
export interface PointerTarget {
  /** Index of the sentence that is shown at a point; null for none. */
  readonly sentenceAt: (point: Point) => number | null;
  readonly enter: (sentence: number, point: Point) => void;
  readonly leave: () => void;
  /** Whether an event comes from the card itself. */
  readonly onCard: (event: Event) => boolean;
}

/**
 * Follows mouse, pen and finger: a pointer that rests on a sentence, or a tap on it, opens its card; one that goes elsewhere closes it. Clicks
 * on links and selections of text are left to the page.
 */
export class PointerWatch {
  readonly #window: Window & typeof globalThis;
  readonly #target: PointerTarget;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The sentence whose card is open or about to open. */
  #on: number | null = null;

  constructor(window: Window & typeof globalThis, target: PointerTarget) {
    this.#window = window;
    this.#target = target;
    const options = { signal: this.#stopped.signal, capture: true, passive: true };
    window.addEventListener('pointermove', (event) => this.#moved(event), options);
    window.addEventListener('click', (event) => this.#clicked(event), options);
    window.addEventListener('keydown', () => this.#forget(), options);
  }

  stop(): void {
    this.#forget();
    this.#stopped.abort();
  }

  /** The card was closed or moved to another sentence by other means. */
  isNowOn(sentence: number | null): void {
    this.#forget();
    this.#on = sentence;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #last: Point = { x: 0, y: 0 };
  #waiting = false;

  #moved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    if (this.#target.onCard(event)) {
      this.#forget();
      return;
    }
    this.#last = { x: event.clientX, y: event.clientY };
    // A pointer moves often, and where it is among the words is asked once a frame.
    if (this.#waiting) return;
    this.#waiting = true;
    this.#window.requestAnimationFrame(() => {
      this.#waiting = false;
      this.#look(this.#last);
    });
  }

  #look(point: Point): void {
    const sentence = this.#target.sentenceAt(point);
    if (sentence !== null && sentence === this.#on) this.#forget();
    else if (sentence !== null) this.#later(REST, () => this.#enter(sentence, this.#last));
    else if (this.#on !== null) this.#timer ??= setTimeout(() => this.#leave(), GRACE);
    else this.#forget();
  }

  #later(delay: number, act: () => void): void {
    this.#forget();
    this.#timer = setTimeout(act, delay);
  }

  #enter(sentence: number, point: Point): void {
    this.#forget();
    if (this.#target.sentenceAt(point) !== sentence) return;
    this.#on = sentence;
    this.#target.enter(sentence, point);
  }

  #leave(): void {
    this.#forget();
    this.#on = null;
    this.#target.leave();
  }

  #clicked(event: MouseEvent): void {
    if (this.#target.onCard(event)) return;
    const element = event.target as Element | null;
    const sentence =
      element && closestOf(element, CONTROLS) ? null : this.#target.sentenceAt({ x: event.clientX, y: event.clientY });
    const selecting = this.#window.getSelection()?.isCollapsed === false;
    if (sentence !== null && !selecting) this.#enter(sentence, { x: event.clientX, y: event.clientY });
    else if (this.#on !== null) this.#leave();
  }
}
