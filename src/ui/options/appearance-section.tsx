import { STATUSES } from '../../article/attribution.ts';
import { t, tNamed } from '../../platform/i18n.ts';
import { FILLS, type Fill, LINE_STYLE_NAMES, type LineStyle, type Settings, saveSettings } from '../../platform/settings.ts';
import { SelectField } from '../components/field.tsx';
import { keep } from '../keep.ts';
import { Preview } from './preview.tsx';
import { Section } from './section.tsx';

/** How highlights look, with a sample that shows it at once. */
export function AppearanceSection({ settings }: { readonly settings: Settings }) {
  return (
    <Section id="appearance" title={t('options_appearance_title')} lead={t('options_appearance_lead')}>
      <Preview settings={settings} />
      <div class="options__pair">
        <SelectField
          label={t('options_fill')}
          value={settings.fill}
          options={FILLS.map((fill) => ({ value: fill, label: tNamed('options_fill', fill) }))}
          onChange={(fill) => keep(saveSettings({ fill: fill as Fill }))}
        />
        {STATUSES.map((status) => (
          <SelectField
            key={status}
            label={t('options_line', tNamed('status', status))}
            value={settings.lines[status]}
            options={LINE_STYLE_NAMES.map((style) => ({ value: style, label: tNamed('options_line', style) }))}
            onChange={(style) => keep(saveSettings({ lines: { ...settings.lines, [status]: style as LineStyle } }))}
          />
        ))}
      </div>
    </Section>
  );
}
