import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { grantedSites, removeSites, watchSites } from '../../platform/permissions.ts';
import type { ManagedSettings } from '../../platform/settings.ts';
import { Button } from '../components/button.tsx';
import { Section } from './section.tsx';

/** `*://www.example.org/*` as a reader knows it. */
function siteName(pattern: string): string {
  return /^[^:]+:\/\/(?:www\.)?([^/]+)\//.exec(pattern)?.[1] ?? pattern;
}

/** Sites on which articles are always analysed: all permissions for sites that there are, each of which can be given back. */
export function SitesSection({ managed }: { readonly managed: ManagedSettings }) {
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = (): void => void grantedSites().then(setSites);
    look();
    return watchSites(look);
  }, []);
  return (
    <Section id="sites" title={t('options_sites_title')} lead={t('options_sites_lead')}>
      {sites.length === 0 ? (
        <p>{t('options_sites_none')}</p>
      ) : (
        <ul class="options__list">
          {sites.map((pattern) => (
            <li key={pattern}>
              {siteName(pattern)}
              {managed.sites.includes(pattern) ? (
                <span class="soft small">{t('options_managed')}</span>
              ) : (
                <Button label={t('options_sites_remove', siteName(pattern))} onClick={() => void removeSites([pattern])}>
                  {t('action_remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {sites.length > 1 && (
        <div class="options__actions">
          <Button look="danger" onClick={() => void removeSites(sites)}>
            {t('options_sites_remove_all')}
          </Button>
        </div>
      )}
    </Section>
  );
}
