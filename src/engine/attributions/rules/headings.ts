import type { AttributionSpans } from '../../../article/attribution.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DATE = new RegExp(`^(?:(?:${MONTH}|\\d{1,4}(?:st|nd|rd|th|s)?)[\\s,–-]{0,2}){1,8}$`);
const PART_OF_A_PAGE = /^(?:the )?(?:claims?|facts?|verdict|myth|truth|rating|assessment|conclusion|updated?|note|correction)$/i;

/** "1959: “Champions of the season”", "July 15, 1960: …", "CLAIM: …": what stands before the colon heads the words and says nothing. */
export function isHeading(text: string, { source, cue }: AttributionSpans): boolean {
  const [only] = source;
  if (!only || source.length > 1 || cue.length !== 1 || text.slice(cue[0]?.start, cue[0]?.end) !== ':') return false;
  const words = text.slice(only.start, only.end);
  return DATE.test(words) || PART_OF_A_PAGE.test(words);
}
