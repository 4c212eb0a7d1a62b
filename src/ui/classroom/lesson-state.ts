import type { ShortcutName } from './use-shortcuts.ts';

/** Type sizes in rem: to be read from the back row, and the least is still large. */
export const TYPE_SIZES = [1.25, 1.5, 1.875, 2.25, 2.75, 3.25] as const;

/** What a presenter has chosen to show. */
export interface LessonState {
  readonly exercise: boolean;
  readonly labels: boolean;
  readonly names: boolean;
  readonly legend: boolean;
  readonly help: boolean;
  readonly dark: boolean;
  /** Index into {@link TYPE_SIZES}. */
  readonly size: number;
  /** Index of the sentence that the class looks at; null before any. */
  readonly current: number | null;
  /** Index of the article's last sentence. */
  readonly last: number;
}

/** What a presenter may do: what the keys do, or go to a sentence. */
export type LessonAction = ShortcutName | { readonly sentence: number };

/** A lesson at its beginning: labels without names, since a class guesses first. */
export function firstLesson(sentences: number, dark: boolean): LessonState {
  return {
    exercise: false,
    labels: true,
    names: false,
    legend: true,
    help: false,
    dark,
    size: 2,
    current: null,
    last: sentences - 1,
  };
}

/** The lesson after an action. */
export function nextLesson(state: LessonState, action: LessonAction): LessonState {
  if (typeof action === 'object') return { ...state, current: action.sentence };
  const { current, last, size } = state;
  switch (action) {
    case 'next':
      return { ...state, current: current === null ? 0 : Math.min(last, current + 1) };
    case 'previous':
      return { ...state, current: current === null ? last : Math.max(0, current - 1) };
    case 'larger':
      return { ...state, size: Math.min(TYPE_SIZES.length - 1, size + 1) };
    case 'smaller':
      return { ...state, size: Math.max(0, size - 1) };
    default:
      return { ...state, [action]: !state[action] };
  }
}
