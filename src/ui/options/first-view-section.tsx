import { STATUSES } from '../../article/attribution.ts';
import { formatShare, t, tNamed } from '../../platform/i18n.ts';
import { type Settings, saveSettings } from '../../platform/settings.ts';
import { Slider } from '../components/field.tsx';
import { Switch } from '../components/switch.tsx';
import { keep } from '../keep.ts';
import { Section } from './section.tsx';

/** What is highlighted in an article before the reader chooses in the popup. */
export function FirstViewSection({ settings }: { readonly settings: Settings }) {
  const { hiddenStatusesAtFirst: hidden } = settings;
  return (
    <Section id="first_view" title={t('options_first_view_title')} lead={t('options_first_view_lead')}>
      <Switch
        label={t('options_highlights_at_first')}
        checked={settings.highlightsAtFirst}
        onChange={(highlightsAtFirst) => keep(saveSettings({ highlightsAtFirst }))}
      />
      {STATUSES.map((status) => (
        <Switch
          key={status}
          label={t('options_status_at_first', tNamed('status', status))}
          hint={tNamed('status_meaning', status)}
          checked={!hidden.includes(status)}
          onChange={(shown) => {
            const others = hidden.filter((other) => other !== status);
            keep(saveSettings({ hiddenStatusesAtFirst: shown ? others : [...others, status] }));
          }}
        />
      ))}
      <Slider
        label={t('popup_confidence')}
        value={settings.minConfidence}
        max={0.95}
        step={0.05}
        text={
          settings.minConfidence === 0
            ? t('popup_confidence_none')
            : t('popup_confidence_value', formatShare(settings.minConfidence))
        }
        onChange={(minConfidence) => keep(saveSettings({ minConfidence }))}
      />
      <p class="soft small">{t('options_confidence_meaning')}</p>
    </Section>
  );
}
