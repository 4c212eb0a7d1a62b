import { browser } from 'wxt/browser';
import { analyse } from '../engine/analyse.ts';
import { allPacks, defaultPacks } from '../packs/index.ts';
import { showBadge } from '../platform/badge.ts';
import { welcomeOnInstall } from '../platform/first-run.ts';
import { offerMenu } from '../platform/menus.ts';
import { isAnalyseRequest, isBackgroundMessage } from '../platform/message-guards.ts';
import type { AnalyseReply, AnalyseRequest } from '../platform/messages.ts';
import { enabledPacks } from '../platform/packs.ts';
import { isOwn } from '../platform/senders.ts';
import { passOnShortcuts } from '../platform/shortcuts.ts';
import { openSidePanel } from '../platform/side-panel.ts';
import { keepSitesRegistered } from '../platform/sites.ts';
import { engineModel } from './engine-model.ts';
import { Rehearsal } from './rehearsal.ts';

/** Wires the background: the engine for all pages, the badge, shortcuts, and the sites that are always analysed. */
export function startBackground(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: AnalyseReply) => void) => {
    if (!isOwn(sender)) return undefined;
    if (isAnalyseRequest(message)) {
      void answer(message).then(reply);
      // The reply comes later: Chromium does not wait for a promise that is returned here.
      return true;
    }
    if (!isBackgroundMessage(message)) return undefined;
    if (message.type === 'prepare') prepare();
    const tabId = sender.tab?.id;
    if (tabId === undefined) return undefined;
    if (message.type === 'badge') void showBadge(tabId, message.sources);
    // The click in the page is what lets the panel open: nothing may be awaited before.
    else if (message.type === 'open-panel') void openSidePanel(tabId);
    return undefined;
  });
  passOnShortcuts();
  offerMenu();
  welcomeOnInstall();
  keepSitesRegistered();
}

const rehearsal = new Rehearsal();

function prepare(): void {
  rehearsal.stop();
  engineModel();
}

async function answer({ article, packs }: AnalyseRequest): Promise<AnalyseReply> {
  try {
    const known = packs ?? (await enabledPacks(allPacks, defaultPacks));
    const run = () => analyse(article, { packs: known, model: engineModel() });
    const analysed = run();
    rehearsal.done(article.text.length, run);
    return { ok: true, article: analysed };
  } catch (error) {
    // The page session shows the words; the stack stays here, for whoever looks for the cause.
    console.error(error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
