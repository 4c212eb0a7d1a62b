import { Presentation } from 'lucide-preact';
import { t } from '../../platform/i18n.ts';
import { openPage, type PageTab } from '../../platform/tabs.ts';
import { Button } from './button.tsx';

/** All that popup and panel offer where a school's administrator wants class mode and nothing else. */
export function ClassModeOnly({ tab }: { readonly tab: PageTab }) {
  return (
    <div class="popup__message">
      <h1>{t('class_title')}</h1>
      <p>{t('popup_class_only')}</p>
      <Button look="primary" icon={Presentation} onClick={() => void openPage(`/classroom.html?tab=${tab.id}`)}>
        {t('popup_open_class')}
      </Button>
    </div>
  );
}
