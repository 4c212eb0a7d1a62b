import { browser } from 'wxt/browser';
import { isSessionCommand } from './message-guards.ts';
import { SESSION_PORT, type SessionCommand, type SessionState } from './messages.ts';
import { isOwnPage } from './senders.ts';

/** The session's end of the lines to its surfaces. */
export interface SurfaceLines {
  /** Sends a state to every surface that is connected. */
  readonly push: (state: SessionState) => void;
  /** Whether any surface is connected. */
  readonly anyone: () => boolean;
  readonly close: () => void;
}

/** Takes the connections of surfaces: each is sent the state of the moment, and its commands are passed on. */
export function listenToSurfaces(current: () => SessionState, obey: (command: SessionCommand) => void): SurfaceLines {
  const ports = new Set<ReturnType<typeof browser.runtime.connect>>();
  const connect = (port: ReturnType<typeof browser.runtime.connect>): void => {
    if (port.name !== SESSION_PORT || !isOwnPage(port.sender)) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((command: unknown) => {
      if (isSessionCommand(command)) obey(command);
      else console.error('a command that is none', command);
    });
    port.postMessage(current());
  };
  const hangUp = (): void => {
    for (const port of ports) port.disconnect();
    ports.clear();
  };
  browser.runtime.onConnect.addListener(connect);
  // A page that goes into the back/forward cache keeps its ports open in Firefox: surfaces must learn that it went away.
  globalThis.addEventListener('pagehide', hangUp);
  return {
    push: (state) => {
      for (const port of ports) port.postMessage(state);
    },
    anyone: () => ports.size > 0,
    close: () => {
      browser.runtime.onConnect.removeListener(connect);
      globalThis.removeEventListener('pagehide', hangUp);
      hangUp();
    },
  };
}
