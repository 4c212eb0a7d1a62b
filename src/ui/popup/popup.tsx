import { PanelRight, Settings2 } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { openSidePanel } from '../../platform/side-panel.ts';
import { activeTab, openPage, type PageTab } from '../../platform/tabs.ts';
import { IconButton } from '../components/button.tsx';
import { ClassModeOnly } from '../components/class-mode-only.tsx';
import { Mark } from '../components/mark.tsx';
import { type SurfaceStateName, useSurfaceState } from '../mount.tsx';
import { LOADING, openSession, type SurfaceState } from '../session.ts';
import { useManagedSettings } from '../use-settings.ts';
import { ArticleSummary } from './article-summary.tsx';
import { Explanation } from './explanation.tsx';
import './popup.css';

/** A page that went away is an error to whoever waits for it. */
function stateName(state: SurfaceState): SurfaceStateName {
  return state.state === 'gone' ? 'error' : state.state;
}

/** The popup: the article of the tab at a glance, and the switches for what is highlighted in it. */
export function Popup() {
  const { session, tab } = useMemo(() => {
    const found: { current: PageTab | null } = { current: null };
    const find = async (): Promise<PageTab | null> => {
      found.current = await activeTab();
      return found.current;
    };
    return { session: openSession(find), tab: found };
  }, []);
  const managed = useManagedSettings();
  const state = managed === null ? LOADING : session.state.value;
  useSurfaceState(stateName(state));

  return (
    <main class="popup">
      <div class="popup__bar">
        <span class="popup__brand">
          <Mark size={20} />
          {t('extension_name')}
        </span>
        {managed !== null && !managed.classModeOnly && (
          <span>
            <IconButton
              icon={PanelRight}
              mirrors
              label={t('popup_open_panel')}
              onClick={() => {
                if (tab.current) void openSidePanel(tab.current.id);
              }}
            />
            <IconButton icon={Settings2} label={t('popup_open_settings')} onClick={() => void openPage('/options.html')} />
          </span>
        )}
      </div>
      {state.state !== 'ready' ? (
        <Explanation state={state} onTryAgain={session.restart} />
      ) : managed?.classModeOnly && tab.current ? (
        <ClassModeOnly tab={tab.current} />
      ) : (
        <ArticleSummary state={state} session={session} tab={tab.current} />
      )}
    </main>
  );
}
