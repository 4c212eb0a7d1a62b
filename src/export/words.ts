import type { Basis, Flag, SourceType, Status } from '../article/attribution.ts';

/**
 * The words that exports put around the data. The command line uses {@link ENGLISH_WORDS}; the extension passes its own from the
 * message catalogue (keys `export_*`), so that a file speaks the reader's language. `$1`… stand for what is filled in.
 */
export interface ExportWords {
  readonly note: string;
  readonly outlet: string;
  readonly address: string;
  readonly sources: string;
  readonly sentences: string;
  readonly source: string;
  readonly type: string;
  readonly count: string;
  readonly share: string;
  readonly nobody: string;
  readonly ownVoice: string;
  readonly confirmedBy: string;
  /** `$1` sentences, `$2` of them somebody's claim, `$3` in the outlet's own voice or confirmed. */
  readonly summary: string;
  readonly partial: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly flag: Readonly<Record<Flag, string>>;
  readonly sourceType: Readonly<Record<SourceType, string>>;
}

export const ENGLISH_WORDS: ExportWords = {
  note: 'The labels say how the article presents a claim, never whether it is true.',
  outlet: 'Outlet',
  address: 'Address',
  sources: 'Sources',
  sentences: 'Sentences',
  source: 'Source',
  type: 'Type',
  count: 'Sentences',
  share: 'Share',
  nobody: 'nobody named',
  ownVoice: 'the article itself',
  confirmedBy: 'confirmed by $1',
  summary: '$2 of $1 sentences are reported as somebody’s claim; $3 are confirmed or in the article’s own voice.',
  partial: 'Only a part of the article was on the page.',
  status: { reported: 'reported', confirmed: 'confirmed' },
  basis: {
    'own-voice': 'own voice',
    verified: 'verified by the outlet',
    'confirmed-by': 'confirmed by a source',
    named: 'named source',
    unnamed: 'unnamed source',
    'second-hand': 'second-hand',
    hearsay: 'hearsay',
  },
  flag: { denied: 'denied', unverified: 'could not be verified', 'no-comment': 'no comment' },
  sourceType: {
    government: 'government',
    military: 'military or police',
    'armed-group': 'armed group',
    international: 'international body',
    ngo: 'aid or civil-society organisation',
    family: 'families and victims',
    business: 'business',
    media: 'media',
    expert: 'expert',
    document: 'document',
    witness: 'witness',
    person: 'person',
    unknown: 'unknown',
  },
};

/** Fills `$1`… of a phrase with values, as WebExtension messages do. */
export function fillPhrase(phrase: string, ...values: readonly (string | number)[]): string {
  return phrase.replace(/\$(\d)/g, (whole, digit: string) => String(values[Number(digit) - 1] ?? whole));
}
