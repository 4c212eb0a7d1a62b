import type { Correction } from '../article/correction.ts';
import { saveCorrections, watchCorrections } from '../platform/corrections.ts';

/** The reader's corrections of one article beyond the page's life: kept by its address, and followed when another tab changes them. */
export class KeptCorrections {
  readonly #current: () => readonly Correction[] | undefined;
  readonly #changed: (corrections: readonly Correction[]) => void;
  #stopWatching: () => void = () => undefined;
  #notKept = false;

  /** `changed` hears of corrections that differ from what `current` says. */
  constructor(current: () => readonly Correction[] | undefined, changed: (corrections: readonly Correction[]) => void) {
    this.#current = current;
    this.#changed = changed;
  }

  /** Whether the last ones could not be saved: they hold for as long as the page lives, and the reader is told so. */
  get notKept(): boolean {
    return this.#notKept;
  }

  /** Follows the corrections of an address in place of the one before; `null` of none. */
  watch(url: string | null): void {
    this.#stopWatching();
    this.#stopWatching = () => undefined;
    if (url === null) return;
    this.#stopWatching = watchCorrections(url, (corrections) => {
      if (JSON.stringify(corrections) !== JSON.stringify(this.#current())) this.#changed(corrections);
    });
  }

  async save(article: { readonly url: string; readonly title: string }, corrections: readonly Correction[]): Promise<void> {
    try {
      await saveCorrections(article, corrections);
      this.#notKept = false;
    } catch (error) {
      // A full disk, most likely.
      console.error(error);
      this.#notKept = true;
    }
  }

  stop(): void {
    this.watch(null);
  }
}
