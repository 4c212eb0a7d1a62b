import type { SourceRow as Row } from '../../article/summary.ts';
import { formatNumber, formatShare, t, tNamed, tPlural } from '../../platform/i18n.ts';
import { lineColour, SourceBadge } from './source-badge.tsx';
import { SourceTypeIcon } from './source-type-icon.tsx';
import { StackedBar } from './stacked-bar.tsx';
import { Switch } from './switch.tsx';
import './source-row.css';

const TOLD_BASES = ['named', 'unnamed', 'second-hand', 'hearsay'] as const;

interface SourceRowProps {
  readonly row: Row;
  /** Whether the source is highlighted in the page. */
  readonly on: boolean;
  /** The greatest share of any row: its bar is as long as the row. */
  readonly largestShare: number;
  readonly onSwitch: (on: boolean) => void;
  /** Goes to the next sentence of the source. */
  readonly onNext: () => void;
}

/** What the counts of a row are, in words: "10 named · 2 unnamed · 1 confirmed". */
function detail(row: Row): string {
  const bases = TOLD_BASES.flatMap((basis) =>
    row.bases[basis] > 0 ? [tNamed('popup_count', basis, formatNumber(row.bases[basis]))] : [],
  );
  if (row.confirmed > 0) bases.push(tPlural('popup_count_confirmed', row.confirmed));
  return bases.join(' · ');
}

/** One source of the mix: who, how much, with what standing, and a switch. */
export function SourceRow({ row, on, largestShare, onSwitch, onNext }: SourceRowProps) {
  const { name, type } = row.source;
  return (
    <li class={on ? 'source-row' : 'source-row source-row--off'} data-source={row.source.id}>
      <SourceBadge rank={row.rank} />
      <button
        type="button"
        class="source-row__name"
        onClick={onNext}
        title={t('popup_source_next', name)}
        disabled={row.sentences === 0}
      >
        <bdi class="source-row__words">{name}</bdi>
        <SourceTypeIcon type={type} />
      </button>
      <span class="source-row__count">{formatNumber(row.sentences)}</span>
      <Switch labelHidden checked={on} label={t('popup_source_switch', name)} onChange={onSwitch} />
      <div class="source-row__detail">
        <div class="source-row__split" style={{ '--share': largestShare > 0 ? row.share / largestShare : 0 }}>
          <StackedBar thin decorative counts={row} colour={lineColour(row.rank)} />
        </div>
        <span>{detail(row)}</span>
        <span title={t('popup_source_share', formatShare(row.share))}>{formatShare(row.share)}</span>
      </div>
    </li>
  );
}
