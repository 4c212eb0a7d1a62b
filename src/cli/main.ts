import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { annotate, INPUTS, type Input } from './annotate.ts';
import { FORMATS, type Format } from './formats.ts';
import { Progress } from './progress.ts';

interface Flags {
  readonly input?: Input;
  readonly format?: Format;
  readonly jobs: number;
  readonly resume?: string;
}

function readJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new InvalidArgumentError('It must be a whole number from 1 to 256.');
  return jobs;
}

const program = new Command('annotate')
  .description('Says of every sentence of a news article whose claim it is and whether the article stands behind it.')
  .argument('[FILE...]', 'text, saved pages or JSON Lines; standard input where absent or -')
  .addOption(new Option('--input <kind>', 'what the input is; by the ending of the file where absent').choices(INPUTS))
  .addOption(new Option('--format <kind>', 'what to write; jsonl for jsonl input, else json, where absent').choices(FORMATS))
  .option('--jobs <number>', `processes for jsonl (this machine has ${availableParallelism()})`, readJobs, 1)
  .option('--resume <output>', 'go on with an earlier jsonl output: skip the ids in it and append to it')
  .exitOverride();

try {
  await program.parseAsync();
  const { input = null, format = null, jobs, resume = null } = program.opts<Flags>();
  if (resume !== null && format !== null && format !== 'jsonl') program.error('error: --resume goes with the format jsonl only');
  const progress = new Progress(process.stderr, process.stderr.isTTY && !(resume === null && process.stdout.isTTY));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') return;
    // Whoever read the output has had enough (`annotate … | head`).
    progress.end();
    process.exit(0);
  });
  const { stdin, stdout } = process;
  const options = { files: program.args, input, format: resume === null ? format : 'jsonl', jobs, resume };
  process.exitCode = await annotate(options, { stdin, stdout, progress }).finally(() => progress.end());
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`annotate: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
