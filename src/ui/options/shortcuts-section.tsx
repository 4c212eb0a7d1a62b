import { useEffect, useState } from 'preact/hooks';
import { type Command, loadCommands, openShortcutSettings } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { Section } from './section.tsx';

/** The keyboard commands with their keys, and the way to change them. */
export function ShortcutsSection() {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    const look = (): void => void loadCommands().then(setCommands);
    look();
    // Keys are changed on a page of the browser's; the reader comes back from there.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return (
    <Section id="shortcuts" title={t('options_shortcuts_title')} lead={t('options_shortcuts_lead')}>
      {commands.length === 0 ? (
        <p>{t('options_shortcuts_none')}</p>
      ) : (
        <>
          <ul class="options__list">
            {commands.map(({ name, description, shortcut }) => (
              <li key={name}>
                {description || t('options_shortcuts_popup')}
                <kbd class="options__keys">{shortcut || t('options_shortcuts_unset')}</kbd>
              </li>
            ))}
          </ul>
          <div class="options__actions">
            <Button onClick={() => void openShortcutSettings()}>{t('options_shortcuts_change')}</Button>
          </div>
        </>
      )}
    </Section>
  );
}
