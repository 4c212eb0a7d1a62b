/** A value with what it was before and what was undone, for undo and redo. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** Steps that can be undone; more would only cost memory. */
const MOST_STEPS = 200;

export function historyOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** Goes on to a new value; what had been undone is gone. */
export function advance<Value>(history: History<Value>, present: Value): History<Value> {
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [] };
}

/** One step back; the same history where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

/** One step forward again; the same history where nothing was undone. */
export function redo<Value>(history: History<Value>): History<Value> {
  const next = history.future[0];
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: history.future.slice(1) };
}
