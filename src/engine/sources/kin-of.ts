import type { Reading } from '../reading.ts';
import { isRole } from './knowledge/roles.ts';
import type { PackIndex, PackMatch } from './match-pack.ts';
import { OWN_RELATIVE } from './mention-words.ts';
import { headOfDescription } from './name-descriptions.ts';
import type { NameMention, Person } from './name-index.ts';
import { anchorWords } from './pack-forms.ts';
import { typeOfPerson } from './source-type.ts';

/** Somebody's relative, where the pack has an entry for the relatives of such people ("hostages") and no office tells otherwise. */
export function kinOf(
  person: Person,
  packs: PackIndex,
  mentions: readonly NameMention[],
  { text, sentences }: Reading,
): PackMatch | null {
  if (
    packs.kin.length === 0 ||
    person.descriptions.some((one) => isRole(headOfDescription(one)) && typeOfPerson([one]) !== 'family')
  )
    return null;
  const isKin = (one: Person): string | undefined => one.descriptions.find((words) => typeOfPerson([words]) === 'family');
  const kin = isKin(person);
  const own = mentions.filter((one) => one.person === person);
  // "Ana’s aunt Mia Berg and cousin Ben Berg": the second is whose the first is.
  const beside = own.flatMap((one) =>
    mentions.filter((other) => other.sentence === one.sentence && other.person !== null && other.person !== person),
  );
  const families = [kin, ...(kin === undefined ? [] : beside.map((one) => (one.person ? isKin(one.person) : undefined)))];
  const relatives = mentions.filter(
    (one) =>
      one.person !== person && families.some((words) => words?.includes(one.person?.first ?? one.name.split(' ')[0] ?? '\n')),
  );
  for (const mention of [...own, ...relatives]) {
    // What the sentence before says counts too: "Among the captives freed was Ana Berg. Her father, Ben Berg, …"
    const from = sentences[Math.max(0, mention.sentence - (kin === undefined ? 0 : 1))];
    const sentence = sentences[mention.sentence];
    const words = from && sentence ? text.slice(from.start, sentence.end) : '';
    if (kin === undefined && !OWN_RELATIVE.test(words)) continue;
    const found = packs.kin.find((one) => [...anchorWords(words)].some((word) => one.words.has(word)));
    if (found) return found.match;
  }
  return null;
}
