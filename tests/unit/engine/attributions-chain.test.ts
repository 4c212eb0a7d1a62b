import { describe, expect, it } from 'vitest';
import {
  BORDERS,
  backward,
  forward,
  IMPOSSIBLE,
  LABELS,
  type Lattice,
  mayBegin,
  mayFollow,
  roomFor,
  viterbi,
} from '../../../src/engine/attributions/chain.ts';

/** A lattice of made-up scores: the same for the same seed. */
function lattice(length: number, seed: number): Lattice {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state / 0x7fffffff) * 4 - 2;
  };
  const transitions = new Float32Array(BORDERS * LABELS * LABELS);
  for (let k = 0; k < transitions.length; k++) {
    transitions[k] = mayFollow(Math.floor(k / LABELS) % LABELS, k % LABELS) ? next() : IMPOSSIBLE;
  }
  return {
    length,
    unary: Float64Array.from({ length: length * LABELS }, next),
    border: Uint8Array.from({ length }, (_, i) => i % BORDERS),
    transitions,
    factors: Float64Array.from(transitions, Math.exp),
  };
}

/** Every allowed sequence of labels with its score, by trying them all. */
function allPaths({
  length,
  unary,
  border,
  transitions,
}: Lattice): readonly { readonly labels: readonly number[]; readonly score: number }[] {
  let paths: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let i = 0; i < length; i++) {
    paths = paths.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, label) => label).flatMap((label) => {
        const previous = labels.at(-1);
        if (previous === undefined ? !mayBegin(label) : !mayFollow(previous, label)) return [];
        const step = previous === undefined ? 0 : (transitions[((border[i] ?? 0) * LABELS + previous) * LABELS + label] ?? 0);
        return [{ labels: [...labels, label], score: score + step + (unary[i * LABELS + label] ?? 0) }];
      }),
    );
  }
  return paths;
}

describe('the chain of labels around a cue', () => {
  it.each([1, 2, 3])('finds the best of all paths (made-up scores %i)', (seed) => {
    const one = lattice(5, seed);
    const best = allPaths(one).reduce((a, b) => (b.score > a.score ? b : a));
    const path = new Uint8Array(5);
    expect(viterbi(one, roomFor(5), path)).toBeCloseTo(best.score, 4);
    expect([...path]).toEqual(best.labels);
  });

  it.each([4, 5, 6])('sums over all paths, and gives each label its probability (made-up scores %i)', (seed) => {
    const one = lattice(4, seed);
    const sums = roomFor(4);
    const total = forward(one, sums);
    backward(one, sums);
    const paths = allPaths(one);
    const expected = Math.log(paths.reduce((sum, { score }) => sum + Math.exp(score), 0));
    expect(total).toBeCloseTo(expected, 4);
    for (let i = 0; i < 4; i++) {
      for (let label = 0; label < LABELS; label++) {
        const share = paths.reduce((sum, { labels, score }) => sum + (labels[i] === label ? Math.exp(score - expected) : 0), 0);
        expect((sums.alpha[i * LABELS + label] ?? 0) * (sums.beta[i * LABELS + label] ?? 0)).toBeCloseTo(share, 4);
      }
    }
  });
});
