import { expect, it } from 'vitest';
import { datelineEnd } from '../../../src/engine/dateline.ts';

it.each([
  ['OLDPORT — ', 'Doctors said they were running out of blood.'],
  ['PORT ANSEL, Ruritania (HN) — ', 'The mayor said the pier was safe.'],
  ['ST. BRIGID – ', '“We are safe,” the mayor said.'],
  ['Oldport (Harbour News) -- ', 'A court ruled on Friday.'],
  ['GENÈVE, Switzerland - ', 'The agency warned of a storm.'],
  ['', 'Democrats — and some others — said so.'],
  ['', 'NATO — which has no army — said so.'],
  ['', 'The mayor (Ana Ruiz) — a baker — said so.'],
  ['', 'EVERYBODY IN THE TOWN KNOWS — Ana Ruiz said so.'],
])('ends after "%s" before "%s"', (dateline, rest) => {
  const text = `Before. ${dateline}${rest}`;
  expect(datelineEnd(text, { start: 8, end: text.length })).toBe(8 + dateline.length);
});
