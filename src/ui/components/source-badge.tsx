import { colourOf } from '../../article/palette.ts';
import { letterOf } from '../../article/source-letter.ts';
import './source-badge.css';

/** The CSS colour of a source's line, in both themes. */
export function lineColour(rank: number | null): string {
  const { light, dark } = colourOf(rank);
  return `light-dark(${light.line}, ${dark.line})`;
}

/** A source's colour and letter, as they stand in the page and on paper; `rank` null for the outlet's own voice. */
export function SourceBadge({ rank }: { readonly rank: number | null }) {
  const { light, dark } = colourOf(rank);
  return (
    <span
      class="source-badge"
      aria-hidden="true"
      style={{
        '--badge-background': `light-dark(${light.background}, ${dark.background})`,
        '--badge-line': lineColour(rank),
        '--badge-text': `light-dark(${light.text}, ${dark.text})`,
      }}
    >
      {letterOf(rank)}
    </span>
  );
}
