import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { hasSite, removeSites, requestSites, siteOf, watchSites } from '../../platform/permissions.ts';
import { Switch } from '../components/switch.tsx';

/** Whether articles on this site are always highlighted: an optional permission that the browser asks the reader for. */
export function SiteSwitch({ address }: { readonly address: string }) {
  const site = siteOf(address);
  const pattern = site?.pattern;
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (site === null) return undefined;
    const look = (): void => void hasSite(site).then(setOn);
    look();
    return watchSites(look);
    // The site is a new object at each rendering; its pattern says whether it changed.
  }, [pattern]);
  if (site === null) return null;
  return (
    <div class="popup__section">
      <Switch
        label={t('popup_switch_site', site.host)}
        hint={t('popup_switch_site_hint')}
        checked={on}
        onChange={(wanted) => {
          // At once, so that a refusal is a change that takes the switch back.
          setOn(wanted);
          const granted = wanted ? requestSites([site.pattern]) : removeSites([site.pattern]).then(() => false);
          void granted.then(setOn);
        }}
      />
    </div>
  );
}
