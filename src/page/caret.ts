import type { TextPosition } from './anchor.ts';
import { own } from './dom.ts';

/** How far from a glyph's box a pointer still counts as on it, in CSS pixels: lines leave gaps between their boxes. */
const TOLERANCE = 3;

interface CaretSource {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  /** Chromium before 128. */
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The place in the page's text under a point of the viewport, open shadow roots included; null where no text is drawn there. */
export function textAtPoint(page: Document, x: number, y: number, shadowRoots: readonly ShadowRoot[]): TextPosition | null {
  const source = page as unknown as CaretSource;
  const caret = own(source, 'caretPositionFromPoint')?.(x, y, { shadowRoots });
  const range = caret ? null : own(source, 'caretRangeFromPoint')?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const offset = caret?.offset ?? range?.startOffset ?? 0;
  if (node?.nodeType !== 3) return null;
  return isDrawnAt(node as Text, offset, x, y) ? { node: node as Text, offset } : null;
}

/** A caret goes to the nearest letter, however far; this asks whether a letter beside it is really drawn at the point. */
function isDrawnAt(node: Text, offset: number, x: number, y: number): boolean {
  const range = own(node.ownerDocument, 'createRange')();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(node.data.length, offset + 1));
  const boxes = range.getClientRects();
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as DOMRect;
    const inside =
      x >= box.left - TOLERANCE && x <= box.right + TOLERANCE && y >= box.top - TOLERANCE && y <= box.bottom + TOLERANCE;
    if (inside) return true;
  }
  return false;
}
