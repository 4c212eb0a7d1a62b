import type { Implication } from '../../article/attribution.ts';
import { CUE_GROUPS, type CueKind, HEDGE_ADVERBS, IRREGULAR, PREPOSITIONS, type StyleRule } from './cue-entries.ts';

/** What the lexicon knows of one cue word. */
export interface Cue {
  /** Base form. */
  readonly lemma: string;
  readonly kind: CueKind;
  readonly implies: Implication;
  readonly style: StyleRule;
  readonly part: 'verb' | 'noun' | 'adverb' | 'preposition';
}

/** The forms of a regular English verb, and those of the irregular table. */
export function formsOf(verb: string): readonly string[] {
  const stem = verb.replace(/e$/, '');
  const y = /[^aeiou]y$/.test(verb);
  const third = y ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = y ? `${verb.slice(0, -1)}ied` : verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
  const gerund = verb.endsWith('ee') ? `${verb}ing` : `${stem}ing`;
  const irregular = IRREGULAR[verb];
  return irregular ? [verb, third, gerund, ...irregular] : [verb, third, past, gerund];
}

function buildLexicon(): ReadonlyMap<string, Cue> {
  const lexicon = new Map<string, Cue>();
  const put = (form: string, cue: Cue) => {
    if (!lexicon.has(form)) lexicon.set(form, cue);
  };
  for (const group of CUE_GROUPS) {
    const { kind, implies, style } = group;
    for (const verb of group.verbs.split(' ')) {
      for (const form of formsOf(verb)) put(form, { lemma: verb, kind, implies, style, part: 'verb' });
    }
  }
  for (const group of CUE_GROUPS) {
    const { kind, implies, style } = group;
    for (const noun of group.nouns.split(' ')) {
      const cue: Cue = { lemma: noun, kind, implies, style, part: 'noun' };
      put(noun, cue);
      put(/y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`, cue);
    }
  }
  for (const adverb of HEDGE_ADVERBS) {
    put(adverb, { lemma: adverb, kind: 'speech', implies: 'doubt', style: 'hedge-needs-a-source', part: 'adverb' });
  }
  for (const preposition of PREPOSITIONS) {
    put(preposition, { lemma: preposition, kind: 'speech', implies: 'neutral', style: 'said-is-neutral', part: 'preposition' });
  }
  return lexicon;
}

const LEXICON = buildLexicon();

/** What the lexicon knows of a word in any of its forms; null where it is no cue. */
export function lookUpCue(word: string): Cue | null {
  return LEXICON.get(word.toLowerCase()) ?? null;
}

/**
 * The cue that decides among the words of a cue span: the strongest one, so that "issued a denial" is a denial and "went on to
 * say" is speech. Adverbs decide only where nothing else does.
 */
export function mainCue(words: string): Cue | null {
  let best: Cue | null = null;
  for (const word of words.match(/[A-Za-zÀ-ỿ-]+/gu) ?? []) {
    const cue = lookUpCue(word);
    if (cue && (best === null || weight(cue) > weight(best))) best = cue;
  }
  return best;
}

function weight(cue: Cue): number {
  if (cue.part === 'adverb') return 0;
  if (cue.kind === 'deed') return 1;
  return cue.implies === 'neutral' ? 2 : 3;
}
