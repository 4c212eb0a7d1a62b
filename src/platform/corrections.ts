import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Correction } from '../article/correction.ts';
import { addressKey } from './address-key.ts';
import type { ArticleCorrections } from './correction-file.ts';
import { articleCorrectionsSchema } from './correction-schema.ts';

const PREFIX = 'corrections:';

const storedSchema = v.object({ version: v.literal(1), ...articleCorrectionsSchema.entries });

/** The reader's corrections of the article at an address, in the order they were made; none where what is stored is damaged. */
export async function loadCorrections(url: string): Promise<readonly Correction[]> {
  const key = keyOf(url);
  try {
    return readStored((await browser.storage.local.get(key))[key])?.corrections ?? [];
  } catch (error) {
    // A profile whose database is damaged: the article has its labels all the same.
    console.error(error);
    return [];
  }
}

/** Keeps all corrections of an article in place of those before; keeps nothing from a private window. */
export async function saveCorrections(
  article: { readonly url: string; readonly title: string },
  corrections: readonly Correction[],
): Promise<void> {
  if (inPrivateWindow()) return;
  const key = keyOf(article.url);
  if (corrections.length === 0) await browser.storage.local.remove(key);
  else
    await browser.storage.local.set({ [key]: { version: 1, url: addressKey(article.url), title: article.title, corrections } });
}

/** Calls `changed` whenever the corrections of an article change in storage, until the result is called. */
export function watchCorrections(url: string, changed: (corrections: readonly Correction[]) => void): () => void {
  const key = keyOf(url);
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[key]) changed(readStored(changes[key].newValue)?.corrections ?? []);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The corrections of all articles, by address. */
export async function loadAllCorrections(): Promise<readonly ArticleCorrections[]> {
  const stored = await browser.storage.local.get(null);
  return Object.keys(stored)
    .filter((key) => key.startsWith(PREFIX))
    .sort()
    .flatMap((key) => readStored(stored[key]) ?? []);
}

function keyOf(url: string): string {
  return PREFIX + addressKey(url);
}

function readStored(value: unknown): ArticleCorrections | null {
  const parsed = v.safeParse(storedSchema, value);
  if (!parsed.success) return null;
  const { url, title, corrections } = parsed.output;
  return { url, title, corrections };
}

function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}
