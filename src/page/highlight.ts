import type { Status } from '../article/attribution.ts';
import { OWN_VOICE, type Theme, type Tone, toneOf } from '../article/palette.ts';
import type { Span } from '../article/span.ts';
import { type Anchor, rangeOf, type Segment } from './anchor.ts';
import { contrast, Looks, parseColour } from './colours.ts';
import { own, parentOf } from './dom.ts';

/** What all of the extension's names in the page's one highlight registry begin with. */
export const HIGHLIGHT_PREFIX = 'sourcelight-';

/** A sentence as it is to be painted. */
export interface PaintedSentence extends Span {
  /** Rank of the source that gives the colour; null for none. */
  readonly rank: number | null;
  readonly status: Status;
}

/** How sentences are drawn: what the reader's settings say. */
export interface HighlightStyle {
  /** Background and line in the source's colour, the line only, or one grey for all. */
  readonly fill: 'colours' | 'lines' | 'mono';
  /** Values of CSS `text-decoration-style`. */
  readonly lines: Readonly<Record<Status, string>>;
}

/** Parts of the sentence that the reader is at, drawn over the others. */
export interface Emphasis {
  readonly sentence: Span | null;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

const NO_EMPHASIS: Emphasis = { sentence: null, source: [], cue: [] };
/** Words keep at least this contrast on every background that is painted under them (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/**
 * Paints an article's sentences through the CSS Custom Highlight API: nothing in the page's DOM changes. Firefox cannot iterate the
 * registry from an extension, and the page shares it: the names in use are kept here, and only they are ever touched.
 */
export class Highlighter {
  readonly #window: Window & typeof globalThis;
  readonly #sheet: CSSStyleSheet;
  readonly #sheetHolders = new Set<Document | ShadowRoot>();
  readonly #highlights = new Map<string, Highlight>();
  #looks: Looks;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
    this.#looks = new Looks(window);
    this.#sheet = new window.CSSStyleSheet();
  }

  /**
   * Takes away what the extension left in the page before it was updated or reloaded: Firefox ends its scripts without a word to
   * them. The style sheet that was left says which names were painted, since the registry cannot be listed here.
   */
  clearLeftovers(): void {
    const sheets = own(this.#window.document, 'adoptedStyleSheets');
    for (let index = sheets.length - 1; index >= 0; index--) {
      const names = namesIn(sheets[index] as CSSStyleSheet);
      if (names.length === 0) continue;
      for (const name of names) this.#window.CSS.highlights.delete(name);
      sheets.splice(index, 1);
    }
  }

  /** Paints sentences in place of all that was painted; those whose words are not there as read are left out. */
  *paint(anchor: Anchor, sentences: readonly PaintedSentence[], style: HighlightStyle): Generator<void, void, void> {
    this.#looks = new Looks(this.#window);
    const groups = new Map<string, { readonly rule: string; readonly ranges: Range[] }>();
    const holders = new Set<Document | ShadowRoot>([this.#window.document]);
    for (const [index, sentence] of sentences.entries()) {
      if (index % SENTENCES_BETWEEN_YIELDS === SENTENCES_BETWEEN_YIELDS - 1) yield;
      for (const segment of anchor.segmentsOf(sentence)) {
        const { name, rule } = this.#groupOf(segment, sentence, style);
        const group = groups.get(name);
        if (group) group.ranges.push(rangeOf(segment));
        else groups.set(name, { rule, ranges: [rangeOf(segment)] });
        holders.add(segment.node.getRootNode() as Document | ShadowRoot);
      }
    }
    this.#sheet.replaceSync([...groups.values()].map(({ rule }) => rule).join('\n') + EMPHASIS_RULES);
    for (const holder of holders) this.#adopt(holder);
    for (const name of [...this.#highlights.keys()]) if (!groups.has(name)) this.#delete(name);
    for (const [name, { ranges }] of groups) this.#set(name, ranges, 0);
  }

  /** Draws the reader's place over the sentences; without an emphasis takes it back. */
  emphasise(anchor: Anchor, emphasis: Emphasis = NO_EMPHASIS): void {
    const segments = (spans: readonly Span[]) => spans.flatMap((span) => anchor.segmentsOf(span));
    const sentence = segments(emphasis.sentence ? [emphasis.sentence] : []);
    const parent = sentence[0] ? parentOf(sentence[0].node) : null;
    const theme = parent ? this.#looks.lookOf(parent).theme : 'light';
    this.#set(EMPHASIS_NAMES.sentence, sentence.map(rangeOf), 1);
    for (const part of ['source', 'cue'] as const) {
      for (const paper of ['light', 'dark'] as const) {
        const ranges = paper === theme ? segments(emphasis[part]).map(rangeOf) : [];
        this.#set(`${EMPHASIS_NAMES[part]}-${paper}`, ranges, part === 'source' ? 2 : 3);
      }
    }
  }

  /** Puts back a style sheet that the page took away by setting its own list of sheets anew. */
  keepStyled(): void {
    for (const holder of this.#sheetHolders) this.#adopt(holder);
  }

  /** Takes back everything that is painted; the style sheets stay. */
  erase(): void {
    for (const name of [...this.#highlights.keys()]) this.#delete(name);
  }

  /** Takes every trace out of the page. */
  remove(): void {
    this.erase();
    for (const holder of this.#sheetHolders) {
      const sheets = own(holder, 'adoptedStyleSheets');
      const at = sheets.indexOf(this.#sheet);
      if (at >= 0) sheets.splice(at, 1);
    }
    this.#sheetHolders.clear();
  }

  #adopt(holder: Document | ShadowRoot): void {
    this.#sheetHolders.add(holder);
    const sheets = own(holder, 'adoptedStyleSheets');
    if (!sheets.includes(this.#sheet)) sheets.push(this.#sheet);
  }

  #groupOf(segment: Segment, { rank, status }: PaintedSentence, style: HighlightStyle): { name: string; rule: string } {
    const parent = parentOf(segment.node) ?? own(this.#window.document, 'documentElement');
    const { theme, text } = this.#looks.lookOf(parent);
    const tone = toneFor(rank, theme, style.fill);
    const background = style.fill === 'colours' ? parseColour(tone.background) : null;
    const inked = background !== null && contrast(text, background) < LEAST_CONTRAST;
    const name = `${HIGHLIGHT_PREFIX}${theme}-${rank === null ? 'own' : rank < MOST_RANKS ? rank : 'rest'}-${status}${inked ? '-inked' : ''}`;
    const declarations = [
      ...(background ? [`background-color: ${tone.background}`] : []),
      ...(inked ? [`color: ${tone.text}`] : []),
      `text-decoration: underline ${rank === null ? '1px' : '2px'} ${style.lines[status]} ${tone.line}`,
      UNDERLINE_OFFSET,
    ];
    return { name, rule: `::highlight(${name}) { ${declarations.join('; ')} }` };
  }

  #set(name: string, ranges: readonly Range[], priority: number): void {
    const highlight = new this.#window.Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = priority;
    this.#window.CSS.highlights.set(name, highlight);
    this.#highlights.set(name, highlight);
  }

  #delete(name: string): void {
    this.#window.CSS.highlights.delete(name);
    this.#highlights.delete(name);
  }
}

const SENTENCES_BETWEEN_YIELDS = 8;
/** As many as palette.ts has colours; sources after share a grey and a highlight. */
const MOST_RANKS = 12;

/**
 * Under the letters, and above where the next line's background begins: that is painted later, and on pages that set no line height it
 * would cover a line that lies lower. A font's letters take some 1.15 em, of which 0.2 stand under the baseline.
 */
const UNDERLINE_OFFSET = 'text-underline-offset: clamp(1px, 1lh - 0.96em - 2px, 0.22em)';

const EMPHASIS_NAMES = {
  sentence: `${HIGHLIGHT_PREFIX}current`,
  source: `${HIGHLIGHT_PREFIX}current-source`,
  cue: `${HIGHLIGHT_PREFIX}current-cue`,
};
const EMPHASIS_RULES = `
::highlight(${EMPHASIS_NAMES.sentence}) { text-decoration: underline 3px solid currentColor; ${UNDERLINE_OFFSET} }
::highlight(${EMPHASIS_NAMES.source}-light), ::highlight(${EMPHASIS_NAMES.cue}-dark) { background-color: #161616; color: #ffffff }
::highlight(${EMPHASIS_NAMES.source}-dark), ::highlight(${EMPHASIS_NAMES.cue}-light) { background-color: #ffffff; color: #161616 }
`;

function toneFor(rank: number | null, theme: Theme, fill: HighlightStyle['fill']): Tone {
  if (fill !== 'mono' || rank === null) return toneOf(rank, theme);
  return OWN_VOICE[theme];
}

/** The extension's highlights that a style sheet has rules for. */
function namesIn(sheet: CSSStyleSheet): string[] {
  const names: string[] = [];
  for (let index = 0; index < sheet.cssRules.length; index++) {
    const selector = (sheet.cssRules[index] as CSSStyleRule).selectorText ?? '';
    for (const [, name = ''] of selector.matchAll(/::highlight\(([\w-]+)\)/g))
      if (name.startsWith(HIGHLIGHT_PREFIX)) names.push(name);
  }
  return names;
}
