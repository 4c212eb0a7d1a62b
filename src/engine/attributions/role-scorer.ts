import { LABELS } from './chain.ts';
import type { CueContext } from './cue-window.ts';
import type { EncodedArticle } from './encoded-article.ts';
import { pairFeatures, relate, stretchFeatures, tokenFeatures } from './role-features.ts';
import { MAX_FEATURES } from './surroundings.ts';
import { toRows, type WeightTable } from './weight-table.ts';

/** What the features of an article's tokens say for the labels in the windows of its cues. */
export class RoleScorer {
  readonly #article: EncodedArticle;
  readonly #cueness: Float32Array;
  readonly #roles: WeightTable;
  readonly #features = new Int32Array(MAX_FEATURES);
  /** What a token's own features say is the same for every cue around it, and is known from the first on. */
  readonly #own: Float64Array;
  readonly #known: Uint8Array;
  readonly #stretch = new Float64Array(LABELS);

  constructor(article: EncodedArticle, cueness: Float32Array, roles: WeightTable) {
    this.#article = article;
    this.#cueness = cueness;
    this.#roles = roles;
    this.#own = new Float64Array(article.size * LABELS);
    this.#known = new Uint8Array(article.size);
  }

  /** Writes the scores of all labels at the tokens of a cue's window. */
  score(context: CueContext, unary: Float64Array): void {
    const own = this.#own;
    const stretch = this.#stretch;
    const features = this.#features;
    for (let t = context.from; t < context.to; t++) {
      const first = t * LABELS;
      const at = (t - context.from) * LABELS;
      if (!this.#known[t]) {
        this.#known[t] = 1;
        this.#add(tokenFeatures(this.#article, t, this.#cueness, features), own, first);
      }
      if (relate(this.#article, context, t) || t === context.from) {
        stretch.fill(0);
        this.#add(stretchFeatures(features), stretch, 0);
      }
      for (let l = 0; l < LABELS; l++) unary[at + l] = (own[first + l] as number) + (stretch[l] as number);
      this.#add(pairFeatures(features), unary, at);
    }
  }

  /** Adds what the first `n` features say for every label; OUTSIDE is what the others are measured against: its weights are nothing. */
  #add(n: number, into: Float64Array, at: number): void {
    const features = this.#features;
    const { rows, values } = this.#roles;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    const kept = toRows(this.#roles, features, n);
    for (let f = 0; f < kept; f++) {
      const k = features[f] as number;
      s1 += values[rows[k] as number] as number;
      s2 += values[rows[k + 1] as number] as number;
      s3 += values[rows[k + 2] as number] as number;
      s4 += values[rows[k + 3] as number] as number;
      s5 += values[rows[k + 4] as number] as number;
      s6 += values[rows[k + 5] as number] as number;
    }
    into[at + 1] = (into[at + 1] as number) + s1;
    into[at + 2] = (into[at + 2] as number) + s2;
    into[at + 3] = (into[at + 3] as number) + s3;
    into[at + 4] = (into[at + 4] as number) + s4;
    into[at + 5] = (into[at + 5] as number) + s5;
    into[at + 6] = (into[at + 6] as number) + s6;
  }
}
