import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { type Summary, summarise } from '../../article/summary.ts';
import { placeCorrections } from '../../corrections/apply-corrections.ts';
import { sameSentence } from '../../corrections/correction-list.ts';
import { t } from '../../platform/i18n.ts';
import type { SessionState } from '../../platform/messages.ts';
import type { PageTab } from '../../platform/tabs.ts';
import { Notice } from '../components/notice.tsx';
import type { Session } from '../session.ts';
import { ArticleStrip } from './article-strip.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { CorrectionsBar } from './corrections-bar.tsx';
import { nobodyNamed, noComment } from './findings.ts';
import { PanelHead } from './panel-head.tsx';
import { SentenceList } from './sentence-list.tsx';
import { SentencesView } from './sentences-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { type Corrections, useCorrections } from './use-corrections.ts';
import { usePrivacy } from './use-privacy.ts';
import { VerbsView } from './verbs-view.tsx';

type Ready = Extract<SessionState, { state: 'ready' }>;

/** The views of the panel, in order; titles under `panel_tab_<name>`. */
const VIEWS = ['sentences', 'sources', 'nobody', 'verbs', 'no_comment'] as const;
type ViewName = (typeof VIEWS)[number];

interface ArticlePanelProps {
  readonly state: Ready;
  readonly session: Session;
  readonly tab: PageTab | null;
  /** Whether the reader's school lets labels be corrected. */
  readonly mayCorrect: boolean;
}

/** An analysed article in the panel: what is in it in words, five ways to look at it, and corrections. */
export function ArticlePanel({ state, session, tab, mayCorrect }: ArticlePanelProps) {
  const { article, current } = state;
  const correcting = state.correcting ?? null;
  const id = useId();
  const [name, setName] = useState<ViewName>('sentences');
  const summary = useMemo(() => summarise(article), [article]);
  const ranks = useMemo(() => new Map(summary.sources.map((row) => [row.source.id, row.rank])), [summary]);
  const isInPrivate = usePrivacy(tab);
  const go = (index: number): void => session.send({ type: 'go-to-sentence', sentence: index });
  useEffect(() => {
    // Whoever asks in the page to correct a label finds the form where the sentence is.
    if (correcting !== null) setName('sentences');
  }, [correcting]);
  const counts = { nobody: nobodyNamed(article).length, no_comment: noComment(article).length };

  return (
    <>
      <PanelHead
        article={article}
        reported={summary.reported}
        confirmed={summary.confirmed}
        highlights={state.view.highlights}
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
          count: one === 'nobody' || one === 'no_comment' ? counts[one] : null,
        }))}
        selected={name}
        onSelect={setName}
      />
      <div class="panel__columns">
        <ArticleStrip article={article} ranks={ranks} current={current} onGo={go} />
        <div class="panel__main">
          <TabPanel id={id} selected={name}>
            <PanelView
              name={name}
              state={state}
              session={session}
              summary={summary}
              ranks={ranks}
              onGo={go}
              isInPrivate={isInPrivate}
              mayCorrect={mayCorrect}
            />
          </TabPanel>
        </div>
      </div>
    </>
  );
}

interface PanelViewProps {
  readonly name: ViewName;
  readonly state: Ready;
  readonly session: Session;
  readonly summary: Summary;
  readonly ranks: ReadonlyMap<string, number>;
  readonly onGo: (index: number) => void;
  readonly isInPrivate: boolean;
  readonly mayCorrect: boolean;
}

/** The view behind the chosen tab. */
function PanelView({ name, state, session, summary, ranks, onGo, isInPrivate, mayCorrect }: PanelViewProps) {
  const { article, view, current } = state;
  const corrections = useCorrections(article, state.corrections ?? [], session);
  const form = mayCorrect
    ? (index: number, close: () => void) => <FormFor article={article} index={index} corrections={corrections} close={close} />
    : null;
  const shared = { article, ranks, current, form };
  switch (name) {
    case 'sentences':
      return (
        <>
          <SentencesView {...shared} summary={summary} view={view} session={session} correcting={state.correcting ?? null} />
          {state.notKept && (
            <Notice tone="warning" live>
              {t('panel_corrections_not_kept')}
            </Notice>
          )}
          {mayCorrect && <CorrectionsBar article={article} corrections={corrections} isInPrivate={isInPrivate} />}
        </>
      );
    case 'sources':
      return <SourcesView article={article} summary={summary} view={view} session={session} ranks={ranks} />;
    case 'verbs':
      return <VerbsView article={article} ranks={ranks} onGo={onGo} />;
    case 'nobody':
    case 'no_comment': {
      const at = name === 'nobody' ? nobodyNamed(article) : noComment(article);
      if (at.length === 0) {
        const nothing = name === 'nobody' && summary.reported === 0;
        return <p class="panel__empty">{t(nothing ? 'popup_nothing_text' : `panel_${name}_none`)}</p>;
      }
      return (
        <>
          <p class="panel__lead">{t(`panel_${name}_text`)}</p>
          <SentenceList
            {...shared}
            key={name}
            parts={[{ key: name, heading: null, at }]}
            label={t(`panel_tab_${name}`)}
            onGo={onGo}
          />
        </>
      );
    }
  }
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
