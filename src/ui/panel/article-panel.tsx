import { GitCompareArrows, Highlighter, Presentation, Printer, Save } from 'lucide-preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { summarise } from '../../article/summary.ts';
import { placeCorrections } from '../../corrections/apply-corrections.ts';
import { sameSentence } from '../../corrections/correction-list.ts';
import { formatNumber, type MessageKey, t, tPlural } from '../../platform/i18n.ts';
import type { SessionState } from '../../platform/messages.ts';
import { isPrivate } from '../../platform/private-window.ts';
import { saveAnalysis } from '../../platform/saved-analyses.ts';
import { loadManagedSettings, type ManagedSettings, NO_MANAGED_SETTINGS } from '../../platform/settings.ts';
import { openPage, type PageTab } from '../../platform/tabs.ts';
import { IconButton } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { StackedBar } from '../components/stacked-bar.tsx';
import { ExportMenu } from '../popup/export-menu.tsx';
import type { Session } from '../session.ts';
import { ArticleStrip } from './article-strip.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { CorrectionsBar } from './corrections-bar.tsx';
import { nobodyNamed, noComment } from './findings.ts';
import { SentenceList } from './sentence-list.tsx';
import { SentencesView } from './sentences-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { type Corrections, useCorrections } from './use-corrections.ts';
import { VerbsView } from './verbs-view.tsx';

type Ready = Extract<SessionState, { state: 'ready' }>;

/** The views of the panel, in order; titles under `panel_tab_<name>`. */
const VIEWS = ['sentences', 'sources', 'nobody', 'verbs', 'no_comment'] as const;
type ViewName = (typeof VIEWS)[number];

interface ArticlePanelProps {
  readonly state: Ready;
  readonly session: Session;
  readonly tab: PageTab | null;
}

/** An analysed article in the panel: what is in it in words, five ways to look at it, and corrections. */
export function ArticlePanel({ state, session, tab }: ArticlePanelProps) {
  const { article, view, current } = state;
  const correcting = state.correcting ?? null;
  const id = useId();
  const [name, setName] = useState<ViewName>('sentences');
  const summary = useMemo(() => summarise(article), [article]);
  const ranks = useMemo(() => new Map(summary.sources.map((row) => [row.source.id, row.rank])), [summary]);
  const corrections = useCorrections(article, state.corrections ?? [], session);
  const allowed = useManagedSettings();
  const isInPrivate = usePrivacy(tab);
  const go = (index: number): void => session.send({ type: 'go-to-sentence', sentence: index });
  useEffect(() => {
    // Whoever asks in the page to correct a label finds the form where the sentence is.
    if (correcting !== null) setName('sentences');
  }, [correcting]);

  const form =
    allowed.corrections && !allowed.classModeOnly
      ? (index: number, close: () => void) => <FormFor article={article} index={index} corrections={corrections} close={close} />
      : null;
  const lists = { nobody: nobodyNamed(article), no_comment: noComment(article) };
  const list = (at: readonly number[], lead: MessageKey, none: MessageKey) =>
    at.length === 0 ? (
      <p class="panel__empty">{t(none)}</p>
    ) : (
      <>
        <p class="panel__lead">{t(lead)}</p>
        <SentenceList
          article={article}
          ranks={ranks}
          parts={[{ key: name, heading: null, at }]}
          label={t(`panel_tab_${name}`)}
          current={current}
          onGo={go}
          form={form}
        />
      </>
    );

  return (
    <>
      <PanelHead
        article={article}
        reported={summary.reported}
        confirmed={summary.confirmed}
        state={state}
        session={session}
        tab={tab}
        isInPrivate={isInPrivate}
      />
      <Tabs
        id={id}
        label={t('panel_views')}
        tabs={VIEWS.map((one) => ({
          name: one,
          title: t(`panel_tab_${one}`),
          count: one in lists ? lists[one as keyof typeof lists].length : null,
        }))}
        selected={name}
        onSelect={setName}
      />
      <div class="panel__columns">
        <ArticleStrip article={article} ranks={ranks} current={current} onGo={go} />
        <div class="panel__main">
          <TabPanel id={id} selected={name}>
            {name === 'sentences' && (
              <>
                <SentencesView
                  article={article}
                  summary={summary}
                  view={view}
                  session={session}
                  ranks={ranks}
                  current={current}
                  correcting={correcting}
                  form={form}
                />
                {allowed.corrections && !allowed.classModeOnly && (
                  <CorrectionsBar article={article} corrections={corrections} isInPrivate={isInPrivate} />
                )}
              </>
            )}
            {name === 'sources' && (
              <SourcesView article={article} summary={summary} view={view} session={session} ranks={ranks} />
            )}
            {name === 'nobody' && list(lists.nobody, 'panel_nobody_text', 'panel_nobody_none')}
            {name === 'verbs' && <VerbsView article={article} ranks={ranks} onGo={go} />}
            {name === 'no_comment' && list(lists.no_comment, 'panel_no_comment_text', 'panel_no_comment_none')}
          </TabPanel>
        </div>
      </div>
    </>
  );
}

interface PanelHeadProps {
  readonly article: AnnotatedArticle;
  readonly reported: number;
  readonly confirmed: number;
  readonly state: Ready;
  readonly session: Session;
  readonly tab: PageTab | null;
  readonly isInPrivate: boolean;
}

/** The article's name, the one sentence that sums up, and where to go with it. */
function PanelHead({ article, reported, confirmed, state, session, tab, isInPrivate }: PanelHeadProps) {
  const [saved, setSaved] = useState<'saved' | 'failed' | null>(null);
  const save = (): void => {
    saveAnalysis(article, new Date()).then(
      () => setSaved('saved'),
      () => setSaved('failed'),
    );
  };
  return (
    <header class="panel__head">
      {article.outlet && <p class="panel__outlet">{article.outlet}</p>}
      <h1 lang={article.language} dir="auto">
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
          pressed={state.view.highlights}
          onClick={() => session.changeView({ highlights: !state.view.highlights })}
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

interface FormForProps {
  readonly article: AnnotatedArticle;
  readonly index: number;
  readonly corrections: Corrections;
  readonly close: () => void;
}

function FormFor({ article, index, corrections, close }: FormForProps) {
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  const placed = placeCorrections(article, corrections.list).find(({ span }) => span?.start === sentence.start);
  const before = corrections.list.find((one) => placed !== undefined && sameSentence(one, placed.correction)) ?? null;
  return (
    <CorrectionForm
      article={article}
      sentence={sentence}
      before={before}
      onCancel={close}
      onSave={(change) => {
        corrections.correct(sentence, change);
        close();
      }}
      onWithdraw={(correction) => {
        corrections.withdraw(correction);
        close();
      }}
    />
  );
}

/** What a school allows; everything until that is known. */
function useManagedSettings(): ManagedSettings {
  const [managed, setManaged] = useState(NO_MANAGED_SETTINGS);
  useEffect(() => {
    void loadManagedSettings().then(setManaged);
  }, []);
  return managed;
}

/** Whether the article is in a private window; true until that is known, so that nothing is kept too soon. */
function usePrivacy(tab: PageTab | null): boolean {
  const [isInPrivate, setPrivate] = useState(true);
  useEffect(() => {
    void isPrivate(tab?.id ?? null).then(setPrivate);
  }, [tab?.id]);
  return isInPrivate;
}
