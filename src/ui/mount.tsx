import { type ComponentType, h, render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type MessageKey, messageLanguage, t, textDirection } from '../platform/i18n.ts';
import './theme/theme.css';

/** What `data-state` of a surface's root may be (contract: section 2). */
export type SurfaceStateName = 'loading' | 'ready' | 'no-article' | 'unsupported-language' | 'restricted' | 'error';

/** Renders a surface into the page's `#root`, in the reader's language and its direction, under a title. */
export function mountSurface(title: MessageKey, App: ComponentType): void {
  const page = document.documentElement;
  page.lang = messageLanguage();
  page.dir = textDirection();
  document.title = t(title);
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the surface has no #root');
  render(h(App, null), root);
}

/**
 * Tells tests and tools what a surface shows: on the document's root element and on `#root`, in one step with the words themselves. A
 * surface that has drawn nothing yet has no state.
 */
export function useSurfaceState(state: SurfaceStateName): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.state = state;
    document.querySelector<HTMLElement>('#root')?.setAttribute('data-state', state);
  }, [state]);
}
