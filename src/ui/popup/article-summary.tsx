import { Presentation } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { type Summary, summarise } from '../../article/summary.ts';
import { formatNumber, formatShare, t, tNamed, tPlural } from '../../platform/i18n.ts';
import type { SessionState } from '../../platform/messages.ts';
import { openPage, type PageTab } from '../../platform/tabs.ts';
import { Button } from '../components/button.tsx';
import { Figure } from '../components/figure.tsx';
import { Notice } from '../components/notice.tsx';
import { StackedBar } from '../components/stacked-bar.tsx';
import { Switch } from '../components/switch.tsx';
import type { Session } from '../session.ts';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { SourceMix } from './source-mix.tsx';

interface ArticleSummaryProps {
  readonly state: Extract<SessionState, { state: 'ready' }>;
  readonly session: Session;
  readonly tab: PageTab | null;
}

/** An article at a glance: the figure, the bar, who says it, and what is highlighted. */
export function ArticleSummary({ state, session, tab }: ArticleSummaryProps) {
  const { article, view } = state;
  const summary = useMemo(() => summarise(article), [article]);
  return (
    <>
      <div class="popup__body">
        <header>
          {article.outlet && (
            <p class="popup__outlet begins-here" dir="auto">
              {article.outlet}
            </p>
          )}
          <h1 class="popup__headline begins-here" lang={article.language} dir="auto">
            {article.title}
          </h1>
        </header>
        {article.partial && (
          <Notice tone="warning" title={t('popup_partial_title')}>
            {t('popup_partial_text')}
          </Notice>
        )}
        <Sum summary={summary} />
        <Switch
          label={t('popup_switch_page')}
          checked={view.highlights}
          onChange={(highlights) => session.changeView({ highlights })}
        />
        <SourceMix summary={summary} view={view} session={session} />
        <Filters article={article} summary={summary} view={view} onChange={session.changeView} />
        {tab && <SiteSwitch address={tab.url} />}
        <div class="popup__section popup__doors">
          {tab && (
            <Button icon={Presentation} onClick={() => void openPage(`/classroom.html?tab=${tab.id}`)}>
              {t('popup_open_class')}
            </Button>
          )}
          <ExportMenu article={article} />
        </div>
      </div>
      <p class="popup__disclaimer">{t('disclaimer')}</p>
    </>
  );
}

/** The one clear figure, the sentence that sums up, and the bar. */
function Sum({ summary }: { readonly summary: Summary }) {
  if (summary.sources.every((row) => row.sentences === 0) && summary.reported === 0) {
    return <Notice title={t('popup_nothing_title')}>{t('popup_nothing_text')}</Notice>;
  }
  const [most] = [...summary.sources].sort((a, b) => b.reported - a.reported);
  return (
    <section class="popup__sum">
      <p>
        <Figure value={summary.reported} of={t('popup_figure_of', formatNumber(summary.sentences))} />
        {tPlural('popup_sum', summary.reported)}
        {most && most.reported > 1 && ` ${tPlural('popup_sum_most', most.reported, most.source.name)}`}
      </p>
      <StackedBar counts={summary} />
      <p class="popup__legend" aria-hidden="true">
        {(['reported', 'confirmed'] as const).map((status) => (
          <span key={status}>
            {tNamed('status', status)} {formatNumber(summary[status])}{' '}
            <span class="soft">{formatShare(summary[status] / summary.sentences)}</span>
          </span>
        ))}
      </p>
    </section>
  );
}
