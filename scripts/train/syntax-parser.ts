import { labelFeatures } from '../../src/engine/syntax/label-features.ts';
import { moveFeatures } from '../../src/engine/syntax/move-features.ts';
import { LEFT, ParserState, RIGHT, SHIFT } from '../../src/engine/syntax/parser-state.ts';
import { type LearnedWeights, MAX_FEATURES } from '../../src/engine/syntax/sparse-weights.ts';
import type { WordHashes } from '../../src/engine/syntax/word-hash.ts';
import { Perceptron, shuffled, strongest } from './syntax-perceptron.ts';

export interface ParserOptions {
  /** Rounds over the sentences to find the features that matter, then to learn with those alone. */
  readonly selectionEpochs: number;
  readonly epochs: number;
  readonly keepMoves: number;
  readonly keepLabels: number;
  readonly admitAfter: number;
  /** From `tagKinds`. */
  readonly kinds: Uint8Array;
}

/** A projective tree over words with the tags that the tagger gave them. The root's head is the number of words. */
export interface ParseExample {
  readonly words: WordHashes;
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

export interface LearnedParser {
  readonly moves: LearnedWeights;
  readonly labels: LearnedWeights;
}

/** Learns the parser with a dynamic oracle (Goldberg and Nivre 2013): all features first, then again with the strongest. */
export function learnParser(examples: readonly ParseExample[], labelCount: number, options: ParserOptions): LearnedParser {
  const projective = examples.filter(isProjective);
  const moves = new Perceptron({ classes: 3, admitAfter: options.admitAfter });
  const labels = new Perceptron({ classes: labelCount, admitAfter: options.admitAfter });
  run(moves, labels, projective, { ...options, epochs: options.selectionEpochs });
  const moves2 = new Perceptron({ classes: 3, admitAfter: 1, only: strongest(moves.average(), options.keepMoves) });
  const labels2 = new Perceptron({ classes: labelCount, admitAfter: 1, only: strongest(labels.average(), options.keepLabels) });
  run(moves2, labels2, projective, options);
  return { moves: moves2.average(), labels: labels2.average() };
}

function run(
  moves: Perceptron,
  labels: Perceptron,
  examples: readonly ParseExample[],
  options: Pick<ParserOptions, 'epochs' | 'kinds'>,
): void {
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Float64Array(64);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of shuffled(examples, epoch + 1)) {
      const state = new ParserState(example.words.length);
      state.begin(example.words, example.tags, options.kinds);
      while (!state.finished) {
        const allowed = [SHIFT, LEFT, RIGHT].filter((move) => state.allows(move));
        let move = allowed[0] as number;
        if (allowed.length > 1) {
          const count = moveFeatures(state, features);
          moves.score(features, count, scores);
          const good = allowed.filter((m) => keepsAllReachable(state, m, example.heads));
          move = highest(allowed, scores);
          if (good.length > 0 && !good.includes(move)) {
            const best = highest(good, scores);
            moves.update(features, count, best, move);
            // The first epoch follows the oracle, the later ones what the parser would do.
            if (epoch === 0) move = best;
          }
          moves.tick();
        }
        if (move === SHIFT) state.shift();
        else state.attach(move, learnLabel(labels, state, move, example, features, scores));
      }
    }
  }
}

function learnLabel(
  labels: Perceptron,
  state: ParserState,
  move: number,
  example: ParseExample,
  features: Int32Array,
  scores: Float64Array,
): number {
  const child = state.onStack(0);
  const count = labelFeatures(state, move, features);
  labels.score(features, count, scores);
  let top = 1;
  for (let c = 2; c < labels.classes; c++) if ((scores[c] as number) > (scores[top] as number)) top = c;
  if (example.heads[child] === state.headOf(move)) {
    const gold = example.labels[child] as number;
    if (top !== gold) labels.update(features, count, gold, top);
    labels.tick();
  }
  return top;
}

function highest(moves: readonly number[], scores: Float64Array): number {
  let top = moves[0] as number;
  for (const move of moves) if ((scores[move] as number) > (scores[top] as number)) top = move;
  return top;
}

/** Whether every arc of the tree that can still be made can be made after the move (zero cost of the dynamic oracle). */
function keepsAllReachable(state: ParserState, move: number, heads: Int32Array): boolean {
  const b0 = state.buffer;
  if (move === SHIFT) {
    const head = heads[b0] as number;
    for (let i = 0; i < state.depth; i++) {
      const s = state.stack[i] as number;
      if (heads[s] === b0) return false;
      if (s === head && i < state.depth - 1) return false;
    }
    return true;
  }
  const s0 = state.onStack(0);
  const head = heads[s0] as number;
  for (let i = b0; i < state.n; i++) if (heads[i] === s0) return false;
  if (move === LEFT) return head !== state.onStack(1) && !(head > b0);
  return !(head >= b0);
}

function isProjective({ heads }: ParseExample): boolean {
  const n = heads.length;
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number;
    const low = Math.min(i, head);
    const high = Math.max(i, head);
    for (let j = low + 1; j < high; j++) {
      const other = heads[j] as number;
      if (other < low || other > high) return false;
    }
  }
  return true;
}
