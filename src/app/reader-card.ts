import { isShown } from '../article/shown.ts';
import { rangeOf } from '../page/anchor.ts';
import { textAtPoint } from '../page/caret.ts';
import { Looks } from '../page/colours.ts';
import { HoverCard } from '../page/hover-card.ts';
import { type Point, PointerWatch } from '../page/pointer.ts';
import type { View } from '../platform/messages.ts';
import type { Settings } from '../platform/settings.ts';
import { cardContent, citationOf } from './card-content.ts';
import type { Reading } from './reading.ts';

/** What the card needs of the session. */
export interface CardSession {
  readonly reading: () => Reading | null;
  readonly view: () => View | null;
  readonly settings: () => Settings;
  /** Whether the reader's school lets labels be corrected. */
  readonly mayCorrect: () => boolean;
  /** The reader looks at a sentence, or at none any more. */
  readonly attend: (sentence: number | null) => void;
  readonly step: (source: string | null, step: 1 | -1) => void;
  readonly correct: (sentence: number) => void;
}

/** Ties pointer and keyboard to the hover card. */
export class ReaderCard {
  readonly #window: Window & typeof globalThis;
  readonly #session: CardSession;
  readonly #card: HoverCard;
  readonly #pointer: PointerWatch;
  #sentence: number | null = null;

  constructor(window: Window & typeof globalThis, session: CardSession) {
    this.#window = window;
    this.#session = session;
    this.#card = new HoverCard(window, {
      step: (step) => this.#step(step),
      citation: () => this.#citation(),
      correct: () => this.#correct(),
      closed: () => this.#closed(),
    });
    this.#pointer = new PointerWatch(window, {
      sentenceAt: (point) => this.#sentenceAt(point),
      enter: (sentence, point) => this.open(sentence, { pointer: point, focus: false }),
      leave: () => this.#card.hide(),
      onCard: (event) => this.#card.holds(event),
    });
  }

  /** Opens the card of a sentence: by keyboard it takes the focus. */
  open(sentence: number, { pointer, focus }: { readonly pointer: Point | null; readonly focus: boolean }): void {
    const reading = this.#session.reading();
    const span = reading?.article.sentences[sentence];
    const segments = span ? (reading?.anchor.segmentsOf(span) ?? []) : [];
    const near = segments[0]?.node.parentElement;
    if (!reading || !near) {
      this.close();
      return;
    }
    const { theme } = new Looks(this.#window).lookOf(near);
    const { article, ranks } = reading;
    const { lines } = this.#session.settings();
    const content = cardContent({ article, ranks, sentence, theme, lines, canCorrect: this.#session.mayCorrect() });
    if (!content) return;
    this.#sentence = sentence;
    this.#pointer.isNowOn(sentence);
    const ranges = segments.map(rangeOf);
    const boxes = () => ranges.flatMap((range) => Array.from(range.getClientRects()));
    this.#card.show(content, { boxes, near, pointer }, focus);
    this.#session.attend(sentence);
  }

  /** Whether the keyboard opened the card or moved into it, so that stepping keeps it open. */
  get isOpen(): boolean {
    return this.#card.isOpen;
  }

  close(): void {
    this.#card.hide();
  }

  remove(): void {
    this.#pointer.stop();
    this.#card.remove();
  }

  #closed(): void {
    this.#sentence = null;
    this.#pointer.isNowOn(null);
    this.#session.attend(null);
  }

  #step(step: 1 | -1): void {
    const source = this.#sentence === null ? undefined : this.#session.reading()?.article.sentences[this.#sentence]?.sources[0];
    this.#session.step(source ?? null, step);
  }

  #citation(): string {
    const article = this.#session.reading()?.article;
    return article && this.#sentence !== null ? citationOf(article, this.#sentence) : '';
  }

  #correct(): void {
    if (this.#sentence !== null) this.#session.correct(this.#sentence);
    this.close();
  }

  #sentenceAt({ x, y }: Point): number | null {
    const reading = this.#session.reading();
    const view = this.#session.view();
    if (!reading || !view?.highlights) return null;
    const position = textAtPoint(this.#window.document, x, y, [...reading.shadowRoots]);
    const offset = position && reading.anchor.offsetOf(position);
    if (offset === null) return null;
    const index = reading.article.sentences.findIndex((sentence) => sentence.start <= offset && offset <= sentence.end);
    const sentence = reading.article.sentences[index];
    return sentence && isShown(sentence, view) ? index : null;
  }
}
