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
  /** Key of the message that names the colour: `colour_<name>`. */
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
  colour('blue', ['#dbeeff', '#3b84be'], ['#0a2b44', '#c3e2fe']),
  colour('orange', ['#f9ac79', '#602d00'], ['#844100', '#c98659']),
  colour('cyan', ['#4bcefd', '#074457'], ['#236076', '#b4e7fd']),
  colour('pink', ['#fee3e9', '#740034'], ['#552935', '#f6558a']),
  colour('red', ['#e7b6aa', '#e43501'], ['#4e0f03', '#fcd2c7']),
  colour('yellow', ['#fdee84', '#81740a'], ['#635907', '#f3dc18']),
  colour('indigo', ['#e8eafc', '#3902a6'], ['#241962', '#8a86fe']),
  colour('violet', ['#cbbfe8', '#9444f9'], ['#4b2b7b', '#e2d7fc']),
  colour('teal', ['#1dd6e1', '#1f9198'], ['#00656a', '#49a9af']),
  colour('amber', ['#edb333', '#9d7726'], ['#372500', '#c5910e']),
  colour('steel', ['#aebedf', '#1336ac'], ['#1c3882', '#8ea6d9']),
  colour('mint', ['#9afeda', '#3f9277'], ['#0a4e3c', '#5efecc']),
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
