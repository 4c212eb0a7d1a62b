import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { SentenceItem } from './sentence-item.tsx';

/** A part of a list, with its heading. */
export interface ListPart {
  readonly key: string;
  readonly heading: ComponentChildren | null;
  /** Indices into the article's sentences. */
  readonly at: readonly number[];
}

interface SentenceListProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly parts: readonly ListPart[];
  /** Name of the list for screen readers. */
  readonly label: string;
  /** The sentence that the reader is at in the page. */
  readonly current: number | null;
  /** Goes there in the page. */
  readonly onGo: (index: number) => void;
  /** The form that corrects a sentence; null where labels may not be corrected. */
  readonly form: ((index: number, close: () => void) => ComponentChildren) | null;
  /** A sentence whose form the reader asked for from the page. */
  readonly correcting?: number | null;
}

/**
 * Sentences as a list that one walks with the arrow keys. The one chosen is shown in the page and says why it has its label; the
 * one that the reader is at in the page is marked and kept in sight.
 */
export function SentenceList({ article, ranks, parts, label, current, onGo, form, correcting = null }: SentenceListProps) {
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const order = parts.flatMap((part) => part.at.map((index) => `${part.key} ${index}`));
  // A sentence with two sources stands in two groups, so the key names the group too.
  const currentKey = order.find((key) => key.endsWith(` ${current}`)) ?? null;
  const reachable = [selected, currentKey].find((key) => key !== null && order.includes(key)) ?? order[0];

  useEffect(() => {
    if (correcting === null) return;
    setEditing(correcting);
    setSelected(order.find((key) => key.endsWith(` ${correcting}`)) ?? null);
  }, [correcting]);

  useEffect(() => {
    const item = root.current?.querySelector('[aria-current="true"]');
    // Who is busy in the list itself is not carried off by the page.
    if (item && !root.current?.contains(document.activeElement)) item.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const walk = (event: KeyboardEvent): void => {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('.sentence__button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };

  /** The form goes, and the focus back to its sentence. */
  const close = (index: number): void => {
    setEditing(null);
    root.current?.querySelector<HTMLElement>(`[data-sentence="${index}"] .sentence__button`)?.focus();
  };

  const select = (key: string, index: number): void => {
    setEditing(null);
    setSelected(selected === key ? null : key);
    if (selected !== key) onGo(index);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div class="sentences" ref={root} onKeyDown={walk}>
      {parts.map((part) => (
        <section key={part.key} class="sentences__part" data-part={part.key}>
          {part.heading && <h2 class="sentences__heading">{part.heading}</h2>}
          <ol aria-label={label}>
            {part.at.map((index) => {
              const key = `${part.key} ${index}`;
              return (
                <SentenceItem
                  key={key}
                  article={article}
                  index={index}
                  ranks={ranks}
                  current={index === current}
                  selected={key === selected}
                  reachable={key === reachable}
                  onSelect={() => select(key, index)}
                  onCorrect={form === null ? null : () => setEditing(index)}
                  form={form !== null && editing === index && key === selected ? form(index, () => close(index)) : null}
                />
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}
