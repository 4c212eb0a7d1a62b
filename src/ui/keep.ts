import { signal } from '@preact/signals';

/** Whether the last change could not be kept on this machine: a full disk, most likely. */
export const notKept = signal(false);

/** Follows a change on its way into storage; where it is not kept, `notKept` says so until one is. */
export function keep(change: Promise<unknown>): void {
  change.then(
    () => {
      notKept.value = false;
    },
    (error: unknown) => {
      console.error(error);
      notKept.value = true;
    },
  );
}
