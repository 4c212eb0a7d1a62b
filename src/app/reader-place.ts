import { containsShown } from '../page/extract/article-root.ts';
import { articleAt } from '../page/extract/articles.ts';
import type { Highlighter } from '../page/highlight.ts';
import { belowMiddle, ScrollPlace } from '../page/scroll-place.ts';
import type { View } from '../platform/messages.ts';
import { emphasisOf } from './card-content.ts';
import { countHeadings, type Reading } from './reading.ts';
import { nextSentence } from './visible-sentences.ts';

/** What the reader's place needs of the session. */
export interface PlaceSession {
  readonly reading: () => Reading | null;
  readonly view: () => View | null;
  /** Whether a surface is open that marks where the reader is: without one a page that scrolls is not asked for its sentences. */
  readonly isFollowed: () => boolean;
  /** The reader is at another sentence. */
  readonly moved: () => void;
  /** The reader scrolled to another article of the page, or the page has got another one. */
  readonly left: () => void;
}

/** Where the reader is in the article: goes there, draws it, and follows the page's scrolling. */
export class ReaderPlace {
  readonly #window: Window & typeof globalThis;
  readonly #highlighter: Highlighter;
  readonly #session: PlaceSession;
  readonly #scroll: ScrollPlace;
  #current: number | null = null;
  /** Sentence that is drawn as the reader's place; `#current` may go on from it as the page is scrolled. */
  #drawn: number | null = null;

  constructor(window: Window & typeof globalThis, highlighter: Highlighter, session: PlaceSession) {
    this.#window = window;
    this.#highlighter = highlighter;
    this.#session = session;
    this.#scroll = new ScrollPlace(window, () => this.#followScroll());
  }

  /** Index of the sentence that the reader is at; null before they went to any. */
  get current(): number | null {
    return this.#current;
  }

  /** Scrolls a sentence into view and draws it; false where the article has no such sentence. */
  goTo(sentence: number): boolean {
    const reading = this.#session.reading();
    const target = reading?.article.sentences[sentence];
    if (!reading || !target) return false;
    this.#current = this.#drawn = sentence;
    this.draw();
    // What passes by on the way there is not where the reader is.
    this.#scroll.rest();
    const element = reading.anchor.segmentsOf(target)[0]?.node.parentElement;
    const smooth = !this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'instant' });
    return true;
  }

  /** The sentence after (or before) this place, of one source or of any; null where there is none. */
  next(source: string | null, step: 1 | -1): number | null {
    const reading = this.#session.reading();
    const view = this.#session.view();
    return reading && view ? nextSentence(reading.article, view, this.#current, source, step) : null;
  }

  /** The card is open at a sentence, or at none any more. */
  attend(sentence: number | null): void {
    if (sentence === this.#drawn) return;
    this.#drawn = sentence;
    if (sentence !== null) this.#current = sentence;
    this.draw();
    this.#session.moved();
  }

  /** Draws the place, or takes it away where highlights are off. */
  draw(): void {
    const reading = this.#session.reading();
    if (!reading) return;
    const at = this.#session.view()?.highlights ? this.#drawn : null;
    if (at === null) this.#highlighter.emphasise(reading.anchor);
    else this.#highlighter.emphasise(reading.anchor, emphasisOf(reading.article, at));
  }

  /** The page shows other words: the reader is nowhere in them yet. */
  forget(): void {
    this.#current = this.#drawn = null;
  }

  stop(): void {
    this.#scroll.stop();
  }

  #followScroll(): void {
    const reading = this.#session.reading();
    if (!reading) return;
    const here = articleAt(reading.articles, ({ element }) => belowMiddle(this.#window, element));
    const isElsewhere = here && !containsShown(here.element, reading.root);
    if (isElsewhere || countHeadings(this.#window.document) !== reading.headings) this.#session.left();
    else if (this.#session.isFollowed()) this.#followSentence(reading);
  }

  /** Surfaces mark where the reader is; nothing is drawn for it. */
  #followSentence(reading: Reading): void {
    const at = this.#scroll.sentenceAt(reading.anchor, reading.article.sentences, this.#current);
    if (at === null || at === this.#current) return;
    this.#current = at;
    this.#session.moved();
  }
}
