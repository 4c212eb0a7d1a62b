import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { Rehearsal } from '../../../src/app/rehearsal.ts';

/** A rehearsal of one analysis, and how often it was done. */
function rehearsed(characters: number): { readonly rehearsal: Rehearsal; readonly times: () => number } {
  const rehearsal = new Rehearsal();
  let times = 1;
  rehearsal.done(characters, () => {
    times += 1;
  });
  return { rehearsal, times: () => times };
}

it('the first story is analysed again until it is the sixth time, and then no more', async () => {
  const { times } = rehearsed(4200);
  expect(times()).toBe(1);
  await vi.waitUntil(() => times() === 6, { timeout: 20_000 });
  await wait(300);
  expect(times()).toBe(6);
});

it('a few words do not count for less than a story', async () => {
  const { times } = rehearsed(20);
  await vi.waitUntil(() => times() === 6, { timeout: 20_000 });
  await wait(300);
  expect(times()).toBe(6);
});

it('a long article is not analysed twice', async () => {
  const { times } = rehearsed(100_000);
  await wait(300);
  expect(times()).toBe(1);
});

it('stops when somebody is about to wait, and goes on after the next answer', async () => {
  const { rehearsal, times } = rehearsed(4200);
  rehearsal.stop();
  await wait(300);
  expect(times()).toBe(1);
  let others = 0;
  rehearsal.done(4200, () => {
    others += 1;
  });
  await vi.waitUntil(() => others === 4, { timeout: 20_000 });
  expect(times()).toBe(1);
});
