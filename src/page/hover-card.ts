import { autoUpdate, computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom';
import { type CardActions, type CardContent, fillCard, inShort } from './card-view.ts';
import { own } from './dom.ts';
import { HOVER_CARD_CSS } from './hover-card.css.ts';

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
  #spoken: HTMLElement | null = null;
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
    const { host, card, spoken } = this.#open();
    const hadFocus = this.isOpen && own(this.#window.document, 'activeElement') === host;
    if (focus && !hadFocus) this.#focusBefore = own(this.#window.document, 'activeElement');
    const focused = card.querySelector<HTMLElement>('button:focus')?.dataset.action;
    fillCard(card, content, this.#actions, () => this.hide());
    if (!host.isConnected) own(this.#window.document, 'documentElement').append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    this.#follow(host, place);
    // Who steps by a button of the card steps on with the next press.
    if (focus || hadFocus) {
      const same = focused && card.querySelector<HTMLElement>(`[data-action="${focused}"]`);
      (same || card).focus({ preventScroll: true });
    }
    // Once it is shown: screen readers tell what changes in it, not what it begins with.
    this.#window.requestAnimationFrame(() => {
      if (this.isOpen) spoken.textContent = inShort(content);
    });
  }

  /** Closes the card and gives the keyboard back to where it was. */
  hide(): void {
    if (!this.#stopFollowing || !this.#host) return;
    this.#stopFollowing();
    this.#stopFollowing = null;
    const hadFocus = own(this.#window.document, 'activeElement') === this.#host;
    if (this.#host.isConnected && this.#host.matches(':popover-open')) this.#host.hidePopover();
    if (hadFocus && this.#focusBefore instanceof this.#window.HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
    if (this.#spoken) this.#spoken.textContent = '';
    this.#actions.closed();
  }

  /** Takes the card's host out of the page. */
  remove(): void {
    this.hide();
    this.#host?.remove();
    this.#host = this.#card = this.#spoken = null;
  }

  #open(): { host: HTMLElement; card: HTMLElement; spoken: HTMLElement } {
    if (this.#host && this.#card && this.#spoken) return { host: this.#host, card: this.#card, spoken: this.#spoken };
    const { document } = this.#window;
    const host = own(document, 'createElement')(CARD_HOST);
    // Top layer: above the page's own overlays, and out of reach of its stacking.
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new this.#window.CSSStyleSheet();
    sheet.replaceSync(HOVER_CARD_CSS);
    root.adoptedStyleSheets.push(sheet);
    const card = own(document, 'createElement')('div');
    card.className = 'card';
    card.tabIndex = -1;
    card.setAttribute('role', 'dialog');
    const spoken = own(document, 'createElement')('p');
    spoken.className = 'spoken';
    spoken.setAttribute('role', 'status');
    root.append(card, spoken);
    // The page must not take the card's keys for its own shortcuts.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) card.addEventListener(type, (event) => this.#key(event));
    this.#host = host;
    this.#card = card;
    this.#spoken = spoken;
    return { host, card, spoken };
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
      // A zoomed page may have room neither under the line nor above it: the card is then wholly in view, over the line if it must.
      const middleware = [offset(GAP), flip(), shift({ padding: GAP, crossAxis: true })];
      void computePosition(reference, host, { strategy: 'fixed', placement: 'bottom-start', middleware }).then(({ x, y }) => {
        // Custom properties: the sheet's own `!important` rules, which keep the page's styles out, would overrule anything else.
        host.style.setProperty('--x', `${Math.round(x)}px`);
        host.style.setProperty('--y', `${Math.round(y)}px`);
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
