import { labelFeatures } from './label-features.ts';
import { moveFeatures } from './move-features.ts';
import { LEFT, ParserState, RIGHT, SHIFT } from './parser-state.ts';
import { MAX_FEATURES, type Scorer } from './sparse-weights.ts';
import type { WordHashes } from './word-hash.ts';

const features = new Int32Array(MAX_FEATURES);
const scores = new Float64Array(64);
let state = new ParserState(128);

/** Heads (the root's is -1) and labels of a sentence's words. */
export interface Parse {
  readonly head: Int16Array;
  readonly label: Uint8Array;
}

/** What a parser has learned: how to score moves and labels, and what its tags are. */
export interface ParserWeights {
  readonly moves: Scorer;
  readonly labels: Scorer;
  readonly labelCount: number;
  /** From `tagKinds`. */
  readonly kinds: Uint8Array;
}

/** Parses a sentence greedily; two moves a word, so linear in its length. */
export function parseWords(words: WordHashes, tags: Uint8Array, { moves, labels, labelCount, kinds }: ParserWeights): Parse {
  if (words.length > state.longest) state = new ParserState(words.length);
  state.begin(words, tags, kinds);
  while (!state.finished) {
    const move = bestMove(moves);
    if (move === SHIFT) state.shift();
    else state.attach(move, bestLabel(move, labels, labelCount));
  }
  const head = new Int16Array(state.n);
  for (let i = 0; i < state.n; i++) head[i] = state.head[i] === state.n ? -1 : (state.head[i] as number);
  return { head, label: state.label.slice(0, state.n) };
}

function bestMove(moves: Scorer): number {
  const shift = state.allows(SHIFT);
  const left = state.allows(LEFT);
  const right = state.allows(RIGHT);
  if (!left && !right) return SHIFT;
  if (!shift && !right) return LEFT;
  if (!shift && !left) return RIGHT;
  moves.score(features, moveFeatures(state, features), scores);
  let top = shift ? SHIFT : LEFT;
  if (left && (scores[LEFT] as number) > (scores[top] as number)) top = LEFT;
  if (right && (scores[RIGHT] as number) > (scores[top] as number)) top = RIGHT;
  return top;
}

function bestLabel(move: number, labels: Scorer, count: number): number {
  labels.score(features, labelFeatures(state, move, features), scores);
  let top = 1;
  for (let c = 2; c < count; c++) if ((scores[c] as number) > (scores[top] as number)) top = c;
  return top;
}
