import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../platform/i18n.ts';

interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** How many things are behind the tab, where that is worth knowing beforehand. */
  readonly count: number | null;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  /** Shared with the {@link TabPanel}. */
  readonly id: string;
}

/** Views behind tabs, by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with automatic activation. */
export function Tabs<Name extends string>({ id, label, tabs, selected, onSelect }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.name === selected);
    const forward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [back]: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[to % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          class="tabs__tab"
          id={`${id}-${tab.name}`}
          data-tab={tab.name}
          aria-selected={tab.name === selected}
          aria-controls={`${id}-panel`}
          tabIndex={tab.name === selected ? 0 : -1}
          onClick={() => onSelect(tab.name)}
        >
          {tab.title}
          {tab.count !== null && <span class="tabs__count">{formatNumber(tab.count)}</span>}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly id: string;
  readonly selected: string;
  readonly children: ComponentChildren;
}

/** What is behind the selected tab. */
export function TabPanel({ id, selected, children }: TabPanelProps) {
  return (
    <div id={`${id}-panel`} class="tabs__panel" role="tabpanel" aria-labelledby={`${id}-${selected}`}>
      {children}
    </div>
  );
}
