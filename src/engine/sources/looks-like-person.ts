import { isFirstName } from './knowledge/first-names.ts';
import { isBodyWord, typeOfHead, typeOfKnownName } from './knowledge/organisations.ts';
import { stateOf, stateOfDemonym } from './knowledge/places.ts';
import { isRole } from './knowledge/roles.ts';
import { PARTICLE_HYPHEN } from './name-runs.ts';

/**
 * Whether a run of words without a title is a person's name: by its first name, or since nothing tells that it is a body or place.
 * `before` is the last word before it, `after` the head of the description that follows, "who", or an age.
 */
export function looksLikePerson(
  tokens: readonly string[],
  after: string,
  before: string,
  standsAlone: (name: string) => boolean,
): boolean {
  const last = tokens.at(-1) ?? '';
  const whole = tokens.join(' ');
  if (tokens.length === 1 && after === 'who' && !typeOfKnownName(whole) && !stateOf(whole) && !stateOfDemonym(whole))
    return /^[A-ZÀ-ÞĀ-Ž][a-zß-ž]+$/u.test(whole);
  if (tokens.length < 2 || tokens.length > 5) return false;
  if (typeOfKnownName(whole) || stateOf(whole) || tokens.some((token) => /^[A-ZÀ-ÞĀ-Ž]{2,}s?$/u.test(token) && token.length > 2))
    return false;
  if (tokens.some(isBodyWord)) return false;
  if (isFirstName(tokens[0] ?? '')) return typeOfHead(last) === null || isRole(after);
  if (
    typeOfHead(last) ||
    stateOf(tokens[0] ?? '') ||
    stateOfDemonym(tokens[0] ?? '') ||
    tokens.some((token) => token.includes('/'))
  )
    return false;
  if (tokens.some((token) => /^(?:of|for|the)$/.test(token))) return false;
  if (/-year-old$/.test(before)) return true;
  // The surname or the given name stands alone elsewhere: bodies are not called so.
  if (
    tokens.length <= 3 &&
    tokens.every((token) => /^[A-ZÀ-ÞĀ-Ž][a-zß-ž]/u.test(token) || PARTICLE_HYPHEN.test(token)) &&
    (standsAlone(last) || standsAlone(tokens[0] ?? ''))
  )
    return true;
  return /^(?:who|\d+)$/.test(after) || (after !== '' && isRole(after)) || tokens.some((token) => /^[A-ZÀ-ÞĀ-Ž]\.$/u.test(token));
}
