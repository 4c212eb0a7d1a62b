import { Check, Minus } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../platform/i18n.ts';
import './chip.css';

interface ChipProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ComponentChildren;
  readonly count?: number;
}

/** One kind among several that can each be shown or hidden. */
export function Chip({ on, onChange, children, count }: ChipProps) {
  const Mark = on ? Check : Minus;
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={() => onChange(!on)}>
      <Mark size={13} aria-hidden="true" />
      {children}
      {count !== undefined && <span class="chip__count">{formatNumber(count)}</span>}
    </button>
  );
}
