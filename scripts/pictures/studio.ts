import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChromiumDriver } from '../browsers/chromium.ts';
import type { ColorScheme, Surface } from '../browsers/driver.ts';
import { type Server, serve } from '../browsers/serve.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** In CSS pixels, which are the picture's. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

type Page = Awaited<ReturnType<ChromiumDriver['open']>>;

/** An article that is annotated, a picture of its popup, and its tab's id as the extension knows it. */
interface Sitter {
  readonly page: Page;
  readonly popup: Buffer;
  readonly tab: number;
}

/** Chromium with the built extension and the sample articles, to take pictures in. */
export class Studio implements AsyncDisposable {
  private constructor(
    private readonly driver: ChromiumDriver,
    private readonly site: Server,
    private readonly scratch: string,
  ) {}

  static async open(scheme: ColorScheme): Promise<Studio> {
    const driver = await ChromiumDriver.open({ extension: join(ROOT, '.output/chrome-mv3') });
    await driver.setColorScheme(scheme);
    return new Studio(driver, await serve(join(ROOT, 'samples')), mkdtempSync(join(tmpdir(), 'sourcelight-pictures-')));
  }

  /** Opens a sample article, clicks the button, and scrolls to the paragraph that begins so. */
  async annotate(article: string, size: Size, from: string): Promise<Sitter> {
    const page = await this.driver.open(`${this.site.url}/${article}.html`);
    await this.resize(page, size, from);
    const popup = await page.clickToolbarButton();
    await popup.waitFor(() => document.querySelector('[data-state="ready"]'));
    await page.waitFor(() => [...CSS.highlights.keys()].some((name) => name.startsWith('sourcelight-')));
    const tab = await this.driver.evaluateInBackground(
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API, of which one call is used
      async () => (await (globalThis as any).chrome.tabs.query({ active: true }))[0].id as number,
    );
    return { page, popup: await this.shot(popup), tab };
  }

  async resize(page: Page, size: Size, from: string): Promise<void> {
    await page.page.setViewport(size);
    await page.evaluate((start: string) => {
      const paragraph = [...document.querySelectorAll('.story p')].find((one) => one.textContent.trim().startsWith(start));
      scrollTo({ top: (paragraph?.getBoundingClientRect().top ?? 0) + scrollY - 40, behavior: 'instant' });
    }, from);
  }

  /** Points at the words, and waits for the card. */
  async hover(page: Page, words: string): Promise<void> {
    await page.page.bringToFront();
    const { x, y } = await page.evaluate((wanted: string) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getClientRects()[0] as DOMRect;
        return { x: box.x + 20, y: box.y + box.height / 2 };
      }
      throw new Error(`the page does not say ${wanted}`);
    }, words);
    await page.moveTo(x - 5, y);
    await page.moveTo(x, y);
    await page.waitFor(() => document.querySelector('sourcelight-card')?.matches(':popover-open'));
    // It fades in, in a shadow root that nobody else sees into.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }

  /** A picture of a page of the extension, at this size. */
  async surface(path: string, size: Size): Promise<Buffer> {
    const page = await this.driver.open(this.driver.extensionUrl(path));
    await page.page.setViewport(size);
    await page.waitFor(() => document.querySelector('[data-state="ready"]'));
    const picture = await this.shot(page);
    await page.close();
    return picture;
  }

  async shot(page: Surface): Promise<Buffer> {
    const path = join(this.scratch, 'shot.png');
    await page.screenshot(path);
    return readFileSync(path);
  }

  /** Renders a page of pictures to a file. */
  async compose(html: string, size: Size, path: string): Promise<void> {
    const sheet = await serve(this.scratch, { pages: { '/': html } });
    const page = await this.driver.open(`${sheet.url}/`);
    await page.page.setViewport(size);
    writeFileSync(path, await this.shot(page));
    await page.close();
    await sheet.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.driver.close();
    await this.site.close();
    rmSync(this.scratch, { recursive: true });
  }
}
