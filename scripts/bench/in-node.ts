import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './median.ts';

type Program = (text: string) => unknown;
type Module = { readonly load: (weights: string) => Program };

export interface Pair {
  readonly name: string;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly yardstick: number;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Our program, loaded into this process. */
export async function loadOurs(folder: string, weights: string): Promise<Program> {
  return ((await import(pathToFileURL(join(folder, 'ours.cjs')).href)) as Module).load(weights);
}

/**
 * Warm: both programs by turns over the same story, in a new process. In this one stand the bundler and its garbage, which made either
 * program slower, ours the more.
 */
export function warm(name: string, text: string, folder: string, weights: string, rounds: number): Pair {
  const programs = ['ours', 'yardstick'].map((program) => pathToFileURL(join(folder, `${program}.cjs`)).href);
  const [ours = Number.NaN, yardstick = Number.NaN] = JSON.parse(
    inNewProcess(join(folder, 'warm.mjs'), text, folder, [weights, String(rounds), ...programs]),
  ) as readonly number[];
  return { name, ours, yardstick };
}

/** What a script prints that is given the path of a story and more. */
function inNewProcess(script: string, text: string, folder: string, more: readonly string[]): string {
  const story = join(folder, 'story.txt');
  writeFileSync(story, text);
  const run = spawnSync(process.execPath, [script, story, ...more], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

/** Cold: a new process each, from before the program is loaded until the first story is done. */
export function firstStory(name: string, text: string, folder: string, weights: string, rounds: number): Pair {
  const once = (program: string): number =>
    Number(inNewProcess(join(folder, 'first.mjs'), text, folder, [weights, pathToFileURL(join(folder, `${program}.cjs`)).href]));
  const ours: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(once('ours'));
    yardstick.push(once('yardstick'));
  }
  return { name, ours: median(ours), yardstick: median(yardstick) };
}

/** A text of about so many words, made of whole copies and a part of a story. */
export function textOf(words: number, story: string): string {
  const all = story.split(/(?<=\s)/);
  return Array.from({ length: words }, (_, at) => all[at % all.length] ?? '').join('');
}

export interface Growth {
  readonly words: number;
  readonly milliseconds: number;
}

/** Time over length. */
export function growth(story: string, program: Program): readonly Growth[] {
  return [500, 1000, 5000, 10_000, 50_000].map((words) => {
    const text = textOf(words, story);
    const times = Array.from({ length: words > 5000 ? 3 : 9 }, () => time(() => program(text)));
    return { words, milliseconds: median(times) };
  });
}

export interface Memory {
  readonly stories: number;
  /** Megabytes in use after garbage collection, where Node was started with `--expose-gc`. */
  readonly heap: number;
}

/** Memory while many different stories are analysed. */
export function memory(stories: number, story: string, program: Program): readonly Memory[] {
  const samples: Memory[] = [];
  const every = Math.ceil(stories / 10);
  for (let at = 1; at <= stories; at += 1) {
    // Different names in every story, so that a cache by words would show.
    program(story.replaceAll(/\b[A-Z][a-z]{4,}\b/g, (name) => `${name}${at.toString(36)}`));
    if (at % every !== 0) continue;
    globalThis.gc?.();
    samples.push({ stories: at, heap: process.memoryUsage().heapUsed / 1024 / 1024 });
  }
  return samples;
}
