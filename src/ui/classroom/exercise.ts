import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { LabelledSentence, Status } from '../../article/attribution.ts';

/** An answer for a sentence that no source of the article is right for: the outlet speaks, or nobody is named. */
export const OUTLET = 'outlet';
export const NOBODY = 'nobody';

/** What somebody marked for one sentence; null for what is not marked yet. */
export interface Answer {
  /** Id of a source, {@link OUTLET} or {@link NOBODY}. */
  readonly source: string | null;
  readonly status: Status | null;
}

export const UNANSWERED: Answer = { source: null, status: null };

/** How an answer compares with the label. */
export interface Marked {
  readonly index: number;
  readonly answer: Answer;
  readonly sourceRight: boolean;
  readonly statusRight: boolean;
}

export interface Score {
  readonly marked: readonly Marked[];
  readonly sources: number;
  readonly statuses: number;
}

/**
 * Sentences for an exercise, picked evenly over the kinds that the article has, and within a kind evenly over the article; the same
 * article gives the same sentences.
 *
 * @returns indices in text order; all of them where there are no more than `count`.
 */
export function pickSentences(article: AnnotatedArticle, count: number): readonly number[] {
  const kinds = new Map<string, number[]>();
  article.sentences.forEach((sentence, index) => {
    const kind = [sentence.basis, ...sentence.flags].join(' ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), index]);
  });
  // Rare kinds first, so that none of them is crowded out.
  const queues = [...kinds.values()].sort((a, b) => a.length - b.length).map(spreadOut);
  const picked: number[] = [];
  while (picked.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = queue.shift();
      if (next !== undefined && picked.length < count) picked.push(next);
    }
  }
  return picked.sort((a, b) => a - b);
}

/** The middle first, then the middles of the halves, and so on: any first few are far apart. */
function spreadOut(indices: readonly number[]): number[] {
  const order: number[] = [];
  let parts: (readonly number[])[] = [indices];
  while (parts.length > 0) {
    const next: (readonly number[])[] = [];
    for (const part of parts) {
      const middle = part.length >> 1;
      const one = part[middle];
      if (one === undefined) continue;
      order.push(one);
      next.push(part.slice(0, middle), part.slice(middle + 1));
    }
    parts = next;
  }
  return order;
}

/** The answer that is right: one of the sentence's sources, or who stands for none. */
export function isRightSource(sentence: LabelledSentence, answer: string | null): boolean {
  if (answer === null) return false;
  if (sentence.sources.length > 0) return sentence.sources.includes(answer);
  return answer === (sentence.status === 'confirmed' ? OUTLET : NOBODY);
}

/** Compares answers with the labels; what was not answered is not right. */
export function score(article: AnnotatedArticle, questions: readonly number[], answers: ReadonlyMap<number, Answer>): Score {
  const marked = questions.flatMap((index): Marked[] => {
    const sentence = article.sentences[index];
    if (sentence === undefined) return [];
    const answer = answers.get(index) ?? UNANSWERED;
    return [
      { index, answer, sourceRight: isRightSource(sentence, answer.source), statusRight: sentence.status === answer.status },
    ];
  });
  return {
    marked,
    sources: marked.filter((one) => one.sourceRight).length,
    statuses: marked.filter((one) => one.statusRight).length,
  };
}
