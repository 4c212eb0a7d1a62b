import { Eye, EyeOff, GraduationCap, Keyboard, MoonStar, Printer, Tag, Tags, ZoomIn, ZoomOut } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { summarise } from '../../article/summary.ts';
import { formatNumber, t } from '../../platform/i18n.ts';
import { openPage } from '../../platform/tabs.ts';
import { Button, IconButton } from '../components/button.tsx';
import { tabOfAddress } from '../panel/follow-tab.ts';
import { SentenceLabel } from '../panel/sentence-item.tsx';
import { AnnotatedText } from './annotated-text.tsx';
import { ExerciseView } from './exercise-view.tsx';
import { Legend } from './legend.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { type ShortcutName, useShortcuts } from './use-shortcuts.ts';

/** Type sizes in rem: to be read from the back row, and the least is still large. */
const SIZES = [1.25, 1.5, 1.875, 2.25, 2.75, 3.25] as const;
const FIRST_SIZE = 2;

/** The article for a projector; what is shown of it is in the presenter's hands. */
export function Lesson({ article }: { readonly article: AnnotatedArticle }) {
  const [exercise, setExercise] = useState(false);
  const [labels, setLabels] = useState(true);
  const [names, setNames] = useState(false);
  const [legend, setLegend] = useState(true);
  const [help, setHelp] = useState(false);
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [size, setSize] = useState<number>(FIRST_SIZE);
  const [current, setCurrent] = useState<number | null>(null);
  const text = useRef<HTMLElement>(null);
  const summary = useMemo(() => summarise(article), [article]);
  const ranks = useMemo(() => new Map(summary.sources.map((row) => [row.source.id, row.rank])), [summary]);
  const last = article.sentences.length - 1;

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    text.current?.querySelector(`[data-sentence="${current}"]`)?.scrollIntoView({ block: 'center', behavior: 'auto' });
  }, [current]);

  // Keys may come faster than they are drawn, so each action goes on from what is there by then.
  const not = (on: boolean): boolean => !on;
  const actions: Readonly<Record<ShortcutName, () => void>> = {
    next: () => setCurrent((at) => (at === null ? 0 : Math.min(last, at + 1))),
    previous: () => setCurrent((at) => (at === null ? last : Math.max(0, at - 1))),
    labels: () => setLabels(not),
    names: () => setNames(not),
    legend: () => setLegend(not),
    larger: () => setSize((at) => Math.min(SIZES.length - 1, at + 1)),
    smaller: () => setSize((at) => Math.max(0, at - 1)),
    dark: () => setDark(not),
    exercise: () => setExercise(not),
    help: () => setHelp(not),
  };
  useShortcuts(actions, exercise ? ['larger', 'smaller', 'help'] : null);

  return (
    <div class="classroom" style={{ '--class-size': `${SIZES[size] ?? SIZES[FIRST_SIZE]}rem` }}>
      <header class="classroom__bar">
        <Button icon={GraduationCap} look={exercise ? 'quiet' : 'primary'} onClick={actions.exercise}>
          {exercise ? t('class_end_exercise') : t('class_start_exercise')}
        </Button>
        {!exercise && (
          <>
            <Button icon={labels ? Tags : Tag} pressed={labels} onClick={actions.labels}>
              {t('class_labels')}
            </Button>
            <Button icon={names ? Eye : EyeOff} pressed={names} onClick={actions.names}>
              {t('class_names')}
            </Button>
          </>
        )}
        <span class="classroom__right">
          <IconButton icon={ZoomOut} label={t('class_smaller')} onClick={actions.smaller} disabled={size === 0} />
          <IconButton icon={ZoomIn} label={t('class_larger')} onClick={actions.larger} disabled={size === SIZES.length - 1} />
          <IconButton icon={MoonStar} label={t('class_dark')} pressed={dark} onClick={actions.dark} />
          <IconButton
            icon={Printer}
            label={t('panel_worksheet')}
            onClick={() => void openPage(`/worksheet.html?tab=${tabOfAddress() ?? ''}`)}
          />
          <IconButton icon={Keyboard} label={t('class_shortcuts')} expanded={help} onClick={actions.help} />
        </span>
      </header>
      {help && <Shortcuts onClose={() => setHelp(false)} />}
      {exercise ? (
        <ExerciseView article={article} ranks={ranks} />
      ) : (
        <div class={legend ? 'classroom__stage' : 'classroom__stage classroom__stage--wide'}>
          <main class="classroom__text" ref={text}>
            {article.outlet && <p class="classroom__outlet">{article.outlet}</p>}
            <h1 lang={article.language} dir="auto">
              {article.title}
            </h1>
            <AnnotatedText article={article} ranks={ranks} labels={labels} colours current={current} onSentence={setCurrent} />
          </main>
          {legend && <Legend summary={summary} names={names} />}
        </div>
      )}
      {!exercise && current !== null && (
        <p class="classroom__caption" role="status">
          <span class="classroom__number">{formatNumber(current + 1)}</span>
          {labels && article.sentences[current] && names ? (
            <SentenceLabel article={article} sentence={article.sentences[current]} />
          ) : (
            <span>{t('class_who_says')}</span>
          )}
        </p>
      )}
    </div>
  );
}
