import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserDriver, ChromiumDriver, FirefoxDriver } from './driver.ts';

/** Sets what a school's administrator sets, as the browser takes it from policies; before anything of the extension has asked for it. */
export async function setManaged(driver: BrowserDriver, values: Readonly<Record<string, unknown>>): Promise<void> {
  if (driver instanceof ChromiumDriver) await setPolicies(driver, values);
  if (driver instanceof FirefoxDriver) await driver.inChrome(readManifestsFrom, manifestFolder(driver.id, values));
}

/** Chromium's own page for trying policies, which Chrome's stable releases do not have. */
async function setPolicies(driver: ChromiumDriver, values: Readonly<Record<string, unknown>>): Promise<void> {
  const page = await driver.open('chrome://policy/test');
  // Source, scope and level by number: from the cloud, for the user, mandatory.
  const policies = Object.entries(values).map(([name, value]) => ({
    namespace: driver.extension.id,
    name,
    value,
    source: 2,
    scope: 0,
    level: 1,
  }));
  // As text, since the test runner would take an import for its own.
  const set = new Function(
    'json',
    "return import('chrome://resources/js/cr.js').then((cr) => cr.sendWithPromise('setLocalTestPolicies', json, '')).then(() => true)",
  ) as (json: string) => Promise<true>;
  await page.evaluate(set, JSON.stringify(policies));
  await page.close();
}

/** A folder of Firefox's managed storage, as an administrator lays it down on Linux and on macOS. */
function manifestFolder(id: string, data: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-managed-'));
  for (const name of ['managed-storage', 'ManagedStorage']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `${id}.json`), JSON.stringify({ name: id, description: 'a school', type: 'storage', data }));
  }
  return folder;
}

/** In the browser's own window: has Firefox look for such folders here instead of in the user's home. */
function readManifestsFrom(folder: string): void {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's internal objects have no published types
  const { Services, Components, ChromeUtils } = globalThis as any;
  const place = Components.classes['@mozilla.org/file/local;1'].createInstance(Components.interfaces.nsIFile);
  place.initWithPath(folder);
  Services.dirsvc.registerProvider({
    QueryInterface: ChromeUtils.generateQI(['nsIDirectoryServiceProvider']),
    getFile(name: string) {
      if (name === 'XREUserNativeManifests') return place.clone();
      throw Components.Exception('', Components.results.NS_ERROR_FAILURE);
    },
  });
}
