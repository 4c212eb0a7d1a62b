import { useEffect, useState } from 'preact/hooks';
import {
  loadManagedSettings,
  loadSettings,
  type ManagedSettings,
  NO_MANAGED_SETTINGS,
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

/** What a school's administrator set; nothing until it is read. */
export function useManagedSettings(): ManagedSettings {
  const [managed, setManaged] = useState<ManagedSettings>(NO_MANAGED_SETTINGS);
  useEffect(() => {
    void loadManagedSettings().then(setManaged);
  }, []);
  return managed;
}
