import type { ComponentChildren } from 'preact';
import './notice.css';

interface NoticeProps {
  readonly title?: string;
  readonly children: ComponentChildren;
  readonly tone?: 'plain' | 'warning' | 'error';
  /** Buttons: the way on. */
  readonly actions?: ComponentChildren;
  /** Read out at once by a screen reader; for what happens after the surface is open. */
  readonly live?: boolean;
}

/** Something a reader should know, in words, with the way on. */
export function Notice({ title, children, tone = 'plain', actions, live = false }: NoticeProps) {
  return (
    <div class={`notice notice--${tone}`} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      {title && <h2 class="notice__title">{title}</h2>}
      <div>{children}</div>
      {actions && <div class="notice__actions">{actions}</div>}
    </div>
  );
}
