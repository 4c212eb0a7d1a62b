import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Program = (text: string) => unknown;
type Module = { readonly load: (weights: string) => Program };

export interface Pair {
  readonly name: string;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly yardstick: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Both programs, loaded into this process. */
export async function loadBoth(folder: string, weights: string): Promise<{ ours: Program; yardstick: Program }> {
  const module = async (name: string) => (await import(pathToFileURL(join(folder, `${name}.mjs`)).href)) as Module;
  return { ours: (await module('ours')).load(weights), yardstick: (await module('yardstick')).load(weights) };
}

// Rounds that are not counted: V8 goes on compiling either program for some twelve of them.
const BEFORE_WARM = 15;

/** Warm: the two programs by turns over the same story. */
export function warm(name: string, text: string, programs: { ours: Program; yardstick: Program }, rounds: number): Pair {
  const ours: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < rounds + BEFORE_WARM; round += 1) {
    const times = [time(() => programs.ours(text)), time(() => programs.yardstick(text))] as const;
    if (round < BEFORE_WARM) continue;
    ours.push(times[0]);
    yardstick.push(times[1]);
  }
  return { name, ours: median(ours), yardstick: median(yardstick) };
}

/** Cold: a new process each, from before the program is loaded until the first story is done. */
export function firstStory(name: string, text: string, folder: string, weights: string, rounds: number): Pair {
  const story = join(folder, 'story.txt');
  writeFileSync(story, text);
  const once = (program: string): number => {
    const bundle = pathToFileURL(join(folder, `${program}.mjs`)).href;
    const run = spawnSync(process.execPath, [join(folder, 'first.mjs'), bundle, weights, story], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return Number(run.stdout);
  };
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
