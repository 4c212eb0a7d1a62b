import type { View } from '../platform/messages.ts';
import type { ManagedSettings, Settings } from '../platform/settings.ts';

/** What an article shows before the reader changes anything: no label in the page where a school offers class mode only. */
export function firstView(settings: Settings, managed: ManagedSettings): View {
  return {
    highlights: settings.highlightsAtFirst && !managed.classModeOnly,
    hiddenSources: [],
    hiddenStatuses: settings.hiddenStatusesAtFirst,
    hiddenBases: [],
    minConfidence: settings.minConfidence,
  };
}
