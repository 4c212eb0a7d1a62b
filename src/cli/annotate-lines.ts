import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failedOutput, type InputLine, type LineOutput, outputOf } from './annotate-line.ts';

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
  const workers = Array.from({ length: jobs }, () => new LineWorker());
  try {
    yield* inOrder(lines, workers);
  } finally {
    for (const worker of workers) worker.end();
  }
}

async function* inOrder(lines: AsyncIterable<InputLine>, workers: readonly LineWorker[]): AsyncGenerator<LineOutput> {
  // Batches go round and each worker answers in the order it was asked, so the oldest answer is always the next in the output.
  const waiting: Promise<readonly LineOutput[]>[] = [];
  let turn = 0;
  const send = (batch: readonly InputLine[]): void => {
    const answer = (workers[turn++ % workers.length] as LineWorker).answer(batch);
    // A failure is met where the answer is awaited; until then it must not count as unhandled.
    answer.catch(() => null);
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

// A process rather than a thread: it is started with the loader that lets Node run TypeScript, which threads do not inherit.
const SCRIPT = fileURLToPath(new URL('./annotate-worker.ts', import.meta.url));

/** A process that analyses lines, and another in its place where it dies of one. */
class LineWorker {
  #process = start();
  #last: Promise<unknown> = Promise.resolve();
  /** How often in a row it died without an answer. */
  #deaths = 0;

  /** The output of a batch, after those of the batches before it. */
  answer(batch: readonly InputLine[]): Promise<readonly LineOutput[]> {
    const answer = this.#last.then(() => this.#analyse(batch));
    this.#last = answer.catch(() => null);
    return answer;
  }

  end(): void {
    this.#process.kill();
  }

  async #analyse(batch: readonly InputLine[]): Promise<readonly LineOutput[]> {
    const answer = await ask(this.#process, batch);
    if (typeof answer === 'object') {
      this.#deaths = 0;
      return answer;
    }
    // Not even a batch of lines that are all deadly makes it so many: it is not the lines.
    if (++this.#deaths > BATCH + 1) throw new Error(`worker processes end at once (${answer})`);
    this.#process = start();
    const [first, ...others] = batch;
    if (first && others.length === 0) return [failedOutput(first, `the worker process died of this line (${answer})`)];
    const outputs: LineOutput[] = [];
    for (const line of batch) outputs.push(...(await this.#analyse([line])));
    return outputs;
  }
}

function start(): ChildProcess {
  return fork(SCRIPT, { serialization: 'advanced' });
}

/** The answer, or by which signal or status the process ended instead. */
function ask(worker: ChildProcess, batch: readonly InputLine[]): Promise<readonly LineOutput[] | string> {
  return new Promise((resolve) => {
    const ended = (code: number | null, signal: string | null) => resolve(signal ?? `status ${code}`);
    if (worker.exitCode !== null || worker.signalCode !== null) return ended(worker.exitCode, worker.signalCode);
    worker.once('exit', ended);
    worker.once('message', (reply) => {
      worker.off('exit', ended);
      resolve(reply as readonly LineOutput[]);
    });
    // A line that cannot be sent any more is met by the end of the process.
    worker.send(batch, () => undefined);
  });
}
