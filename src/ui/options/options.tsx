import { t } from '../../platform/i18n.ts';
import type { Pack } from '../../platform/packs.ts';
import { Mark } from '../components/mark.tsx';
import { Notice } from '../components/notice.tsx';
import { notKept } from '../keep.ts';
import { useSurfaceState } from '../mount.tsx';
import { useManagedSettings, useSettings } from '../use-settings.ts';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DataSection } from './data-section.tsx';
import { FirstViewSection } from './first-view-section.tsx';
import { PacksSection } from './packs-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { SitesSection } from './sites-section.tsx';
import './options.css';

const SECTIONS = ['appearance', 'first_view', 'sites', 'packs', 'shortcuts', 'data', 'about'] as const;

interface OptionsProps {
  readonly builtInPacks: readonly Pack[];
  /** Built-in packs that are on until the reader chooses. */
  readonly packsOnAtFirst: readonly Pack[];
}

/** The settings page. */
export function Options({ builtInPacks, packsOnAtFirst }: OptionsProps) {
  const read = useSettings();
  const managed = useManagedSettings();
  useSurfaceState(read === null || managed === null ? 'loading' : 'ready');
  if (read === null || managed === null) return null;
  const { settings, notice } = read;
  return (
    <div class="options">
      <header class="options__side">
        <h1 class="options__brand">
          <Mark size={28} />
          {t('extension_name')}
        </h1>
        <nav class="options__nav" aria-label={t('options_title')}>
          {SECTIONS.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(`options_${section}_title`)}
            </a>
          ))}
        </nav>
      </header>
      <main class="options__main">
        {notice && (
          <Notice tone="warning" title={t('options_notice_title')} live>
            {t(`options_notice_${notice}`)}
          </Notice>
        )}
        {notKept.value && (
          <Notice tone="error" title={t('options_not_kept_title')} live>
            {t('options_not_kept_text')}
          </Notice>
        )}
        <AppearanceSection settings={settings} />
        <FirstViewSection settings={settings} />
        <SitesSection managed={managed} />
        <PacksSection builtIn={builtInPacks} onAtFirst={packsOnAtFirst} settings={settings} managed={managed} />
        <ShortcutsSection />
        <DataSection />
        <AboutSection />
      </main>
    </div>
  );
}
