/*
 * What runs inside Firefox, with the browser's own rights, as source text: each function stands alone. The names that Firefox gives to
 * its own window's scripts have no types here.
 */
// biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
type Internal = any;
declare const ChromeUtils: Internal;
declare const WebExtensionPolicy: Internal;
declare const Services: Internal;
declare const BrowsingContext: Internal;
declare const Components: Internal;

/** Puts the toolbar button in the navigation bar and returns the host of the extension's addresses. */
export function prepare(id: string): string {
  const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const widget = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

export function clickButton(id: string): void {
  const widget = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  const button = document.querySelector<HTMLElement>(`#${widget} .unified-extensions-item-action-button`);
  if (!button) throw new Error('the extension has no toolbar button');
  button.click();
}

export function hidePopups(): void {
  for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
    for (const popup of document.querySelectorAll('browser.webextension-popup-browser')) popup.closest('panel')?.hidePopup();
  }
}

/** Id of the browsing context of an extension document, 0 where there is none. */
export function findView(id: string, urlEnd: string, type: string | null): number {
  for (const view of WebExtensionPolicy.getByID(id)?.extension?.views ?? []) {
    const context = view.xulBrowser?.browsingContext;
    if (!context || (type !== null && view.viewType !== type)) continue;
    if (context.currentURI.spec.endsWith(urlEnd)) return context.id;
  }
  return 0;
}

/** Runs a script in an extension document through Marionette's own actor; `sandbox` 'system' gives it the browser's rights. */
export async function runInView(
  contextId: number,
  script: string,
  args: readonly unknown[],
  sandbox: string | null,
): Promise<unknown> {
  const actor = BrowsingContext.get(contextId)?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!actor) throw new Error('the document went away');
  return actor.executeScript(script, args, { timeout: 60_000, sandboxName: sandbox, newSandbox: true, async: false });
}

export async function snapshot(contextId: number): Promise<string> {
  const image = await BrowsingContext.get(contextId).currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL();
}

export function synthesizeMouse(x: number, y: number, click: boolean): void {
  const target = window as Internal;
  for (const type of click ? ['mousemove', 'mousedown', 'mouseup'] : ['mousemove']) {
    const options = { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: click ? 1 : 0, modifiers: 0 };
    target.synthesizeMouseEvent(type, x, y, options);
  }
}

export function synthesizeKey(names: readonly string[]): void {
  const processor = Components.classes['@mozilla.org/text-input-processor;1'].createInstance(
    Components.interfaces.nsITextInputProcessor,
  );
  processor.beginInputTransactionForTests(window);
  const view = window as Internal;
  // The processor works out the key code of named keys only, and Firefox presses switches by the key code of the space bar.
  const space = { key: ' ', code: 'Space', keyCode: 32 };
  const events = names.map((key) => new view.KeyboardEvent('', key === ' ' ? space : { key, code: key.length > 1 ? key : '' }));
  for (const event of events) processor.keydown(event);
  for (const event of events.reverse()) processor.keyup(event);
}

export async function wakeBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.wakeupBackground?.();
}

export async function stopBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/** 0 is dark and 1 is light for pages; a popup goes by the browser's own theme, which goes by the system's. */
export function setScheme(value: number): void {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', value === 0 ? 1 : 0);
}
