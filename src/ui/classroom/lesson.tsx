import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { summarise } from '../../article/summary.ts';
import { formatNumber, t } from '../../platform/i18n.ts';
import { SentenceLabel } from '../panel/sentence-item.tsx';
import { AnnotatedText } from './annotated-text.tsx';
import { ExerciseView } from './exercise-view.tsx';
import { Legend } from './legend.tsx';
import { LessonBar } from './lesson-bar.tsx';
import { firstLesson, type LessonState, nextLesson, TYPE_SIZES } from './lesson-state.ts';
import { Shortcuts } from './shortcuts.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const prefersDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** The article for a projector; what is shown of it is in the presenter's hands. */
export function Lesson({ article }: { readonly article: AnnotatedArticle }) {
  // A reducer, since keys may come faster than they are drawn.
  const [state, act] = useReducer(nextLesson, null, () => firstLesson(article.sentences.length, prefersDark()));
  const { exercise, labels, names, legend, dark, current } = state;
  const text = useRef<HTMLElement>(null);
  const summary = useMemo(() => summarise(article), [article]);
  const ranks = useMemo(() => new Map(summary.sources.map((row) => [row.source.id, row.rank])), [summary]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  useLayoutEffect(() => {
    text.current?.querySelector(`[data-sentence="${current}"]`)?.scrollIntoView({ block: 'center', behavior: 'auto' });
  }, [current]);
  // The exercise takes letters for its sources.
  useShortcuts(act, exercise ? ['larger', 'smaller', 'help'] : null);

  return (
    <div class="classroom" style={{ '--class-size': `${TYPE_SIZES[state.size]}rem` }}>
      <LessonBar state={state} act={act} />
      {state.help && <Shortcuts onClose={() => act('help')} />}
      {exercise ? (
        <ExerciseView article={article} ranks={ranks} />
      ) : (
        <div class={legend ? 'classroom__stage' : 'classroom__stage classroom__stage--wide'}>
          <main class="classroom__text" ref={text}>
            {article.outlet && (
              <p class="classroom__outlet" dir="auto">
                {article.outlet}
              </p>
            )}
            <h1 lang={article.language} dir="auto">
              {article.title}
            </h1>
            <AnnotatedText
              article={article}
              ranks={ranks}
              labels={labels}
              colours
              current={current}
              onSentence={(sentence) => act({ sentence })}
            />
            <p class="classroom__note">{t('disclaimer')}</p>
          </main>
          {legend && <Legend key={state.size} summary={summary} names={names} />}
        </div>
      )}
      {!exercise && <Caption article={article} state={state} />}
    </div>
  );
}

/** The sentence that the class looks at: its label where names are shown, else the question. */
function Caption({ article, state }: { readonly article: AnnotatedArticle; readonly state: LessonState }) {
  const sentence = article.sentences[state.current ?? -1];
  if (sentence === undefined || state.current === null) return null;
  return (
    <p class="classroom__caption" role="status">
      <span class="classroom__number">{formatNumber(state.current + 1)}</span>
      {state.labels && state.names ? <SentenceLabel article={article} sentence={sentence} /> : <span>{t('class_who_says')}</span>}
    </p>
  );
}
