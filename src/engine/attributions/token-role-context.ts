import type { EncodedArticle } from './encoded-article.ts';
import type { RoleMarginals } from './role-marginals.ts';

/** From this probability a token counts as a likely cue. */
const LIKELY = 0.3;

const STEPS = [0.018, 0.075, 0.18, 0.38, 0.62, 0.82, 0.925, 0.982];

/** Nine steps of the logarithm of the odds of a probability: 0 to 8. */
export function step(p: number): number {
  let n = 0;
  while (n < STEPS.length && p >= (STEPS[n] as number)) n++;
  return n;
}

function stepsOf(probabilities: Float32Array): Uint8Array {
  const steps = new Uint8Array(probabilities.length);
  for (let t = 0; t < steps.length; t++) steps[t] = step(probabilities[t] as number);
  return steps;
}

/** Four steps of a probability: 0 to 3. */
export function coarse(p: number): number {
  return p < 0.1 ? 0 : p < 0.4 ? 1 : p < 0.7 ? 2 : 3;
}

/** Ten steps of a number of tokens: 0 to 9. */
export function distance(d: number): number {
  return d <= 5 ? d : d <= 8 ? 6 : d <= 12 ? 7 : d <= 20 ? 8 : 9;
}

/** What the stages before say of an article's tokens. */
export interface TokenRoleEvidence {
  /** The probability to be the head of a cue. */
  readonly cueness: Float32Array;
  /** The roles that the windows of all possible cues see, and those in the drafts made of them. */
  readonly windows: RoleMarginals;
  readonly drafts: RoleMarginals;
}

/** What holds for all tokens of an article at once. */
export class TokenRoleContext {
  readonly article: EncodedArticle;
  readonly cueness: Float32Array;
  readonly windows: RoleMarginals;
  /** All that the stages before say of the tokens, in steps. */
  readonly steps: {
    readonly cueness: Uint8Array;
    readonly source: Uint8Array;
    readonly cue: Uint8Array;
    readonly content: Uint8Array;
    readonly draftedSource: Uint8Array;
    readonly draftedCue: Uint8Array;
    readonly drafted: Uint8Array;
  };
  /** The nearest likely cue in the sentence at or before each token, after it, and above it in the tree; -1 for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly above: Int32Array;
  /** The child of `above` through which the token hangs on it. */
  readonly through: Int32Array;
  /** The highest node whose words begin, and end, with the token. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** For each sentence: steps of its greatest cueness, of its mean content. */
  readonly sentenceCue: Uint8Array;
  readonly sentenceContent: Uint8Array;
  /** For each outermost quotation: step of its mean content, and of its length. */
  readonly quotationContent = new Map<number, number>();
  readonly quotationLength = new Map<number, number>();

  constructor(article: EncodedArticle, { cueness, windows, drafts }: TokenRoleEvidence) {
    this.article = article;
    this.cueness = cueness;
    this.windows = windows;
    this.steps = {
      cueness: stepsOf(cueness),
      source: stepsOf(windows.source),
      cue: stepsOf(windows.cue),
      content: stepsOf(windows.content),
      draftedSource: stepsOf(drafts.source),
      draftedCue: stepsOf(drafts.cue),
      drafted: stepsOf(drafts.content),
    };
    const { size } = article;
    const ints = (): Int32Array => new Int32Array(size).fill(-1);
    this.before = ints();
    this.after = ints();
    this.above = ints();
    this.through = ints();
    this.opens = ints();
    this.closes = ints();
    const sentences = article.sentenceBlock.length;
    this.sentenceCue = new Uint8Array(sentences);
    this.sentenceContent = new Uint8Array(sentences);
    for (let s = 0; s < sentences; s++) this.#readSentence(s);
    this.#readQuotations();
  }

  #readQuotations(): void {
    const { article, windows } = this;
    const sums = new Map<number, { tokens: number; content: number }>();
    for (let t = 0; t < article.size; t++) {
      const q = article.quotation[t] as number;
      if (q < 0) continue;
      const own = sums.get(q) ?? { tokens: 0, content: 0 };
      own.tokens++;
      own.content += windows.content[t] as number;
      sums.set(q, own);
    }
    for (const [q, { tokens, content }] of sums) {
      this.quotationContent.set(q, step(content / tokens));
      this.quotationLength.set(q, distance(Math.round(tokens / 2)));
    }
  }

  #readSentence(s: number): void {
    const { article: a, cueness, windows } = this;
    const from = a.sentenceStart[s] as number;
    const to = a.sentenceStart[s + 1] as number;
    let last = -1;
    let most = 0;
    let sum = 0;
    for (let t = from; t < to; t++) {
      const p = cueness[t] as number;
      if (p >= LIKELY) last = t;
      if (p > most) most = p;
      sum += windows.content[t] as number;
      this.before[t] = last;
    }
    last = -1;
    for (let t = to - 1; t >= from; t--) {
      this.after[t] = last;
      if ((cueness[t] as number) >= LIKELY) last = t;
    }
    this.sentenceCue[s] = step(most);
    this.sentenceContent[s] = step(sum / Math.max(1, to - from));
    for (let t = from; t < to; t++) {
      let at = t;
      for (let i = 0; i < 40; i++) {
        const up = a.head[at] as number;
        if (up < 0) break;
        if ((cueness[up] as number) >= LIKELY) {
          this.above[t] = up;
          this.through[t] = at;
          break;
        }
        at = up;
      }
      this.opens[t] = this.#highest(t, a.first);
      this.closes[t] = this.#highest(t, a.last);
    }
  }

  #highest(t: number, edge: Int32Array): number {
    let at = t;
    if (edge[at] !== t) return -1;
    for (let i = 0; i < 40; i++) {
      const up = this.article.head[at] as number;
      if (up < 0 || edge[up] !== t) break;
      at = up;
    }
    return at;
  }
}
