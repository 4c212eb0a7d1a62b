import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserDriver, ChromiumDriver, type TestBrowser, waitUntil } from './driver.ts';

/** A browser that saves files without asking. */
export interface Downloads {
  readonly driver: BrowserDriver;
  /** Waits for the file whose name ends so. */
  readonly file: (ending: string) => Promise<{ readonly name: string; readonly content: string }>;
  readonly close: () => Promise<void>;
}

export async function openWithDownloads(browser: TestBrowser): Promise<Downloads> {
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-downloads-'));
  const driver = await browser.open({
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.useDownloadDir': true,
    },
  });
  if (driver instanceof ChromiumDriver) {
    const session = await driver.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }
  return {
    driver,
    file: async (ending) => {
      const name = await waitUntil(async () => readdirSync(folder).find((one) => one.endsWith(ending)) ?? '', {
        message: `no ${ending} file`,
      });
      const content = await waitUntil(async () => readFileSync(join(folder, name), 'utf8'), { message: `${name} stays empty` });
      return { name, content };
    },
    close: async () => {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
