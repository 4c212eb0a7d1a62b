import { useRef } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { useFollowedTab } from '../panel/follow-tab.ts';
import type { SurfaceState } from '../session.ts';

/** The article of the tab that the page's address names, or why there is none. */
export type TabArticle =
  | { readonly article: AnnotatedArticle }
  | { readonly article: null; readonly state: Exclude<SurfaceState, { state: 'ready' }>; readonly tryAgain: () => void };

/** The article as the page session of the tab in `?tab=` gives it; once it is here it stays, whatever becomes of that tab. */
export function useTabArticle(): TabArticle {
  const { session } = useFollowedTab();
  const kept = useRef<AnnotatedArticle | null>(null);
  const state = session.state.value;
  if (state.state === 'ready') kept.current = state.article;
  if (kept.current !== null) return { article: kept.current };
  return state.state === 'ready' ? { article: state.article } : { article: null, state, tryAgain: session.restart };
}
