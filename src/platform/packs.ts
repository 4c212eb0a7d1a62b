import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { SOURCE_TYPES } from '../article/attribution.ts';
import { loadManagedSettings, loadSettings } from './settings.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens'),
  v.maxLength(64),
);

const entrySchema = v.strictObject({
  id,
  name: words,
  type: v.picklist(SOURCE_TYPES),
  forms: v.pipe(v.array(words), v.minLength(1, 'Expected at least one form'), v.maxLength(500), v.readonly()),
  shortForms: v.exactOptional(v.pipe(v.array(words), v.maxLength(100), v.readonly())),
  kinOf: v.exactOptional(v.pipe(v.array(words), v.maxLength(100), v.readonly())),
  examples: v.optional(v.pipe(v.array(words), v.readonly()), []),
  counterexamples: v.optional(v.pipe(v.array(words), v.readonly()), []),
});

/** The form of a source pack, as in a reader's own packs and in files of them; the same as `SourcePack` of src/packs. */
export const packSchema = v.strictObject({
  id,
  name: words,
  description: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'Expected a language such as en')), 'en'),
  entries: v.pipe(v.array(entrySchema), v.maxLength(1000), v.readonly()),
});

/** A source pack, wherever it comes from. */
export type Pack = Readonly<v.InferOutput<typeof packSchema>>;
export type PackEntry = Pack['entries'][number];

const KEY = 'packs';

/** What is stored of a reader's own packs: those that can be read, and how many cannot. */
export interface OwnPacks {
  readonly packs: readonly Pack[];
  readonly unreadable: number;
}

/** Own packs out of what is stored; never throws. One that is broken is left out, and left where it is. */
export function readOwnPacks(stored: unknown): OwnPacks {
  const list = listOf(stored);
  const packs = list.flatMap((one) => {
    const parsed = v.safeParse(packSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
  return { packs, unreadable: list.length - packs.length };
}

/** What is stored that no pack can be made of: a later version may be able to, so it stays. */
export function unreadableIn(stored: unknown): readonly unknown[] {
  return listOf(stored).filter((one) => !v.is(packSchema, one));
}

function listOf(stored: unknown): readonly unknown[] {
  if (stored === undefined || stored === null) return [];
  return Array.isArray(stored) ? stored : [stored];
}

/** The reader's own packs; none, and one that is unreadable, where the storage itself fails. */
export async function loadOwnPacks(): Promise<OwnPacks> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return readOwnPacks(stored[KEY]);
  } catch (error) {
    console.error(error);
    return { packs: [], unreadable: 1 };
  }
}

/** Keeps all own packs in place of those before; what could not be read is left as it is. */
export async function saveOwnPacks(packs: readonly Pack[]): Promise<void> {
  const stored = await browser.storage.local.get(KEY);
  await browser.storage.local.set({ [KEY]: [...packs, ...unreadableIn(stored[KEY])] });
}

/** Whether a pack is used: as the school's administrator or the reader chose, else as it came. */
export function isPackOn(
  packId: string,
  choices: Readonly<Record<string, boolean>>,
  onAtFirst: boolean,
  forbidden: readonly string[],
): boolean {
  return !forbidden.includes(packId) && (choices[packId] ?? onAtFirst);
}

/**
 * The packs that the engine should know sources by: of the built-in ones those that are on (at first those of `onAtFirst`), and the
 * reader's own unless switched off. Own packs come first, so that they decide where both know a name.
 */
export async function enabledPacks(builtIn: readonly Pack[], onAtFirst: readonly Pack[]): Promise<readonly Pack[]> {
  const [{ settings }, managed, own] = await Promise.all([loadSettings(), loadManagedSettings(), loadOwnPacks()]);
  const isOn = (pack: Pack, atFirst: boolean): boolean => isPackOn(pack.id, settings.packs, atFirst, managed.disabledPacks);
  return [
    ...own.packs.filter((pack) => isOn(pack, true)),
    ...builtIn.filter((pack) =>
      isOn(
        pack,
        onAtFirst.some((other) => other.id === pack.id),
      ),
    ),
  ];
}
