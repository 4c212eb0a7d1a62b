import type { Theme, Tone } from '../article/palette.ts';
import { own } from './dom.ts';

/** One source as the card shows it. */
export interface CardSource {
  readonly name: string;
  /** Type and pack in words. */
  readonly details: string;
  readonly letter: string;
  readonly tone: Tone;
}

/** A line of the card: what it is about, and what is said; `share` draws a meter before it. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
  readonly share?: number;
}

/** All that the card says about a sentence, in words of the reader's language. */
export interface CardContent {
  readonly theme: Theme;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The dialog's name for screen readers. */
  readonly label: string;
  readonly sources: readonly CardSource[];
  readonly status: {
    readonly text: string;
    readonly basis: string;
    readonly meaning: string;
    readonly lineStyle: string;
    readonly line: string;
  };
  readonly flags: readonly string[];
  readonly lines: readonly CardLine[];
  /** “3 of 9”; null where there is nowhere to step. */
  readonly place: string | null;
  readonly words: Readonly<Record<'previous' | 'next' | 'copy' | 'copied' | 'correct' | 'close', string>>;
  readonly canCorrect: boolean;
  readonly note: string;
}

/** What the reader can do from the card. */
export interface CardActions {
  readonly step: (step: 1 | -1) => void;
  /** Text for the clipboard. */
  readonly citation: () => string;
  readonly correct: () => void;
  readonly closed: () => void;
}

/** Fills the card with what it says about a sentence, in place of all that it said before. */
export function fillCard(card: HTMLElement, content: CardContent, actions: CardActions, close: () => void): void {
  const make = maker(card.ownerDocument);
  card.dataset.theme = content.theme;
  card.lang = content.language;
  card.dir = content.direction;
  card.setAttribute('aria-label', content.label);
  const status = make('div', 'part', [
    make('div', 'status', [
      make('strong', '', content.status.text, { '--line-style': content.status.lineStyle, '--line': content.status.line }),
      make('span', 'basis', content.status.basis),
      ...content.flags.map((flag) => make('span', 'flag', flag)),
    ]),
    make('p', 'meaning', content.status.meaning),
  ]);
  const sources = content.sources.map((source) => sourceOf(source, make));
  const lines = content.lines.flatMap((line) => lineOf(line, make));
  card.replaceChildren(
    make('div', 'part sources', [...sources, closeButton(content.words.close, make, close)]),
    status,
    make('div', 'part', [make('dl', '', lines)]),
    make('p', 'note', content.note),
    // What can be done comes last in reading and in tab order.
    make('div', 'part actions', actionsOf(content, actions, make)),
  );
}

/** The card in one breath, for who hears that it opened: who says it, how, and which of its source's sentences it is. */
export function inShort({ sources, status, flags, place }: CardContent): string {
  return [...sources.map(({ name }) => name), status.text, status.basis, ...flags, ...(place === null ? [] : [place])].join(
    ' · ',
  );
}

type Make = (
  tag: string,
  className: string,
  content: string | readonly Node[],
  properties?: Readonly<Record<string, string>>,
) => HTMLElement;

function maker(document: Document): Make {
  return (tag, className, content, properties = {}) => {
    const element = own(document, 'createElement')(tag);
    if (className) element.className = className;
    if (typeof content === 'string') element.textContent = content;
    else element.append(...content);
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
    return element;
  };
}

function sourceOf({ name, details, letter, tone }: CardSource, make: Make): HTMLElement {
  const colours = {
    '--badge-background': tone.background,
    '--badge-line': tone.line,
    '--badge-text': tone.background === 'transparent' ? 'inherit' : tone.text,
  };
  const badge = make('span', 'badge', letter, colours);
  badge.setAttribute('aria-hidden', 'true');
  return make('div', 'source', [badge, make('bdi', 'name', name), make('span', 'details', details)]);
}

function closeButton(name: string, make: Make, close: () => void): HTMLElement {
  const button = make('button', 'close', '');
  button.append(drawing(button.ownerDocument, 'M6 6l12 12M18 6L6 18'));
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', name);
  button.title = name;
  button.addEventListener('click', close);
  return button;
}

function lineOf({ label, text, share }: CardLine, make: Make): HTMLElement[] {
  const meter = share === undefined ? [] : [make('span', 'meter', [make('i', '', '', { width: `${Math.round(share * 100)}%` })])];
  return [make('dt', '', label), make('dd', '', [...meter, make('span', '', text)])];
}

function actionsOf({ place, words, canCorrect }: CardContent, actions: CardActions, make: Make): HTMLElement[] {
  const button = (action: string, content: string | readonly Node[], name: string, act: () => void): HTMLElement => {
    const element = make('button', typeof content === 'string' ? '' : 'step', content);
    element.setAttribute('type', 'button');
    element.dataset.action = action;
    if (typeof content !== 'string') element.setAttribute('aria-label', name);
    element.title = typeof content === 'string' ? '' : name;
    element.addEventListener('click', act);
    return element;
  };
  const copy = button('copy', words.copy, words.copy, () => {
    void copyText(actions.citation(), copy).then((copied) => {
      if (copied) copy.textContent = words.copied;
    });
  });
  copy.setAttribute('aria-live', 'polite');
  return [
    ...(place === null
      ? []
      : [
          button('previous', [drawing(copy.ownerDocument, 'M15 6l-6 6 6 6')], words.previous, () => actions.step(-1)),
          make('span', 'place', place),
          button('next', [drawing(copy.ownerDocument, 'M9 6l6 6-6 6')], words.next, () => actions.step(1)),
        ]),
    make('span', 'space', ''),
    copy,
    ...(canCorrect ? [button('correct', words.correct, words.correct, actions.correct)] : []),
  ];
}

function drawing(document: Document, path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = own(document, 'createElementNS')(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = own(document, 'createElementNS')(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Puts text on the clipboard; pages without encryption have no clipboard of their own, and there the old way works. */
async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  const { clipboard } = button.ownerDocument.defaultView?.navigator ?? {};
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The page's permissions policy may forbid it: the old way is left.
    }
  }
  const field = own(button.ownerDocument, 'createElement')('textarea');
  field.value = text;
  field.className = 'spoken';
  button.after(field);
  field.select();
  const copied = own(button.ownerDocument, 'execCommand')('copy');
  field.remove();
  button.focus();
  return copied;
}
