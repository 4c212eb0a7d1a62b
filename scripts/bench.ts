/*
 * `npm run bench [-- --full] [--no-browser]`: speed, memory and size, each beside a yardstick of the same run: compromise's own
 * default parse, `nlp(text)` of compromise/three. `--full` analyses 10,000 stories for the memory figure instead of 1,000.
 * Prints Markdown; docs/performance.md has a run.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { articleFromHtml } from '../src/cli/article-from-html.ts';
import { bundle } from './bench/bundle.ts';
import { inChromium } from './bench/in-chromium.ts';
import { firstStory, growth, loadOurs, memory, type Pair, warm } from './bench/in-node.ts';

const ROOT = resolve(import.meta.dirname, '..');
const WEIGHTS = join(ROOT, 'src/engine/weights/weights.bin');
const SAMPLES = ['ceasefire-talks.html', 'swing-bridge.html'];

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, 'no-browser': { type: 'boolean', default: false } },
});

const number = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const pairRow = ({ name, ours, yardstick }: Pair): string =>
  row(name, number(ours), number(yardstick), (ours / yardstick).toFixed(2));

function folderSize(folder: string): { bytes: number; gzip: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(contents.map((content) => content.length)),
    gzip: sum(contents.map((content) => gzipSync(content).length)),
  };
}

function sizes(folder: string): void {
  const kilobytes = (bytes: number) => Math.round(bytes / 1024).toLocaleString('en');
  console.log('\n## Size (kB)\n\n| | as it is | gzip |\n| --- | --- | --- |');
  for (const browser of ['chrome', 'firefox']) {
    const { bytes, gzip } = folderSize(join(ROOT, `.output/${browser}-mv3`));
    console.log(row(`extension for ${browser}`, kilobytes(bytes), kilobytes(gzip)));
  }
  console.log(
    row('of it the model’s weights', kilobytes(statSync(WEIGHTS).size), kilobytes(gzipSync(readFileSync(WEIGHTS)).length)),
  );
  const yardstick = readFileSync(join(folder, 'page/yardstick.js'));
  console.log(row('yardstick: compromise/three, minified', kilobytes(yardstick.length), kilobytes(gzipSync(yardstick).length)));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-bench-'));
  try {
    await bundle(folder);
    const stories = SAMPLES.map((file) => {
      const { text } = articleFromHtml(file, readFileSync(join(ROOT, 'samples', file), 'utf8'), null);
      return { name: `${file.replace('.html', '')}, ${text.split(/\s+/).length} words`, text };
    });
    const [first] = stories;
    if (!first) return;
    console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores.\n`);
    console.log('## Analysis (milliseconds, medians)\n\n| | Sourcelight | compromise | ratio |\n| --- | --- | --- | --- |');
    for (const { name, text } of stories)
      console.log(pairRow(firstStory(`load and first story (${name})`, text, folder, WEIGHTS, 7)));
    for (const { name, text } of stories) console.log(pairRow(warm(`warm (${name})`, text, folder, WEIGHTS, 30)));
    const ours = await loadOurs(folder, WEIGHTS);

    console.log('\n## Growth\n\n| words | ms | ms for 1,000 words |\n| --- | --- | --- |');
    for (const { words, milliseconds } of growth(first.text, ours)) {
      console.log(row(words.toLocaleString('en'), number(milliseconds), number((milliseconds / words) * 1000)));
    }

    const count = values.full ? 10_000 : 1000;
    console.log(
      `\n## Memory over ${count.toLocaleString('en')} stories (MB of heap in use)\n\n| stories | heap |\n| --- | --- |`,
    );
    for (const { stories: done, heap } of memory(count, first.text, ours))
      console.log(row(done.toLocaleString('en'), heap.toFixed(1)));

    sizes(folder);
    if (!values['no-browser']) {
      const extension = join(ROOT, '.output/chrome-mv3');
      const page = await inChromium(join(ROOT, 'samples'), SAMPLES[0] ?? '', extension, join(folder, 'page/yardstick.js'), 7);
      console.log(
        `\n## In Chromium, ${first.name} (milliseconds, medians)\n\n| | Sourcelight: click to highlights | compromise in the page | ratio |\n| --- | --- | --- | --- |`,
      );
      console.log(
        pairRow({ name: 'cold (background stopped; script not loaded)', ours: page.cold, yardstick: page.yardstickCold }),
      );
      console.log(pairRow({ name: 'warm', ours: page.warm, yardstick: page.yardstickWarm }));
      console.log(row('popup’s figure, on a page already analysed', number(page.figure), '', ''));
      const task = (value: number) => (value === 0 ? 'none of 50 ms or more' : number(value));
      console.log(row('longest task of the page’s thread', task(page.longestTask), task(page.yardstickLongestTask), ''));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (['chrome', 'firefox'].every((browser) => existsSync(join(ROOT, `.output/${browser}-mv3`)))) await main();
else {
  console.error('The extension is not built yet, and its size and speed are measured too: npm run build');
  process.exitCode = 2;
}
