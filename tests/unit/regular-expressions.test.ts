import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/**
 * Milliseconds of the processor's work, however long a busy machine takes for them, after which an expression counts as hanging; a
 * linear one is through in some hundredths of it.
 */
const LIMIT = 5000;
const LOOK_EVERY = 100;
/**
 * Code units of each input. A page's text and an imported file reach the other folders whole; most of the engine's expressions are asked
 * about one sentence or one mention at a time, where a square of the length is still nothing. Which of them are not is watched.
 */
const SENTENCE_LENGTH = 4000;
const TEXT_LENGTH = 100_000;

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that the project's code spells out, and the files that make some of parts as they run. */
function written(): { readonly literals: readonly Expression[]; readonly makers: readonly string[] } {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.tsx?$/.test(entry.name),
  );
  const literals: Expression[] = [];
  const makers = new Set<string>();
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(ROOT, path).replaceAll('\\', '/');
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        literals.push({ place: `${shown}:${line}`, source, flags });
      }
      if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') makers.add(shown);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, makers: [...makers] };
}

interface Watched {
  /** Expressions that the project's code made of parts. */
  readonly made: readonly Expression[];
  /** Sources of those that were asked about more than a sentence at once. */
  readonly long: ReadonlySet<string>;
}

/** Does some work and watches its regular expressions. */
async function watch(work: () => Promise<unknown>): Promise<Watched> {
  const made = new Map<string, Expression>();
  const long = new Set<string>();
  const { RegExp: builtIn } = globalThis;
  const { exec } = builtIn.prototype;
  const construct = (target: RegExpConstructor, [source = '', flags = '']: readonly string[]): RegExp => {
    const place = /\bsrc\/[\w/-]+\.tsx?/.exec(new Error().stack?.split('\n')[2] ?? '')?.[0];
    if (place !== undefined) made.set(`${source} ${flags}`, { place, source, flags });
    return new target(source, flags);
  };
  globalThis.RegExp = new Proxy(builtIn, { construct });
  // Every other way to ask an expression something goes through this one when it is not the built-in. One that is tried at a single
  // place reads no further than its match.
  builtIn.prototype.exec = function (this: RegExp, text: string) {
    if (text.length > SENTENCE_LENGTH && !this.sticky) long.add(this.source);
    return exec.call(this, text);
  };
  try {
    await work();
  } finally {
    globalThis.RegExp = builtIn;
    builtIn.prototype.exec = exec;
  }
  return { made: [...made.values()], long };
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
async function hanging(all: readonly (Expression & { readonly length: number })[]): Promise<string[]> {
  const hung: string[] = [];
  let worker = new Worker(WORKER, { eval: true });
  for (const expression of all) {
    let last = '';
    const done = await new Promise<boolean>((settle, fail) => {
      // The worker's share of this process's work: nothing else is done meanwhile.
      const start = process.cpuUsage();
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(start);
        if ((user + system) / 1000 < LIMIT) return;
        clearInterval(timer);
        settle(false);
      }, LOOK_EVERY);
      worker.removeAllListeners();
      worker.on('error', fail);
      worker.on('message', (round: string | null) => {
        if (round !== null) last = round;
        else {
          clearInterval(timer);
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

// What makes the engine put expressions together: speakers by their surnames, as transcripts have them, and by a role.
const TRANSCRIPT = `Ana Ruiz, the deputy mayor, met Marcus Webb, the owner of a shop, on Monday. The mayor said that nothing was decided.
Ruiz: We will appeal. There is no other way that we have not looked at.
Webb: Nobody came to us before this was decided.
Ruiz: We did ask the council, and the council said no.
Webb: Then ask again.
`;

it('no regular expression hangs on the worst that its own letters can make', { timeout: 600_000 }, async () => {
  const { literals, makers } = written();
  expect(literals.length).toBeGreaterThan(300);
  const { made, long } = await watch(async () => {
    const { analyseArticle } = await import('../../src/cli/analyse-article.ts');
    const { articleFromText } = await import('../../src/cli/article-from-text.ts');
    analyseArticle(articleFromText('transcript', TRANSCRIPT.repeat(2 * Math.ceil(SENTENCE_LENGTH / TRANSCRIPT.length))));
  });
  expect([...new Set(made.map(({ place }) => place))].sort()).toEqual([...makers].sort());
  expect(long.size).toBeGreaterThan(0);
  const isShort = ({ place, source }: Expression) => place.startsWith('src/engine/') && !long.has(source);
  const all = [...literals, ...made].map((one) => ({ ...one, length: isShort(one) ? SENTENCE_LENGTH : TEXT_LENGTH }));
  expect(await hanging(all)).toEqual([]);
});

it('finds a planted one', { timeout: 600_000 }, async () => {
  const planted = { place: 'here', source: '(?:\\w+)+$', flags: 'u', length: 100 };
  expect(await hanging([planted])).toEqual(['here on "a", over and over: /(?:\\w+)+$/']);
});
