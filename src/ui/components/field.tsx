import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly error?: string | null;
}

/** Ids that join an input with its hint and error. */
function describedBy(id: string, hint: string | undefined, error: string | null | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

function Field(props: Omit<FieldProps, 'value' | 'onChange'> & { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="field__label" for={props.id}>
        {props.label}
      </label>
      {props.children}
      {props.hint && (
        <span class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.error && (
        <span class="field__error" id={`${props.id}-error`}>
          {props.error}
        </span>
      )}
    </div>
  );
}

/** A line of text, or with `lines` a box of several. */
export function TextField({
  lines = 1,
  type = 'text',
  ...props
}: FieldProps & { readonly lines?: number; readonly type?: 'text' | 'search' }) {
  const id = useId();
  const shared = {
    id,
    class: 'field__input',
    value: props.value,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': describedBy(id, props.hint, props.error),
  };
  return (
    <Field id={id} {...props}>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onInput={(event) => props.onChange(event.currentTarget.value)} />
      ) : (
        <input {...shared} type={type} onInput={(event) => props.onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
}

/** One of several values. */
export function SelectField({ options, ...props }: SelectFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...props}>
      <select
        id={id}
        class="field__input"
        value={props.value}
        aria-describedby={describedBy(id, props.hint, props.error)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  /** The value in words. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A value from 0 to `max`. */
export function Slider({ label, value, max, step, text, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output class="slider__value" for={id}>
        {text}
      </output>
      <input
        id={id}
        class="slider__input"
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
