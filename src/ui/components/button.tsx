import type { ComponentChildren } from 'preact';
import type { Icon } from './icon.ts';
import './button.css';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: (event: MouseEvent) => void;
  readonly icon?: Icon;
  /** `primary` for the one thing to do next, `plain` for one that should not draw the eye, `danger` for what cannot be undone. */
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** Id of what the button shows and hides. */
  readonly controls?: string;
  readonly disabled?: boolean;
  /** A longer accessible name, where the words alone do not say what the button is for; it begins with or holds them. */
  readonly label?: string;
}

/** A button with words, and an icon before them where it helps. */
export function Button({
  children,
  onClick,
  icon: Icon,
  look = 'quiet',
  pressed,
  expanded,
  controls,
  disabled,
  label,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button--${look}`}
      onClick={onClick}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      disabled={disabled}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: Icon;
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly disabled?: boolean;
  /** For arrows, which point the other way in languages that run right to left. */
  readonly mirrors?: boolean;
}

/** A button that is an icon alone; for a few well-known actions only. */
export function IconButton({ icon: Icon, label, onClick, pressed, expanded, controls, disabled, mirrors }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button button--icon"
      onClick={onClick}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      disabled={disabled}
    >
      <Icon size={18} aria-hidden="true" class={mirrors ? 'mirrors' : ''} />
    </button>
  );
}
