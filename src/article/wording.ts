/**
 * A wording that is looked for only where a text holds parts that it cannot do without: a browser takes milliseconds to compile the longest
 * expressions, a reader who clicked waits for it, and most articles hold none of the words.
 */
export class Wording {
  readonly #pattern: RegExp;
  readonly #needed: readonly Needed[];

  /**
   * Each of `needed` is parts of words in lower case with `|` between them: every text that fits holds one of each, in any case. A part
   * after `^` stands at its beginning.
   */
  constructor(pattern: RegExp, ...needed: readonly string[]) {
    this.#pattern = pattern;
    this.#needed = needed.map(readNeeded);
  }

  exec(text: string): RegExpExecArray | null {
    const low = lowerCase(text);
    for (const needed of this.#needed) if (!holdsOne(low, needed)) return null;
    return this.#pattern.exec(text);
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }
}

interface Needed {
  readonly opening: readonly string[];
  readonly anywhere: readonly string[];
}

function readNeeded(parts: string): Needed {
  const all = parts.split('|');
  return {
    opening: all.filter((part) => part.startsWith('^')).map((part) => part.slice(1)),
    anywhere: all.filter((part) => !part.startsWith('^')),
  };
}

function holdsOne(low: string, { opening, anywhere }: Needed): boolean {
  for (const part of opening) if (low.startsWith(part)) return true;
  for (const part of anywhere) if (low.includes(part)) return true;
  return false;
}

/** Several wordings are asked about a text one after another. */
const last = { text: '', low: '' };

function lowerCase(text: string): string {
  if (text !== last.text) {
    last.text = text;
    last.low = text.toLowerCase();
  }
  return last.low;
}

/** Of several wordings the one that stands first in a text. */
export function firstOf(wordings: readonly Wording[], text: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const wording of wordings) {
    const found = wording.exec(text);
    if (found !== null && (first === null || found.index < first.index)) first = found;
  }
  return first;
}

/** Words that are asked for whole, written with spaces between them: a set is there at once, an expression of as many words is not. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
