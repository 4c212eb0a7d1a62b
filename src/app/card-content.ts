import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Attribution, LabelledSentence, Source, Why } from '../article/attribution.ts';
import { type Theme, toneOf } from '../article/palette.ts';
import { letterOf, NOBODY_LETTER } from '../article/source-letter.ts';
import { textOf } from '../article/span.ts';
import type { CardContent, CardLine, CardSource } from '../page/card-view.ts';
import type { HighlightStyle } from '../page/highlight.ts';
import { formatNumber, formatShare, messageLanguage, packName, t, textDirection, tNamed } from '../platform/i18n.ts';

/** What a card's words are made from. */
export interface CardSubject {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly sentence: number;
  readonly theme: Theme;
  readonly lines: HighlightStyle['lines'];
  readonly canCorrect: boolean;
}

/** The words of the card for a sentence; null where there is no such sentence. */
export function cardContent({ article, ranks, sentence: index, theme, lines, canCorrect }: CardSubject): CardContent | null {
  const sentence = article.sentences[index];
  if (!sentence) return null;
  const sources = sentence.sources.flatMap((id) => article.sources.find((source) => source.id === id) ?? []);
  const rank = ranks.get(sentence.sources[0] ?? '') ?? null;
  return {
    theme,
    language: messageLanguage(),
    direction: textDirection(),
    label: t('hover_label'),
    sources: sources.length > 0 ? sources.map((source) => named(source, ranks, theme)) : [nobody(sentence, article, theme)],
    status: {
      text: tNamed('status', sentence.status),
      basis: tNamed('basis', sentence.basis),
      meaning: tNamed('status_meaning', sentence.status),
      lineStyle: lines[sentence.status],
      line: toneOf(rank, theme).line,
    },
    flags: sentence.flags.map((flag) => tNamed('flag', flag)),
    lines: linesOf(article, sentence),
    place: placeOf(article, index),
    words: {
      previous: t('hover_previous'),
      next: t('hover_next'),
      copy: t('hover_copy'),
      copied: t('hover_copied'),
      correct: t('hover_correct'),
      close: t('hover_close'),
    },
    canCorrect,
    note: t('hover_note'),
  };
}

/** A sentence with who says it and where it stands, for quoting it elsewhere. */
export function citationOf(article: AnnotatedArticle, index: number): string {
  const sentence = article.sentences[index];
  if (!sentence) return '';
  const names = sentence.sources.flatMap((id) => article.sources.find((source) => source.id === id)?.name ?? []);
  const label = [
    names.join(', ') || t('hover_article_itself'),
    tNamed('status', sentence.status),
    tNamed('basis', sentence.basis),
  ].join(', ');
  const where = [article.outlet, article.title && `“${article.title}”`, article.url].filter(Boolean).join(', ');
  return `${textOf(article.text, sentence)}\n— ${label}\n${where}`;
}

function named(source: Source, ranks: ReadonlyMap<string, number>, theme: Theme): CardSource {
  const rank = ranks.get(source.id) ?? null;
  const pack = source.pack === undefined ? [] : [t('hover_pack', packName(source.pack, source.packName ?? source.pack))];
  return {
    name: source.name,
    details: [tNamed('source_type', source.type), ...pack].join(' · '),
    letter: letterOf(rank),
    tone: toneOf(rank, theme),
  };
}

function nobody(sentence: LabelledSentence, article: AnnotatedArticle, theme: Theme): CardSource {
  const own = sentence.status === 'confirmed';
  return {
    name: own ? t('hover_article_itself') : t('hover_nobody'),
    details: own ? (article.outlet ?? t('hover_own_voice')) : tNamed('source_type', 'unknown'),
    letter: own ? letterOf(null) : NOBODY_LETTER,
    tone: toneOf(null, theme),
  };
}

function linesOf(article: AnnotatedArticle, sentence: LabelledSentence): CardLine[] {
  const attribution = mainAttribution(article, sentence);
  const cue = attribution ? attribution.cue.map((span) => textOf(article.text, span)).join(' … ') : '';
  return [
    ...(attribution && cue !== ''
      ? [{ label: t('hover_cue'), text: `“${cue}” — ${tNamed('implication', attribution.implication)}` }]
      : []),
    { label: t('hover_why'), text: whyInWords(sentence.why) },
    { label: t('hover_confidence'), text: formatShare(sentence.confidence), share: sentence.confidence },
  ];
}

function whyInWords({ rule, evidence, decider }: Why): string {
  const known = tNamed('why', rule, evidence ?? '');
  const words = known === rule ? t(decider === 'model' ? 'why_model' : 'why_rule') : known;
  return evidence === null || words.includes(evidence) ? words : `${words} “${evidence}”`;
}

/** The attribution that says most of the sentence: the one of its first source, else its first. */
function mainAttribution(article: AnnotatedArticle, sentence: LabelledSentence): Attribution | null {
  const all = sentence.attributions.flatMap((index) => article.attributions[index] ?? []);
  return all.find((attribution) => attribution.speaker !== null && attribution.speaker === sentence.sources[0]) ?? all[0] ?? null;
}

/** “3 of 9”: which of its first source's sentences this is; null where it is the only one. */
function placeOf(article: AnnotatedArticle, index: number): string | null {
  const source = article.sentences[index]?.sources[0];
  if (source === undefined) return null;
  const all = article.sentences.flatMap((sentence, at) => (sentence.sources.includes(source) ? [at] : []));
  return all.length < 2 ? null : t('hover_place', formatNumber(all.indexOf(index) + 1), formatNumber(all.length));
}

/** Source and cue spans to be drawn while the card of a sentence is open: those that stand in the sentence. */
export function emphasisOf(article: AnnotatedArticle, index: number) {
  const sentence = article.sentences[index];
  if (!sentence) return { sentence: null, source: [], cue: [] };
  const attributions = sentence.attributions.flatMap((at) => article.attributions[at] ?? []);
  const inside = (span: { readonly start: number; readonly end: number }) =>
    span.start >= sentence.start && span.end <= sentence.end;
  return {
    sentence,
    source: attributions.flatMap(({ source }) => source).filter(inside),
    cue: attributions.flatMap(({ cue }) => cue).filter(inside),
  };
}
