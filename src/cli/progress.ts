/** Milliseconds between two looks of the line: slower than the eye minds, and next to no work. */
const EVERY = 500;
/** What clears the row that the cursor stands in. */
const CLEAR = '\r\x1b[K';

/** What standard error says while articles are annotated: messages and, on a terminal, a line that tells how far the work is. */
export class Progress {
  readonly #start = Date.now();
  #lastShown = 0;
  #done = 0;
  #failed = 0;
  #share: number | null = null;
  /** Whether the cursor stands at the end of the line. */
  #standing = false;

  /** `shown`: whether there is a line. Not where standard error is no terminal, nor where the output goes to the same one. */
  constructor(
    private readonly stream: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
    private readonly shown: boolean,
  ) {}

  /** Counts one article; `share` is how much of the input has been read, 0 to 1, or null where nobody knows how much there is. */
  count(ok: boolean, share: number | null): void {
    this.#done += 1;
    this.#share = share;
    if (!ok) this.#failed += 1;
    const now = Date.now();
    if (now - this.#lastShown < EVERY) return;
    this.#lastShown = now;
    this.#show(now);
  }

  /** Writes a message on a row of its own. */
  say(message: string): void {
    this.#clear();
    this.stream.write(`${message}\n`);
  }

  /** Leaves the last count standing. */
  end(): void {
    if (this.#done > 0) this.#show(Date.now());
    if (this.#standing) this.stream.write('\n');
    this.#standing = false;
  }

  #show(now: number): void {
    if (!this.shown) return;
    this.#clear();
    // A line that wraps could not be cleared any more. The last column stays free: some terminals wrap when it is written.
    this.stream.write(this.#words(now).slice(0, Math.max((this.stream.columns || 80) - 1, 1)));
    this.#standing = true;
  }

  #clear(): void {
    if (this.#standing) this.stream.write(CLEAR);
    this.#standing = false;
  }

  #words(now: number): string {
    const seconds = Math.max((now - this.#start) / 1000, 0.001);
    return [
      `${this.#done.toLocaleString('en')} ${this.#done === 1 ? 'article' : 'articles'}`,
      ...(this.#share === null ? [] : [`${Math.floor(this.#share * 100)} %`]),
      ...(this.#failed === 0 ? [] : [`${this.#failed.toLocaleString('en')} failed`]),
      `${(this.#done / seconds).toFixed(1)} a second`,
    ].join(', ');
  }
}
