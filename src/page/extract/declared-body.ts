import { parentOf } from './article-root.ts';
import type { PageBlock } from './blocks.ts';

/** How the blocks of a page agree with the text that the page declares to be its article (JSON-LD `articleBody`). */
export interface DeclaredBody {
  /** Blocks whose words stand in the declared text. */
  readonly blocks: ReadonlySet<PageBlock>;
  /** Elements that hold such blocks: what stands beside them there is the article too, where the declared text was cut short. */
  readonly containers: ReadonlySet<Element>;
}

/** Of a block's words in threes, what must stand in the declared text. */
const BLOCK_COVERED = 0.7;
/** Of the declared text, what the page must show, for the declaration to be of this page and this state of it. */
const BODY_SHOWN = 0.75;
const LEAST_WORDS = 60;

/** Finds the declared text in the page; null where the page does not show it. */
export function findDeclaredBody(blocks: readonly PageBlock[], declared: string): DeclaredBody | null {
  const words = wordsOf(declared.replace(/<[^>]+>/g, ' '));
  if (words.length < LEAST_WORDS) return null;
  const known = new Set(triples(words));
  const found = new Map<string, PageBlock>();
  let shown = 0;
  for (const block of blocks) {
    const own = wordsOf(block.text);
    const parts = triples(own);
    if (parts.length === 0 || found.has(block.text)) continue;
    if (parts.filter((part) => known.has(part)).length < parts.length * BLOCK_COVERED) continue;
    found.set(block.text, block);
    shown += own.length;
  }
  if (shown < words.length * BODY_SHOWN) return null;
  const matched = [...found.values()];
  return { blocks: new Set(matched), containers: new Set(matched.flatMap((block) => parentOf(block.element) ?? [])) };
}

/** The innermost element around all of the blocks, leaving out such as stand alone outside (a standfirst in the head). */
export function commonAncestor(blocks: Iterable<PageBlock>): Element | null {
  let common: Element | null = null;
  for (const { element } of blocks) {
    common ??= element;
    while (common && !containsShown(common, element)) common = parentOf(common);
  }
  return common;
}

/** Whether an element is or holds another, shadow roots included. */
export function containsShown(outer: Element, inner: Element): boolean {
  for (let element: Element | null = inner; element; element = parentOf(element)) if (element === outer) return true;
  return false;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function triples(words: readonly string[]): string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}
