import { attribute, own } from '../dom.ts';
import { partsAround } from './parts.ts';

/** What readers can do to a contribution and to no article: `Reply`, `Quote`. */
const ANSWER = /^\W*(?:reply|quote|reply with quote)\W*$/i;
/** Fewer make no discussion. */
const LEAST_POSTS = 3;
const CONTROLS_BETWEEN_YIELDS = 200;

/**
 * The contributions of a discussion, whatever a page calls them: parts of it with a button of their own to answer them. A forum holds
 * nothing else; under an article they are its readers' letters.
 */
export function* findPosts(page: Document): Generator<void, ReadonlySet<Element>, void> {
  const answers: Element[] = [];
  for (const [index, control] of [...own(page, 'querySelectorAll')('a, button, [role="button"]')].entries()) {
    if (index % CONTROLS_BETWEEN_YIELDS === 0) yield;
    if (ANSWER.test(attribute(control, 'aria-label') || (control.textContent ?? ''))) answers.push(control);
  }
  return new Set(answers.length < LEAST_POSTS ? [] : partsAround(answers));
}
