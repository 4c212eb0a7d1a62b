import { useEffect, useMemo } from 'preact/hooks';
import { watchActiveTab } from '../../platform/active-tab.ts';
import { activeTab, type PageTab, tabById } from '../../platform/tabs.ts';
import { openSession, type Session } from '../session.ts';

/** The tab that a surface's own address names, `?tab=12`; null where it names none. */
export function tabOfAddress(): number | null {
  const id = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  return Number.isNaN(id) ? null : id;
}

/** The session that a surface shows, and the tab it belongs to once that is known. */
export interface FollowedTab {
  readonly session: Session;
  readonly tab: () => PageTab | null;
}

/** Follows the tab that the address names, or else whichever tab is in front: the panel stays while the reader goes from tab to tab. */
export function useFollowedTab(): FollowedTab {
  const followed = useMemo(() => {
    const named = tabOfAddress();
    let found: PageTab | null = null;
    const session = openSession(async () => {
      found = named === null ? await activeTab() : await tabById(named);
      return found;
    });
    return { session, tab: () => found };
  }, []);
  useEffect(() => {
    if (tabOfAddress() !== null) return undefined;
    return watchActiveTab((event) => {
      const { state } = followed.session.state.peek();
      // A session that already speaks to this panel is followed by its own messages.
      const following = state === 'ready' || state === 'loading';
      if (event === 'switched' || !following) followed.session.restart();
    });
  }, [followed]);
  return followed;
}
