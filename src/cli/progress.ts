const EVERY = 500;

/** A line on a terminal that says how far the work is; silent where standard error is no terminal. */
export class Progress {
  readonly #start = Date.now();
  #shown = 0;
  #done = 0;
  #failed = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  /** Counts one article. */
  count(ok: boolean): void {
    this.#done += 1;
    if (!ok) this.#failed += 1;
    const now = Date.now();
    if (!this.stream.isTTY || now - this.#shown < EVERY) return;
    this.#shown = now;
    this.stream.write(`\r\x1b[K${this.#words(now)}`);
  }

  /** Leaves the last count standing. */
  end(): void {
    if (this.stream.isTTY && this.#done > 0) this.stream.write(`\r\x1b[K${this.#words(Date.now())}\n`);
  }

  #words(now: number): string {
    const seconds = Math.max((now - this.#start) / 1000, 0.001);
    const count = this.#done.toLocaleString('en');
    return `${count} articles, ${(this.#done / seconds).toFixed(1)} a second${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`;
  }
}
