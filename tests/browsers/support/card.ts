import { runInView } from '../../../scripts/browsers/firefox-inside.ts';
import { type BrowserDriver, ChromiumDriver, FirefoxDriver, type PageDriver } from './driver.ts';

/**
 * Runs a function with the root of the hover card in the page in front: it is closed to everybody but who has the browser's own rights. The
 * function is sent as source text; null where the page has no card.
 */
export async function inCard<R>(driver: BrowserDriver, page: PageDriver, fn: (root: ShadowRoot) => R): Promise<R | null> {
  if (driver instanceof FirefoxDriver) {
    // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
    const context = await driver.inChrome(() => (window as any).gBrowser.selectedBrowser.browsingContext.id as number);
    const script = `const host = document.querySelector('sourcelight-card');
      const __name = (f) => f;
      return host && (${fn})(host.openOrClosedShadowRoot);`;
    return driver.inChrome(runInView, context, script, [], 'system') as Promise<R | null>;
  }
  if (!(driver instanceof ChromiumDriver)) throw new Error('neither Chromium nor Firefox');
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own class, which the interface hides
  const session = await (page as any).page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 2 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'sourcelight-card' });
    if (nodeId === 0) return null;
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true });
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.shadowRoots[0].backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { const __name = (f) => f; return (${fn})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}
