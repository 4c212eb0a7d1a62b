/*
 * Run in a process of its own: `node first-story.js STORY WEIGHTS BUNDLE`. Prints the milliseconds from before the bundle is loaded
 * until the first story is analysed.
 */
import { readFileSync } from 'node:fs';

const [story = '', weights = '', bundle = ''] = process.argv.slice(2);
const text = readFileSync(story, 'utf8');
const start = performance.now();
const { load } = (await import(bundle)) as { load: (weights: string) => (text: string) => unknown };
load(weights)(text);
console.log(performance.now() - start);
