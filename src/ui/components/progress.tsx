import './progress.css';

/** How far something has come, from 0 to 1; without a value it is only known to go on. */
export function Progress({ value, label }: { readonly value?: number; readonly label: string }) {
  return <progress class="progress" aria-label={label} max={1} {...(value === undefined ? {} : { value })} />;
}
