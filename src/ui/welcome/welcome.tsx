import { Check, Minus } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { type Command, loadCommands } from '../../platform/commands.ts';
import { t } from '../../platform/i18n.ts';
import { openPage } from '../../platform/tabs.ts';
import { Button } from '../components/button.tsx';
import { Mark } from '../components/mark.tsx';
import { useSurfaceState } from '../mount.tsx';
import { Sample } from './sample.tsx';
import './welcome.css';

const DOES = ['welcome_does_1', 'welcome_does_2', 'welcome_does_3'] as const;
const DOES_NOT = ['welcome_not_1', 'welcome_not_2', 'welcome_not_3', 'welcome_not_4'] as const;

/** The first-run page: what the product does and does not, with a sample to try. */
export function Welcome() {
  const [opener, setOpener] = useState<Command | null>(null);
  useSurfaceState('ready');
  useEffect(() => {
    void loadCommands().then((commands) => setOpener(commands.find(({ name }) => name === '_execute_action') ?? null));
  }, []);
  return (
    <main class="welcome">
      <p class="welcome__brand">
        <Mark size={28} />
        {t('extension_name')}
      </p>
      <header class="welcome__opening">
        <h1>{t('welcome_headline')}</h1>
        <p class="welcome__lead">{t('welcome_lead')}</p>
      </header>
      <Sample />
      <section>
        <h2>{t('welcome_how_title')}</h2>
        <ol class="welcome__list">
          <li>{t('welcome_how_1')}</li>
          <li>{opener?.shortcut ? t('welcome_how_2', opener.shortcut) : t('welcome_how_2_plain')}</li>
          <li>{t('welcome_how_3')}</li>
        </ol>
      </section>
      <div class="welcome__columns">
        <section>
          <h2>{t('welcome_does_title')}</h2>
          <ul class="welcome__list">
            {DOES.map((key) => (
              <li key={key}>
                <Check size={16} aria-hidden="true" />
                {t(key)}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('welcome_not_title')}</h2>
          <ul class="welcome__list">
            {DOES_NOT.map((key) => (
              <li key={key}>
                <Minus size={16} aria-hidden="true" />
                {t(key)}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p>
        <Button onClick={() => void openPage('/options.html')}>{t('welcome_settings')}</Button>
      </p>
    </main>
  );
}
