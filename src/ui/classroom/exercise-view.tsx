import { useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { formatNumber, t, tPlural } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { type Answer, pickSentences, score, UNANSWERED } from './exercise.ts';
import { Question } from './question.tsx';
import { Results } from './results.tsx';

/** Questions of the short exercise. */
const SHORT = 10;

/** Where somebody is in the exercise. */
type Stage =
  | { readonly at: 'start' }
  | { readonly at: 'question'; readonly questions: readonly number[]; readonly number: number }
  | { readonly at: 'results'; readonly questions: readonly number[] };

interface ExerciseViewProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
}

/** "Who says?": mark source and status of sentences without their labels, then see the labels, the score and the reasons. */
export function ExerciseView({ article, ranks }: ExerciseViewProps) {
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const [answers, setAnswers] = useState<ReadonlyMap<number, Answer>>(new Map());
  const begin = (questions: readonly number[]): void => {
    setAnswers(new Map());
    setStage({ at: 'question', questions, number: 0 });
  };

  if (stage.at === 'start') {
    const all = article.sentences.map((_, index) => index);
    return (
      <main class="exercise exercise--start">
        <h1>{t('class_who_says')}</h1>
        <p class="exercise__lead">{t('class_exercise_text')}</p>
        <div class="exercise__actions">
          {all.length > SHORT && (
            <Button look="primary" onClick={() => begin(pickSentences(article, SHORT))}>
              {tPlural('class_exercise_picked', SHORT)}
            </Button>
          )}
          <Button onClick={() => begin(all)}>{tPlural('class_exercise_all', all.length)}</Button>
        </div>
      </main>
    );
  }
  if (stage.at === 'results') {
    return (
      <Results
        article={article}
        ranks={ranks}
        score={score(article, stage.questions, answers)}
        onAgain={() => begin(stage.questions)}
      />
    );
  }
  const { questions, number } = stage;
  const index = questions[number];
  if (index === undefined) return null;
  const reveal = (): void => setStage({ at: 'results', questions });
  const go = (to: number): void => setStage({ ...stage, number: to });
  return (
    <Question
      key={index}
      article={article}
      ranks={ranks}
      index={index}
      answer={answers.get(index) ?? UNANSWERED}
      // Two keys may come before the first is drawn, so each changes what is there by then.
      onAnswer={(part) =>
        setAnswers((before) => new Map([...before, [index, { ...(before.get(index) ?? UNANSWERED), ...part }]]))
      }
      progress={t('class_question_of', formatNumber(number + 1), formatNumber(questions.length))}
      onPrevious={number === 0 ? null : () => go(number - 1)}
      onNext={number === questions.length - 1 ? reveal : () => go(number + 1)}
      isLast={number === questions.length - 1}
      onReveal={reveal}
    />
  );
}
