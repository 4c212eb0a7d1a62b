/*
 * `npm test`: everything that must hold, stage by stage. Ends with one line, `N passed, N failed`, and exit status 1 where
 * something failed. A stage that is no set of tests (types, lint, build, store check) counts as one test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserKind, findOrInstallBrowser } from './browsers/find.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SCRATCH = mkdtempSync(join(tmpdir(), 'sourcelight-test-'));

interface Outcome {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** A report of vitest's JSON reporter, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs a command of node_modules; true where it went well. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const script = join(ROOT, 'node_modules', ...command.split('/'));
  const result = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

/** A stage made of commands: one test. */
function commands(name: string, steps: readonly (() => boolean)[]): Outcome {
  const ok = steps.every((step) => step());
  return { passed: ok ? 1 : 0, failed: ok ? [] : [name], skipped: [] };
}

/** A stage made of vitest's tests of one project. */
function tests(project: string, env: NodeJS.ProcessEnv = {}): Outcome {
  const file = join(SCRATCH, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = run('vitest/vitest.mjs', ['run', '--project', project, ...reporters], env);
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: [`${project}: vitest did not finish`], skipped: [] };
  }
  const all = report.testResults.flatMap((result) => result.assertionResults);
  const named = (...status: readonly string[]) => all.filter((test) => status.includes(test.status)).map((test) => test.fullName);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = [...named('failed'), ...broken.map((file) => `${file.name} could not be run`)];
  if (!ok && failed.length === 0) failed.push(`${project}: an error outside the tests`);
  return { passed: named('passed').length, failed, skipped: named('skipped', 'pending', 'todo', 'disabled') };
}

function browserTests(): Outcome {
  const kinds: readonly BrowserKind[] = ['chromium', 'firefox'];
  const missing = kinds.filter((kind) => findOrInstallBrowser(kind) === null);
  const skipped = missing.map(
    (kind) => `all tests in ${kind}: none that the extension runs in is installed here, and only root on Debian can install it`,
  );
  if (missing.length === kinds.length) return { passed: 0, failed: [], skipped };
  const outcome = tests('browsers', { SOURCELIGHT_WITHOUT: missing.join(' ') });
  return { ...outcome, skipped: [...outcome.skipped, ...skipped] };
}

const STAGES: readonly (readonly [string, () => Outcome])[] = [
  [
    'types',
    () =>
      commands('types', [
        () => run('typescript/bin/tsc', ['--noEmit']),
        () => run('typescript/bin/tsc', ['--noEmit', '-p', 'src/engine']),
      ]),
  ],
  ['lint and format', () => commands('lint and format', [() => run('@biomejs/biome/bin/biome', ['check', '.'])])],
  [
    'build for Chromium and Firefox',
    () => commands('build', [() => run('wxt/bin/wxt.mjs', ['build']), () => run('wxt/bin/wxt.mjs', ['build', '-b', 'firefox'])]),
  ],
  [
    'store check',
    () =>
      commands('store check', [
        () =>
          run('web-ext/bin/web-ext.js', ['lint', '-s', '.output/firefox-mv3', '--no-config-discovery', '--warnings-as-errors']),
      ]),
  ],
  ['unit, architecture and golden tests', () => tests('unit')],
  ['the built extension in real browsers', browserTests],
];

const outcomes: Outcome[] = [];
for (const [name, stage] of STAGES) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const outcome = stage();
  outcomes.push(outcome);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${outcome.failed.length === 0 ? 'ok' : 'FAILED'} (${outcome.passed} passed, ${seconds} s)`);
}
rmSync(SCRATCH, { recursive: true });

const failed = outcomes.flatMap((outcome) => outcome.failed);
const skipped = outcomes.flatMap((outcome) => outcome.skipped);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join('\n')}`);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
