import { typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf } from './knowledge/places.ts';
import { isRole } from './knowledge/roles.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';

const POSSESSIVE = /^(?:his|her|their|our|my)$/;
const ONE_NAME = /^[A-ZÀ-ÞĀ-Ž][a-zß-ÿ’-]+$/u;
const AFTER_COMMA = /^,\s([A-ZÀ-ÞĀ-Ž][a-zß-ÿ’-]+),/u;

/**
 * "His wife, Lina,", "her sister Marta": somebody with one name, beside what they are to somebody. The phrase of the name, with the role as
 * its appositive; null where there is none. `after` is the text behind the phrase, where an appositive may stand.
 */
export function firstNameIn(phrase: NounPhrase, after: string): NounPhrase | null {
  if (!POSSESSIVE.test(phrase.determiner ?? '')) return null;
  const name = phrase.proper ? phrase.head : phrase.appositive === '' ? AFTER_COMMA.exec(after)?.[1] : phrase.appositive;
  const role = phrase.proper ? phrase.premodifier : phrase.core;
  const last = role.split(' ').at(-1) ?? '';
  if (!name || !ONE_NAME.test(name) || !isRole(last) || /^[A-ZÀ-ÞĀ-Ž]/u.test(last) || /s$/.test(last)) return null;
  return stateOf(name) || typeOfKnownName(name) ? null : { ...readNounPhrase(name), appositive: role };
}
