import { readFileSync } from 'node:fs';
import { labelSentences } from '../../src/engine/label-sentences.ts';
import { resolveSources } from '../../src/engine/sources/resolve-sources.ts';
import { speakAttributions } from '../../src/engine/status/speak-attributions.ts';
import type { SourcePack } from '../../src/packs/source-pack.ts';
import { readingOf } from './reading-of.ts';
import { attributionsOf } from './speakers-of.ts';

const MESSAGES = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8')) as object;

/** Labels of a marked text's sentences as "ana-ruiz, ben-holm: reported/named +denied"; own voice has "–" for its source. */
export function labelsOf(
  marked: string,
  { outlet = [], packs = [] }: { readonly outlet?: readonly string[]; readonly packs?: readonly SourcePack[] } = {},
): readonly string[] {
  const { text, attributions } = attributionsOf(marked);
  const reading = readingOf(text);
  const { speakers } = resolveSources(reading, attributions, packs);
  const spoken = speakAttributions(reading, attributions, speakers, new Set(outlet));
  return labelSentences(reading, spoken).map(({ sources, status, basis, flags, why }) => {
    const key = `why_${why.rule.replaceAll('-', '_')}`;
    if (!(key in MESSAGES)) throw new Error(`the rule ${why.rule} has no words for readers: ${key} in the message catalogue`);
    return `${sources.join(', ') || '–'}: ${status}/${basis}${flags.map((flag) => ` +${flag}`).join('')}`;
  });
}
