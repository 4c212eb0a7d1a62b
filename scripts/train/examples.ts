import type { Span } from '../../src/article/span.ts';
import { CONTENT, CONTENT_BEGIN, CUE, NO_CUE, OUTSIDE, SOURCE, SOURCE_BEGIN } from '../../src/engine/attributions/chain.ts';
import { type EncodedArticle, encodeArticle, PUNCTUATION, VERB } from '../../src/engine/attributions/encoded-article.ts';
import type { Reading } from '../../src/engine/reading.ts';
import type { GoldAttribution } from './corpus.ts';

/** A gold attribution in tokens: its cue's head, and the role of every token that it touches. */
export interface GoldFrame {
  readonly cue: number;
  readonly roles: ReadonlyMap<number, 'source' | 'cue' | 'content'>;
}

/** One training article, encoded, with its gold frames by cue head. */
export interface Example {
  readonly reading: Reading;
  readonly article: EncodedArticle;
  readonly frames: ReadonlyMap<number, GoldFrame>;
  readonly gold: readonly GoldAttribution[];
}

/** Tokens that any of the spans touches. */
export function tokensUnder(article: EncodedArticle, spans: readonly Span[]): number[] {
  const found: number[] = [];
  for (const span of spans) {
    let lo = 0;
    let hi = article.size;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((article.end[mid] as number) <= span.start) lo = mid + 1;
      else hi = mid;
    }
    for (let t = lo; t < article.size && (article.start[t] as number) < span.end; t++) found.push(t);
  }
  return found;
}

/** The head of a cue: the token nearest to the root, words before punctuation, verbs before others, the first of equals. */
function cueHead(article: EncodedArticle, tokens: readonly number[]): number {
  const cost = (t: number): number =>
    ((article.kind[t] as number) >= PUNCTUATION ? 1000 : 0) +
    (article.depth[t] as number) * 2 -
    (article.kind[t] === VERB ? 1 : 0);
  return tokens.reduce((best, t) => (cost(t) < cost(best) ? t : best));
}

export function makeExample(reading: Reading, gold: readonly GoldAttribution[]): Example {
  const article = encodeArticle(reading);
  const frames = new Map<number, GoldFrame>();
  for (const one of gold) {
    const cueTokens = tokensUnder(article, one.cue);
    if (cueTokens.length === 0) continue;
    const cue = cueHead(article, cueTokens);
    if (frames.has(cue)) continue;
    const roles = new Map<number, 'source' | 'cue' | 'content'>();
    for (const t of tokensUnder(article, one.content)) roles.set(t, 'content');
    for (const t of tokensUnder(article, one.source)) roles.set(t, 'source');
    for (const t of cueTokens) roles.set(t, 'cue');
    frames.set(cue, { cue, roles });
  }
  return { reading, article, frames, gold };
}

/** The labels of a window under a gold frame. */
export function labelsOf(frame: GoldFrame | undefined, from: number, to: number): Uint8Array {
  const labels = new Uint8Array(to - from);
  if (!frame) return labels.fill(NO_CUE);
  for (let t = from; t < to; t++) {
    const role = frame.roles.get(t);
    const same = t > from && frame.roles.get(t - 1) === role;
    if (role === 'cue') labels[t - from] = CUE;
    else if (role === 'source') labels[t - from] = same ? SOURCE : SOURCE_BEGIN;
    else if (role === 'content') labels[t - from] = same ? CONTENT : CONTENT_BEGIN;
    else labels[t - from] = OUTSIDE;
  }
  return labels;
}
