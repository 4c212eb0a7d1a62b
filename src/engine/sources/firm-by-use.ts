import type { Span } from '../../article/span.ts';
import { typeOfHead } from './knowledge/organisations.ts';

/** What firms have and people do not: "Lumar’s users", "Lumar shares". */
const OF_A_FIRM =
  /^(?:['’]s?)? (?:(?:[a-z-]+ )?(?:CEO|co-?founders?|engineers|users|subscribers|customers|shareholders|shares|app|stores))\b/;

/**
 * Whether a name that its own words do not explain is a firm's by how the article speaks of it: "the start-up Lumar", "Lumar’s customers".
 * `mentions` are the places in the text where the name stands.
 */
export function isFirmByUse(text: string, mentions: readonly Span[]): boolean {
  return mentions.some(({ start, end }) => {
    const noun = /([a-z-]+) $/.exec(text.slice(Math.max(0, start - 30), start))?.[1];
    return (noun !== undefined && typeOfHead(noun) === 'business') || OF_A_FIRM.test(text.slice(end, end + 40));
  });
}
