/** Why a page is looked at: `first` begins anew whatever runs, `changed` waits for what runs and then looks again. */
export type Occasion = 'first' | 'changed';

/** Lets one analysis of a page run at a time; changes that come while one runs are looked at once, when it is done. */
export class AnalysisRun {
  readonly #analyse: (occasion: Occasion, signal: AbortSignal) => Promise<void>;
  readonly #failed: (message: string) => void;
  #controller = new AbortController();
  #running = false;
  /** The page changed while an analysis ran: another one is due. */
  #dueAgain = false;

  /** `analyse` is to leave the page alone once its signal is aborted; what it throws before is told to `failed`. */
  constructor(analyse: (occasion: Occasion, signal: AbortSignal) => Promise<void>, failed: (message: string) => void) {
    this.#analyse = analyse;
    this.#failed = failed;
  }

  /** Of the analysis that ran last or still runs: aborted when another page's begins. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  begin(occasion: Occasion): void {
    if (occasion === 'changed' && this.#running) {
      this.#dueAgain = true;
      return;
    }
    this.abort();
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.#running = true;
    this.#dueAgain = false;
    this.#analyse(occasion, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#failed(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        if (signal.aborted) return;
        this.#running = false;
        if (this.#dueAgain) this.begin('changed');
      });
  }

  abort(): void {
    this.#controller.abort();
  }
}
