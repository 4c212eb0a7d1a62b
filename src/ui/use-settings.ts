import { useEffect, useState } from 'preact/hooks';
import {
  DEFAULT_SETTINGS,
  loadManagedSettings,
  loadSettings,
  type ManagedSettings,
  NO_MANAGED_SETTINGS,
  type ReadSettings,
  watchSettings,
} from '../platform/settings.ts';

/** The settings, as they are now and whenever they change; the defaults until they are read. */
export function useSettings(): ReadSettings {
  const [read, setRead] = useState<ReadSettings>({ settings: DEFAULT_SETTINGS, notice: null });
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
