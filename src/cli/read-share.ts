import { statSync } from 'node:fs';

/** How much of several files lies behind a place in one of them. */
export class ReadShare {
  /** Bytes of each file; null where one has no size: standard input, a pipe, what cannot be read. */
  readonly #sizes: readonly number[] | null;

  constructor(files: readonly string[]) {
    const sizes = files.map(sizeOf);
    this.#sizes = sizes.every((size) => size !== null) ? sizes : null;
  }

  /** 0 to 1 at a place in the file with an index, in bytes from its start; null where nobody knows how much there is. */
  at(index: number, bytes: number): number | null {
    const whole = sum(this.#sizes ?? []);
    return whole === 0 ? null : Math.min((sum(this.#sizes?.slice(0, index) ?? []) + bytes) / whole, 1);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function sizeOf(file: string): number | null {
  const about = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
  return about?.isFile() ? about.size : null;
}
