import type { StatusCounts } from '../../article/summary.ts';
import { formatList, tPlural } from '../../platform/i18n.ts';
import './stacked-bar.css';

interface StackedBarProps {
  readonly counts: Pick<StatusCounts, 'reported' | 'confirmed'>;
  readonly thin?: boolean;
  /** A CSS colour; the ink where there is none. */
  readonly colour?: string;
  /** The bar says nothing that the words beside it do not say. */
  readonly decorative?: boolean;
}

/** Reported against confirmed: hatched and solid, as the lines under the words are dashed and solid. */
export function StackedBar({ counts, thin = false, colour, decorative = false }: StackedBarProps) {
  const name = formatList([tPlural('popup_count_reported', counts.reported), tPlural('popup_count_confirmed', counts.confirmed)]);
  const spoken = decorative ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': name } as const);
  return (
    <div class={thin ? 'bar bar--thin' : 'bar'} {...spoken} style={colour ? { '--bar-colour': colour } : undefined}>
      {counts.reported > 0 && <span class="bar__part bar__part--reported" style={{ flexGrow: counts.reported }} />}
      {counts.confirmed > 0 && <span class="bar__part" style={{ flexGrow: counts.confirmed }} />}
    </div>
  );
}
