import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { letterOf } from '../../article/source-letter.ts';
import type { Summary } from '../../article/summary.ts';
import { t, tNamed } from '../../platform/i18n.ts';

/** Tables that classes judge sources by: one row a source. */
export const SOURCE_TABLES = ['imvain', 'nice', 'none'] as const;
export type SourceTableName = (typeof SOURCE_TABLES)[number];

/** Questions of each table, in the order of its letters; keys `worksheet_<table>_<question>`. */
const QUESTIONS: Readonly<Record<SourceTableName, readonly string[]>> = {
  // IMVAIN: Stony Brook Center for News Literacy.
  imvain: ['independent', 'multiple', 'verifiable', 'authoritative', 'informed', 'named'],
  nice: ['named', 'interested', 'corroborated', 'evidence'],
  none: [],
};

interface SourceTableProps {
  readonly article: AnnotatedArticle;
  readonly summary: Summary;
  readonly name: SourceTableName;
}

/** IMVAIN or NICE with one row a source, to be filled in. */
export function SourceTable({ article, summary, name }: SourceTableProps) {
  const rows = summary.sources.filter((row) => row.sentences > 0);
  if (name === 'none' || rows.length === 0) return null;
  return (
    <div class="source-table">
      <h2>{t(`worksheet_table_${name}`)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('export_source')}</th>
            {QUESTIONS[name].map((question) => (
              <th key={question} scope="col">
                <b>{tNamed(`worksheet_${name}`, question)}</b>
                <span>{tNamed(`worksheet_${name}_hint`, question)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.source.id}>
              <th scope="row" lang={article.language}>
                <b>{letterOf(row.rank)}</b> <bdi>{row.source.name}</bdi>
              </th>
              {QUESTIONS[name].map((question) => (
                <td key={question} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
