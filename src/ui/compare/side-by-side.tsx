import { useMemo } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { type SourceRow, summarise } from '../../article/summary.ts';
import { formatNumber, formatShare, t, tPlural } from '../../platform/i18n.ts';
import { Figure } from '../components/figure.tsx';
import { SourceTypeIcon } from '../components/source-type-icon.tsx';
import { StackedBar } from '../components/stacked-bar.tsx';
import { nobodyNamed } from '../panel/findings.ts';
import { compareAnalyses, type HeardRow } from './compare-analyses.ts';

interface SideBySideProps {
  readonly first: AnnotatedArticle;
  readonly second: AnnotatedArticle;
}

/** Two articles: how much each reports, whom both hear, and whom only one of them hears. */
export function SideBySide({ first, second }: SideBySideProps) {
  const comparison = useMemo(() => compareAnalyses(first, second), [first, second]);
  // One outlet's two articles are told apart by their headlines.
  const byTitle = first.outlet === second.outlet;
  const [left, right] = [nameOf(first, byTitle), nameOf(second, byTitle)];
  const parts = [
    { title: t('compare_both'), rows: comparison.both, none: t('compare_none_both') },
    { title: t('compare_only', left), rows: comparison.onlyFirst, none: t('compare_none_only') },
    { title: t('compare_only', right), rows: comparison.onlySecond, none: t('compare_none_only') },
  ];
  const most = Math.max(
    0,
    ...parts.flatMap(({ rows }) => rows.flatMap((row) => [row.first?.share ?? 0, row.second?.share ?? 0])),
  );
  return (
    <>
      <div class="sides">
        <Side article={first} />
        <Side article={second} />
      </div>
      <table class="heard">
        <caption class="visually-hidden">{t('compare_title')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <bdi>{left}</bdi>
            </th>
            <th scope="col">{t('export_source')}</th>
            <th scope="col">
              <bdi>{right}</bdi>
            </th>
          </tr>
        </thead>
        {parts.map(({ title, rows, none }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={3} class="heard__part">
                {title}
              </th>
            </tr>
            {rows.length === 0 && (
              <tr>
                <td colSpan={3} class="soft heard__none">
                  {none}
                </td>
              </tr>
            )}
            {rows.map((row) => (
              <HeardLine key={row.source.id} row={row} most={most} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

function nameOf(article: AnnotatedArticle, byTitle: boolean): string {
  return byTitle || article.outlet === null ? article.title : article.outlet;
}

function Side({ article }: { readonly article: AnnotatedArticle }) {
  const summary = summarise(article);
  const unnamed = nobodyNamed(article).length;
  return (
    <section class="side">
      <p class="soft small">{article.outlet}</p>
      <h2 lang={article.language} dir="auto">
        {article.title}
      </h2>
      <p>
        <Figure value={summary.reported} of={t('popup_figure_of', formatNumber(summary.sentences))} />
        {tPlural('popup_sum', summary.reported)}
      </p>
      <StackedBar counts={summary} />
      <p class="soft small">
        {tPlural('compare_sources', summary.sources.filter((row) => row.sentences > 0).length)} ·{' '}
        {tPlural('compare_unnamed', unnamed)}
      </p>
    </section>
  );
}

function HeardLine({ row, most }: { readonly row: HeardRow; readonly most: number }) {
  return (
    <tr class="heard__row">
      <td class="heard__first">
        <Share row={row.first} most={most} />
      </td>
      <th scope="row" class="heard__name">
        <bdi>{row.source.name}</bdi>
        <SourceTypeIcon type={row.source.type} />
      </th>
      <td>
        <Share row={row.second} most={most} />
      </td>
    </tr>
  );
}

/** Sentences and share of a source in one article, with a bar as long as its share. */
function Share({ row, most }: { readonly row: SourceRow | null; readonly most: number }) {
  if (row === null) {
    return (
      <span class="soft">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{t('compare_not_heard')}</span>
      </span>
    );
  }
  return (
    <span class="share">
      <span class="share__bar" style={{ '--share': most === 0 ? 0 : row.share / most }}>
        <StackedBar thin decorative counts={row} />
      </span>
      <span class="share__figure">
        {formatNumber(row.sentences)} <span class="soft small">{formatShare(row.share)}</span>
      </span>
    </span>
  );
}
