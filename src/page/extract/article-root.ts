import { attribute, own, parentOf, tagOf } from '../dom.ts';
import type { PageBlock } from './blocks.ts';
import { namesBody, namesNoise, wordsOfName } from './noise.ts';
import { proseWeight } from './prose.ts';

/** Whether an element is or holds another, shadow roots included. */
export function containsShown(outer: Element, inner: Element): boolean {
  for (let element: Element | null = inner; element; element = parentOf(element)) if (element === outer) return true;
  return false;
}

/** The names that a page gives an element, as words: class, id, test id, role, label. */
export function namesOf(element: Element): string {
  const names = ['class', 'id', 'data-testid', 'data-component', 'data-type', 'role', 'aria-label', 'itemprop'];
  return wordsOfName(names.map((name) => attribute(element, name).slice(0, 200)).join(' | '));
}

const OUTSIDE_TAGS = new Set(['nav', 'footer', 'form', 'dialog', 'menu']);
const OUTSIDE_ROLES =
  /^(?:navigation|contentinfo|dialog|alertdialog|search|menu|menubar|banner|alert|status|tablist|complementary)$/;

/** Whether an element is a part of a page that holds no article by what HTML and ARIA say. */
export function isOutside(element: Element): boolean {
  return OUTSIDE_TAGS.has(tagOf(element)) || OUTSIDE_ROLES.test(attribute(element, 'role'));
}

/** How much running text stands in each element, and which of them holds the article. */
export interface ArticleRoot {
  readonly element: Element;
  /** Code units of prose in the article's element. */
  readonly weight: number;
  /** The same for every element above a block. */
  readonly weights: ReadonlyMap<Element, number>;
}

/** Of a container's prose, what a child must hold to be taken in its place. */
const CHILD_SHARE = 0.9;
/** The same for a child whose names or role say that it is the article. */
const NAMED_CHILD_SHARE = 0.5;

/** How many blocks are weighed between two yields. */
export const BLOCKS_BETWEEN_YIELDS = 4;

/** Of a container's prose, what another part of a story holds; the same for an entry of a live blog, since teasers of stories are articles too. */
const TWIN_SHARE = 0.03;
const ENTRY_SHARE = 0.1;

/**
 * How much running text stands in every element above a block, in code units. Prose in navigation, footers and asides does not count, and
 * what names call comments, promotions and related counts for a third.
 */
export function* weigh(blocks: readonly PageBlock[]): Generator<void, ReadonlyMap<Element, number>, void> {
  const weights = new Map<Element, number>();
  const worth = new Map<Element, number>();
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_BETWEEN_YIELDS === 0) yield;
    const prose = proseWeight(block);
    const weight = prose === 0 ? 0 : prose * worthOf(block.element, worth);
    if (weight === 0) continue;
    for (let element: Element | null = block.element; element; element = parentOf(element)) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
    }
  }
  return weights;
}

/** Finds the innermost element that holds nearly all of an article's prose: from the top down into the child with most of it. */
export function findArticleRoot(weights: ReadonlyMap<Element, number>, top: Element): ArticleRoot | null {
  const children = childrenByParent(weights);
  let root = top;
  for (let next = descend(root, weights, children); next; next = descend(root, weights, children)) root = next;
  const weight = weights.get(root) ?? 0;
  return weight === 0 ? null : { element: root, weight, weights };
}

/** The child that holds the article in its parent's place; null where the parent is as close as one can get. */
function descend(
  from: Element,
  weights: ReadonlyMap<Element, number>,
  children: ReadonlyMap<Element, readonly Element[]>,
): Element | null {
  const here = weights.get(from) ?? 0;
  const all = children.get(from) ?? [];
  const share = (child: Element) => (weights.get(child) ?? 0) / here;
  const best = [...all].sort((a, b) => share(b) - share(a))[0];
  if (!best || isParagraph(best)) return null;
  if (share(best) < (isNamedArticle(best) ? NAMED_CHILD_SHARE : CHILD_SHARE)) return null;
  if (isWhole(best)) return best;
  // A story in several parts, each in an element of the same make: all of them are the story.
  const make = namesOf(best);
  const twins = all.filter((child) => child !== best && tagOf(child) === tagOf(best) && namesOf(child) === make);
  const least = tagOf(best) === 'article' ? ENTRY_SHARE : TWIN_SHARE;
  return twins.some((child) => share(child) > least) ? null : best;
}

function childrenByParent(weights: ReadonlyMap<Element, number>): Map<Element, Element[]> {
  const children = new Map<Element, Element[]>();
  for (const element of weights.keys()) {
    const parent = parentOf(element);
    if (!parent) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(element);
    else children.set(parent, [element]);
  }
  return children;
}

/** An `<article>` with a main heading; entries of a live blog have none. */
function isWhole(element: Element): boolean {
  return tagOf(element) === 'article' && own(element, 'querySelector')('h1') !== null;
}

function isParagraph(element: Element): boolean {
  return /^(?:p|li|blockquote|dd|h[1-6])$/.test(tagOf(element));
}

function isNamedArticle(element: Element): boolean {
  return (
    tagOf(element) === 'article' ||
    tagOf(element) === 'main' ||
    /articleBody/i.test(attribute(element, 'itemprop')) ||
    namesBody(namesOf(element))
  );
}

/** 1 for what may be an article's text, less for what its surroundings speak against, 0 outside. Without recursion: pages can be deep. */
function worthOf(element: Element, known: Map<Element, number>): number {
  const unknown: Element[] = [];
  let here: Element | null = element;
  while (here && !known.has(here)) {
    unknown.push(here);
    here = parentOf(here);
  }
  let worth = (here && known.get(here)) ?? 1;
  for (const one of unknown.reverse()) {
    worth *= ownWorth(one);
    known.set(one, worth);
  }
  return worth;
}

function ownWorth(element: Element): number {
  if (isOutside(element) && tagOf(element) !== 'form') return 0;
  if (/^(?:aside|figcaption|figure)$/.test(tagOf(element))) return 0.1;
  const isFrame = /^(?:html|body|main)$/.test(tagOf(element));
  return !isFrame && namesNoise(namesOf(element)) !== null ? 0.34 : 1;
}
