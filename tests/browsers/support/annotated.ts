import { type BrowserDriver, type PageDriver, type Server, type Surface, serveSamples } from './driver.ts';
import { whenState } from './painted.ts';
import { tabInFront } from './tabs.ts';

/** A browser in which the sample article is annotated. */
export interface Annotated {
  readonly driver: BrowserDriver;
  readonly site: Server;
  /** The article. */
  readonly page: PageDriver;
  /** Open until something else comes to the front. */
  readonly popup: Surface;
  /** Opens a page of the extension that shows the article, in a tab of its own, once it is ready. */
  readonly open: (path: string) => Promise<PageDriver>;
  readonly close: () => Promise<void>;
}

/** The extension's pages that can stand in a tab. */
export const SURFACES = [
  'sidepanel.html',
  'classroom.html',
  'worksheet.html',
  'compare.html',
  'options.html',
  'welcome.html',
] as const;

/** Starts a browser and clicks the toolbar button on the sample article; the browser is closed again where that fails. */
export async function openAnnotated(start: () => Promise<BrowserDriver>): Promise<Annotated> {
  const site = await serveSamples();
  const driver = await start();
  const close = async (): Promise<void> => {
    await driver.close();
    await site.close();
  };
  try {
    const page = await driver.open(`${site.url}/swing-bridge.html`);
    const popup = await page.clickToolbarButton();
    await whenState(popup, 'ready');
    const tab = await tabInFront(driver);
    const open = async (path: string): Promise<PageDriver> => {
      const surface = await driver.open(driver.extensionUrl(`${path}?tab=${tab}`));
      await whenState(surface, 'ready');
      return surface;
    };
    return { driver, site, page, popup, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How much of the panel's tabs is out of sight where the panel is only so wide, in CSS pixels. */
export const tabsCutOff = (panel: Surface, width: number): Promise<number> =>
  panel.evaluate((pixels: number) => {
    (document.querySelector('.panel') as HTMLElement).style.inlineSize = `${pixels}px`;
    const tabs = document.querySelector('[role=tablist]') as HTMLElement;
    return tabs.scrollWidth - tabs.clientWidth;
  }, width);

/** How far a surface reaches over its sides, in CSS pixels: who zooms in would have to scroll both ways (WCAG 2.2, 1.4.10). */
export const overflow = (surface: Surface): Promise<number> =>
  surface.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
