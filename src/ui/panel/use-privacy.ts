import { useEffect, useState } from 'preact/hooks';
import { isPrivate } from '../../platform/private-window.ts';
import type { PageTab } from '../../platform/tabs.ts';

/** Whether the article is in a private window; true until that is known, so that nothing is kept too soon. */
export function usePrivacy(tab: PageTab | null): boolean {
  const [isInPrivate, setPrivate] = useState(true);
  useEffect(() => {
    void isPrivate(tab?.id ?? null).then(setPrivate);
  }, [tab?.id]);
  return isInPrivate;
}
