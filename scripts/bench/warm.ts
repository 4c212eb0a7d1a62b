/*
 * Run in a process of its own: `node warm.js STORY WEIGHTS ROUNDS BUNDLE...`. Analyses the story with the programs by turns and prints
 * the medians of their milliseconds, a JSON array.
 */
import { readFileSync } from 'node:fs';
import { median } from './median.ts';

// Rounds that are not counted: V8 goes on compiling the programs for some twelve of them.
const BEFORE_WARM = 15;

const [story = '', weights = '', rounds = '', ...bundles] = process.argv.slice(2);
const text = readFileSync(story, 'utf8');
const programs: ((text: string) => unknown)[] = [];
for (const bundle of bundles) {
  const { load } = (await import(bundle)) as { load: (weights: string) => (text: string) => unknown };
  programs.push(load(weights));
}
const times = programs.map((): number[] => []);
for (let round = 0; round < Number(rounds) + BEFORE_WARM; round += 1) {
  for (const [i, program] of programs.entries()) {
    const start = performance.now();
    program(text);
    if (round >= BEFORE_WARM) times[i]?.push(performance.now() - start);
  }
}
console.log(JSON.stringify(times.map(median)));
