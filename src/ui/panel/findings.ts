import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Attribution, Implication, LabelledSentence, Source } from '../../article/attribution.ts';
import { textOf } from '../../article/span.ts';

/** A source with the sentences that are about it, as indices into the article's sentences. */
export interface SourceFinding {
  readonly source: Source;
  readonly at: readonly number[];
}

/** A cue with whose words it carries. */
export interface VerbFinding {
  /** The cue's words, in lower case and without the gap of a parted cue. */
  readonly cue: string;
  readonly implication: Implication;
  /** Sources in order of appearance; null stands for nobody named. */
  readonly speakers: readonly (Source | null)[];
  readonly at: readonly number[];
  readonly count: number;
}

const IMPLICATION_ORDER: readonly Implication[] = [
  'doubt',
  'guilt',
  'truth',
  'confirmation',
  'denial',
  'demand',
  'belief',
  'neutral',
];

/** Sources by their first sentence: who speaks first. */
export function speakersInOrder(article: AnnotatedArticle): readonly SourceFinding[] {
  const places = new Map<string, number[]>();
  article.sentences.forEach((sentence, index) => {
    for (const id of sentence.sources) places.set(id, [...(places.get(id) ?? []), index]);
  });
  return [...places].flatMap(([id, at]) => {
    const source = article.sources.find((one) => one.id === id);
    return source === undefined ? [] : [{ source, at }];
  });
}

/** Sources with the reported sentences that nobody else is a source of, most first: claims that rest on one source. */
export function singleSourced(article: AnnotatedArticle): readonly SourceFinding[] {
  const alone = speakersInOrder(article).map(({ source, at }) => ({
    source,
    at: at.filter((index) => {
      const sentence = article.sentences[index];
      return sentence?.status === 'reported' && sentence.sources.length === 1;
    }),
  }));
  return alone.filter(({ at }) => at.length > 0).sort((a, b) => b.at.length - a.at.length);
}

/** Sentences that nobody is named for: unnamed sources and hearsay. */
export function nobodyNamed(article: AnnotatedArticle): readonly number[] {
  return indicesOf(article, ({ basis }) => basis === 'unnamed' || basis === 'hearsay');
}

/** Sentences in which somebody gave no comment. */
export function noComment(article: AnnotatedArticle): readonly number[] {
  return indicesOf(article, ({ flags }) => flags.includes('no-comment'));
}

/** Cues by what they imply, those that take sides first; within that the most frequent first. */
export function verbLens(article: AnnotatedArticle): readonly VerbFinding[] {
  const verbs = new Map<string, VerbFinding>();
  article.attributions.forEach((attribution, index) => {
    const cue = cueText(article.text, attribution);
    if (cue === '') return;
    const speaker = article.sources.find((source) => source.id === attribution.speaker) ?? null;
    const key = `${attribution.implication} ${cue}`;
    const verb = verbs.get(key) ?? { cue, implication: attribution.implication, speakers: [], at: [], count: 0 };
    const place = sentenceOfCue(article, attribution, index);
    verbs.set(key, {
      ...verb,
      count: verb.count + 1,
      speakers: verb.speakers.includes(speaker) ? verb.speakers : [...verb.speakers, speaker],
      at: place < 0 || verb.at.includes(place) ? verb.at : [...verb.at, place],
    });
  });
  const order = (verb: VerbFinding) => IMPLICATION_ORDER.indexOf(verb.implication);
  return [...verbs.values()].sort((a, b) => order(a) - order(b) || b.count - a.count);
}

/** The words of a cue as one, in lower case. */
export function cueText(text: string, attribution: Attribution): string {
  return attribution.cue
    .map((span) => textOf(text, span))
    .join(' … ')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}

/** The sentence in which the cue stands; else the first one that the attribution touches; -1 where none does. */
function sentenceOfCue(article: AnnotatedArticle, attribution: Attribution, index: number): number {
  const start = attribution.cue[0]?.start ?? -1;
  const holding = article.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
  return holding >= 0 ? holding : article.sentences.findIndex((sentence) => sentence.attributions.includes(index));
}

function indicesOf(article: AnnotatedArticle, test: (sentence: LabelledSentence) => boolean): readonly number[] {
  return article.sentences.flatMap((sentence, index) => (test(sentence) ? [index] : []));
}
