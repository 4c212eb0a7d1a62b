import { colourOf } from '../../article/palette.ts';
import { letterOf, NOBODY_LETTER } from '../../article/source-letter.ts';
import './source-badge.css';

/** The CSS colour of a source's line, in both themes. */
export function lineColour(rank: number | null): string {
  const { light, dark } = colourOf(rank);
  return `light-dark(${light.line}, ${dark.line})`;
}

interface SourceBadgeProps {
  /** Null for the outlet's own voice, or for nobody. */
  readonly rank: number | null;
  /** Nobody is named for the claim. */
  readonly nobody?: boolean;
}

/** A source's colour and letter, as they stand in the page and on paper. */
export function SourceBadge({ rank, nobody = false }: SourceBadgeProps) {
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
      {nobody ? NOBODY_LETTER : letterOf(rank)}
    </span>
  );
}
