import { browser } from 'wxt/browser';

/** Who sent a message or opened a port, as far as it is asked here. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Whether this extension itself sent a message: one of its pages, its background, or its script in the top frame of a tab. */
export function isOwn(sender: Sender | undefined): boolean {
  return sharesId(sender) && (sender.tab === undefined || isOwnPage(sender) || sender.frameId === 0);
}

/** Whether one of the extension's own documents sent it, not its script in a page. */
export function isOwnPage(sender: Sender | undefined): boolean {
  return sharesId(sender) && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** An extension that was reloaded has no id any more, and then nobody shares it. */
function sharesId(sender: Sender | undefined): sender is Sender {
  return sender?.id !== undefined && sender.id === browser.runtime.id;
}
