import type { NameMention, Person } from './name-index.ts';

/**
 * Whom a surname that several bear stands for: who of them spoke last, else who bore it alone before the others came, else whom the
 * article describes; else nobody is guessed. `mentions` and `spoken` are in text order.
 */
export function bearerOf(
  { name, candidates }: NameMention,
  mentions: readonly NameMention[],
  spoken: readonly { readonly person: Person | null }[],
): Person | null {
  const spoke = spoken.findLast((one) => one.person !== null && candidates.includes(one.person))?.person;
  if (spoke) return spoke;
  const whole = mentions.filter((one) => one.person !== null && candidates.includes(one.person));
  const [first] = whole;
  const other = whole.find((one) => one.person !== first?.person);
  const alone = mentions.find((one) => one.name === name);
  if (first?.person && other && alone && alone.start > first.start && alone.start < other.start) return first.person;
  const described = candidates.filter((person) => person.descriptions.length > 0);
  return described.length === 1 ? (described[0] ?? null) : null;
}
