import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { grantedSites, removeSites, requestSites, watchSites } from '../../platform/permissions.ts';
import type { ManagedSettings } from '../../platform/settings.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Section } from './section.tsx';

/** `*://www.example.org/*`, which is what an extension may ask a reader for. */
const SITE = /^(?:\*|https?):\/\/(?:www\.)?([^/]+)\/\*$/;

/** A pattern as a reader knows it: `example.org`. */
function siteName(pattern: string): string {
  return SITE.exec(pattern)?.[1] ?? pattern;
}

/** Sites on which articles are always analysed: all permissions for sites that there are, each of which can be given back. */
export function SitesSection({ managed }: { readonly managed: ManagedSettings }) {
  const [sites, setSites] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const look = (): void => void grantedSites().then(setSites);
    look();
    return watchSites(look);
  }, []);
  if (sites === null) return null;
  const own = sites.filter((pattern) => !managed.sites.includes(pattern));
  const wanted = managed.sites.filter((pattern) => SITE.test(pattern) && !sites.includes(pattern));
  return (
    <Section id="sites" title={t('options_sites_title')} lead={t('options_sites_lead')}>
      {wanted.length > 0 && (
        <Notice
          title={t('options_sites_school')}
          actions={
            <Button look="primary" onClick={() => void requestSites(wanted)}>
              {t('options_sites_allow')}
            </Button>
          }
        >
          <ul>
            {wanted.map((pattern) => (
              <li key={pattern}>{siteName(pattern)}</li>
            ))}
          </ul>
        </Notice>
      )}
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
      {own.length > 1 && (
        <div class="options__actions">
          <Button look="danger" onClick={() => void removeSites(own)}>
            {t('options_sites_remove_all')}
          </Button>
        </div>
      )}
    </Section>
  );
}
