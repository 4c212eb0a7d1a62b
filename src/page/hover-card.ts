import { autoUpdate, computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom';
import type { Theme, Tone } from '../article/palette.ts';
import { HOVER_CARD_CSS } from './hover-card.css.ts';

/** One source as the card shows it. */
export interface CardSource {
  readonly name: string;
  /** Type and pack in words. */
  readonly details: string;
  readonly letter: string;
  readonly tone: Tone;
}

/** A line of the card: what it is about, and what is said; `share` draws a meter before it. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
  readonly share?: number;
}

/** All that the card says about a sentence, in words of the reader's language. */
export interface CardContent {
  readonly theme: Theme;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The dialog's name for screen readers. */
  readonly label: string;
  readonly sources: readonly CardSource[];
  readonly status: {
    readonly text: string;
    readonly basis: string;
    readonly meaning: string;
    readonly lineStyle: string;
    readonly line: string;
  };
  readonly flags: readonly string[];
  readonly lines: readonly CardLine[];
  /** “3 of 9”; null where there is nowhere to step. */
  readonly place: string | null;
  readonly words: Readonly<Record<'previous' | 'next' | 'copy' | 'copied' | 'correct' | 'close', string>>;
  readonly canCorrect: boolean;
  readonly note: string;
}

/** What the reader can do from the card. */
export interface CardActions {
  readonly step: (step: 1 | -1) => void;
  /** Text for the clipboard. */
  readonly citation: () => string;
  readonly correct: () => void;
  readonly closed: () => void;
}

/** Where the card belongs: boxes of the sentence's words in the viewport, and an element of the page to follow when it scrolls. */
export interface CardPlace {
  readonly boxes: () => readonly DOMRect[];
  readonly near: Element;
  /** Where the pointer is, so that the card opens at the line it is on; null for the keyboard. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
}

/** Name of the host element: one of it stands in the page while the card has been shown, outside the article. */
export const CARD_HOST = 'sourcelight-card';
const GAP = 8;

/** The card that says whose claim a sentence is. The only thing that the extension ever adds to a page's DOM. */
export class HoverCard {
  readonly #window: Window & typeof globalThis;
  readonly #actions: CardActions;
  #host: HTMLElement | null = null;
  #card: HTMLElement | null = null;
  #stopFollowing: (() => void) | null = null;
  #focusBefore: Element | null = null;

  constructor(window: Window & typeof globalThis, actions: CardActions) {
    this.#window = window;
    this.#actions = actions;
  }

  get isOpen(): boolean {
    return this.#stopFollowing !== null;
  }

  /** Whether an event came from the card. */
  holds(event: Event): boolean {
    return this.#host !== null && event.target === this.#host;
  }

  /** Opens the card, or fills the open one anew; `focus` moves the keyboard into it. */
  show(content: CardContent, place: CardPlace, focus: boolean): void {
    const { host, card } = this.#open();
    const hadFocus = this.isOpen && this.#window.document.activeElement === host;
    if (focus && !hadFocus) this.#focusBefore = this.#window.document.activeElement;
    fill(card, content, this.#actions, () => this.hide());
    if (!host.isConnected) this.#window.document.documentElement.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    this.#follow(host, place);
    if (focus || hadFocus) card.focus({ preventScroll: true });
  }

  /** Closes the card and gives the keyboard back to where it was. */
  hide(): void {
    if (!this.#stopFollowing || !this.#host) return;
    this.#stopFollowing();
    this.#stopFollowing = null;
    const hadFocus = this.#window.document.activeElement === this.#host;
    if (this.#host.isConnected && this.#host.matches(':popover-open')) this.#host.hidePopover();
    if (hadFocus && this.#focusBefore instanceof this.#window.HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#actions.closed();
  }

  /** Takes the card's host out of the page. */
  remove(): void {
    this.hide();
    this.#host?.remove();
    this.#host = this.#card = null;
  }

  #open(): { host: HTMLElement; card: HTMLElement } {
    if (this.#host && this.#card) return { host: this.#host, card: this.#card };
    const { document } = this.#window;
    const host = document.createElement(CARD_HOST);
    // Top layer: above the page's own overlays, and out of reach of its stacking.
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new this.#window.CSSStyleSheet();
    sheet.replaceSync(HOVER_CARD_CSS);
    root.adoptedStyleSheets.push(sheet);
    const card = document.createElement('div');
    card.className = 'card';
    card.tabIndex = -1;
    card.setAttribute('role', 'dialog');
    root.append(card);
    // The page must not take the card's keys for its own shortcuts.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) card.addEventListener(type, (event) => this.#key(event));
    this.#host = host;
    this.#card = card;
    return { host, card };
  }

  #key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape') this.hide();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const forward = (event.key === 'ArrowRight') === (this.#card?.dir !== 'rtl');
      event.preventDefault();
      this.#actions.step(forward ? 1 : -1);
    }
  }

  #follow(host: HTMLElement, place: CardPlace): void {
    this.#stopFollowing?.();
    const reference: VirtualElement = { contextElement: place.near, getBoundingClientRect: () => lineBox(place) };
    this.#stopFollowing = autoUpdate(reference, host, () => {
      const middleware = [offset(GAP), flip(), shift({ padding: GAP })];
      void computePosition(reference, host, { strategy: 'fixed', placement: 'bottom-start', middleware }).then(({ x, y }) => {
        // `inset` of the sheet holds the corner; a transform set by script is no inline style that a page's CSP could forbid.
        host.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`, 'important');
      });
    });
  }
}

/** The box of the line that the pointer is on, else of the sentence's first line. */
function lineBox({ boxes, pointer }: CardPlace): DOMRect {
  const all = boxes();
  const under =
    pointer &&
    all.find(
      (box) => pointer.y >= box.top - 2 && pointer.y <= box.bottom + 2 && pointer.x >= box.left - 4 && pointer.x <= box.right + 4,
    );
  return under ?? all[0] ?? new DOMRect();
}

function fill(card: HTMLElement, content: CardContent, actions: CardActions, close: () => void): void {
  const make = maker(card.ownerDocument);
  card.dataset.theme = content.theme;
  card.lang = content.language;
  card.dir = content.direction;
  card.setAttribute('aria-label', content.label);
  const status = make('div', 'part', [
    make('div', 'status', [
      make('strong', '', content.status.text, { '--line-style': content.status.lineStyle, '--line': content.status.line }),
      make('span', 'basis', content.status.basis),
      ...content.flags.map((flag) => make('span', 'flag', flag)),
    ]),
    make('p', 'meaning', content.status.meaning),
  ]);
  const parts = [
    make(
      'div',
      'part',
      content.sources.map((source) => sourceOf(source, make)),
    ),
    status,
    ...(content.lines.length > 0
      ? [
          make('div', 'part', [
            make(
              'dl',
              '',
              content.lines.flatMap((line) => lineOf(line, make)),
            ),
          ]),
        ]
      : []),
    make('div', 'part actions', actionsOf(content, actions, make)),
    make('p', 'note', content.note),
  ];
  const [note] = parts.splice(-1);
  // The note stands above the actions: what can be done comes last in reading and in tab order.
  parts.splice(-1, 0, note as HTMLElement);
  card.replaceChildren(...parts);
  card.querySelector('[data-action="close"]')?.addEventListener('click', close);
}

type Make = (
  tag: string,
  className: string,
  content: string | readonly Node[],
  properties?: Readonly<Record<string, string>>,
) => HTMLElement;

function maker(document: Document): Make {
  return (tag, className, content, properties = {}) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (typeof content === 'string') element.textContent = content;
    else element.append(...content);
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
    return element;
  };
}

function sourceOf({ name, details, letter, tone }: CardSource, make: Make): HTMLElement {
  const colours = {
    '--badge-background': tone.background,
    '--badge-line': tone.line,
    '--badge-text': tone.background === 'transparent' ? 'inherit' : tone.text,
  };
  const badge = make('span', 'badge', letter, colours);
  badge.setAttribute('aria-hidden', 'true');
  return make('div', 'source', [badge, make('span', 'name', name), make('span', 'details', details)]);
}

function lineOf({ label, text, share }: CardLine, make: Make): HTMLElement[] {
  const meter = share === undefined ? [] : [make('span', 'meter', [make('i', '', '', { width: `${Math.round(share * 100)}%` })])];
  return [make('dt', '', label), make('dd', '', [...meter, make('span', '', text)])];
}

function actionsOf({ place, words, canCorrect }: CardContent, actions: CardActions, make: Make): HTMLElement[] {
  const button = (action: string, content: string | readonly Node[], name: string, act: () => void): HTMLElement => {
    const element = make('button', typeof content === 'string' ? '' : 'step', content);
    element.setAttribute('type', 'button');
    element.dataset.action = action;
    if (typeof content !== 'string') element.setAttribute('aria-label', name);
    element.title = typeof content === 'string' ? '' : name;
    element.addEventListener('click', act);
    return element;
  };
  const copy = button('copy', words.copy, words.copy, () => {
    void copyText(actions.citation(), copy).then((copied) => {
      if (copied) copy.textContent = words.copied;
    });
  });
  copy.setAttribute('aria-live', 'polite');
  return [
    ...(place === null
      ? []
      : [
          button('previous', [chevron(copy.ownerDocument, 'M15 6l-6 6 6 6')], words.previous, () => actions.step(-1)),
          make('span', 'place', place),
          button('next', [chevron(copy.ownerDocument, 'M9 6l6 6-6 6')], words.next, () => actions.step(1)),
        ]),
    make('span', 'space', ''),
    copy,
    ...(canCorrect ? [button('correct', words.correct, words.correct, actions.correct)] : []),
    button('close', [chevron(copy.ownerDocument, 'M6 6l12 12M18 6L6 18')], words.close, () => undefined),
  ];
}

function chevron(document: Document, path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Puts text on the clipboard; pages without encryption have no clipboard of their own, and there the old way works. */
async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  const { clipboard } = button.ownerDocument.defaultView?.navigator ?? {};
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The page's permissions policy may forbid it: the old way is left.
    }
  }
  const field = button.ownerDocument.createElement('textarea');
  field.value = text;
  field.className = 'spoken';
  button.after(field);
  field.select();
  const copied = button.ownerDocument.execCommand('copy');
  field.remove();
  button.focus();
  return copied;
}
