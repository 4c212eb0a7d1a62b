import { own, parentOf, tagOf } from './dom.ts';

/** Milliseconds without a change after which a page counts as settled, and the most that is waited while it keeps changing. */
const QUIET = 200;
const LONGEST = 700;

/** What the watcher calls. */
export interface PageChanges {
  /** The article's nodes changed: asked at once, before anything is painted again. */
  readonly touched: () => void;
  /** The changes have come to rest. */
  readonly settled: () => void;
  /** The page shows another address without having been loaded anew. */
  readonly navigated: () => void;
  /** The page came back from the back/forward cache. */
  readonly returned: () => void;
}

/**
 * Watches an article for what frameworks, late paragraphs and navigation do to it: the article's own subtree and its open shadow roots,
 * and for the elements above it only whether they lose or gain children.
 */
export class PageWatch {
  readonly #window: Window & typeof globalThis;
  readonly #changes: PageChanges;
  readonly #observer: MutationObserver;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #address: string;
  #stopped: AbortController | null = null;

  constructor(window: Window & typeof globalThis, changes: PageChanges) {
    this.#window = window;
    this.#changes = changes;
    this.#address = addressOf(window);
    this.#observer = new MutationObserver((records) => this.#mutated(records));
  }

  /** Watches an article in place of any before; null for a page that has none yet, watched as a whole until it has. */
  start(root: Element | null, shadowRoots: Iterable<ShadowRoot>): void {
    this.#observer.disconnect();
    this.#address = addressOf(this.#window);
    const whole = { childList: true, subtree: true, characterData: true };
    if (root) {
      this.#observer.observe(root, whole);
      for (let above = parentOf(root); above; above = parentOf(above)) {
        this.#observer.observe(above, { childList: true });
      }
    } else this.#observer.observe(this.#window.document, { childList: true, subtree: true });
    for (const shadowRoot of shadowRoots) this.#observer.observe(shadowRoot, whole);
    this.#listen();
  }

  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    this.#stopped?.abort();
    this.#stopped = null;
  }

  #listen(): void {
    if (this.#stopped) return;
    this.#stopped = new AbortController();
    const { signal } = this.#stopped;
    const check = () => this.#checkAddress();
    this.#window.addEventListener('popstate', check, { signal });
    this.#window.addEventListener('hashchange', check, { signal });
    // The Navigation API tells of `history.pushState` too; where it is missing, the mutations that follow it do.
    const navigation = (this.#window as unknown as { navigation?: EventTarget }).navigation;
    navigation?.addEventListener('currententrychange', check, { signal });
    this.#window.addEventListener('pageshow', (event) => event.persisted && this.#changes.returned(), { signal });
  }

  #checkAddress(): boolean {
    const address = addressOf(this.#window);
    if (address === this.#address) return false;
    this.#address = address;
    this.#changes.navigated();
    return true;
  }

  #mutated(records: readonly MutationRecord[]): void {
    if (this.#checkAddress()) return;
    if (records.every(isForeign)) return;
    if (this.#quiet === undefined) this.#since = performance.now();
    this.#changes.touched();
    clearTimeout(this.#quiet);
    const left = Math.max(0, LONGEST - (performance.now() - this.#since));
    this.#quiet = setTimeout(
      () => {
        this.#quiet = undefined;
        this.#changes.settled();
      },
      Math.min(QUIET, left),
    );
  }
}

/** The address without its fragment: links within a page are no navigation. */
function addressOf(window: Window): string {
  return window.location.href.replace(/#.*$/, '');
}

/** A change in the head or beside the body, such as this extension's own card, other extensions' and style sheets. */
function isForeign(record: MutationRecord): boolean {
  const target = record.target as Element;
  if (record.type !== 'childList' || own(target, 'nodeType') !== 1) return false;
  if (tagOf(target) === 'head') return true;
  return tagOf(target) === 'html' && ![...record.removedNodes, ...record.addedNodes].some((node) => node.nodeName === 'BODY');
}
