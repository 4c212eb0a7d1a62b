import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { LabelledSentence } from '../article/attribution.ts';
import { textOf } from '../article/span.ts';
import { ENGLISH_WORDS, type ExportWords } from './words.ts';

/** What Markdown (CommonMark 0.31 with tables) would take for syntax inside running text. */
const SYNTAX = /[\\`*_{}[\]<>#|~]/g;
/** What would begin a list, a heading or a rule at the start of a line. */
const LINE_SYNTAX = /^(\d+)([.)])|^([-+=])/;

/** A report to read or paste: headline, one summing-up sentence, a table of sources, every sentence with its label. */
export function formatMarkdown(article: AnnotatedArticle, words: ExportWords = ENGLISH_WORDS): string {
  const lines = [`# ${inline(article.title === '' ? article.id : article.title)}`, ''];
  if (article.outlet !== null) lines.push(`- ${words.outlet}: ${inline(article.outlet)}`);
  if (article.url !== null) lines.push(`- ${words.address}: <${article.url.replace(/[<>\s\\]/g, encodeURIComponent)}>`);
  if (article.outlet !== null || article.url !== null) lines.push('');
  const reported = article.sentences.filter((sentence) => sentence.status === 'reported').length;
  const total = article.sentences.length;
  lines.push(words.summary(reported, total - reported, total), '', `> ${words.note}`, '');
  if (article.partial) lines.push(`> ${words.partial}`, '');
  lines.push(...sourceTable(article, words), ...sentenceList(article, words));
  return `${lines.join('\n').trimEnd()}\n`;
}

function sourceTable(article: AnnotatedArticle, words: ExportWords): readonly string[] {
  const total = article.sentences.length;
  const rows = article.sources
    .map((source) => ({ source, count: article.sentences.filter((sentence) => sentence.sources.includes(source.id)).length }))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count);
  if (rows.length === 0) return [];
  return [
    `## ${words.sources}`,
    '',
    `| ${words.source} | ${words.type} | ${words.count} | ${words.share} |`,
    '| --- | --- | ---: | ---: |',
    ...rows.map(
      ({ source, count }) =>
        `| ${inline(source.name)} | ${words.sourceType[source.type]} | ${count} | ${Math.round((100 * count) / total)} % |`,
    ),
    '',
  ];
}

function sentenceList(article: AnnotatedArticle, words: ExportWords): readonly string[] {
  if (article.sentences.length === 0) return [];
  const lines = [`## ${words.sentences}`, ''];
  let block: number | null = null;
  article.sentences.forEach((sentence, index) => {
    if (block !== null && sentence.block !== block) lines.push('');
    block = sentence.block;
    lines.push(`${index + 1}. ${inline(textOf(article.text, sentence))}  `, `   — **${labelOf(article, sentence, words)}**`);
  });
  return lines;
}

/** `Ana Ruiz · Reported · Named source · Denied`. */
function labelOf(article: AnnotatedArticle, sentence: LabelledSentence, words: ExportWords): string {
  const names = sentence.sources.map((id) => article.sources.find((source) => source.id === id)?.name ?? id).map(inline);
  const nobody = sentence.basis === 'own-voice' || sentence.basis === 'verified' ? words.ownVoice : words.nobody;
  const who = names.length > 0 ? names.join(', ') : nobody;
  const label =
    sentence.basis === 'confirmed-by' && names.length > 0
      ? [words.confirmedBy(who)]
      : [who, words.status[sentence.status], words.basis[sentence.basis]];
  return [...label, ...sentence.flags.map((flag) => words.flag[flag])].join(' · ');
}

/** Text on one line, with nothing in it that Markdown or HTML would act on. */
function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SYNTAX, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(LINE_SYNTAX, (_, number?: string, point?: string, sign?: string) =>
      sign === undefined ? `${number}\\${point}` : `\\${sign}`,
    );
}
