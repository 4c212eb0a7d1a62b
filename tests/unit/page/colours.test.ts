import { expect, test } from 'vitest';
import { contrast, parseColour } from '../../../src/page/colours.ts';

const colour = (value: string) => parseColour(value) ?? { red: 0, green: 0, blue: 0, opacity: 0 };

test('black on white has the highest contrast there is', () => {
  expect(contrast(colour('#000000'), colour('rgb(255, 255, 255)'))).toBeCloseTo(21);
});
test('the grey of the WCAG’s own examples', () => {
  expect(contrast(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2);
});
test('forms of computed styles', () => {
  expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual({ red: 1, green: 2, blue: 3, opacity: 0.5 });
  expect(parseColour('rgb(1 2 3 / 50%)')).toEqual({ red: 1, green: 2, blue: 3, opacity: 0.5 });
  expect(parseColour('oklch(0.5 0.1 20)')).toBeNull();
});
