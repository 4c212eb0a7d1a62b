import { describe, expect, test } from 'vitest';
import { OWN_VOICE, PALETTE, REST, toneOf } from '../../../src/article/palette.ts';

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira, Fernandes 2009, severity 1, for linear RGB. */
const SIGHTS: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const seen = (rgb: Rgb, sight: readonly Rgb[]): Rgb =>
  sight.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as unknown as Rgb;
/** OKLab, Ottosson 2020. */
const oklab = ([r, g, b]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const distance = (a: string, b: string, sight: readonly Rgb[]) => {
  const [x, y] = [oklab(seen(linear(a), sight)), oklab(seen(linear(b), sight))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};

describe.each(['light', 'dark'] as const)('palette, %s', (theme) => {
  const paper = theme === 'light' ? '#ffffff' : '#121212';
  const tones = [...PALETTE, REST].map((colour) => ({ name: colour.name, ...colour[theme] }));

  test.each(tones)('$name: its own text has 7:1 on its background', ({ background, text }) => {
    expect(contrast(background, text)).toBeGreaterThanOrEqual(7);
  });
  test.each(tones)('$name: its line can be seen on the page, 3:1', ({ line }) => {
    expect(contrast(line, paper)).toBeGreaterThanOrEqual(3);
  });
  test('the line of sentences without a source can be seen too', () => {
    expect(contrast(OWN_VOICE[theme].line, paper)).toBeGreaterThanOrEqual(3);
  });
  test.each(Object.entries(SIGHTS))('any two sources can be told apart by background and line, %s', (_, sight) => {
    for (const [at, a] of tones.slice(0, 12).entries()) {
      for (const b of tones.slice(at + 1, 12)) {
        const apart = Math.hypot(distance(a.background, b.background, sight), distance(a.line, b.line, sight));
        // Twice what two patches side by side need to be told apart (0.02 to 0.04 in OKLab).
        expect(apart, `${a.name} and ${b.name}`).toBeGreaterThanOrEqual(0.08);
      }
    }
  });
});

test('the thirteenth source and those after share a grey; no source has no background', () => {
  expect(toneOf(12, 'light')).toEqual(REST.light);
  expect(toneOf(40, 'dark')).toEqual(REST.dark);
  expect(toneOf(null, 'light').background).toBe('transparent');
});
