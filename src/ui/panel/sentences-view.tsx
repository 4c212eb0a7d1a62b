import { ListFilter } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Summary } from '../../article/summary.ts';
import { formatNumber, t, tPlural } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import { Button, IconButton } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import { Filters } from '../popup/filters.tsx';
import type { Session } from '../session.ts';
import { findSentences, GROUPINGS, type Grouping, groupSentences, type SentenceGroup } from './sentence-groups.ts';
import { type ListPart, SentenceList } from './sentence-list.tsx';

interface SentencesViewProps {
  readonly article: AnnotatedArticle;
  readonly summary: Summary;
  readonly view: View;
  readonly session: Session;
  readonly ranks: ReadonlyMap<string, number>;
  readonly current: number | null;
  readonly correcting: number | null;
  readonly form: Parameters<typeof SentenceList>[0]['form'];
}

const ALL_SHOWN = { hiddenSources: [], hiddenStatuses: [], hiddenBases: [], minConfidence: 0 } as const;

/** All sentences in order: searched, filtered, by paragraph or by source. What is filtered out here is not highlighted in the page either. */
export function SentencesView({ article, summary, view, session, ranks, current, correcting, form }: SentencesViewProps) {
  const [search, setSearch] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('paragraph');
  const [filtering, setFiltering] = useState(false);
  const id = useId();
  const shown = findSentences(article, view, '');
  const found = findSentences(article, view, search);
  const hidden = article.sentences.length - shown.length;
  const parts = groupSentences(article, found, grouping).map(
    (group): ListPart => ({ key: group.key, at: group.at, heading: <GroupHeading group={group} ranks={ranks} /> }),
  );
  return (
    <>
      <search class="panel__tools">
        <TextField type="search" label={t('panel_search')} value={search} onChange={setSearch} />
        <SelectField
          label={t('panel_group')}
          value={grouping}
          onChange={(value) => setGrouping(value as Grouping)}
          options={GROUPINGS.map((value) => ({
            value,
            label: value === 'source' ? t('panel_group_source') : t('panel_group_paragraph'),
          }))}
        />
        <IconButton
          icon={ListFilter}
          label={t('panel_filters')}
          expanded={filtering}
          controls={id}
          onClick={() => setFiltering(!filtering)}
        />
      </search>
      <div id={id} class="panel__filters" hidden={!filtering}>
        {filtering && <Filters article={article} summary={summary} view={view} onChange={session.changeView} />}
      </div>
      <p class="panel__found soft small" role="status">
        {search.trim() !== '' && `${tPlural('panel_found', found.length)} `}
        {hidden > 0 && tPlural('panel_hidden', hidden)}
      </p>
      {hidden > 0 && (
        <Button look="plain" onClick={() => session.changeView(ALL_SHOWN)}>
          {t('panel_show_all')}
        </Button>
      )}
      <SentenceList
        article={article}
        ranks={ranks}
        parts={parts}
        label={t('panel_tab_sentences')}
        current={current}
        correcting={correcting}
        onGo={(index) => session.send({ type: 'go-to-sentence', sentence: index })}
        form={form}
      />
    </>
  );
}

function GroupHeading({ group, ranks }: { readonly group: SentenceGroup; readonly ranks: ReadonlyMap<string, number> }) {
  const { whose, paragraph, at } = group;
  if (paragraph !== null) return <>{t('panel_paragraph', formatNumber(paragraph))}</>;
  const source = typeof whose === 'object' ? whose : null;
  return (
    <>
      <SourceBadge rank={source === null ? null : (ranks.get(source.id) ?? null)} nobody={whose === 'nobody'} />
      <bdi>{source?.name ?? t(whose === 'nobody' ? 'panel_nobody' : 'popup_own_voice')}</bdi>{' '}
      <span class="sentences__count">{formatNumber(at.length)}</span>
    </>
  );
}
