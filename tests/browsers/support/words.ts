import type { Surface } from './driver.ts';

/** All words of a surface as they are seen. */
export const wordsOf = (surface: Surface): Promise<string> => surface.evaluate(() => document.body.innerText);

/** Waits until a surface says something. */
export async function says(surface: Surface, words: string): Promise<void> {
  await surface.waitFor(
    (wanted: string) => document.body.innerText.includes(wanted),
    { message: `does not say “${words}”` },
    words,
  );
}

/** Presses the button of a surface that says these words. */
export async function pressButton(surface: Surface, words: string): Promise<void> {
  await surface.waitFor(
    (wanted: string) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.textContent?.includes(wanted) || one.title.includes(wanted),
      );
      button?.click();
      return button !== undefined;
    },
    { message: `no button says ${words}` },
    words,
  );
}
