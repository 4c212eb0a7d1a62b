import type { SourceRow as Row, Summary } from '../../article/summary.ts';
import { formatNumber, formatShare, t } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import type { Session } from '../session.ts';
import { SourceBadge } from './source-badge.tsx';
import { SourceRow } from './source-row.tsx';

interface SourceListProps {
  readonly summary: Summary;
  readonly rows: readonly Row[];
  readonly view: View;
  readonly session: Session;
  /** Whether the list ends with what has no source: nobody named, and the outlet itself. */
  readonly withSourceless: boolean;
}

/** Who says it: sources by how many sentences are theirs, each with a switch and the way to its next sentence. */
export function SourceList({ summary, rows, view, session, withSourceless }: SourceListProps) {
  const largestShare = rows[0]?.share ?? 0;
  const change = (id: string, on: boolean): void => {
    const others = view.hiddenSources.filter((hidden) => hidden !== id);
    session.changeView({ hiddenSources: on ? others : [...others, id] });
  };
  return (
    <ol class="source-list">
      {rows.map((row) => (
        <SourceRow
          key={row.source.id}
          row={row}
          on={view.highlights && !view.hiddenSources.includes(row.source.id)}
          largestShare={largestShare}
          onSwitch={(on) => change(row.source.id, on)}
          onNext={() => session.send({ type: 'go-to-next', source: row.source.id, step: 1 })}
        />
      ))}
      {withSourceless && <Sourceless count={summary.nobody.length} of={summary.sentences} nobody />}
      {withSourceless && <Sourceless count={summary.ownVoice.length} of={summary.sentences} />}
    </ol>
  );
}

interface SourcelessProps {
  readonly count: number;
  readonly of: number;
  readonly nobody?: boolean;
}

/** Sentences that have no source; nothing where there are none. */
function Sourceless({ count, of, nobody = false }: SourcelessProps) {
  if (count === 0) return null;
  return (
    <li class="source-row">
      <SourceBadge rank={null} nobody={nobody} />
      <span>{t(nobody ? 'panel_nobody' : 'popup_own_voice')}</span>
      <span class="source-row__count">{formatNumber(count)}</span>
      <span class="source-row__share soft small">{formatShare(count / of)}</span>
    </li>
  );
}
