import { Wording } from '../../article/wording.ts';
import { attribute, ELEMENT_NODE, own, shownChildren, TEXT_NODE, tagOf } from '../dom.ts';

/** A stretch of a block's text that stands unbroken in one Text node. */
export interface TextRun {
  /** Where the run stands in the block's text; what no run covers is a space that a line break gives. */
  readonly start: number;
  readonly end: number;
  readonly node: Text;
  /** Offset in the node's data of that code unit. */
  readonly offset: number;
}

/** Text between two block boundaries of a page, whitespace collapsed as a browser would show it. */
export interface PageBlock {
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** The innermost block-level element around the text. */
  readonly element: Element;
  /** Code units of the text that stand inside links. */
  readonly linked: number;
  /** Code units of the text that stand inside bold or italic type. */
  readonly emphasised: number;
  /** Whether an embedded link, button or form element stands in the block beside the text. */
  readonly controls: number;
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is none of the page's running text. */
const SKIPPED_TAGS = new Set(
  (
    'script style noscript template svg math iframe object embed canvas audio video select textarea input button option datalist ' +
    'progress meter map area head title link meta source track param img picture rp rt'
  ).split(' '),
);
const EMPHASIS_TAGS = new Set(['b', 'strong', 'i', 'em']);
const CONTROL_TAGS = new Set(['input', 'button', 'select', 'textarea', 'iframe', 'video', 'audio']);

/** `visually-hidden`, `sr-only`: words for screen readers, such as “opens in a new window”. */
const SCREEN_READER_ONLY = new Wording(
  /(?:^|\s)(?:sr-only|screen-reader-text|screenreader|visually-?hidden|visuallyhidden|u-hidden|a11y-hidden|off-?screen)(?:\s|$)/i,
  'sr-only|screen|hidden',
);
const HIDDEN_STYLE = /display:\s*none|visibility:\s*hidden/i;
/** `[1]`, `*`, `12`: a footnote's mark. */
const FOOTNOTE_MARK = /^[\s[({]*(?:\d{1,3}|[*†‡§]|[a-z])[\s\])}]*$/i;
/** Soft hyphen, zero-width space, word joiner, byte order mark, directional marks: seen by nobody, and in the way of every comparison. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/;
const SPACE = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/;
/** Where a text stops to count as it stands: at what is neither visible nor a single space between two that are. */
const UNPLAIN =
  /[^\S ]|[\u00AD\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]| (?=[\s\u00AD\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|$)/g;

/** How a page's white space and invisible marks count in a block's text: a code unit, one space, or nothing. */
export function normalUnit(unit: string): string {
  // Nearly all that is asked: a paragraph of a megabyte must not hold up its page.
  const code = unit.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return unit;
  if (SPACE.test(unit)) return ' ';
  return INVISIBLE.test(unit) ? '' : unit;
}

/** How many nodes are visited between two yields of {@link collectBlocks}. */
const NODES_BETWEEN_YIELDS = 40;

/**
 * Elements around a text, at most. Parsers nest some 500; only a page's own script goes deeper, and whoever asks what stands around a
 * text, block after block, would be at it for ever.
 */
export const MOST_DEPTH = 1000;

/** The text of a page. */
export interface PageText {
  /** In document order. */
  readonly blocks: readonly PageBlock[];
  /** Whether something was left out that stands too deep. */
  readonly tooDeep: boolean;
}

/**
 * Walks a page and returns its blocks in document order, open shadow roots as the browser shows them. Reads only. Yields now and then,
 * so that a caller with a page to keep responsive may pause. What stands deeper than {@link MOST_DEPTH} is left out.
 */
export function* collectBlocks(root: Element): Generator<void, PageText, void> {
  const walk = new BlockWalk();
  let visited = 0;
  let depth = 0;
  let tooDeep = false;
  const stack: Step[] = [{ node: root, leave: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (++visited % NODES_BETWEEN_YIELDS === 0) yield;
    if (step.leave) {
      depth--;
      walk.leave(step.node as Element);
    } else if (own(step.node, 'nodeType') === TEXT_NODE) walk.text(step.node as Text);
    else if (own(step.node, 'nodeType') === ELEMENT_NODE) {
      if (depth === MOST_DEPTH) tooDeep = true;
      else if (walk.enter(step.node as Element)) {
        depth++;
        stack.push({ node: step.node, leave: true });
        const children = shownChildren(step.node as Element);
        for (let index = children.length - 1; index >= 0; index--) stack.push({ node: children[index] as Node, leave: false });
      }
    }
  }
  return { blocks: walk.finish(), tooDeep };
}

interface Step {
  readonly node: Node;
  readonly leave: boolean;
}

function isHidden(element: Element, tag: string): boolean {
  if (own(element, 'hasAttribute')('hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  if (HIDDEN_STYLE.test(attribute(element, 'style'))) return true;
  if (BLOCK_TAGS.has(tag) && attribute(element, 'aria-hidden') === 'true') return true;
  return SCREEN_READER_ONLY.test(attribute(element, 'class'));
}

/** The state of a walk: the block that is being read and what surrounds it. */
class BlockWalk {
  readonly #blocks: PageBlock[] = [];
  readonly #around: Element[] = [];
  #text = '';
  #runs: { -readonly [Key in keyof TextRun]: TextRun[Key] }[] = [];
  #linked = 0;
  #emphasised = 0;
  #controls = 0;
  #pendingSpace: { node: Text | null; offset: number } | null = null;
  #links = 0;
  #emphasis = 0;
  #breaks = 0;

  /** Returns whether the element's children are to be read. */
  enter(element: Element): boolean {
    const tag = tagOf(element);
    if (tag === 'br') this.#lineBreak();
    if (CONTROL_TAGS.has(tag)) this.#controls++;
    if (SKIPPED_TAGS.has(tag) || isHidden(element, tag)) return false;
    if (tag === 'sup' && FOOTNOTE_MARK.test(own(element, 'textContent') ?? '')) return false;
    if (BLOCK_TAGS.has(tag)) {
      this.#close();
      this.#around.push(element);
    }
    if (tag === 'a') this.#links++;
    if (EMPHASIS_TAGS.has(tag)) this.#emphasis++;
    return true;
  }

  leave(element: Element): void {
    const tag = tagOf(element);
    if (BLOCK_TAGS.has(tag)) {
      this.#close();
      this.#around.pop();
    }
    if (tag === 'a') this.#links--;
    if (EMPHASIS_TAGS.has(tag)) this.#emphasis--;
  }

  text(node: Text): void {
    const data = node.data;
    for (let offset = 0; offset < data.length; ) {
      const unit = normalUnit(data.charAt(offset));
      if (unit === ' ' || unit === '') {
        if (unit === ' ') this.#pendingSpace ??= { node, offset };
        offset++;
        continue;
      }
      this.#settleSpace();
      UNPLAIN.lastIndex = offset + 1;
      const end = UNPLAIN.exec(data)?.index ?? data.length;
      this.#write(data.slice(offset, end), node, offset);
      offset = end;
    }
  }

  finish(): PageBlock[] {
    this.#close();
    return this.#blocks;
  }

  #settleSpace(): void {
    this.#breaks = 0;
    if (this.#pendingSpace && this.#text !== '') this.#write(' ', this.#pendingSpace.node, this.#pendingSpace.offset);
    this.#pendingSpace = null;
  }

  #write(text: string, node: Text | null, offset: number): void {
    const start = this.#text.length;
    const end = start + text.length;
    const run = this.#runs.at(-1);
    if (run && run.node === node && run.end === start && run.offset + run.end - run.start === offset) run.end = end;
    else if (node) this.#runs.push({ start, end, node, offset });
    this.#text += text;
    if (this.#links > 0) this.#linked += text.length;
    if (this.#emphasis > 0) this.#emphasised += text.length;
  }

  /** Two line breaks end a paragraph; one does after a full stop in a long line, as in pages that part paragraphs by `<br>`. */
  #lineBreak(): void {
    this.#breaks++;
    if (this.#breaks > 1 || /[.!?…][\d\s\])”’"']*$/.test(this.#text)) this.#close();
    else this.#pendingSpace ??= { node: null, offset: 0 };
  }

  #close(): void {
    const element = this.#around.at(-1);
    if (this.#text !== '' && element) {
      this.#blocks.push({
        text: this.#text,
        runs: this.#runs,
        element,
        linked: this.#linked,
        emphasised: this.#emphasised,
        controls: this.#controls,
      });
    }
    this.#text = '';
    this.#runs = [];
    this.#linked = this.#emphasised = this.#controls = 0;
    this.#pendingSpace = null;
    this.#breaks = 0;
  }
}
