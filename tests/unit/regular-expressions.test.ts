import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Milliseconds after which an expression counts as hanging; a linear one is through in some thousandths of it. */
const LIMIT = 20_000;
/**
 * Code units of each input. A page's text and an imported file reach the first folders whole; the engine's expressions are asked about
 * one sentence or one mention at a time, where a square of the length is still nothing.
 */
const LENGTHS: Readonly<Record<string, number>> = { 'src/engine': 4000 };
const USUAL_LENGTH = 100_000;

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
  readonly length: number;
}

/** Every regular expression literal of the project's code. */
function expressions(): Expression[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.tsx?$/.test(entry.name),
  );
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(ROOT, path).replaceAll('\\', '/');
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const length = Object.entries(LENGTHS).find(([folder]) => shown.startsWith(`${folder}/`))?.[1] ?? USUAL_LENGTH;
    const found: Expression[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
        found.push({ place: `${shown}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, source, flags, length });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/**
 * What runs apart, so that it can be stopped. Of an expression's own letters and classes it makes what its repetitions could go round in: each
 * alone, pairs, and its longest words, over and over, with an end that fits nothing.
 */
const WORKER = `
const { parentPort } = require('node:worker_threads');
const CLASSES = [['\\\\s', ' '], ['\\\\S', 'x'], ['\\\\w', 'a'], ['\\\\d', '1'], ['\\\\p{Lu}', 'A'], ['\\\\p{L', 'a'], ['\\\\p{N', '1'], ['.', 'x'], ['\\\\W', '-'], ['[^', '~']];
function piecesOf(source) {
  const pieces = new Set(CLASSES.filter(([form]) => source.includes(form)).map(([, sample]) => sample));
  const plain = source.replace(/\\\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/\\\\[a-zA-Z](?:\\{[^}]*\\})?/g, ' ');
  for (const sign of plain.replace(/[a-zA-Z]+/g, '')) if (!'^$*+?{}|\\\\'.includes(sign)) pieces.add(sign);
  const words = [...new Set(plain.match(/[a-zA-Z]{2,}/g) ?? [])].sort((a, b) => b.length - a.length).slice(0, 6);
  for (const word of words) pieces.add(word + ' ');
  return [...pieces].slice(0, 24);
}
parentPort.on('message', ({ source, flags, length }) => {
  const pieces = piecesOf(source);
  const rounds = [...pieces, ...pieces.slice(0, 8).flatMap((a) => pieces.slice(0, 8).filter((b) => b !== a).map((b) => a + b))];
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''));
  for (const round of rounds) {
    parentPort.postMessage(round);
    expression.test(round.repeat(Math.ceil(length / round.length)) + '\\u0001');
  }
  parentPort.postMessage(null);
});`;

/** Which expressions are not through in time, and on what. */
async function hanging(all: readonly Expression[]): Promise<string[]> {
  const hung: string[] = [];
  let worker = new Worker(WORKER, { eval: true });
  for (const expression of all) {
    let last = '';
    const done = await new Promise<boolean>((settle, fail) => {
      const timer = setTimeout(() => settle(false), LIMIT);
      worker.removeAllListeners();
      worker.on('error', fail);
      worker.on('message', (round: string | null) => {
        if (round !== null) last = round;
        else {
          clearTimeout(timer);
          settle(true);
        }
      });
      worker.postMessage(expression);
    });
    if (done) continue;
    hung.push(`${expression.place} on ${JSON.stringify(last)}, over and over: /${expression.source.slice(0, 80)}/`);
    await worker.terminate();
    worker = new Worker(WORKER, { eval: true });
  }
  await worker.terminate();
  return hung;
}

it('no regular expression hangs on the worst that its own letters can make', { timeout: 600_000 }, async () => {
  const all = expressions();
  expect(all.length).toBeGreaterThan(300);
  expect(await hanging(all)).toEqual([]);
});

it('finds a planted one', { timeout: 60_000 }, async () => {
  const planted = { place: 'here', source: '(?:\\w+)+$', flags: 'u', length: 100 };
  expect(await hanging([planted])).toEqual(['here on "a", over and over: /(?:\\w+)+$/']);
});
