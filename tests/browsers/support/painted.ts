import type { Surface } from './driver.ts';

/** One highlight of ours as the page's registry has it. */
export interface PaintedHighlight {
  readonly name: string;
  /** The words under each of its ranges. */
  readonly words: readonly string[];
}

/** What is painted in a page, without the marks of the reader's place. */
export async function paintedIn(page: Surface): Promise<readonly PaintedHighlight[]> {
  const all = await page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('sourcelight-') && !name.startsWith('sourcelight-current'))
      .map(([name, highlight]) => ({ name, words: [...highlight].map((range) => String(range)) })),
  );
  return all.filter(({ words }) => words.length > 0);
}

/** All painted words of a page, in one list. */
export async function paintedWords(page: Surface): Promise<readonly string[]> {
  return (await paintedIn(page)).flatMap(({ words }) => words);
}

/** Waits for a surface of the extension to show a state (contract: section 2). */
export async function whenState(surface: Surface, state: string): Promise<void> {
  await surface.waitFor(
    (wanted: string) => document.querySelector(`#root[data-state="${wanted}"]`) !== null,
    { message: `not ${state}` },
    state,
  );
}
