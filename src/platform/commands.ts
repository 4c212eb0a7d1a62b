import { browser } from 'wxt/browser';
import { openPage } from './tabs.ts';

/** A keyboard command as it is set now. */
export interface Command {
  readonly name: string;
  /** What it does, in the reader's language; empty for the one that opens the popup. */
  readonly description: string;
  /** The keys as the browser writes them; empty where none are set. */
  readonly shortcut: string;
}

/** The extension's keyboard commands; none where the browser has no keyboard. */
export async function loadCommands(): Promise<readonly Command[]> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
}

/** Opens the place where the browser lets readers change an extension's keys. */
export async function openShortcutSettings(): Promise<void> {
  const own = globalThis as {
    readonly browser?: { readonly commands?: { readonly openShortcutSettings?: () => Promise<void> } };
  };
  if (own.browser?.commands?.openShortcutSettings) return own.browser.commands.openShortcutSettings();
  return openPage('chrome://extensions/shortcuts');
}
