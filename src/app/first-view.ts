import type { View } from '../platform/messages.ts';
import type { Settings } from '../platform/settings.ts';

/** What an article shows before the reader changes anything. */
export function firstView(settings: Settings): View {
  return {
    highlights: settings.highlightsAtFirst,
    hiddenSources: [],
    hiddenStatuses: settings.hiddenStatusesAtFirst,
    hiddenBases: [],
    minConfidence: settings.minConfidence,
  };
}
