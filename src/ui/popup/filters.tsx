import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { BASES, STATUSES } from '../../article/attribution.ts';
import type { Summary } from '../../article/summary.ts';
import { formatShare, t, tNamed, tPlural } from '../../platform/i18n.ts';
import type { View } from '../../platform/messages.ts';
import { Chip } from '../components/chip.tsx';
import { Slider } from '../components/field.tsx';

interface FiltersProps {
  readonly article: AnnotatedArticle;
  readonly summary: Summary;
  readonly view: View;
  readonly onChange: (view: Partial<View>) => void;
}

/** The list without `item`, or with it. */
function withItem<Item>(list: readonly Item[], item: Item, present: boolean): readonly Item[] {
  const others = list.filter((other) => other !== item);
  return present ? [...others, item] : others;
}

/** What is highlighted: by status, by what it rests on, and by how sure the labels are. */
export function Filters({ article, summary, view, onChange }: FiltersProps) {
  const hidden = article.sentences.filter((sentence) => sentence.confidence < view.minConfidence).length;
  const confidenceText =
    view.minConfidence === 0
      ? t('popup_confidence_none')
      : `${t('popup_confidence_value', formatShare(view.minConfidence))} · ${tPlural('popup_confidence_hidden', hidden)}`;
  return (
    <section class="popup__section">
      <h2>{t('popup_filters')}</h2>
      <fieldset class="chips">
        <legend class="visually-hidden">{t('popup_filter_status')}</legend>
        {STATUSES.map((status) => (
          <Chip
            key={status}
            on={!view.hiddenStatuses.includes(status)}
            count={summary[status]}
            onChange={(on) => onChange({ hiddenStatuses: withItem(view.hiddenStatuses, status, !on) })}
          >
            {tNamed('status', status)}
          </Chip>
        ))}
      </fieldset>
      <fieldset class="chips">
        <legend class="visually-hidden">{t('popup_filter_basis')}</legend>
        {BASES.filter((basis) => summary.bases[basis] > 0).map((basis) => (
          <Chip
            key={basis}
            on={!view.hiddenBases.includes(basis)}
            count={summary.bases[basis]}
            onChange={(on) => onChange({ hiddenBases: withItem(view.hiddenBases, basis, !on) })}
          >
            {tNamed('basis', basis)}
          </Chip>
        ))}
      </fieldset>
      <Slider
        label={t('popup_confidence')}
        value={view.minConfidence}
        max={0.95}
        step={0.05}
        text={confidenceText}
        onChange={(minConfidence) => onChange({ minConfidence })}
      />
    </section>
  );
}
