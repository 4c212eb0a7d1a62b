import { useMemo } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { STATUSES } from '../../article/attribution.ts';
import { letterOf } from '../../article/source-letter.ts';
import { summarise } from '../../article/summary.ts';
import { formatNumber, formatShare, t, tNamed } from '../../platform/i18n.ts';
import { AnnotatedText } from '../classroom/annotated-text.tsx';
import { SheetHead } from './sheet-head.tsx';

/** The article with its labels on paper: letters and line styles carry them, so that a black-and-white copy loses nothing. */
export function Handout({ article }: { readonly article: AnnotatedArticle }) {
  const summary = useMemo(() => summarise(article), [article]);
  const ranks = useMemo(() => new Map(summary.sources.map((row) => [row.source.id, row.rank])), [summary]);
  return (
    <section class="sheet" data-sheet="handout">
      <SheetHead article={article} />
      <dl class="handout__legend">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <span class={`key__status key__status--${status}`}>{tNamed('status', status)}</span> {formatNumber(summary[status])}
            </dt>
            <dd>{tNamed('status_meaning', status)}</dd>
          </div>
        ))}
      </dl>
      <ul class="bank" aria-label={t('export_sources')}>
        {summary.sources
          .filter((row) => row.sentences > 0)
          .map((row) => (
            <li key={row.source.id}>
              <b>{letterOf(row.rank)}</b> <bdi>{row.source.name}</bdi> <span class="bank__share">{formatShare(row.share)}</span>
            </li>
          ))}
      </ul>
      <div class="handout__text">
        <AnnotatedText
          article={article}
          ranks={ranks}
          labels
          colours={false}
          before={(index) => <span class="handout__number">{formatNumber(index + 1)}</span>}
        />
      </div>
      <p class="sheet__note">{t('disclaimer')}</p>
    </section>
  );
}
