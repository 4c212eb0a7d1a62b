import { browser } from 'wxt/browser';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import { formatNumber, t } from './i18n.ts';
import { isAnalyseReply, isTabCommand, LONGEST_ARTICLE } from './message-guards.ts';
import type { AnalyseReply, AnalyseRequest, BackgroundMessage, TabCommand } from './messages.ts';
import { isOwn, type Sender } from './senders.ts';

/** The extension was updated or removed while the page lived on: nothing of it can answer any more. */
export class ExtensionGone extends Error {}

/** Whether the extension that this script belongs to still runs. */
export function isExtensionAlive(): boolean {
  // Chromium leaves the scripts of an extension that was reloaded in their pages, without an id.
  return browser.runtime?.id !== undefined;
}

/** Milliseconds between two looks whether the extension still runs: nothing tells a page's script that its extension is gone. */
const LIFE_CHECK = 2000;

/**
 * Calls `gone` once when the extension is reloaded, updated or removed, unless the result is called before. Firefox ends a gone
 * extension's scripts itself.
 */
export function whenExtensionGone(gone: () => void): () => void {
  const timer = setInterval(() => {
    if (isExtensionAlive()) return;
    clearInterval(timer);
    gone();
  }, LIFE_CHECK);
  return () => clearInterval(timer);
}

/**
 * Has the background analyse an article; asks once more where no answer comes, since a browser may stop a background that is about to hear
 * or to answer.
 * @throws Error with words for the reader, or the engine's own where it failed; ExtensionGone where there is no background any more.
 */
export async function requestAnalysis(article: Article): Promise<AnnotatedArticle> {
  if (article.text.length > LONGEST_ARTICLE) throw new Error(t('error_too_long', formatNumber(LONGEST_ARTICLE)));
  const request: AnalyseRequest = { type: 'analyse', article };
  const reply = (await answerTo(request)) ?? (await answerTo(request));
  if (!reply) throw new Error(t('error_no_answer'));
  if (!reply.ok) throw new Error(reply.error);
  return reply.article;
}

/** Milliseconds after which an answer does not come any more: some ten times what a slow machine takes for a first story. */
const PATIENCE = 10_000;
/** Further ones for each character: ten times what a slow machine takes for long articles. */
const PATIENCE_BY_CHARACTER = 0.2;

/** The background's answer; null where none comes, or none that can be read: it answers nothing to what it refuses. */
async function answerTo(request: AnalyseRequest): Promise<AnalyseReply | null> {
  if (!isExtensionAlive()) throw new ExtensionGone();
  const patience = PATIENCE + PATIENCE_BY_CHARACTER * request.article.text.length;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outOfPatience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const reply: unknown = await Promise.race([browser.runtime.sendMessage(request), outOfPatience]).catch((error: unknown) => {
    // One that is stopped meanwhile is told of in the browser's own words about its channels, which help no reader.
    console.error(error);
  });
  clearTimeout(timer);
  return isAnalyseReply(reply) ? reply : null;
}

/** Tells the background something that needs no answer. */
export async function tellBackground(message: BackgroundMessage): Promise<void> {
  if (isExtensionAlive()) await browser.runtime.sendMessage(message);
}

/** Calls `obey` with what the background passes on from shortcuts and menus, until the result is called. */
export function listenToBackground(obey: (command: TabCommand) => void): () => void {
  const listener = (message: unknown, sender: Sender): undefined => {
    if (isOwn(sender) && isTabCommand(message)) obey(message);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
