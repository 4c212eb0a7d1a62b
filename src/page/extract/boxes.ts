import type { BlockKind } from '../../article/article.ts';
import { attribute, own, parentOf, tagOf } from '../dom.ts';
import type { PageBlock } from './blocks.ts';
import { countWords, linkDensity } from './prose.ts';

/** Pictures smaller than this, in CSS pixels, are icons and emoji in a line of text. */
const LEAST_PICTURE = 48;
/** More text than this is no caption and no teaser, in code units. */
const LONGEST_IN_BOX = 320;
/** A box of the page's, such as a picture with its caption, holds few blocks. */
const MOST_BLOCKS = 3;
/** A form's box has a title, a word of praise, terms and thanks. */
const MOST_BLOCKS_WITH_FORM = 6;

/**
 * Small boxes inside an article that are known by what stands in them, whatever they are called: a picture with its caption, a form that
 * asks for an address, a teaser with a linked headline.
 */
export function findBoxes(root: Element, blocks: readonly PageBlock[]): ReadonlyMap<Element, BlockKind> {
  const contents = contentsOf(root, blocks);
  const boxes = new Map<Element, BlockKind>();
  const select = own(root, 'querySelectorAll');
  for (const picture of select('img, picture, video, amp-img')) {
    const box = isIcon(picture) ? null : boxAround(picture, root, contents, MOST_BLOCKS);
    if (box && !isTextElement(box)) boxes.set(box, 'caption');
  }
  for (const field of select('input[type="email"], input[type="password"], textarea')) {
    const box = boxAround(field, root, contents, MOST_BLOCKS_WITH_FORM);
    if (box) boxes.set(box, 'promotion');
  }
  for (const heading of blocks) {
    const box = isLinkedHeading(heading) ? boxAround(heading.element, root, contents, MOST_BLOCKS) : null;
    if (box) boxes.set(box, 'related');
  }
  return boxes;
}

/** How much text an element of the article holds. */
interface Contents {
  blocks: number;
  /** Code units. */
  length: number;
}

function contentsOf(root: Element, blocks: readonly PageBlock[]): ReadonlyMap<Element, Contents> {
  const contents = new Map<Element, Contents>();
  for (const { element, text } of blocks) {
    for (let above: Element | null = element; above && above !== root; above = parentOf(above)) {
      const held = contents.get(above) ?? { blocks: 0, length: 0 };
      held.blocks++;
      held.length += text.length;
      contents.set(above, held);
    }
  }
  return contents;
}

/** The largest element around a thing that holds no more text than a box does; null where that is none. */
function boxAround(thing: Element, root: Element, contents: ReadonlyMap<Element, Contents>, most: number): Element | null {
  let box: Element | null = null;
  for (let above = parentOf(thing); above && above !== root; above = parentOf(above)) {
    const held = contents.get(above);
    if (!held) continue;
    if (held.blocks > most || held.length > LONGEST_IN_BOX) break;
    box = above;
  }
  return box;
}

function isIcon(picture: Element): boolean {
  const width = Number.parseFloat(attribute(picture, 'width'));
  return width > 0 && width < LEAST_PICTURE;
}

/** A paragraph that a picture stands in is still a paragraph. */
function isTextElement(element: Element): boolean {
  return /^(?:p|li|td|blockquote|h[1-6])$/.test(tagOf(element));
}

/** A heading that leads elsewhere: `<h4><a href="/other">…</a></h4>`, not a permanent link to a part of this page. */
function isLinkedHeading(block: PageBlock): boolean {
  if (!/^h[2-6]$/.test(tagOf(block.element)) || linkDensity(block) < 0.9 || countWords(block.text) < 4) return false;
  const inside = own(block.element, 'querySelector')('a');
  const outside = parentOf(block.element);
  const link = inside ?? (outside && tagOf(outside) === 'a' ? outside : null);
  return link !== null && !attribute(link, 'href').startsWith('#');
}
