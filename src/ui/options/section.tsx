import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** One part of the settings page, which the list at its side leads to. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section class="options__section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="options__lead">{lead}</p>}
      {children}
    </section>
  );
}
