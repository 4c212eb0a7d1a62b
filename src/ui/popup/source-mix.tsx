import { useState } from 'preact/hooks';
import type { Summary } from '../../article/summary.ts';
import { formatNumber, formatShare, t, tPlural } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import { Button } from '../components/button.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import { SourceRow } from '../components/source-row.tsx';
import type { Session } from '../session.ts';

// As many as fit above the fold of a popup (600 px in Chrome) with the figure above them.
const SHOWN_AT_FIRST = 6;

interface SourceMixProps {
  readonly summary: Summary;
  readonly view: View;
  readonly session: Session;
}

/** Who says it: the sources by how many sentences are theirs, and the outlet itself last. */
export function SourceMix({ summary, view, session }: SourceMixProps) {
  const [all, setAll] = useState(false);
  const rows = summary.sources.filter((row) => row.sentences > 0);
  if (rows.length === 0) return null;
  // One more row is no longer than the button that would hide it.
  const shown = all || rows.length <= SHOWN_AT_FIRST + 1 ? rows : rows.slice(0, SHOWN_AT_FIRST);
  const largestShare = rows[0]?.share ?? 0;
  const switchSource = (id: string, on: boolean): void =>
    session.changeView({
      hiddenSources: on ? view.hiddenSources.filter((hidden) => hidden !== id) : [...view.hiddenSources, id],
    });
  return (
    <section class="popup__section">
      <h2>{t('popup_sources')}</h2>
      <ol class="popup__sources">
        {shown.map((row) => (
          <SourceRow
            key={row.source.id}
            row={row}
            on={view.highlights && !view.hiddenSources.includes(row.source.id)}
            largestShare={largestShare}
            onSwitch={(on) => switchSource(row.source.id, on)}
            onNext={() => session.send({ type: 'go-to-next', source: row.source.id, step: 1 })}
          />
        ))}
        {shown.length === rows.length && summary.unsourced.length > 0 && (
          <li class="source-row">
            <SourceBadge rank={null} />
            <span>{t('popup_own_voice')}</span>
            <span class="source-row__count">{formatNumber(summary.unsourced.length)}</span>
            <span class="source-row__share soft small">{formatShare(summary.unsourced.length / summary.sentences)}</span>
          </li>
        )}
      </ol>
      {shown.length < rows.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {tPlural('popup_more_sources', rows.length - shown.length)}
        </Button>
      )}
      {all && (
        <Button look="plain" onClick={() => setAll(false)}>
          {t('popup_fewer_sources')}
        </Button>
      )}
    </section>
  );
}
