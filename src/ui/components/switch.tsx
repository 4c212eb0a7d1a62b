import { useId } from 'preact/hooks';
import './switch.css';

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: string;
  readonly hint?: string;
  /** Only the switch is seen; the label is its accessible name and tooltip. */
  readonly labelHidden?: boolean;
  readonly disabled?: boolean;
}

/** Something that is on or off, at once. */
export function Switch({ checked, onChange, label, hint, labelHidden = false, disabled }: SwitchProps) {
  const id = useId();
  return (
    <span class="switch">
      <label for={id} class={labelHidden ? 'visually-hidden' : 'switch__words'}>
        {label}
        {hint && <span class="switch__hint">{hint}</span>}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch__input"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        title={labelHidden ? label : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </span>
  );
}
