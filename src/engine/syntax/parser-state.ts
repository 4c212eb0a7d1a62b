import { AFTER, BEFORE, hashOf, type WordHashes } from './word-hash.ts';

/** The moves of the arc-hybrid system. */
export const SHIFT = 0;
/** The first word of the buffer becomes the head of the stack's top, which is popped. */
export const LEFT = 1;
/** The second word of the stack becomes the head of the top, which is popped. */
export const RIGHT = 2;

const COMMA = hashOf(',');
const QUOTES: ReadonlySet<number> = new Set(['"', '“', '”', "''", '``'].map(hashOf));
const ROOT_WORD = 0x2545f491;
/** Tags that no word has: the root and "nothing there". */
export const ROOT_TAG = 62;
export const NO_TAG = 63;

const FINITE = 1;
const NOUN = 2;

/** For each tag of a list, whether it is a finite verb's, a noun's, or neither. */
export function tagKinds(tags: readonly string[]): Uint8Array {
  return Uint8Array.from(tags, (tag) => {
    if (/^(?:VB[DPZ]|MD)$/.test(tag)) return FINITE;
    return /^(?:NNP?S?|PRP|CD|EX)$/.test(tag) ? NOUN : 0;
  });
}

/**
 * A sentence while it is parsed by the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
 * Words are 0 to n-1, the artificial root is n and stands at the buffer's end (Ballesteros and Nivre 2013), and n+1 means
 * "nothing there": its row in every array holds the neutral value, so that features need no bounds checks.
 */
export class ParserState {
  /** Longest sentence that there is room for. */
  readonly longest: number;
  n = 0;
  nothing = 1;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Uint8Array;
  /** Number of commas (and of quotation marks) before each position. */
  readonly commas: Int32Array;
  readonly quotes: Int32Array;
  /** From each position on: the next finite verb, and the head noun of the next noun phrase. */
  readonly nextVerb: Int32Array;
  readonly nextNoun: Int32Array;
  readonly head: Int32Array;
  readonly label: Uint8Array;
  /** The outermost and the second outermost child so far on each side. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint16Array;
  readonly rightCount: Uint16Array;
  /** Bit sets of the labels of the children so far (labels modulo 32). */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  readonly stack: Int32Array;
  depth = 0;
  buffer = 0;

  /** Room for one sentence after another: to make so many arrays takes longer than to fill them anew. */
  constructor(longest: number) {
    this.longest = longest;
    const ints = (): Int32Array => new Int32Array(longest + 2);
    this.word = ints();
    this.suffix = ints();
    this.tag = new Uint8Array(longest + 2);
    this.commas = ints();
    this.quotes = ints();
    this.nextVerb = ints();
    this.nextNoun = ints();
    this.head = ints();
    this.label = new Uint8Array(longest + 2);
    this.left1 = ints();
    this.left2 = ints();
    this.right1 = ints();
    this.right2 = ints();
    this.leftCount = new Uint16Array(longest + 2);
    this.rightCount = new Uint16Array(longest + 2);
    this.leftLabels = ints();
    this.rightLabels = ints();
    this.stack = ints();
  }

  /** Begins a sentence: nothing is attached. */
  begin(words: WordHashes, tags: Uint8Array, kinds: Uint8Array): void {
    const n = words.length;
    const size = n + 2;
    this.n = n;
    this.nothing = n + 1;
    this.depth = 0;
    this.buffer = 0;
    this.word.set(words.lower);
    this.word[n] = ROOT_WORD;
    this.word[n + 1] = BEFORE ^ AFTER;
    this.suffix.set(words.suffix3);
    this.suffix.fill(0, n, size);
    this.tag.set(tags);
    this.tag[n] = ROOT_TAG;
    this.tag[n + 1] = NO_TAG;
    this.commas[n + 1] = 0;
    this.quotes[n + 1] = 0;
    for (let i = 0; i < n; i++) {
      const w = this.word[i] as number;
      this.commas[i + 1] = (this.commas[i] as number) + (w === COMMA ? 1 : 0);
      this.quotes[i + 1] = (this.quotes[i] as number) + (QUOTES.has(w) ? 1 : 0);
    }
    this.nextVerb.fill(n + 1, 0, size);
    this.nextNoun.fill(n + 1, 0, size);
    for (let i = n - 1; i >= 0; i--) {
      const kind = kinds[tags[i] as number] as number;
      const after = i + 1 < n ? (kinds[tags[i + 1] as number] as number) : 0;
      this.nextVerb[i] = kind === FINITE ? i : (this.nextVerb[i + 1] as number);
      this.nextNoun[i] = kind === NOUN && after !== NOUN ? i : (this.nextNoun[i + 1] as number);
    }
    for (const array of [this.head, this.left1, this.left2, this.right1, this.right2]) array.fill(n + 1, 0, size);
    for (const array of [this.label, this.leftCount, this.rightCount, this.leftLabels, this.rightLabels]) array.fill(0, 0, size);
  }

  get finished(): boolean {
    return this.buffer === this.n && this.depth === 0;
  }

  /** The stack's word at a depth; 0 is the top. */
  onStack(below: number): number {
    return below < this.depth ? (this.stack[this.depth - 1 - below] as number) : this.nothing;
  }

  /** The buffer's word; 0 is the first. */
  inBuffer(ahead: number): number {
    return this.buffer + ahead <= this.n ? this.buffer + ahead : this.nothing;
  }

  /** Whether the system allows a move here; the root takes one child only. */
  allows(move: number): boolean {
    if (move === SHIFT) return this.buffer < this.n;
    if (move === LEFT) return this.depth > 0 && (this.buffer < this.n || this.depth === 1);
    return this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.buffer++;
  }

  /** The head that a LEFT or RIGHT move would give the stack's top. */
  headOf(move: number): number {
    return move === LEFT ? this.buffer : this.onStack(1);
  }

  /** Attaches the stack's top and pops it. */
  attach(move: number, label: number): void {
    const child = this.onStack(0);
    const head = this.headOf(move);
    this.depth--;
    this.head[child] = head;
    this.label[child] = label;
    if (move === LEFT) {
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = child;
      (this.leftCount[head] as number)++;
      (this.leftLabels[head] as number) |= 1 << (label & 31);
    } else {
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = child;
      (this.rightCount[head] as number)++;
      (this.rightLabels[head] as number) |= 1 << (label & 31);
    }
  }
}
