import { browser } from 'wxt/browser';
import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import { isAnalyseReply } from './message-guards.ts';
import type { AnalyseRequest } from './messages.ts';
import type { Pack } from './packs.ts';

/**
 * What the engine makes of a text when it knows just these packs.
 * @throws Error with the engine's words where it fails.
 */
export async function tryPacks(text: string, packs: readonly Pack[]): Promise<AnnotatedArticle> {
  const article: Article = {
    id: 'try',
    title: '',
    outlet: null,
    url: null,
    language: 'en',
    partial: false,
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
  };
  const request: AnalyseRequest = { type: 'analyse', article, packs };
  const reply: unknown = await browser.runtime.sendMessage(request);
  if (!isAnalyseReply(reply)) throw new Error('the background did not answer');
  if (!reply.ok) throw new Error(reply.error);
  return reply.article;
}
