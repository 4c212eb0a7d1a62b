import type { Span } from '../../article/span.ts';
import type { Reading } from '../reading.ts';
import { typeOfHead, typeOfKnownName } from '../sources/knowledge/organisations.ts';
import { isOwnOutlet } from '../sources/own-outlet.ts';
import { OUTLET_HAS_SEEN, SEEN_BY_OUTLET } from './phrases.ts';

/** A document of which the outlet says that it has it before it. */
interface Seen {
  /** Where the sentence that says so begins. */
  readonly at: number;
  /** The document's noun in that sentence, lower case: "report". */
  readonly nouns: ReadonlySet<string>;
  readonly evidence: string;
}

/** The outlet's name in "The Harbour Post has reviewed …" is a news outlet's. */
const isOutlet = (name: string, outlet: ReadonlySet<string>): boolean =>
  isOwnOutlet(outlet, name) || typeOfKnownName(name) === 'media' || typeOfHead(name.split(' ').at(-1) ?? '') === 'media';

/** The documents that the outlet says it saw, obtained, reviewed or verified, in text order (codebook: section 3, rule 8). */
export function seenDocuments({ text, sentences }: Reading, outlet: ReadonlySet<string>): readonly Seen[] {
  return sentences.flatMap((sentence: Span): readonly Seen[] => {
    const words = text.slice(sentence.start, sentence.end);
    // The expressions themselves take milliseconds to compile, and most stories have no such sentence.
    if (!/\b(?:obtained|reviewed|seen|viewed|verified|examined|authenticated|heard|analy[sz]ed|inspected)\b/.test(words))
      return [];
    const active = OUTLET_HAS_SEEN.exec(words);
    const seen = SEEN_BY_OUTLET.exec(words) ?? (active && isOutlet(active[1] ?? '', outlet) ? active : null);
    if (!seen) return [];
    const nouns = (words.match(/[A-Za-zÀ-ỿ]+/gu) ?? []).filter((word) => typeOfHead(word) === 'document');
    return [
      { at: sentence.start, nouns: new Set(nouns.map((word) => word.toLowerCase().replace(/s$/, ''))), evidence: seen[0].trim() },
    ];
  });
}

/** The words by which the outlet says that it saw the document of this name before a position; null where it does not. */
export function evidenceOfSeeing(seen: readonly Seen[], name: string, before: number): string | null {
  const head = (name.match(/[A-Za-zÀ-ỿ]+/gu) ?? []).map((word) => word.toLowerCase().replace(/s$/, ''));
  return seen.find((one) => one.at < before && head.some((word) => one.nouns.has(word)))?.evidence ?? null;
}
