import type { Status } from './attribution.ts';

/** Whether words stand dark on a light page or light on a dark one. */
export type Theme = 'light' | 'dark';

/** The colours of one source in one theme, as `#rrggbb`. Words in `text` on `background` have a contrast of 7:1 or more. */
export interface Tone {
  readonly background: string;
  /** For underlines, dots and bars: 3:1 or more against the page and the background where it matters (see the unit test). */
  readonly line: string;
  readonly text: string;
}

/** One colour of the palette, in both themes. */
export interface PaletteColour {
  /** For who speaks of the palette; readers see letters beside the colours. */
  readonly name: string;
  readonly light: Tone;
  readonly dark: Tone;
}

const TEXT = { light: '#161616', dark: '#f6f6f6' } as const;

function colour(name: string, light: readonly [string, string], dark: readonly [string, string]): PaletteColour {
  return {
    name,
    light: { background: light[0], line: light[1], text: TEXT.light },
    dark: { background: dark[0], line: dark[1], text: TEXT.dark },
  };
}

/**
 * Twelve colours for the twelve sources that speak most, so ordered that any first few are as far apart as can be. Found by simulated
 * annealing in OKLab over background and line together, where the distance of two colours is their least under normal sight and
 * under protanopia, deuteranopia and tritanopia (Machado, Oliveira, Fernandes 2009). The unit test holds the distances.
 */
export const PALETTE: readonly PaletteColour[] = [
  colour('blue', ['#e3eefe', '#2377ff'], ['#0a295d', '#5b96f9']),
  colour('orange', ['#fdb976', '#583309'], ['#704000', '#fdd6b2']),
  colour('violet', ['#cbc4e4', '#4c0195'], ['#52407d', '#a47bfc']),
  colour('brown', ['#fee6dc', '#672602'], ['#491600', '#ffd3c1']),
  colour('pink', ['#ffacd4', '#a86989'], ['#490b31', '#ec59ac']),
  colour('olive', ['#d0cf73', '#858441'], ['#2c2b00', '#a29e09']),
  colour('teal', ['#acfffa', '#11938f'], ['#0a5956', '#49aaa6']),
  colour('indigo', ['#bac5ff', '#6061fe'], ['#1e2059', '#d6dcfd']),
  colour('red', ['#e5beb9', '#9f010c'], ['#7a342e', '#e96e62']),
  colour('cyan', ['#64dbfb', '#0f6c82'], ['#003e4c', '#a9eafe']),
  colour('steel', ['#dfeffd', '#024167'], ['#05517f', '#c3e3fd']),
  colour('yellow', ['#feecb7', '#9a7d12'], ['#493a09', '#f0c313']),
];

/** For every source after the twelfth. */
export const REST: PaletteColour = colour('grey', ['#e2e2e2', '#5c5c5c'], ['#3d3d3d', '#b8b8b8']);

/** For sentences that nobody is the source of: no background, a line only. */
export const OWN_VOICE: PaletteColour = colour('none', ['transparent', '#6b6b6b'], ['transparent', '#a6a6a6']);

/**
 * The colour of a source by its rank in the article (0 for the source of most sentences, `rankSources` in summary.ts);
 * `null` for no source.
 */
export function colourOf(rank: number | null): PaletteColour {
  if (rank === null) return OWN_VOICE;
  return PALETTE[rank] ?? REST;
}

/** The tone of a source in a theme. */
export function toneOf(rank: number | null, theme: Theme): Tone {
  return colourOf(rank)[theme];
}

/** How a status is drawn under the words: told in words too wherever it is shown. Values of CSS `text-decoration-style`. */
export const LINE_STYLES: Readonly<Record<Status, 'solid' | 'dashed'>> = { confirmed: 'solid', reported: 'dashed' };
