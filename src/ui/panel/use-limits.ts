import { useEffect, useState } from 'preact/hooks';
import { isPrivate } from '../../platform/private-window.ts';
import { loadManagedSettings, type ManagedSettings, NO_MANAGED_SETTINGS } from '../../platform/settings.ts';
import type { PageTab } from '../../platform/tabs.ts';

/** What a school allows; everything until that is known. */
export function useManagedSettings(): ManagedSettings {
  const [managed, setManaged] = useState(NO_MANAGED_SETTINGS);
  useEffect(() => {
    void loadManagedSettings().then(setManaged);
  }, []);
  return managed;
}

/** Whether the article is in a private window; true until that is known, so that nothing is kept too soon. */
export function usePrivacy(tab: PageTab | null): boolean {
  const [isInPrivate, setPrivate] = useState(true);
  useEffect(() => {
    void isPrivate(tab?.id ?? null).then(setPrivate);
  }, [tab?.id]);
  return isInPrivate;
}
