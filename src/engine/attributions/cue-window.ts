import { COLON, COMMA, DASH, type EncodedArticle, QUOTATION_MARK, VERB } from './encoded-article.ts';
import { combine } from './hashing.ts';

/** Running counts over an article's tokens, so that what stands between a token and a cue is told by a subtraction. */
export interface RunningCounts {
  /** Number before each token: commas, likely cues, verbs, other marks. */
  readonly commas: Int32Array;
  readonly cues: Int32Array;
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  /** The nearest likely cue above each token in the tree; -1 for none. */
  readonly above: Int32Array;
  /** Room for the way from a cue up to the root: whose way a token was last on, and the hash of the way down to that cue. */
  readonly way: Int32Array;
  readonly down: Int32Array;
}

export function runningCounts(a: EncodedArticle, cueness: Float32Array): RunningCounts {
  const counts = (): Int32Array => new Int32Array(a.size + 1);
  const result = {
    commas: counts(),
    cues: counts(),
    verbs: counts(),
    marks: counts(),
    above: counts().fill(-1),
    way: counts().fill(-1),
    down: counts(),
  };
  for (let t = 0; t < a.size; t++) {
    const kind = a.kind[t] as number;
    result.commas[t + 1] = (result.commas[t] as number) + (kind === COMMA ? 1 : 0);
    result.verbs[t + 1] = (result.verbs[t] as number) + (kind === VERB ? 1 : 0);
    result.marks[t + 1] = (result.marks[t] as number) + (kind === QUOTATION_MARK || kind === DASH || kind === COLON ? 1 : 0);
    result.cues[t + 1] = (result.cues[t] as number) + ((cueness[t] as number) > 0.3 ? 1 : 0);
    let up = a.head[t] as number;
    for (let i = 0; i < 40 && up >= 0 && !((cueness[up] as number) > 0.3); i++) up = a.head[up] as number;
    result.above[t] = up >= 0 && (cueness[up] as number) > 0.3 ? up : -1;
  }
  return result;
}

/** What holds for one cue against all tokens of its window; made once a cue. */
export interface CueContext {
  readonly cue: number;
  /** Window of tokens, half-open. */
  readonly from: number;
  readonly to: number;
  /** For tokens of the window: hash of the path of relations to the cue, of its turning child, and that child's token. */
  readonly path: Int32Array;
  readonly turn: Int32Array;
  readonly branch: Int32Array;
  readonly counts: RunningCounts;
}

const MAX_SENTENCES = 3;
const MAX_TOKENS = 130;
/** Tokens on each side of a cue, in all: no sentence that the model learned from is longer, and in a text without full stops the work stays linear. */
const REACH = 220;

/** Whether the sentences `k` and `k + 1` may share a content: a quotation spans their border, or begins or ends there. */
function linked(a: EncodedArticle, k: number): boolean {
  const border = a.sentenceStart[k + 1] as number;
  if (border <= 0 || border >= a.size) return false;
  const before = a.quotation[border - 1] as number;
  const after = a.quotation[border] as number;
  if (before >= 0 && before === after) return true;
  if (a.sentenceBlock[k] !== a.sentenceBlock[k + 1]) return after >= 0 || (a.kind[border - 1] as number) === COLON;
  return after >= 0 || before >= 0 || (a.quotation[Math.max(0, border - 2)] as number) >= 0;
}

/** The tokens in which a cue's source and content are looked for: its sentence, and neighbours that quotations link to it. */
export function cueContext(a: EncodedArticle, cue: number, counts: RunningCounts): CueContext {
  const s = a.sentence[cue] as number;
  let firstSentence = s;
  let lastSentence = s;
  const sentences = a.sentenceBlock.length;
  while (
    firstSentence > 0 &&
    s - firstSentence < MAX_SENTENCES &&
    linked(a, firstSentence - 1) &&
    cue - (a.sentenceStart[firstSentence - 1] as number) < MAX_TOKENS
  )
    firstSentence--;
  while (
    lastSentence + 1 < sentences &&
    lastSentence - s < MAX_SENTENCES &&
    linked(a, lastSentence) &&
    (a.sentenceStart[lastSentence + 2] as number) - cue < MAX_TOKENS
  )
    lastSentence++;
  const from = Math.max(a.sentenceStart[firstSentence] as number, cue - REACH);
  const to = Math.min(a.sentenceStart[lastSentence + 1] as number, cue + REACH);
  const size = to - from;
  const context = {
    cue,
    from,
    to,
    path: new Int32Array(size),
    turn: new Int32Array(size),
    branch: new Int32Array(size).fill(-1),
    counts,
  };
  walkPaths(a, context);
  return context;
}

/** Paths through the tree: from each token of the cue's sentence up to the first ancestor shared with the cue, and down to it. */
function walkPaths(a: EncodedArticle, context: CueContext): void {
  const { cue, from, to } = context;
  const s = a.sentence[cue] as number;
  const begin = Math.max(from, a.sentenceStart[s] as number);
  const end = Math.min(to, a.sentenceStart[s + 1] as number);
  const { way, down } = context.counts;
  let step = cue;
  let hash = 17;
  for (let i = 0; step >= 0 && i < 60; i++) {
    way[step] = cue;
    down[step] = hash;
    hash = i < 4 ? combine(201, hash, a.relation[step] as number) : 19;
    step = a.head[step] as number;
  }
  for (let t = begin; t < end; t++) {
    let at = t;
    let up = 23;
    let turn = -1;
    for (let i = 0; at >= 0 && way[at] !== cue && i < 60; i++) {
      up = i < 4 ? combine(202, up, a.relation[at] as number) : combine(202, up & 0xff, 7);
      turn = at;
      at = a.head[at] as number;
    }
    const through = at >= 0 ? (down[at] as number) : 29;
    context.path[t - from] = combine(203, up, through);
    context.turn[t - from] = combine(204, turn >= 0 ? (a.relation[turn] as number) : 31, through);
    context.branch[t - from] = turn >= 0 ? turn : at;
  }
}
