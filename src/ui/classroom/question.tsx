import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { STATUSES } from '../../article/attribution.ts';
import { letterOf } from '../../article/source-letter.ts';
import { textOf } from '../../article/span.ts';
import { t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import { type Answer, NOBODY, OUTLET } from './exercise.ts';

interface QuestionProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly index: number;
  readonly answer: Answer;
  /** Sets a part of the answer. */
  readonly onAnswer: (part: Partial<Answer>) => void;
  /** "3 of 10". */
  readonly progress: string;
  readonly onPrevious: (() => void) | null;
  readonly onNext: () => void;
  readonly isLast: boolean;
  readonly onReveal: () => void;
}

/** One sentence in its paragraph, without label: who says it, and does the article stand behind it? */
export function Question(props: QuestionProps) {
  const { article, ranks, index, answer, onAnswer, onPrevious, onNext } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // A new question is announced because its heading gets the focus.
  useLayoutEffect(() => heading.current?.focus(), []);
  const sources = article.sources
    .filter((source) => article.sentences.some((sentence) => sentence.sources.includes(source.id)))
    .map((source) => ({ source, rank: ranks.get(source.id) ?? null }))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = sources.find(({ rank }) => letterOf(rank) === event.key.toUpperCase());
    if (letter) onAnswer({ source: letter.source.id });
    else if (event.key === '1') onAnswer({ status: 'reported' });
    else if (event.key === '2') onAnswer({ status: 'confirmed' });
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onNext();
    else return;
    event.preventDefault();
  };
  // On the document, so that a click beside everything does not take the keys away.
  useLayoutEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  return (
    <main class="exercise">
      <h1 class="exercise__progress" tabIndex={-1} ref={heading}>
        {t('class_who_says')} <span class="soft">{props.progress}</span>
      </h1>
      <Paragraph article={article} index={index} />
      <div class="exercise__questions">
        <fieldset class="exercise__choices">
          <legend>{t('class_question_source')}</legend>
          {sources.map(({ source, rank }) => (
            <Choice key={source.id} on={answer.source === source.id} onChoose={() => onAnswer({ source: source.id })}>
              <SourceBadge rank={rank} />
              <bdi>{source.name}</bdi>
            </Choice>
          ))}
          <Choice on={answer.source === OUTLET} onChoose={() => onAnswer({ source: OUTLET })}>
            {t('popup_own_voice')}
          </Choice>
          <Choice on={answer.source === NOBODY} onChoose={() => onAnswer({ source: NOBODY })}>
            {t('panel_nobody')}
          </Choice>
        </fieldset>
        <fieldset class="exercise__choices exercise__choices--status">
          <legend>{t('class_question_status')}</legend>
          {STATUSES.map((status, place) => (
            <Choice key={status} on={answer.status === status} onChoose={() => onAnswer({ status })}>
              <kbd>{place + 1}</kbd>
              <span class={`legend__line legend__line--${status}`}>{tNamed('status', status)}</span>
            </Choice>
          ))}
        </fieldset>
      </div>
      <div class="exercise__actions exercise__actions--question">
        {onPrevious && <Button onClick={onPrevious}>{t('class_previous')}</Button>}
        <Button look="primary" onClick={onNext}>
          {props.isLast ? t('class_reveal') : t('class_next')}
        </Button>
        {!props.isLast && (
          <Button look="plain" onClick={props.onReveal}>
            {t('class_reveal')}
          </Button>
        )}
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly onChoose: () => void;
  readonly children: preact.ComponentChildren;
}

function Choice({ on, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" class="choice" aria-pressed={on} onClick={onChoose}>
      {children}
    </button>
  );
}

/** The sentence large, the rest of its paragraph soft around it. */
function Paragraph({ article, index }: { readonly article: AnnotatedArticle; readonly index: number }) {
  const sentence = article.sentences[index];
  const block = sentence === undefined ? undefined : article.blocks[sentence.block];
  if (sentence === undefined || block === undefined) return null;
  return (
    <p class="exercise__paragraph" lang={article.language} dir="auto">
      <span class="soft">{textOf(article.text, { start: block.start, end: sentence.start })}</span>
      <mark>{textOf(article.text, sentence)}</mark>
      <span class="soft">{textOf(article.text, { start: sentence.end, end: block.end })}</span>
    </p>
  );
}
