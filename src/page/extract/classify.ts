import type { BlockKind } from '../../article/article.ts';
import { attribute, closestOf, parentOf, tagOf } from '../dom.ts';
import { type ArticleRoot, BLOCKS_BETWEEN_YIELDS, isOutside, namesOf } from './article-root.ts';
import type { PageBlock } from './blocks.ts';
import { findBoxes } from './boxes.ts';
import { declaresBody, namesNoise, readsAsNoise } from './noise.ts';
import { countWords, endsAsSentence, linkDensity, proseWeight } from './prose.ts';
import { dropPullQuotes } from './repeated.ts';

/** Of the article's prose, what elements of one name may hold and still be taken for something beside it. */
const NOISE_SHARE = 0.3;

/** Which surroundings of a block speak against it, worked out once an element. */
export class Surroundings {
  readonly #root: ArticleRoot;
  readonly #known = new Map<Element, BlockKind | null>();
  /** Of the article's prose, what an element holds, and what all elements of one name do. */
  readonly #held = new Map<Element, number>();
  readonly #shares = new Map<string, number>();
  readonly #boxes: ReadonlyMap<Element, BlockKind>;
  readonly #posts: ReadonlySet<Element>;

  constructor(root: ArticleRoot, blocks: readonly PageBlock[], posts: ReadonlySet<Element>) {
    this.#root = root;
    this.#posts = posts;
    this.#boxes = findBoxes(root.element, blocks);
    const total = blocks.reduce((sum, block) => sum + proseWeight(block), 0);
    for (const block of blocks) {
      const weight = proseWeight(block) / total;
      if (weight === 0) continue;
      const seen = new Set<string>();
      for (let element: Element | null = block.element; element && element !== root.element; element = parentOf(element)) {
        this.#held.set(element, (this.#held.get(element) ?? 0) + weight);
        const names = namesOf(element);
        if (names !== '' && !seen.has(names)) this.#shares.set(names, (this.#shares.get(names) ?? 0) + weight);
        seen.add(names);
      }
    }
  }

  /** What a block's surroundings inside the article make of it; null where they say nothing. */
  kindOf(element: Element): BlockKind | null {
    if (element === this.#root.element) return null;
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const above = parent ? this.kindOf(parent) : null;
    // A part that names itself the article's body is that, whatever it stands in: `teaser-content` around `article-body`.
    const kind = above !== null && declaresBody(namesOf(element)) ? null : (above ?? this.#ownKind(element));
    this.#known.set(element, kind);
    return kind;
  }

  #ownKind(element: Element): BlockKind | null {
    if (this.#posts.has(element)) return 'comment';
    if ((this.#held.get(element) ?? 0) > NOISE_SHARE) return null;
    const tag = tagOf(element);
    if (tag === 'figcaption' || tag === 'figure' || tag === 'caption') return 'caption';
    if (tag === 'aside') return 'related';
    if (tag === 'address') return 'byline';
    if (tag === 'time') return 'timestamp';
    if (isOutside(element)) return 'promotion';
    if (tag === 'header' && tagOf(this.#root.element) !== 'header') return 'byline';
    if (attribute(element, 'contenteditable') === 'true') return 'comment';
    const box = this.#boxes.get(element);
    if (box) return box;
    const names = namesOf(element);
    if ((this.#shares.get(names) ?? 0) > NOISE_SHARE) return null;
    return namesNoise(names);
  }
}

function headingKind(block: PageBlock, tag: string, headline: string): BlockKind {
  if (tag === 'h1' || sameWords(block.text, headline)) return 'byline';
  if (linkDensity(block) > 0.5 || countWords(block.text) === 0) return 'related';
  return readsAsNoise(block.text) ?? 'heading';
}

/** What each block of the article is. */
export function* classify(
  blocks: readonly PageBlock[],
  surroundings: Surroundings,
  headline: string,
): Generator<void, BlockKind[], void> {
  const kinds: BlockKind[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_BETWEEN_YIELDS === 0) yield;
    kinds.push(classifyAlone(block, surroundings, headline));
  }
  yield;
  dropLists(blocks, kinds);
  yield;
  dropPullQuotes(blocks, kinds);
  yield;
  dropTitlesOfNothing(blocks, kinds);
  return kinds;
}

function classifyAlone(block: PageBlock, surroundings: Surroundings, headline: string): BlockKind {
  const around = surroundings.kindOf(block.element);
  if (around) return around;
  const tag = nearestTag(block.element);
  if (/^h[1-6]$/.test(tag)) return headingKind(block, tag, headline);
  const words = readsAsNoise(block.text);
  if (words) return words;
  const density = linkDensity(block);
  if (density > (endsAsSentence(block.text) ? 0.97 : 0.8) || isLabelledLink(block)) return 'related';
  if (sameWords(block.text, headline)) return 'byline';
  const count = countWords(block.text);
  if (count < 3 && !endsAsSentence(block.text)) return 'promotion';
  if (block.emphasised > block.text.length * 0.9 && count < 12 && !endsAsSentence(block.text)) return 'heading';
  if (isShouted(block.text)) return tag === 'p' && count <= 8 && density === 0 ? 'heading' : 'promotion';
  if (isBlurb(block)) return 'promotion';
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list-item';
  if (tag === 'blockquote') return 'quote';
  if (!endsAsSentence(block.text) && count < 10 && tag !== 'p') return 'promotion';
  return 'paragraph';
}

/** `In this series: ` and a link: a label, a colon, and all the rest leads elsewhere. */
function isLabelledLink(block: PageBlock): boolean {
  const label = /^[^.:!?“"]{1,40}:/.exec(block.text)?.[0];
  return label !== undefined && block.linked > 0 && block.linked >= (block.text.length - label.length) * 0.9;
}

/** `Sign up for our weekly letter`, in italics throughout: the newsroom speaks about itself. */
function isBlurb(block: PageBlock): boolean {
  if (block.emphasised < block.text.length * 0.9 || block.text.length > 500) return false;
  return (
    block.linked > 0 &&
    /\b(?:sign(?:ing|ed)? up|subscri\w+|newsletters?|follow|e-?mail|is (?:the|an?) \w+|tickets|app|podcast|click|read|watch|listen)\b/i.test(
      block.text,
    )
  );
}

function nearestTag(element: Element): string {
  for (let here: Element | null = element, steps = 0; here && steps < 4; here = parentOf(here), steps++) {
    const tag = tagOf(here);
    if (/^(?:p|li|dd|dt|blockquote|h[1-6]|td|th|pre)$/.test(tag)) {
      if (tag !== 'p') return tag;
      const parent = parentOf(here);
      return parent && /^(?:li|blockquote|dd)$/.test(tagOf(parent)) ? tagOf(parent) : tag;
    }
  }
  return tagOf(element);
}

function sameWords(a: string, b: string): boolean {
  const simple = (text: string) => text.toLowerCase().replace(/[^A-Za-zÀ-ỿ\u3040-\ud7ff\d]+/gu, '');
  return b !== '' && simple(a) === simple(b);
}

/** `READ MORE: TEN THINGS TO KNOW`: capitals throughout. */
function isShouted(text: string): boolean {
  const letters = text.match(/[A-Za-zÀ-ỿ]/gu) ?? [];
  return letters.length >= 8 && letters.filter((letter) => letter === letter.toUpperCase()).length > letters.length * 0.8;
}

const LISTS = new Set(['ul', 'ol']);

/** A list most of whose items are links is a list of links, its other items too. */
function dropLists(blocks: readonly PageBlock[], kinds: BlockKind[]): void {
  const lists = new Map<Element, number[]>();
  for (const [index, block] of blocks.entries()) {
    const list = closestOf(block.element, LISTS);
    const items = list && lists.get(list);
    if (items) items.push(index);
    else if (list) lists.set(list, [index]);
  }
  for (const items of lists.values()) {
    const links = items.filter((index) => linkDensity(blocks[index] as PageBlock) > 0.8).length;
    if (links > 0 && links >= items.length / 2) for (const index of items) kinds[index] = 'related';
  }
}

const BODY_KINDS = new Set<BlockKind>(['paragraph', 'list-item', 'quote']);

/** Whether blocks of a kind are the article's body and get labels. */
export function isBody(kind: BlockKind): boolean {
  return BODY_KINDS.has(kind);
}

/** A heading after which nothing of the body comes before the next heading heads something else. */
function dropTitlesOfNothing(blocks: readonly PageBlock[], kinds: BlockKind[]): void {
  for (let index = blocks.length - 1, body = false; index >= 0; index--) {
    const kind = kinds[index] as BlockKind;
    if (isBody(kind)) body = true;
    if (kind !== 'heading') continue;
    if (!body) kinds[index] = 'related';
    body = false;
  }
}
