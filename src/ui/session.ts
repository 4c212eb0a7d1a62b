import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionCommand, SessionState, View } from '../platform/messages.ts';
import type { Restriction } from '../platform/restricted-pages.ts';
import { connectSession, type PageTab, RestrictedPage, type SessionLine, startSession } from '../platform/tabs.ts';

/** What a surface shows: what the page session says, or why there is none. */
export type SurfaceState =
  | SessionState
  | { readonly state: 'restricted'; readonly restriction: Restriction }
  /** The page was left, reloaded or closed. */
  | { readonly state: 'gone' };

/** A page session as a surface sees it. */
export interface Session {
  readonly state: ReadonlySignal<SurfaceState>;
  readonly send: (command: SessionCommand) => void;
  /** Changes what is seen, here at once and in the page. */
  readonly changeView: (view: Partial<View>) => void;
  /** Connects anew, after the page changed or something failed. */
  readonly restart: () => void;
  readonly close: () => void;
}

/** Before anything is known. */
export const LOADING = { state: 'loading', progress: 0 } as const satisfies SurfaceState;

/** Starts the page session of the tab that `find` gives, and follows it; failures become states. */
export function openSession(find: () => Promise<PageTab | null>): Session {
  const state = signal<SurfaceState>(LOADING);
  let line: SessionLine | null = null;
  // Counts starts, so that what an earlier one still has to say is not shown.
  let run = 0;

  async function start(): Promise<void> {
    run += 1;
    const mine = run;
    line?.close();
    state.value = LOADING;
    const tab = await find();
    if (tab === null) throw new RestrictedPage('other');
    // The session of a page that was opened before answers at once; where nobody does, there is none yet.
    if (await connect(tab, mine, true)) return;
    await startSession(tab);
    if (mine === run && !(await connect(tab, mine, false)) && mine === run) state.value = { state: 'gone' };
  }

  /**
   * Follows the session of a tab as start number `mine`; false where there is none that answers. One that is `old` and found nothing
   * is asked to look again: who opens a surface, or tries again, wants to know how it is now.
   */
  function connect(tab: PageTab, mine: number, old: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      let answered = false;
      const own = connectSession(
        tab.id,
        (next) => {
          const again = old && !answered && foundNothing(next);
          answered = true;
          resolve(true);
          if (again) own.send({ type: 'analyse-again' });
          else if (mine === run) state.value = next;
        },
        () => {
          resolve(false);
          if (answered && mine === run) state.value = { state: 'gone' };
        },
      );
      line = own;
    });
  }

  function restart(): void {
    start().catch((error: unknown) => {
      state.value =
        error instanceof RestrictedPage
          ? { state: 'restricted', restriction: error.restriction }
          : { state: 'error', detail: String(error) };
    });
  }

  function changeView(view: Partial<View>): void {
    const now = state.value;
    if (now.state === 'ready') state.value = { ...now, view: { ...now.view, ...view } };
    line?.send({ type: 'view', view });
  }

  restart();
  return { state, restart, changeView, send: (command) => line?.send(command), close: () => line?.close() };
}

function foundNothing({ state }: SessionState): boolean {
  return state !== 'loading' && state !== 'ready';
}
