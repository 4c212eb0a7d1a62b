import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageDriver } from './driver.ts';

/** Places in CSS pixels of what is seen of a page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Of each row of pixels in a box, from its top: the share that stands out from the paper, as the page is painted; the paper is the
 * brightest pixel of the box. The picture is decoded by the page itself, which therefore must allow images from `data:`.
 */
export async function inkInRows(page: PageDriver, box: Box): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-pixels-'));
  const path = join(folder, 'page.png');
  await page.screenshot(path);
  const picture = readFileSync(path).toString('base64');
  rmSync(folder, { recursive: true });
  return page.evaluate(
    async (png: string, { left, top, right, bottom }: Box) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const scale = image.width / innerWidth;
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const width = Math.round((right - left) * scale);
      const { data } = context.getImageData(
        Math.round(left * scale),
        Math.round(top * scale),
        width,
        Math.round((bottom - top) * scale),
      );
      const bright: number[] = [];
      for (let at = 0; at < data.length; at += 4) bright.push((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0));
      const paper = Math.max(...bright);
      const rows: number[] = [];
      for (let at = 0; at < bright.length; at += width)
        rows.push(bright.slice(at, at + width).filter((one) => one < 0.7 * paper).length / width);
      return rows;
    },
    picture,
    box,
  );
}
