/** Milliseconds of work after which the page gets its turn: half of what makes a task long. */
const BUDGET = 12;

/** Lets the page do what is waiting: input, timers, a frame. */
export function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** Runs work that yields in short pieces, so that the page never waits for it; null where `signal` ended it. */
export async function runResponsively<Result>(steps: Generator<void, Result, void>, signal: AbortSignal): Promise<Result | null> {
  let deadline = performance.now() + BUDGET;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < deadline) continue;
    await yieldToPage();
    if (signal.aborted) return null;
    deadline = performance.now() + BUDGET;
  }
}
