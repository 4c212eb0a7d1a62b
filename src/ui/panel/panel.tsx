import { t } from '../../platform/i18n.ts';
import { ClassModeOnly } from '../components/class-mode-only.tsx';
import { Mark } from '../components/mark.tsx';
import { type SurfaceStateName, useSurfaceState } from '../mount.tsx';
import { Explanation } from '../popup/explanation.tsx';
import { LOADING, type SurfaceState } from '../session.ts';
import { useManagedSettings } from '../use-settings.ts';
import { ArticlePanel } from './article-panel.tsx';
import { useFollowedTab } from './follow-tab.ts';
import './panel.css';

/** The side panel: the article of the tab in front, as text and figures. */
export function Panel() {
  const { session, tab } = useFollowedTab();
  const managed = useManagedSettings();
  const state = managed === null ? LOADING : session.state.value;
  useSurfaceState(stateName(state));
  const followed = tab();
  return (
    <main class="panel">
      {state.state === 'ready' ? (
        managed?.classModeOnly && followed ? (
          <div class="panel__explanation">
            <ClassModeOnly tab={followed} />
          </div>
        ) : (
          // Another article is another panel: nothing chosen for the one before is kept.
          <ArticlePanel
            key={state.article.url ?? state.article.id}
            state={state}
            session={session}
            tab={followed}
            mayCorrect={managed?.corrections ?? false}
          />
        )
      ) : isNotAsked(state) ? (
        <Ask />
      ) : (
        <div class="panel__explanation">
          <Explanation state={state} onTryAgain={session.restart} />
        </div>
      )}
      <p class="panel__disclaimer small soft">{t('disclaimer')}</p>
    </main>
  );
}

/** Without a click on the toolbar button an extension may not read a page that it was not given for good. */
function isNotAsked(state: SurfaceState): boolean {
  return state.state === 'gone' || (state.state === 'restricted' && state.restriction === 'other');
}

/** What to do for a page that the reader has not asked about yet. */
function Ask() {
  return (
    <div class="panel__ask">
      <Mark size={32} />
      <h1>{t('panel_ask_title')}</h1>
      <p>{t('panel_ask_text')}</p>
      <p class="soft small">{t('panel_ask_why')}</p>
    </div>
  );
}

function stateName(state: SurfaceState): SurfaceStateName {
  return state.state === 'gone' ? 'restricted' : state.state;
}
