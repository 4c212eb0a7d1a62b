import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { STATUSES } from '../article/attribution.ts';

/** How words may be underlined: values of CSS `text-decoration-style`. */
export const LINE_STYLE_NAMES = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const;
export type LineStyle = (typeof LINE_STYLE_NAMES)[number];

/** How highlights are filled: background and line in the source's colour, the line only, or one grey for all sources. */
export const FILLS = ['colours', 'lines', 'mono'] as const;
export type Fill = (typeof FILLS)[number];

const lineStyle = v.picklist(LINE_STYLE_NAMES);

const settingsSchema = v.object({
  version: v.literal(2),
  /** Whether an article is highlighted as soon as it is analysed. */
  highlightsAtFirst: v.boolean(),
  /** Statuses that are not highlighted until the reader asks. */
  hiddenStatusesAtFirst: v.array(v.picklist(STATUSES)),
  /** Attributions under this confidence are not shown: 0 to 1. */
  minConfidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  fill: v.picklist(FILLS),
  lines: v.object({ reported: lineStyle, confirmed: lineStyle }),
  /** Packs that the reader switched on or off, by id; the others are as they came. */
  packs: v.record(v.string(), v.boolean()),
});

/** What a reader has chosen, on this machine. */
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  version: 2,
  highlightsAtFirst: true,
  hiddenStatusesAtFirst: [],
  minConfidence: 0,
  fill: 'colours',
  lines: { reported: 'dashed', confirmed: 'solid' },
  packs: {},
};

/** What a school's administrator may set (storage.managed; docs/schools.md). */
const managedSchema = v.object({
  /** Match patterns of sites that readers are asked to allow: only they can grant a site to an extension. */
  sites: v.fallback(v.array(v.string()), []),
  /** Ids of packs that are switched off for all. */
  disabledPacks: v.fallback(v.array(v.string()), []),
  /** Only class mode is offered: no labels in the page, no list, no corrections. */
  classModeOnly: v.fallback(v.boolean(), false),
  /** Whether readers may correct labels. */
  corrections: v.fallback(v.boolean(), true),
});
export type ManagedSettings = Readonly<v.InferOutput<typeof managedSchema>>;
export const NO_MANAGED_SETTINGS: ManagedSettings = { sites: [], disabledPacks: [], classModeOnly: false, corrections: true };

/** Settings with what a reader should be told about how they were read. */
export interface ReadSettings {
  readonly settings: Settings;
  /** `corrupt`: what was stored could not be read and the defaults apply; `newer`: a newer version wrote it. Null where all is well. */
  readonly notice: 'corrupt' | 'newer' | null;
}

// From version n to n + 1, in order. Each takes what the version before wrote, and is replayed by a test on what that version stored.
const MIGRATIONS: ReadonlyArray<(stored: Record<string, unknown>) => Record<string, unknown>> = [
  // 1 → 2: packs that are off until a reader wants them need a choice that says "on".
  ({ disabledPacks, ...rest }) => ({ ...rest, version: 2, packs: offById(disabledPacks) }),
];

function offById(ids: unknown): Record<string, boolean> {
  return Object.fromEntries((Array.isArray(ids) ? ids : []).map((id) => [String(id), false]));
}

/** What is stored, checked and brought up to date; never throws. `undefined` is the first run. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: DEFAULT_SETTINGS, notice: null };
  if (typeof stored !== 'object' || stored === null) return { settings: DEFAULT_SETTINGS, notice: 'corrupt' };
  let record = stored as Record<string, unknown>;
  const version = record.version;
  if (!Number.isInteger(version) || typeof version !== 'number' || version < 1)
    return { settings: DEFAULT_SETTINGS, notice: 'corrupt' };
  if (version > DEFAULT_SETTINGS.version) return { settings: DEFAULT_SETTINGS, notice: 'newer' };
  for (const migrate of MIGRATIONS.slice(version - 1)) record = migrate(record);
  const parsed = v.safeParse(settingsSchema, { ...DEFAULT_SETTINGS, ...record });
  return parsed.success ? { settings: parsed.output, notice: null } : { settings: DEFAULT_SETTINGS, notice: 'corrupt' };
}

/** What an administrator set, each value by itself: one that is malformed counts as not set, since a school's reader cannot mend it. */
export function readManagedSettings(stored: unknown): ManagedSettings {
  const parsed = v.safeParse(managedSchema, stored ?? {});
  return parsed.success ? parsed.output : NO_MANAGED_SETTINGS;
}

const KEY = 'settings';

/** The reader's settings; the defaults, with a notice, where what is stored cannot be read. */
export async function loadSettings(): Promise<ReadSettings> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return readSettings(stored[KEY]);
  } catch (error) {
    // A profile whose database is damaged: the extension works without what was kept in it.
    console.error(error);
    return { settings: DEFAULT_SETTINGS, notice: 'corrupt' };
  }
}

/** Changes some settings, and leaves the others as they are. */
export async function saveSettings(change: Partial<Omit<Settings, 'version'>>): Promise<void> {
  const { settings } = await loadSettings();
  await browser.storage.local.set({ [KEY]: { ...settings, ...change } });
}

/** Calls `changed` with the settings whenever they change, here or in another part of the extension, until the result is called. */
export function watchSettings(changed: (read: ReadSettings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[KEY]) changed(readSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** What the school's administrator set; nothing where there is no administrator. */
export async function loadManagedSettings(): Promise<ManagedSettings> {
  try {
    return readManagedSettings(await browser.storage.managed.get(null));
  } catch {
    // Firefox rejects where no managed manifest is installed, which is every private machine.
    return NO_MANAGED_SETTINGS;
  }
}
