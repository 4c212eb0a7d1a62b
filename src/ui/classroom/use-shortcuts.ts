import { useLayoutEffect } from 'preact/hooks';

/** The presenter's keys: single keys, since a hand on a presenter has no second one free. Shown by {@link Shortcuts}. */
export const SHORTCUTS = {
  next: ['ArrowDown', 'PageDown'],
  previous: ['ArrowUp', 'PageUp'],
  labels: ['l'],
  names: ['n'],
  legend: ['k'],
  larger: ['+'],
  smaller: ['-'],
  dark: ['d'],
  exercise: ['e'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;
export type ShortcutName = keyof typeof SHORTCUTS;

/** Does what the key says, unless the reader is typing or a modifier is down. `only` limits which keys count. */
export function useShortcuts(act: (name: ShortcutName) => void, only: readonly ShortcutName[] | null): void {
  // Before the next frame, so that a key pressed at once counts.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const names = only ?? (Object.keys(SHORTCUTS) as ShortcutName[]);
      const name = names.find((one) => (SHORTCUTS[one] as readonly string[]).includes(event.key));
      if (name === undefined) return;
      event.preventDefault();
      act(name);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
}
