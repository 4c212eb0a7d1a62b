import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { LabelledSentence } from '../../article/attribution.ts';
import type { Correction } from '../../article/correction.ts';
import { correctionOf, mergeCorrections, withCorrection, withoutCorrection } from '../../corrections/correction-list.ts';
import { advance, type History, historyOf, redo, undo } from '../../corrections/history.ts';
import type { Session } from '../session.ts';

/** The corrections of the article in the panel, with what can be done to them. */
export interface Corrections {
  readonly list: readonly Correction[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly correct: (sentence: LabelledSentence, change: Correction['change']) => void;
  readonly withdraw: (correction: Correction) => void;
  readonly add: (corrections: readonly Correction[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

type Steps = History<readonly Correction[]>;

/**
 * Keeps the history of an article's corrections and sends each state of them to the page session, which applies and stores them.
 *
 * @param article as the session sent it, corrected already.
 * @param applied the corrections in it.
 */
export function useCorrections(article: AnnotatedArticle, applied: readonly Correction[], session: Session): Corrections {
  const [steps, setSteps] = useState<Steps>(() => historyOf(applied));
  const appliedKey = JSON.stringify(applied);
  const sent = useRef(new Set<string>());
  // What the session says it applied was either sent from here, or was changed elsewhere: then there is a new history.
  useEffect(() => {
    if (sent.current.delete(appliedKey)) return;
    setSteps((before) => (JSON.stringify(before.present) === appliedKey ? before : historyOf(applied)));
  }, [appliedKey]);

  return useMemo(() => {
    const go = (next: Steps): void => {
      if (next === steps) return;
      setSteps(next);
      sent.current.add(JSON.stringify(next.present));
      session.send({ type: 'corrections', corrections: next.present });
    };
    const change = (list: readonly Correction[]): void => go(advance(steps, list));
    return {
      list: steps.present,
      canUndo: steps.past.length > 0,
      canRedo: steps.future.length > 0,
      correct: (sentence, what) => change(withCorrection(steps.present, correctionOf(article, sentence, what))),
      withdraw: (correction) => change(withoutCorrection(steps.present, correction)),
      add: (corrections) => change(mergeCorrections(steps.present, corrections)),
      undo: () => go(undo(steps)),
      redo: () => go(redo(steps)),
    };
  }, [steps, article, session]);
}
