import type { Span } from './span.ts';

/** Type of a source (codebook: section 2). */
export const SOURCE_TYPES = [
  'government',
  'military',
  'armed-group',
  'international',
  'ngo',
  'family',
  'business',
  'media',
  'expert',
  'document',
  'witness',
  'person',
  'unknown',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Whether the article stands behind a claim (codebook: section 3). */
export const STATUSES = ['reported', 'confirmed'] as const;
export type Status = (typeof STATUSES)[number];

/** What a status rests on; the first three are `confirmed`, the others `reported` (codebook: section 3). */
export const BASES = ['own-voice', 'verified', 'confirmed-by', 'named', 'unnamed', 'second-hand', 'hearsay'] as const;
export type Basis = (typeof BASES)[number];

export const FLAGS = ['denied', 'unverified', 'no-comment'] as const;
export type Flag = (typeof FLAGS)[number];

/** All of the content inside quotation marks, none of it, or some. */
export type ContentKind = 'direct' | 'indirect' | 'mixed';

/** Who somebody is for this article: all mentions of a speaker are one source. */
export interface Source {
  /** Stable within the article; a pack's id, or one made from the name. */
  readonly id: string;
  /** Display name. */
  readonly name: string;
  readonly type: SourceType;
  /** Id of the source pack that knows this source, and its name; absent where none does. */
  readonly pack?: string;
  readonly packName?: string;
}

/** What a cue implies about the content, by the style guides (docs/cues.md). */
export type Implication = 'neutral' | 'doubt' | 'truth' | 'guilt' | 'denial' | 'confirmation' | 'demand' | 'belief';

/** Why a label was given: who decided, and on what evidence. Shown in words by the interface. */
export interface Why {
  /** A learned model's decision, or a named rule's. */
  readonly decider: 'model' | 'rule';
  /** Name of the rule or of the model's part, a key of the message catalogue: `why_<rule>` with `-` as `_`. */
  readonly rule: string;
  /** The words that decided, as they stand in the text; null where there are none (own voice). */
  readonly evidence: string | null;
}

/** Source, cue and content spans of one attribution, before it is known who the source is (PARC 3, PolNeAR). */
export interface AttributionSpans {
  /** Empty where nobody is named. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** One or more pieces, in text order, apart. */
  readonly content: readonly Span[];
  readonly kind: ContentKind;
  /** 0 to 1, calibrated: content half or better and right source. */
  readonly confidence: number;
  readonly why: Why;
}

export interface Attribution extends AttributionSpans {
  /** Id of the source; null where nobody is named. */
  readonly speaker: string | null;
  readonly status: Status;
  readonly basis: Basis;
  readonly flags: readonly Flag[];
  readonly implication: Implication;
  /** Why this status and basis. */
  readonly statusWhy: Why;
}

/** One labelled sentence of the article's body. */
export interface LabelledSentence extends Span {
  /** Ids of the sources, in text order. */
  readonly sources: readonly string[];
  readonly status: Status;
  readonly basis: Basis;
  readonly flags: readonly Flag[];
  /** Indices into the article's attributions whose content or cue touches the sentence. */
  readonly attributions: readonly number[];
  /** Index of the block that holds the sentence. */
  readonly block: number;
  /** 0 to 1: the least of the confidences it rests on; 1 for own voice without any doubt. */
  readonly confidence: number;
  readonly why: Why;
}
