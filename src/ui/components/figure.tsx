import { formatNumber } from '../../platform/i18n.ts';
import './figure.css';

/** The one clear figure of a surface: a number, set large, with what it is of. */
export function Figure({ value, of }: { readonly value: number; readonly of?: string }) {
  return (
    <span class="figure">
      <span class="figure__value">{formatNumber(value)}</span>
      {of && <span class="figure__of">{of}</span>}
    </span>
  );
}
