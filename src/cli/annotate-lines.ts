import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type InputLine, type LineOutput, outputOf } from './annotate-line.ts';

/** Lines a worker is given at a time: enough that passing messages costs little, few enough that memory stays flat. */
const BATCH = 8;
/** Batches on their way for each worker, so that none waits for the next. */
const AHEAD = 2;

/**
 * Analyses lines and yields the output in order, in `jobs` processes (1: in this one). Never holds more than a few batches for each.
 */
export async function* annotateLines(lines: AsyncIterable<InputLine>, jobs: number): AsyncGenerator<LineOutput> {
  if (jobs <= 1) {
    for await (const line of lines) yield outputOf(line);
    return;
  }
  // Processes rather than threads: they are started with the loader that lets Node run TypeScript, which threads do not inherit.
  const script = fileURLToPath(new URL('./annotate-worker.ts', import.meta.url));
  const workers = Array.from({ length: jobs }, () => fork(script, { serialization: 'advanced' }));
  try {
    yield* inOrder(lines, workers);
  } finally {
    for (const worker of workers) worker.kill();
  }
}

async function* inOrder(lines: AsyncIterable<InputLine>, workers: readonly ChildProcess[]): AsyncGenerator<LineOutput> {
  // Each worker answers in the order it was asked, and batches go round: the next answer is always the next worker's.
  const waiting: Promise<readonly LineOutput[]>[] = [];
  const last = new Map<ChildProcess, Promise<unknown>>();
  let turn = 0;
  const send = (batch: readonly InputLine[]): void => {
    const worker = workers[turn++ % workers.length] as ChildProcess;
    const answer = (last.get(worker) ?? Promise.resolve()).then(() => ask(worker, batch));
    // A failure is met where the answer is awaited; until then it must not count as unhandled.
    answer.catch(() => null);
    last.set(worker, answer);
    waiting.push(answer);
  };
  let batch: InputLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    send(batch);
    batch = [];
    if (waiting.length >= workers.length * AHEAD) yield* (await waiting.shift()) ?? [];
  }
  if (batch.length > 0) send(batch);
  for (const answer of waiting) yield* await answer;
}

function ask(worker: ChildProcess, batch: readonly InputLine[]): Promise<readonly LineOutput[]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a worker process ended (status ${code})`));
    worker.once('exit', ended);
    worker.once('message', (reply) => {
      worker.off('exit', ended);
      resolve(reply as readonly LineOutput[]);
    });
    worker.send(batch);
  });
}
