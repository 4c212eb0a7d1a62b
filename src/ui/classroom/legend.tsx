import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { STATUSES } from '../../article/attribution.ts';
import { letterOf } from '../../article/source-letter.ts';
import type { Summary } from '../../article/summary.ts';
import { formatNumber, t, tNamed, tPlural } from '../../platform/i18n.ts';
import { SourceBadge } from '../components/source-badge.tsx';

/** More names than this would make the type too small for the back row; letters alone stand three in a row. */
const MOST_NAMES = 12;

/**
 * What colours, letters and lines mean, large; names only when the presenter asks for them, and as many as stand in the window in
 * type for the back row: how many that is only the laid out legend tells.
 */
export function Legend({ summary, names }: { readonly summary: Summary; readonly names: boolean }) {
  const root = useRef<HTMLElement>(null);
  const [most, setMost] = useState(MOST_NAMES);
  useEffect(() => {
    const begin = () => setMost(MOST_NAMES);
    addEventListener('resize', begin);
    return () => removeEventListener('resize', begin);
  }, []);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = root.current ?? {};
    if (names && scrollHeight > clientHeight && most > 1) setMost(most - 1);
  });
  const heard = summary.sources.filter((row) => row.sentences > 0);
  const rows = names ? heard.slice(0, most) : heard;
  const more = heard.length - rows.length;
  const others = [
    { nobody: true, label: t('panel_nobody'), count: summary.nobody.length },
    { nobody: false, label: t('popup_own_voice'), count: summary.ownVoice.length },
  ].filter(({ count }) => count > 0);
  const lines = (names ? rows.length + Math.min(more, 1) : Math.ceil(rows.length / 3)) + others.length;
  return (
    // A legend longer than the window scrolls, and keys must reach it then.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <aside ref={root} class="legend" aria-label={t('class_legend')} tabIndex={0} style={{ '--legend-lines': lines }}>
      <dl class="legend__statuses">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt class={`legend__line legend__line--${status}`}>{tNamed('status', status)}</dt>
            <dd class="soft">{tNamed('status_meaning', status)}</dd>
          </div>
        ))}
      </dl>
      <ol class={names ? 'legend__sources' : 'legend__sources legend__sources--letters'}>
        {rows.map((row) => (
          <li key={row.source.id}>
            <SourceBadge rank={row.rank} />
            <bdi class={names ? 'begins-here' : 'visually-hidden'}>
              {names ? row.source.name : t('class_source_letter', letterOf(row.rank))}
            </bdi>
            <span class="legend__count">{formatNumber(row.sentences)}</span>
          </li>
        ))}
        {more > 0 && <li class="legend__more soft">{tPlural('class_more_sources', more)}</li>}
      </ol>
      <ul class="legend__sources">
        {others.map(({ nobody, label, count }) => (
          <li key={label}>
            <SourceBadge rank={null} nobody={nobody} />
            <span>{label}</span>
            <span class="legend__count">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
