import type { AnnotatedArticle } from '../../../src/article/annotated-article.ts';
import type { Attribution, LabelledSentence } from '../../../src/article/attribution.ts';
import { type Span, textOf } from '../../../src/article/span.ts';

/** A whole analysis for people to read: sources first, then every sentence with its label and what was found in it. */
export function printAnalysis(article: AnnotatedArticle): string {
  const reported = article.sentences.filter(({ status }) => status === 'reported').length;
  const lines = [
    article.title,
    `${article.outlet ?? 'no outlet'}; ${article.language}${article.partial ? '; partial' : ''}`,
    `${article.sentences.length} sentences: ${reported} reported, ${article.sentences.length - reported} confirmed`,
    '',
    'Sources',
    ...article.sources.map(({ id, name, type, pack }) => `  ${id}: ${name} (${type}${pack ? `, ${pack}` : ''})`),
  ];
  for (const [index, block] of article.blocks.entries()) {
    const sentences = article.sentences.filter((sentence) => sentence.block === index);
    lines.push('', sentences.length === 0 ? `[${block.kind}] ${textOf(article.text, block)}` : `[${block.kind}]`);
    for (const sentence of sentences) lines.push(...printSentence(article, sentence));
  }
  return `${lines.join('\n')}\n`;
}

function printSentence(article: AnnotatedArticle, sentence: LabelledSentence): readonly string[] {
  const flags = sentence.flags.length > 0 ? ` (${sentence.flags.join(', ')})` : '';
  const who = sentence.sources.length > 0 ? sentence.sources.join(' + ') : 'nobody';
  return [
    `  ${textOf(article.text, sentence)}`,
    `    = ${sentence.status}, ${sentence.basis}${flags}: ${who}`,
    ...sentence.attributions
      .flatMap((at) => article.attributions[at] ?? [])
      .map((one) => `    - ${printAttribution(article, one)}`),
  ];
}

function printAttribution({ text }: AnnotatedArticle, attribution: Attribution): string {
  const words = (spans: readonly Span[]) =>
    spans.length > 0 ? spans.map((span) => textOf(text, span).replaceAll('\n', ' ¶ ')).join(' … ') : '–';
  const { speaker, kind, basis, source, cue, content, why } = attribution;
  return `${speaker ?? 'nobody'} [${words(source)}] [${words(cue)}] ${kind}, ${basis}, ${why.rule}: ${words(content)}`;
}
