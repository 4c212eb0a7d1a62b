import { useMemo } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { STATUSES } from '../../article/attribution.ts';
import { letterOf, NOBODY_LETTER } from '../../article/source-letter.ts';
import { textOf } from '../../article/span.ts';
import { type Summary, summarise } from '../../article/summary.ts';
import { formatList, formatNumber, t, tNamed } from '../../platform/i18n.ts';
import { pickSentences } from '../classroom/exercise.ts';
import { SheetHead } from './sheet-head.tsx';
import { SourceTable, type SourceTableName } from './source-table.tsx';

/** Questions of the short sheet. */
const SHORT = 10;

interface WorksheetProps {
  readonly article: AnnotatedArticle;
  /** Ten sentences over all kinds, rather than all. */
  readonly ten: boolean;
  readonly table: SourceTableName;
  readonly withKey: boolean;
}

/** A sheet with numbered sentences and blanks for source and status, a table of sources, and the answers on a sheet of their own. */
export function Worksheet({ article, ten, table, withKey }: WorksheetProps) {
  const summary = useMemo(() => summarise(article), [article]);
  const questions = useMemo(
    () => (ten ? pickSentences(article, SHORT) : article.sentences.map((_, index) => index)),
    [article, ten],
  );
  return (
    <>
      <section class="sheet" data-sheet="questions">
        <SheetHead article={article} fields />
        <p class="sheet__task">{t('worksheet_task')}</p>
        <SourceBank summary={summary} />
        <ol class="questions">
          {questions.map((index, place) => (
            <li key={index} class="questions__one">
              <span class="questions__number">{formatNumber(place + 1)}</span>
              <p class="questions__text" lang={article.language} dir="auto">
                {sentenceText(article, index)}
              </p>
              <span class="questions__blanks">
                <span class="blank">
                  {t('export_source')} <span class="blank__line" />
                </span>
                {STATUSES.map((status) => (
                  <span key={status} class="tick">
                    <span class="tick__box" /> {tNamed('status', status)}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ol>
        <SourceTable article={article} summary={summary} name={table} />
      </section>
      {withKey && (
        <section class="sheet sheet--key" data-sheet="key">
          <SheetHead article={article} title={t('worksheet_key_title')} />
          <table class="key">
            <thead>
              <tr>
                <th scope="col">{t('worksheet_number')}</th>
                <th scope="col">{t('export_source')}</th>
                <th scope="col">{t('worksheet_status')}</th>
                <th scope="col">{t('worksheet_why')}</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((index, place) => (
                <KeyRow key={index} article={article} summary={summary} index={index} place={place} />
              ))}
            </tbody>
          </table>
          <p class="sheet__note">{t('disclaimer')}</p>
        </section>
      )}
    </>
  );
}

/** The sources with their letters, so that blanks can be filled with a letter. */
function SourceBank({ summary }: { readonly summary: Summary }) {
  const rows = summary.sources.filter((row) => row.sentences > 0);
  return (
    <ul class="bank" aria-label={t('export_sources')}>
      {rows.map((row) => (
        <li key={row.source.id}>
          <b>{letterOf(row.rank)}</b> <bdi>{row.source.name}</bdi>
        </li>
      ))}
      <li>
        <b>{letterOf(null)}</b> {t('popup_own_voice')}
      </li>
      <li>
        <b>{NOBODY_LETTER}</b> {t('panel_nobody')}
      </li>
    </ul>
  );
}

interface KeyRowProps {
  readonly article: AnnotatedArticle;
  readonly summary: Summary;
  readonly index: number;
  readonly place: number;
}

function KeyRow({ article, summary, index, place }: KeyRowProps) {
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const rows = sentence.sources.flatMap((id) => summary.sources.find((row) => row.source.id === id) ?? []);
  const [letter, nobody] =
    sentence.status === 'confirmed' ? [letterOf(null), t('popup_own_voice')] : [NOBODY_LETTER, t('panel_nobody')];
  return (
    <tr>
      <td>{formatNumber(place + 1)}</td>
      <td>
        <b>{rows.length === 0 ? letter : rows.map((row) => letterOf(row.rank)).join(', ')}</b>{' '}
        {rows.length === 0 ? nobody : formatList(rows.map((row) => row.source.name))}
      </td>
      <td>
        <span class={`key__status key__status--${sentence.status}`}>{tNamed('status', sentence.status)}</span>
      </td>
      <td>
        {[tNamed('basis', sentence.basis), ...sentence.flags.map((flag) => tNamed('flag', flag))].join(' · ')}
        {sentence.why.evidence && <q>{sentence.why.evidence}</q>}
      </td>
    </tr>
  );
}

function sentenceText(article: AnnotatedArticle, index: number): string {
  const sentence = article.sentences[index];
  return sentence === undefined ? '' : textOf(article.text, sentence);
}
