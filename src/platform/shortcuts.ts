import { browser } from 'wxt/browser';
import type { TabCommand } from './messages.ts';

/** Names of the manifest's `commands`, and what each asks of the page's session. */
const COMMANDS: Readonly<Record<string, TabCommand['command']>> = {
  'next-claim': 'next',
  'previous-claim': 'previous',
  'toggle-highlights': 'toggle',
};

/** Passes keyboard shortcuts on to the session of the tab in front. */
export function passOnShortcuts(): void {
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((name, tab) => {
    const command = COMMANDS[name];
    if (command) void send(command, tab?.id);
  });
}

async function send(command: TabCommand['command'], known: number | undefined): Promise<void> {
  const tabId = known ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  const message: TabCommand = { type: 'tab-command', command };
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // No session runs in that tab: a shortcut for nothing is nothing.
  }
}
