import type { AttributionSpans, Basis, Flag, Implication, Status, Why } from '../../article/attribution.ts';
import { firstOf } from '../../article/wording.ts';
import { type Cue, mainCue } from '../cues/cue-lexicon.ts';
import type { Speaker } from '../sources/resolve-sources.ts';
import { CLAIM_NOUN, NO_COMMENTS, SEEN_BY_OUTLET } from './phrases.ts';

/** Status of one attribution, and by which rule. */
export interface AttributionStatus {
  readonly status: Status;
  readonly basis: Basis;
  readonly flags: readonly Flag[];
  readonly implication: Implication;
  readonly why: Why;
}

/** What the rules look at. */
export interface StatusEvidence {
  readonly attribution: AttributionSpans;
  readonly speakers: readonly Speaker[];
  /** The words of the cue. */
  readonly cue: string;
  /** The words of the sentence that holds the cue, or else of the first with content. */
  readonly sentence: string;
  /** The words right before the cue in its sentence. */
  readonly beforeCue: string;
  /** The words by which the outlet says, here or before, that it saw a document of this name; null where it does not. */
  readonly seenBefore: (name: string) => string | null;
  /** Whether a source is the outlet that publishes the article. */
  readonly isOwnOutlet: (source: Speaker) => boolean;
}

const NEGATED =
  /(?:\b(?:not|never|neither|nor|no|hardly)|n[’']t|\bdeclin(?:ed|es) to|\brefus(?:ed|es) to|\bfail(?:ed|s) to|\bunable to|\bwithout)\s*(?:[a-z]+ly )?$/i;
const CONFIRMS = /\b(?:confirm|acknowledg|admit|conced|corroborat|verif|affirm)\w*/i;
const MAY_CONFIRM = /\b(?:can|could|may|might|would|to|should)\s*$/i;

/** By the codebook's section 3, the first rule that applies decides: no comment, confirmed, verified, second-hand, hearsay, named or unnamed. */
export function statusOf(evidence: StatusEvidence): AttributionStatus {
  const cue = mainCue(evidence.cue);
  const flags = flagsOf(evidence, cue);
  const implication = cue?.implies ?? 'neutral';
  const decided = decide(evidence);
  return { ...decided, flags, implication };
}

function rule(
  status: Status,
  basis: Basis,
  name: string,
  evidence: string | null,
): Omit<AttributionStatus, 'flags' | 'implication'> {
  return { status, basis, why: { decider: 'rule', rule: name, evidence } };
}

function decide(evidence: StatusEvidence): Omit<AttributionStatus, 'flags' | 'implication'> {
  const { speakers, cue, sentence, beforeCue } = evidence;
  const confirms = CONFIRMS.exec(cue);
  const outlets = speakers.filter((speaker) => evidence.isOwnOutlet(speaker));
  if (speakers.length > 0 && outlets.length === speakers.length)
    return rule('confirmed', 'own-voice', 'own-reporting', speakers[0]?.source.name ?? null);
  if (
    confirms &&
    speakers.length > 0 &&
    !NEGATED.test(beforeCue) &&
    !NEGATED.test(cue.slice(0, confirms.index)) &&
    !MAY_CONFIRM.test(cue.slice(0, confirms.index)) &&
    speakers[0]?.source.type !== 'media'
  ) {
    return rule('confirmed', 'confirmed-by', 'confirmed-by', confirms[0]);
  }
  const documents = speakers.filter((speaker) => speaker.source.type === 'document');
  if (documents.length === speakers.length) {
    const seen = SEEN_BY_OUTLET.exec(sentence)?.[0] ?? evidence.seenBefore(documents[0]?.source.name ?? '');
    if (seen) return rule('confirmed', 'verified', 'seen-by-outlet', seen);
  }
  if (speakers.length === 0) return rule('reported', 'hearsay', 'nobody-named', cue === '' ? null : cue);
  const carrier = speakers.find(
    (speaker) => speaker.source.type === 'media' && !/\b(?:interviewer|journalists?|reporters?)\b/i.test(speaker.source.name),
  );
  if (carrier) return rule('reported', 'second-hand', 'another-outlet', carrier.source.name);
  if (speakers.some((speaker) => speaker.named)) return rule('reported', 'named', 'named-source', cue === '' ? null : cue);
  return rule('reported', 'unnamed', 'unnamed-source', speakers[0]?.source.name ?? null);
}

function flagsOf(evidence: StatusEvidence, cue: Cue | null): readonly Flag[] {
  const flags: Flag[] = [];
  if (denies(evidence, cue)) flags.push('denied');
  if (isNoComment(evidence.cue, evidence.beforeCue)) flags.push('no-comment');
  return flags;
}

/** A factual claim is denied; the refusal of an offer is no denial (codebook: section 3, rule 11). */
function denies({ attribution, cue: words, sentence, beforeCue }: StatusEvidence, cue: Cue | null): boolean {
  if (NEGATED.test(beforeCue) || attribution.content.length === 0) return false;
  if (cue?.implies === 'denial')
    return /^(?:deny|denial|refute|rebut|debunk|contest|dispute)$/.test(cue.lemma) || CLAIM_NOUN.test(sentence);
  return /\breject\w*/i.test(words) && CLAIM_NOUN.test(sentence);
}

/** Whether the cue itself says that somebody did not answer. */
export function isNoComment(cue: string, beforeCue = ''): boolean {
  const before = beforeCue.slice(-30);
  const found = firstOf(NO_COMMENTS, `${before}${cue}`);
  return found !== null && found.index + found[0].length > before.length;
}
