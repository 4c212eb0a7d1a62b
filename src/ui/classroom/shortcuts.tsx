import { useEffect, useRef } from 'preact/hooks';
import { t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { SHORTCUTS, type ShortcutName } from './use-shortcuts.ts';

/** Keys as they stand on a keyboard. */
const KEY_NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', PageDown: 'Page Down', PageUp: 'Page Up' };

/** The presenter's keys, over everything else until closed. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="shortcuts" aria-label={t('class_shortcuts')} onClose={onClose}>
      <h2>{t('class_shortcuts')}</h2>
      <dl>
        {(Object.keys(SHORTCUTS) as ShortcutName[]).map((name) => (
          <div key={name}>
            <dt>
              {SHORTCUTS[name].map((key) => (
                <kbd key={key}>{KEY_NAMES[key] ?? key.toUpperCase()}</kbd>
              ))}
            </dt>
            <dd>{tNamed('class_key', name)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{t('action_close')}</Button>
    </dialog>
  );
}
