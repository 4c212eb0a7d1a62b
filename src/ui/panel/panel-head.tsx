import { GitCompareArrows, Highlighter, Presentation, Printer, Save } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { formatNumber, t, tPlural } from '../../platform/i18n.ts';
import { saveAnalysis } from '../../platform/saved-analyses.ts';
import { openPage, type PageTab } from '../../platform/tabs.ts';
import { IconButton } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { StackedBar } from '../components/stacked-bar.tsx';
import { ExportMenu } from '../popup/export-menu.tsx';
import type { Session } from '../session.ts';

interface PanelHeadProps {
  readonly article: AnnotatedArticle;
  readonly reported: number;
  readonly confirmed: number;
  readonly highlights: boolean;
  readonly session: Session;
  readonly tab: PageTab | null;
  readonly isInPrivate: boolean;
}

/** The article's name, the one sentence that sums up, and where to go with it. */
export function PanelHead({ article, reported, confirmed, highlights, session, tab, isInPrivate }: PanelHeadProps) {
  const [saved, setSaved] = useState<'saved' | 'failed' | null>(null);
  const save = (): void => {
    saveAnalysis(article, new Date()).then(
      () => setSaved('saved'),
      () => setSaved('failed'),
    );
  };
  return (
    <header class="panel__head">
      {article.outlet && (
        <p class="panel__outlet begins-here" dir="auto">
          {article.outlet}
        </p>
      )}
      <h1 class="begins-here" lang={article.language} dir="auto">
        {article.title}
      </h1>
      {article.partial && <Notice tone="warning">{t('popup_partial_text')}</Notice>}
      <p class="panel__sum">
        <strong>{formatNumber(reported)}</strong> {t('popup_figure_of', formatNumber(article.sentences.length))}{' '}
        {tPlural('popup_sum', reported)}
      </p>
      <StackedBar counts={{ reported, confirmed }} />
      <div class="panel__actions">
        <IconButton
          icon={Highlighter}
          label={t('popup_switch_page')}
          pressed={highlights}
          onClick={() => session.changeView({ highlights: !highlights })}
        />
        {!isInPrivate && <IconButton icon={Save} label={t('panel_save')} onClick={save} />}
        <IconButton icon={GitCompareArrows} label={t('panel_compare')} onClick={() => void openPage('/compare.html')} />
        {tab && (
          <>
            <IconButton
              icon={Presentation}
              label={t('popup_open_class')}
              onClick={() => void openPage(`/classroom.html?tab=${tab.id}`)}
            />
            <IconButton
              icon={Printer}
              label={t('panel_worksheet')}
              onClick={() => void openPage(`/worksheet.html?tab=${tab.id}`)}
            />
          </>
        )}
        <ExportMenu article={article} />
      </div>
      {saved && (
        <p class="small" role="status">
          {t(saved === 'saved' ? 'panel_saved' : 'panel_save_failed')}
        </p>
      )}
    </header>
  );
}
