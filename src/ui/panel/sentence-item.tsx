import { PencilLine } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { LabelledSentence } from '../../article/attribution.ts';
import { textOf } from '../../article/span.ts';
import { CORRECTED_BY_READER } from '../../corrections/apply-corrections.ts';
import { formatList, formatNumber, formatShare, t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import { cueText } from './findings.ts';
import './sentence-label.css';

interface SentenceItemProps {
  readonly article: AnnotatedArticle;
  readonly index: number;
  readonly ranks: ReadonlyMap<string, number>;
  /** The reader is at this sentence in the page. */
  readonly current: boolean;
  readonly selected: boolean;
  /** The one sentence of the list that the Tab key reaches. */
  readonly reachable: boolean;
  readonly onSelect: () => void;
  /** Null where labels may not be corrected. */
  readonly onCorrect: (() => void) | null;
  /** The form that corrects the label, while it is open. */
  readonly form: ComponentChildren;
}

/** A sentence as a list shows it: whose it is, its words, its label; and when it is selected, why. */
export function SentenceItem(props: SentenceItemProps) {
  const { article, index, ranks, current, selected, reachable, onSelect, onCorrect, form } = props;
  const sentence = article.sentences[index];
  if (sentence === undefined) return null;
  return (
    <li class={`sentence sentence--${sentence.status}`} data-sentence={index} data-selected={selected || undefined}>
      <button
        type="button"
        class="sentence__button"
        aria-expanded={selected}
        aria-current={current ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={onSelect}
      >
        <span class="sentence__badges">
          {sentence.sources.length === 0 && <SourceBadge rank={null} nobody={sentence.status === 'reported'} />}
          {sentence.sources.map((id) => (
            <SourceBadge key={id} rank={ranks.get(id) ?? null} />
          ))}
        </span>
        <span class="sentence__words">
          <span class="sentence__text" lang={article.language} dir="auto">
            {textOf(article.text, sentence)}
          </span>
          <SentenceLabel article={article} sentence={sentence} />
        </span>
      </button>
      {selected && (
        <div class="sentence__details">
          {form ?? (
            <>
              <Reasons titled article={article} sentence={sentence} />
              {onCorrect && (
                <Button icon={PencilLine} onClick={onCorrect}>
                  {t('panel_correct')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** Who, how and with which flags, in words: "Mara Lindqvist · Reported · Named source · Denied". */
export function SentenceLabel({
  article,
  sentence,
}: {
  readonly article: AnnotatedArticle;
  readonly sentence: LabelledSentence;
}) {
  const names = sentence.sources.map((id) => article.sources.find((source) => source.id === id)?.name ?? id);
  const nobody = sentence.status === 'confirmed' ? t('popup_own_voice') : t('panel_nobody');
  return (
    <span class="sentence__label">
      <span class="sentence__who">{names.length > 0 ? formatList(names) : nobody}</span>
      <span class={`sentence__status sentence__status--${sentence.status}`}>{tNamed('status', sentence.status)}</span>
      <span>{tNamed('basis', sentence.basis)}</span>
      {sentence.flags.map((flag) => (
        <span key={flag} class="sentence__flag">
          {tNamed('flag', flag)}
        </span>
      ))}
      {sentence.why.rule === CORRECTED_BY_READER && <span class="sentence__flag">{t('panel_corrected')}</span>}
    </span>
  );
}

interface ReasonsProps {
  readonly article: AnnotatedArticle;
  readonly sentence: LabelledSentence;
  /** Whether it says itself what it is. */
  readonly titled?: boolean;
}

/** Why a sentence has its label: the rule or model part, its evidence, each cue and what it implies, and how sure that is. */
export function Reasons({ article, sentence, titled = false }: ReasonsProps) {
  const attributions = sentence.attributions.flatMap((at) => article.attributions[at] ?? []);
  return (
    <div class="reasons">
      {titled && <p class="reasons__title">{t('panel_why')}</p>}
      <p>{tNamed('why', sentence.why.rule, sentence.why.evidence ?? '')}</p>
      {attributions.length > 0 && (
        <ul class="reasons__cues">
          {attributions.map((attribution) => {
            const cue = cueText(article.text, attribution);
            const name = article.sources.find((source) => source.id === attribution.speaker)?.name ?? t('panel_nobody');
            return (
              <li key={`${cue}-${attribution.cue[0]?.start}`}>
                {t('panel_cue', name, cue)} <span class="soft">{tNamed('implication', attribution.implication)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p class="soft small">
        {t('panel_confidence', formatShare(sentence.confidence))} ·{' '}
        {t('panel_sentence_number', formatNumber(numberOf(article, sentence)))}
      </p>
    </div>
  );
}

function numberOf(article: AnnotatedArticle, sentence: LabelledSentence): number {
  return article.sentences.indexOf(sentence) + 1;
}
