import type { Span } from '../../src/article/span.ts';
import type { GoldArticle, GoldAttribution } from './corpus.ts';

interface Given {
  readonly source: readonly Span[];
  readonly content: readonly Span[];
  readonly confidence: number;
}

/** Words of a text that any of the spans touches, as the scorers count them. */
function wordsUnder(words: readonly Span[], spans: readonly Span[]): Set<number> {
  const hit = new Set<number>();
  for (const { start, end } of spans)
    words.forEach((word, i) => {
      if (word.start < end && word.end > start) hit.add(i);
    });
  return hit;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}

/** For each given attribution, whether it is right: matched one to one, content half or better and right source. */
export function rightOnes(text: string, gold: readonly GoldAttribution[], given: readonly Given[]): boolean[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const lift = (one: { readonly source: readonly Span[]; readonly content: readonly Span[] }) => ({
    source: wordsUnder(words, one.source),
    content: wordsUnder(words, one.content),
  });
  const theirs = gold.map(lift);
  const mine = given.map(lift);
  const pairs: [dice: number, gold: number, given: number][] = [];
  theirs.forEach((g, i) => {
    mine.forEach((p, j) => {
      const n = shared(g.content, p.content);
      if (n > 0) pairs.push([(2 * n) / (g.content.size + p.content.size), i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0]);
  const right = given.map(() => false);
  const usedGold = new Set<number>();
  const used = new Set<number>();
  for (const [dice, i, j] of pairs) {
    if (usedGold.has(i) || used.has(j)) continue;
    usedGold.add(i);
    used.add(j);
    const g = theirs[i]?.source ?? new Set();
    const p = mine[j]?.source ?? new Set();
    right[j] = dice >= 0.5 && (g.size === 0 ? p.size === 0 : shared(g, p) > 0);
  }
  return right;
}

/** The reliability table of the confidences: of those given about 0.8, are 80 % right? Ends with the expected calibration error. */
export function calibrate(
  gold: readonly GoldArticle[],
  predicted: readonly { readonly attributions: readonly Given[] }[],
): string {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, confidence: 0, right: 0 }));
  let total = 0;
  gold.forEach(({ text, attributions }, i) => {
    const given = predicted[i]?.attributions ?? [];
    const right = rightOnes(text, attributions, given);
    given.forEach(({ confidence }, j) => {
      const bin = bins[Math.min(9, Math.floor(confidence * 10))];
      if (!bin) return;
      bin.n++;
      bin.confidence += confidence;
      if (right[j]) bin.right++;
      total++;
    });
  });
  let error = 0;
  const lines = ['| confidence | given | mean confidence | right |', '| --- | --- | --- | --- |'];
  bins.forEach(({ n, confidence, right }, i) => {
    if (n === 0) return;
    error += Math.abs(confidence - right) / total;
    lines.push(
      `| ${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)} | ${n} | ${((100 * confidence) / n).toFixed(1)} % | ${((100 * right) / n).toFixed(1)} % |`,
    );
  });
  lines.push('', `expected calibration error (ten bins): ${error.toFixed(3)}`);
  return lines.join('\n');
}
