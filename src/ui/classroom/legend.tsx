import { STATUSES } from '../../article/attribution.ts';
import { letterOf } from '../../article/source-letter.ts';
import type { Summary } from '../../article/summary.ts';
import { formatNumber, t, tNamed } from '../../platform/i18n.ts';
import { SourceBadge } from '../components/source-badge.tsx';

/** What colours, letters and lines mean, large; names only when the presenter asks for them. */
export function Legend({ summary, names }: { readonly summary: Summary; readonly names: boolean }) {
  const rows = summary.sources.filter((row) => row.sentences > 0);
  return (
    // A legend longer than the window scrolls, and keys must reach it then.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <aside class="legend" aria-label={t('class_legend')} tabIndex={0}>
      <dl class="legend__statuses">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt class={`legend__line legend__line--${status}`}>{tNamed('status', status)}</dt>
            <dd class="soft">{tNamed('status_meaning', status)}</dd>
          </div>
        ))}
      </dl>
      <ol class="legend__sources">
        {rows.map((row) => (
          <li key={row.source.id}>
            <SourceBadge rank={row.rank} />
            <bdi class={names ? '' : 'soft'}>{names ? row.source.name : t('class_source_letter', letterOf(row.rank))}</bdi>
            <span class="legend__count">{formatNumber(row.sentences)}</span>
          </li>
        ))}
        {summary.nobody.length > 0 && (
          <li>
            <SourceBadge rank={null} nobody />
            <span>{t('panel_nobody')}</span>
            <span class="legend__count">{formatNumber(summary.nobody.length)}</span>
          </li>
        )}
        {summary.ownVoice.length > 0 && (
          <li>
            <SourceBadge rank={null} />
            <span>{t('popup_own_voice')}</span>
            <span class="legend__count">{formatNumber(summary.ownVoice.length)}</span>
          </li>
        )}
      </ol>
      <p class="soft legend__disclaimer">{t('disclaimer')}</p>
    </aside>
  );
}
