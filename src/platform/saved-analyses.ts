import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import { addressKey } from './address-key.ts';
import { articleSchema } from './article-schema.ts';

/** An analysis that a reader keeps, for comparing. */
export interface SavedAnalysis {
  /** The article's address, or its id where it has none; saving the same article again replaces it. */
  readonly key: string;
  /** When it was saved: ISO 8601, UTC. */
  readonly savedAt: string;
  readonly article: AnnotatedArticle;
}

interface Schema extends DBSchema {
  analyses: { key: string; value: SavedAnalysis };
}

const DATABASE = 'sourcelight';
const savedSchema = v.object({ key: v.string(), savedAt: v.string(), article: articleSchema });

function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore('analyses', { keyPath: 'key' });
    },
  });
}

/**
 * Keeps an analysis on this machine; keeps nothing from a private window. Only for pages of the extension: a content script would open the
 * page's database.
 */
export async function saveAnalysis(article: AnnotatedArticle, savedAt: Date): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  const saved = { key: article.url === null ? article.id : addressKey(article.url), savedAt: savedAt.toISOString(), article };
  await withDatabase((database) => database.put('analyses', saved));
}

/** All kept analyses, the newest first; one that cannot be read is left out. */
export async function loadAnalyses(): Promise<readonly SavedAnalysis[]> {
  const stored = await withDatabase((database) => database.getAll('analyses'));
  const readable = stored.flatMap((value): SavedAnalysis[] => {
    const parsed = v.safeParse(savedSchema, value);
    return parsed.success ? [parsed.output] : [];
  });
  return readable.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

export async function deleteAnalysis(key: string): Promise<void> {
  await withDatabase((database) => database.delete('analyses', key));
}

/** Deletes all kept analyses. */
export async function deleteAllAnalyses(): Promise<void> {
  await withDatabase((database) => database.clear('analyses'));
}

async function withDatabase<Result>(use: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  const database = await openDatabase();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
