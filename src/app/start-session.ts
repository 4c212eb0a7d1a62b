import { isExtensionAlive } from '../platform/background-port.ts';
import { NOT_A_PAGE } from '../platform/messages.ts';
import { PageSession } from './page-session.ts';

/** The one session of this page, seen by every injection: they share a world. */
interface SessionHolder {
  sourcelightSession?: { readonly session: PageSession; readonly isAlive: () => boolean };
}

/** Starts the page's session; one that runs already goes on, one whose extension is gone makes way. */
export function startPageSession(): typeof NOT_A_PAGE | undefined {
  if (document.contentType === 'application/pdf') return NOT_A_PAGE;
  const holder = globalThis as SessionHolder;
  const before = holder.sourcelightSession;
  if (before && !before.session.ended && before.isAlive()) return undefined;
  if (before && !before.session.ended) before.session.end();
  const session = new PageSession(window);
  holder.sourcelightSession = { session, isAlive: isExtensionAlive };
  void session.start();
  return undefined;
}
