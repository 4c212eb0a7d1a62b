import type { SourceType } from '../../article/attribution.ts';
import { typeOfHead } from './knowledge/organisations.ts';

/** What firms have and people do not: "Lumar’s users", "Lumar shares". */
const OF_A_FIRM =
  /^(?:['’]s?)? (?:(?:[a-z-]+ )?(?:CEO|co-?founders?|engineers|users|subscribers|customers|shareholders|shares|app|stores))\b/;

/**
 * The type of a name that its own words do not explain, by how the article speaks of it: "the start-up Lumar", "Lumar’s customers",
 * "Lumar, which". Null where nothing tells. `name` is as it stands in the text.
 */
export function typeByUse(text: string, name: string): SourceType | null {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const after = text.slice(at + name.length, at + name.length + 40);
    if (/^[A-Za-zÀ-ỿ]/u.test(after)) continue;
    const noun = /([a-z-]+) $/.exec(text.slice(Math.max(0, at - 30), at))?.[1];
    const type = noun === undefined ? null : typeOfHead(noun);
    if (type === 'business') return type;
    if (OF_A_FIRM.test(after)) return 'business';
  }
  return null;
}
