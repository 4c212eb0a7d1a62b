import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeArticle } from '../../../src/engine/attributions/encoded-article.ts';
import { draftAttributions } from '../../../src/engine/attributions/find-attributions.ts';
import { fitSpans } from '../../../src/engine/attributions/fit-spans.ts';
import { type BinaryChain, sumPaths } from '../../../src/engine/attributions/token-roles.ts';
import { blocksOfPlainText } from '../../../src/engine/body.ts';
import { readModel } from '../../../src/engine/model.ts';
import { findQuotations } from '../../../src/engine/quotations.ts';
import { readSentences } from '../../../src/engine/read.ts';

const model = readModel(new Uint8Array(readFileSync(new URL('../../../src/engine/weights/weights.bin', import.meta.url))));

function encoded(text: string) {
  const blocks = blocksOfPlainText(text);
  const sentences = readSentences(text, blocks, model.syntax);
  return encodeArticle({ text, blocks, sentences, quotations: findQuotations(text, blocks) });
}

/** Scores of a chain that are the same for the same seed, between a tenth and ten. */
function madeUpChain(size: number, seed: number): BinaryChain {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 10 ** ((state / 0x7fffffff) * 2 - 1);
  };
  const part = (): Float64Array => Float64Array.from({ length: size }, next);
  return { inside: part(), enter: part(), leave: part() };
}

/** The probability of every token to be inside, by trying all sequences. */
function byTryingAll({ inside, enter, leave }: BinaryChain, size: number): readonly number[] {
  const sums = new Array<number>(size).fill(0);
  let total = 0;
  for (let path = 0; path < 1 << size; path++) {
    let weight = 1;
    for (let t = 0; t < size; t++) {
      const before = t > 0 && (path & (1 << (t - 1))) !== 0;
      const now = (path & (1 << t)) !== 0;
      if (now) weight *= (inside[t] ?? 1) * (before ? 1 : (enter[t] ?? 1));
      else if (before) weight *= leave[t] ?? 1;
    }
    total += weight;
    for (let t = 0; t < size; t++) if (path & (1 << t)) sums[t] = (sums[t] ?? 0) + weight;
  }
  return sums.map((sum) => sum / total);
}

describe('the roles of tokens, whatever the cue', () => {
  it.each([1, 2, 3])('are the probabilities that trying all sequences gives (made-up scores %i)', (seed) => {
    const size = 8;
    const chain = madeUpChain(size, seed);
    const sums = { alpha: new Float64Array(size * 2), beta: new Float64Array(size * 2), scale: new Float64Array(size) };
    sumPaths(chain, size, sums);
    byTryingAll(chain, size).forEach((expected, t) => {
      expect((sums.alpha[t * 2 + 1] ?? 0) * (sums.beta[t * 2 + 1] ?? 0)).toBeCloseTo(expected, 10);
    });
  });

  it('tell who speaks, the cue and the claim from the rest', () => {
    const text = 'Heavy rain fell all night. The mayor said that the bridge would open in May.';
    const article = encoded(text);
    const { roles } = draftAttributions(article, model.attributions);
    const at = (word: string): number => article.start.indexOf(text.indexOf(word));
    expect(roles.source[at('mayor')]).toBeGreaterThan(0.5);
    expect(roles.cue[at('said')]).toBeGreaterThan(0.5);
    expect(roles.content[at('bridge')]).toBeGreaterThan(0.5);
    expect(roles.content[at('rain')]).toBeLessThan(0.5);
  });
});

describe('spans fitted to the roles of their tokens', () => {
  const text = 'On Monday the mayor said in a letter the bridge would open in May.';
  const article = encoded(text);
  const first = (word: string): number => article.start.indexOf(text.indexOf(word));
  const certain = (words: readonly [from: string, to: string]): Float32Array =>
    Float32Array.from({ length: article.size }, (_, t) => (t >= first(words[0]) && t <= first(words[1]) ? 0.9 : 0.05));
  const roles = { source: certain(['the', 'mayor']), cue: certain(['said', 'letter']), content: certain(['the bridge', 'May']) };
  const chosen = {
    source: [{ first: first('Monday'), last: first('mayor') }],
    cue: [{ first: first('said'), last: first('said') }],
    content: [{ first: first('bridge'), last: first('in May') }],
    confidence: 0.8,
    rule: 'cue-model' as const,
    head: first('said'),
  };

  it('lose the words at their ends that are unlikely, and take in the likely ones beside them', () => {
    const [one] = fitSpans(article, [chosen], roles);
    expect(one?.source).toEqual([{ first: first('the'), last: first('mayor') }]);
    expect(one?.cue).toEqual([{ first: first('said'), last: first('letter') }]);
    expect(one?.content).toEqual([{ first: first('the bridge'), last: first('May') }]);
  });

  it('never take what another attribution holds', () => {
    const other = { ...chosen, source: [], cue: [], content: [{ first: first('in a'), last: first('letter') }] };
    const [one] = fitSpans(article, [chosen, other], roles);
    expect(one?.cue).toEqual(chosen.cue);
  });

  it('stay as they are where nothing in them is likely', () => {
    const none = new Float32Array(article.size);
    const [one] = fitSpans(article, [chosen], { source: none, cue: none, content: none });
    expect(one?.source).toEqual(chosen.source);
    expect(one?.content).toEqual(chosen.content);
    expect(one?.cue).toEqual(chosen.cue);
  });
});
