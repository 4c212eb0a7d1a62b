import { useState } from 'preact/hooks';
import { deleteAllData } from '../../platform/all-data.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { keep } from '../keep.ts';
import { Section } from './section.tsx';

/** What is kept on this machine, and a way to be rid of it, which asks once. */
export function DataSection() {
  const [step, setStep] = useState<'start' | 'asked' | 'done'>('start');
  return (
    <Section id="data" title={t('options_data_title')} lead={t('options_data_lead')}>
      {step === 'asked' ? (
        <Notice
          tone="warning"
          title={t('options_data_sure')}
          live
          actions={
            <>
              <Button look="danger" onClick={() => keep(deleteAllData().then(() => setStep('done')))}>
                {t('options_data_delete')}
              </Button>
              <Button onClick={() => setStep('start')}>{t('action_cancel')}</Button>
            </>
          }
        >
          {t('options_data_consequence')}
        </Notice>
      ) : (
        <div class="options__actions">
          <Button look="danger" onClick={() => setStep('asked')}>
            {t('options_data_delete')}
          </Button>
        </div>
      )}
      {step === 'done' && <p role="status">{t('options_data_done')}</p>}
    </Section>
  );
}
