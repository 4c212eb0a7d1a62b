import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Attribution, LabelledSentence } from '../article/attribution.ts';
import { quoteSelectorOf } from '../article/quote-selector.ts';
import { type Span, textOf } from '../article/span.ts';
import { nameUuid } from './name-uuid.ts';
import { ENGLISH_WORDS, type ExportWords } from './words.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The labels as a W3C Web Annotation collection (JSON-LD, https://www.w3.org/TR/annotation-model/): one annotation a sentence
 * (motivation `classifying`) and one an attribution (`linking` its content to the words that name the source and to the cue).
 * Every target has a `TextQuoteSelector` and, as a hint, a `TextPositionSelector` into the article's text; positions are code
 * points there, as section 4.2.5 asks. Ids are the same whenever the same labels of the same text are exported.
 */
export function formatAnnotations(article: AnnotatedArticle, words: ExportWords = ENGLISH_WORDS): string {
  const base = article.url ?? nameUuid(article.text);
  const place = placer(article, base);
  const items = [
    ...article.sentences.map((sentence) => sentenceAnnotation(article, sentence, base, place, words)),
    ...article.attributions.flatMap((attribution) => attributionAnnotation(article, attribution, base, place) ?? []),
  ];
  const id = nameUuid('collection', base, article.text);
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: article.title === '' ? article.id : article.title,
    generator: { id: nameUuid('sourcelight'), type: 'Software', name: 'Sourcelight' },
    total: items.length,
    ...(items.length === 0
      ? {}
      : {
          first: { id: nameUuid('page', id), type: 'AnnotationPage', partOf: id, startIndex: 0, items },
          last: nameUuid('page', id),
        }),
  };
  return JSON.stringify(collection, null, 2);
}

type Place = (span: Span) => object;

function sentenceAnnotation(
  article: AnnotatedArticle,
  sentence: LabelledSentence,
  base: string,
  place: Place,
  words: ExportWords,
): object {
  const names = sentence.sources.map((id) => nameOf(article, id));
  const tags = [
    `status:${sentence.status}`,
    `basis:${sentence.basis}`,
    ...names.map((name) => `source:${name}`),
    ...sentence.flags.map((flag) => `flag:${flag}`),
  ];
  const said = `${names.length > 0 ? `${names.join(', ')}: ` : ''}${words.status[sentence.status]} (${words.basis[sentence.basis]}). ${words.note}`;
  return {
    '@context': CONTEXT,
    id: nameUuid('sentence', base, `${sentence.start}-${sentence.end}`, textOf(article.text, sentence)),
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value })),
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: said },
    ],
    target: place(sentence),
  };
}

/** Null for an attribution without a single span: an annotation must have a target (section 3.1). */
function attributionAnnotation(article: AnnotatedArticle, attribution: Attribution, base: string, place: Place): object | null {
  const { speaker, source, cue, content } = attribution;
  const tags = [
    `kind:${attribution.kind}`,
    `status:${attribution.status}`,
    `basis:${attribution.basis}`,
    `implication:${attribution.implication}`,
    ...(speaker === null ? [] : [`source:${nameOf(article, speaker)}`]),
  ];
  // An attribution without content (a bare no-comment) is about its cue.
  const about = [content, cue, source].find((spans) => spans.length > 0);
  const first = about?.[0];
  if (about === undefined || first === undefined) return null;
  return {
    '@context': CONTEXT,
    id: nameUuid('attribution', base, JSON.stringify([source, cue, content]), textOf(article.text, first)),
    type: 'Annotation',
    motivation: 'linking',
    body: [
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value })),
      ...source.map((span) => ({ ...place(span), purpose: 'identifying' })),
      ...cue.map((span) => ({ ...place(span), purpose: 'highlighting' })),
    ],
    target: about.map(place),
  };
}

function nameOf(article: AnnotatedArticle, id: string): string {
  return article.sources.find((source) => source.id === id)?.name ?? id;
}

/** Makes specific resources of spans, with positions counted in code points. */
function placer(article: AnnotatedArticle, base: string): Place {
  const { text } = article;
  const points = new Uint32Array(text.length + 1);
  for (let at = 0, count = 0; at < text.length; at += 1) {
    points[at] = count;
    const pair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (pair) {
      points[at + 1] = count;
      at += 1;
    }
    count += 1;
    points[at + 1] = count;
  }
  return (span) => ({
    type: 'SpecificResource',
    source: base,
    selector: [
      { type: 'TextQuoteSelector', ...quoteSelectorOf(text, span) },
      { type: 'TextPositionSelector', start: points[span.start] ?? 0, end: points[span.end] ?? 0 },
    ],
  });
}
