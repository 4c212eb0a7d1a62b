import type { AnnotatedArticle } from '../article/annotated-article.ts';
import type { Article } from '../article/article.ts';
import type { Basis, Status } from '../article/attribution.ts';
import type { Correction } from '../article/correction.ts';
import type { Pack } from './packs.ts';

/**
 * The protocol between the parts of the extension. The page session (content script) holds the truth about one tab; surfaces
 * (popup, side panel, class mode) connect to it with a port named {@link SESSION_PORT}, are sent every {@link SessionState},
 * and send {@link SessionCommand}s. The engine runs in the background: the session asks it with {@link AnalyseRequest}.
 */
export const SESSION_PORT = 'sourcelight-session';

/** What the page's script answers to whoever injected it, where the browser itself shows a document (a PDF) that has no text to read. */
export const NOT_A_PAGE = 'not-a-page';

/** What the reader has chosen to see; kept by the session for as long as the page lives. */
export interface View {
  readonly highlights: boolean;
  readonly hiddenSources: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly hiddenBases: readonly Basis[];
  /** Attributions under this confidence are not shown: 0 to 1. */
  readonly minConfidence: number;
}

/** Why there is nothing to show, in kinds that the interface has words for. */
export type Failure = 'no-article' | 'unsupported-language' | 'error';

export type SessionState =
  | { readonly state: 'loading'; readonly progress: number }
  | {
      readonly state: 'ready';
      readonly article: AnnotatedArticle;
      readonly view: View;
      /** Index of the sentence that the reader is at; null before any. */
      readonly current: number | null;
      /** Index of the sentence whose label the reader asked to correct from the page; null for none. */
      readonly correcting?: number | null;
      /** The reader's corrections that `article` already holds. */
      readonly corrections?: readonly Correction[];
      /** The last corrections could not be stored and are lost with the page. */
      readonly notKept?: boolean;
    }
  | { readonly state: Failure; readonly detail: string };

export type SessionCommand =
  | { readonly type: 'view'; readonly view: Partial<View> }
  | { readonly type: 'go-to-sentence'; readonly sentence: number }
  /** The next (+1) or previous (-1) sentence of a source, or of any source where `source` is null, from where the reader is. */
  | { readonly type: 'go-to-next'; readonly source: string | null; readonly step: 1 | -1 }
  /** All corrections of this article from now on; the session applies and keeps them (not in private windows). */
  | { readonly type: 'corrections'; readonly corrections: readonly Correction[] }
  | { readonly type: 'analyse-again' }
  /** Takes every trace out of the page. */
  | { readonly type: 'end' };

export interface AnalyseRequest {
  readonly type: 'analyse';
  readonly article: Article;
  /** Packs to try instead of those that are on: the settings page tests a pack with it before it is kept. */
  readonly packs?: readonly Pack[];
}
export type AnalyseReply =
  | { readonly ok: true; readonly article: AnnotatedArticle }
  | { readonly ok: false; readonly error: string };

/** What a page session tells the background without waiting for an answer. */
export type BackgroundMessage =
  /** How many sources the article has, for the badge; null takes the badge away. */
  | { readonly type: 'badge'; readonly sources: number | null }
  /** An analysis is about to be asked for. */
  | { readonly type: 'prepare' }
  /** The reader asked in the page to correct a label: the panel is to open beside it. */
  | { readonly type: 'open-panel' };

/** A keyboard shortcut that the background passes on to the tab's session. */
export interface TabCommand {
  readonly type: 'tab-command';
  readonly command: 'next' | 'previous' | 'toggle';
}
