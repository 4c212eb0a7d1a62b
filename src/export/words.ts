import type { Basis, Flag, SourceType, Status } from '../article/attribution.ts';

/**
 * The words that exports put around the data. The extension passes its own from the message catalogue, so that a file speaks the
 * reader's language; the command line uses {@link ENGLISH_WORDS}, which are the catalogue's English ones.
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
  readonly confirmedBy: (who: string) => string;
  /** How many of all sentences are somebody's claim, and how many are confirmed or in the article's own voice. */
  readonly summary: (reported: number, confirmed: number, all: number) => string;
  readonly partial: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly flag: Readonly<Record<Flag, string>>;
  readonly sourceType: Readonly<Record<SourceType, string>>;
}

export const ENGLISH_WORDS: ExportWords = {
  note: 'Labels say how the article presents a claim, never whether it is true.',
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
  confirmedBy: (who) => `confirmed by ${who}`,
  summary: (reported, confirmed, all) =>
    `${reported} of ${all} sentences ${isOrAre(reported)} reported as somebody’s claim. ${confirmed} ${isOrAre(confirmed)} confirmed or in the article’s own voice.`,
  partial: 'Only a part of the article was on the page.',
  status: { reported: 'Reported', confirmed: 'Confirmed' },
  basis: {
    'own-voice': 'Own voice',
    verified: 'Verified by the outlet',
    'confirmed-by': 'Confirmed by a party',
    named: 'Named source',
    unnamed: 'Unnamed source',
    'second-hand': 'Second-hand',
    hearsay: 'Hearsay',
  },
  flag: { denied: 'Denied', unverified: 'Could not be verified', 'no-comment': 'No comment' },
  sourceType: {
    government: 'Government',
    military: 'Military or police',
    'armed-group': 'Armed group',
    international: 'International body',
    ngo: 'Aid or civil society',
    family: 'Family or survivors',
    business: 'Company',
    media: 'News outlet',
    expert: 'Expert',
    document: 'Document or recording',
    witness: 'Witness or resident',
    person: 'Person',
    unknown: 'Nobody named',
  },
};

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
