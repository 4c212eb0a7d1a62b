import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Summary } from '../../article/summary.ts';
import { formatNumber, t, tPlural } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import { SourceBadge } from '../components/source-badge.tsx';
import { SourceList } from '../components/source-list.tsx';
import type { Session } from '../session.ts';
import { type SourceFinding, singleSourced, speakersInOrder } from './findings.ts';

/** How many speakers are "first". */
const FIRST_SPEAKERS = 5;

interface SourcesViewProps {
  readonly article: AnnotatedArticle;
  readonly summary: Summary;
  readonly view: View;
  readonly session: Session;
  readonly ranks: ReadonlyMap<string, number>;
}

/** Who says it, how much, who comes first, and which claims nobody else backs. */
export function SourcesView({ article, summary, view, session, ranks }: SourcesViewProps) {
  const rows = summary.sources.filter((row) => row.sentences > 0);
  const alone = singleSourced(article);
  const aloneCount = alone.reduce((sum, { at }) => sum + at.length, 0);
  const go = (index: number) => session.send({ type: 'go-to-sentence', sentence: index });
  if (rows.length + summary.nobody.length === 0) return <p class="panel__empty">{t('popup_nothing_text')}</p>;
  return (
    <>
      <section class="panel__section">
        <h2>{t('panel_mix')}</h2>
        <SourceList summary={summary} rows={rows} view={view} session={session} withSourceless />
      </section>
      {rows.length > 0 && (
        <section class="panel__section">
          <h2>{t('panel_first')}</h2>
          <ol class="speakers">
            {speakersInOrder(article)
              .slice(0, FIRST_SPEAKERS)
              .map((finding, place) => (
                <li key={finding.source.id} class="speakers__row">
                  <span class="speakers__place">{formatNumber(place + 1)}</span>
                  <SourceBadge rank={ranks.get(finding.source.id) ?? null} />
                  <bdi>{finding.source.name}</bdi>
                  <SentenceNumbers at={finding.at.slice(0, 1)} onGo={go} />
                </li>
              ))}
          </ol>
        </section>
      )}
      {alone.length > 0 && (
        <section class="panel__section">
          <h2>{t('panel_single')}</h2>
          <p class="soft">
            {tPlural('panel_single_text', aloneCount, formatNumber(summary.reported))} {t('panel_single_hint')}
          </p>
          <ol class="speakers">
            {alone.map((finding) => (
              <AloneRow key={finding.source.id} finding={finding} rank={ranks.get(finding.source.id) ?? null} onGo={go} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface AloneRowProps {
  readonly finding: SourceFinding;
  readonly rank: number | null;
  readonly onGo: (index: number) => void;
}

function AloneRow({ finding, rank, onGo }: AloneRowProps) {
  return (
    <li class="speakers__row">
      <span class="speakers__place">{formatNumber(finding.at.length)}</span>
      <SourceBadge rank={rank} />
      <bdi>{finding.source.name}</bdi>
      <SentenceNumbers at={finding.at} onGo={onGo} />
    </li>
  );
}

/** Numbers of sentences, each a way there. */
export function SentenceNumbers({ at, onGo }: { readonly at: readonly number[]; readonly onGo: (index: number) => void }) {
  return (
    <span class="numbers">
      {at.map((index) => (
        <button
          key={index}
          type="button"
          class="numbers__one"
          aria-label={t('panel_go_to_sentence', formatNumber(index + 1))}
          title={t('panel_go_to_sentence', formatNumber(index + 1))}
          onClick={() => onGo(index)}
        >
          {formatNumber(index + 1)}
        </button>
      ))}
    </span>
  );
}
