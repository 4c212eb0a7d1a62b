import type { Theme } from '../article/palette.ts';
import { parentOf } from './dom.ts';

/** Red, green, blue from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opacity: number;
}

const WHITE: Colour = { red: 255, green: 255, blue: 255, opacity: 1 };
/** What browsers paint where a page with a dark `color-scheme` sets no background. */
const DARK_CANVAS: Colour = { red: 18, green: 18, blue: 18, opacity: 1 };

/** Reads `#rrggbb`, `rgb()` and `rgba()`, the forms of most computed styles; null for others (`oklch()`, `color()`). */
export function parseColour(value: string): Colour | null {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value);
  if (hex)
    return { red: parseInt(hex[1] ?? '', 16), green: parseInt(hex[2] ?? '', 16), blue: parseInt(hex[3] ?? '', 16), opacity: 1 };
  const parts = /^rgba?\(([^)]+)\)$/i.exec(value)?.[1]?.match(/[\d.]+%?/g);
  if (!parts || parts.length < 3) return null;
  const [red = 0, green = 0, blue = 0] = parts.map(Number);
  const alpha = parts[3] ?? '1';
  return { red, green, blue, opacity: alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha) };
}

/** Any colour that the browser knows, by painting one pixel with it. */
function paintedColour(value: string, window: Window & typeof globalThis): Colour | null {
  const context = new window.OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, opacity: alpha / 255 };
}

/** One colour seen through another's opacity. */
function blend(over: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * over.opacity + b * (1 - over.opacity);
  return { red: mix(over.red, under.red), green: mix(over.green, under.green), blue: mix(over.blue, under.blue), opacity: 1 };
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What an element's words look like on the page: whether dark on light or light on dark, and their own colour. */
export interface Look {
  readonly theme: Theme;
  readonly text: Colour;
}

/** Reads looks from computed styles, each element once. */
export class Looks {
  readonly #window: Window & typeof globalThis;
  readonly #looks = new Map<Element, Look>();
  readonly #backgrounds = new Map<Element, Colour>();

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
  }

  lookOf(element: Element): Look {
    const known = this.#looks.get(element);
    if (known) return known;
    const background = this.#backgroundOf(element);
    const style = this.#window.getComputedStyle(element);
    const paper: Theme = luminance(background) < 0.18 ? 'dark' : 'light';
    const text = this.#colour(style.color) ?? (paper === 'dark' ? WHITE : { red: 0, green: 0, blue: 0, opacity: 1 });
    const ink = blend(text, background);
    // A picture or gradient as background is not in `background-color`: light words mean dark paper whatever that says.
    const theme: Theme =
      luminance(ink) > luminance(background) + 0.1 ? 'dark' : luminance(ink) + 0.1 < luminance(background) ? 'light' : paper;
    const look = { theme, text: ink };
    this.#looks.set(element, look);
    return look;
  }

  #backgroundOf(element: Element): Colour {
    const known = this.#backgrounds.get(element);
    if (known) return known;
    const own = this.#colour(this.#window.getComputedStyle(element).backgroundColor);
    const parent = parentOf(element);
    const result =
      own && own.opacity >= 0.999
        ? own
        : blend(own ?? { ...WHITE, opacity: 0 }, parent ? this.#backgroundOf(parent) : this.#canvas(element));
    this.#backgrounds.set(element, result);
    return result;
  }

  #colour(value: string): Colour | null {
    return parseColour(value) ?? paintedColour(value, this.#window);
  }

  #canvas(root: Element): Colour {
    const schemes = this.#window.getComputedStyle(root).colorScheme;
    const dark =
      /\bdark\b/.test(schemes) && (!/\blight\b/.test(schemes) || this.#window.matchMedia('(prefers-color-scheme: dark)').matches);
    return dark ? DARK_CANVAS : WHITE;
  }
}
