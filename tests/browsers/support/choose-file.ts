import type { Surface } from './driver.ts';

/** Gives a file to the page's field for files, as one does who chooses it. */
export async function chooseFile(surface: Surface, content: string): Promise<void> {
  await surface.waitFor(() => document.querySelector('input[type=file]') !== null, { message: 'no file can be chosen' });
  await surface.evaluate((text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File([text], 'packs.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
}
