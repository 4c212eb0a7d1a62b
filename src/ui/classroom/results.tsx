import { Check, Download, RotateCcw, X } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { textOf } from '../../article/span.ts';
import { exportFileName } from '../../export/export-file-name.ts';
import { formatNumber, t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import { Reasons, SentenceLabel } from '../panel/sentence-item.tsx';
import { saveFile } from '../save-file.ts';
import { type Marked, NOBODY, OUTLET, type Score } from './exercise.ts';
import { formatResults } from './format-results.ts';

interface ResultsProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly score: Score;
  readonly onAgain: () => void;
}

/** The score, and for every sentence what was marked, what the label is, and why. */
export function Results({ article, ranks, score, onAgain }: ResultsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const total = formatNumber(score.marked.length);
  const save = (): void => {
    const name = exportFileName(article, new Date(), 'results.csv');
    saveFile(name, 'text/csv', `\ufeff${formatResults(article, score, (answer) => nameOf(article, answer))}\r\n`);
  };
  return (
    <main class="exercise exercise--results">
      <h1 tabIndex={-1} ref={heading}>
        {t('class_results')}
      </h1>
      <dl class="exercise__score">
        <div>
          <dt>{t('class_score_sources')}</dt>
          <dd>
            <strong>{formatNumber(score.sources)}</strong> {t('popup_figure_of', total)}
          </dd>
        </div>
        <div>
          <dt>{t('class_score_statuses')}</dt>
          <dd>
            <strong>{formatNumber(score.statuses)}</strong> {t('popup_figure_of', total)}
          </dd>
        </div>
      </dl>
      <p class="soft">{t('class_results_hint')}</p>
      <div class="exercise__actions">
        <Button icon={RotateCcw} onClick={onAgain}>
          {t('class_again')}
        </Button>
        <Button icon={Download} onClick={save}>
          {t('class_results_export')}
        </Button>
      </div>
      <ol class="exercise__answers">
        {score.marked.map((marked) => (
          <AnswerRow key={marked.index} article={article} ranks={ranks} marked={marked} />
        ))}
      </ol>
    </main>
  );
}

function AnswerRow({ article, ranks, marked }: Pick<ResultsProps, 'article' | 'ranks'> & { readonly marked: Marked }) {
  const sentence = article.sentences[marked.index];
  if (sentence === undefined) return null;
  const { source, status } = marked.answer;
  return (
    <li class="answer" data-sentence={marked.index}>
      <p class="answer__text" lang={article.language} dir="auto">
        {sentence.sources.length === 0 && <SourceBadge rank={null} nobody={sentence.status === 'reported'} />}
        {sentence.sources.map((id) => (
          <SourceBadge key={id} rank={ranks.get(id) ?? null} />
        ))}{' '}
        {textOf(article.text, sentence)}
      </p>
      <dl class="answer__lines">
        <dt>{t('class_answer_marked')}</dt>
        <dd class="answer__marks">
          <Verdict right={marked.sourceRight} mark={source === null ? null : nameOf(article, source)} />
          <Verdict right={marked.statusRight} mark={status === null ? null : tNamed('status', status)} />
        </dd>
        <dt>{t('class_answer_label')}</dt>
        <dd>
          <SentenceLabel article={article} sentence={sentence} />
        </dd>
      </dl>
      <details>
        <summary>{t('panel_why')}</summary>
        <Reasons article={article} sentence={sentence} />
      </details>
    </li>
  );
}

/** A mark in words, and whether it agrees with the label; null is a mark that was not made, which is neither struck nor blamed. */
function Verdict({ right, mark }: { readonly right: boolean; readonly mark: string | null }) {
  if (mark === null) return <span class="verdict verdict--none">{t('class_not_marked')}</span>;
  const Icon = right ? Check : X;
  return (
    <span class={right ? 'verdict verdict--right' : 'verdict'}>
      <Icon size={18} aria-hidden="true" />
      <span class="visually-hidden">{right ? t('class_right') : t('class_wrong')} </span>
      <bdi>{mark}</bdi>
    </span>
  );
}

/** What an answer says, in words. */
function nameOf(article: AnnotatedArticle, answer: string): string {
  if (answer === OUTLET) return t('popup_own_voice');
  if (answer === NOBODY) return t('panel_nobody');
  return article.sources.find((source) => source.id === answer)?.name ?? answer;
}
