import { useState } from 'preact/hooks';
import type { Summary } from '../../article/summary.ts';
import { t, tPlural } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import { Button } from '../components/button.tsx';
import { SourceList } from '../components/source-list.tsx';
import type { Session } from '../session.ts';

// As many as fit above the fold of a popup (600 px in Chrome) with the figure above them.
const SHOWN_AT_FIRST = 6;

interface SourceMixProps {
  readonly summary: Summary;
  readonly view: View;
  readonly session: Session;
}

/** Who says it, those who say most first; the others are a click away. */
export function SourceMix({ summary, view, session }: SourceMixProps) {
  const [all, setAll] = useState(false);
  const rows = summary.sources.filter((row) => row.sentences > 0);
  if (rows.length + summary.nobody.length === 0) return null;
  // One more row is no longer than the button that would hide it.
  const shown = all || rows.length <= SHOWN_AT_FIRST + 1 ? rows : rows.slice(0, SHOWN_AT_FIRST);
  const more = rows.length - shown.length;
  return (
    <section class="popup__section">
      <h2>{t('popup_sources')}</h2>
      <SourceList summary={summary} rows={shown} view={view} session={session} withSourceless={more === 0} />
      {more > 0 && (
        <Button look="plain" onClick={() => setAll(true)}>
          {tPlural('popup_more_sources', more)}
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
