import { useEffect, useState } from 'preact/hooks';
import {
  loadManagedSettings,
  loadSettings,
  type ManagedSettings,
  type ReadSettings,
  watchSettings,
} from '../platform/settings.ts';

/** The settings, as they are now and whenever they change; null until they are read, so that no switch shows what was not chosen. */
export function useSettings(): ReadSettings | null {
  const [read, setRead] = useState<ReadSettings | null>(null);
  useEffect(() => {
    void loadSettings().then(setRead);
    return watchSettings(setRead);
  }, []);
  return read;
}

/** What a school's administrator set; null until it is read, so that nothing is shown for a moment that the school does not offer. */
export function useManagedSettings(): ManagedSettings | null {
  const [managed, setManaged] = useState<ManagedSettings | null>(null);
  useEffect(() => {
    void loadManagedSettings().then(setManaged);
  }, []);
  return managed;
}
