import { type Surface, waitUntil } from './driver.ts';

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
  let seen = 'nothing';
  const look = async (): Promise<boolean> => {
    seen = await surface.evaluate(() => {
      const root = document.querySelector<HTMLElement>('#root');
      return `${root?.dataset.state}: ${root?.innerText.slice(0, 200)}`;
    });
    return seen.startsWith(`${state}:`);
  };
  await waitUntil(look).catch((error: Error) => {
    throw new Error(`not ${state}, but ${seen}`, { cause: error });
  });
}
