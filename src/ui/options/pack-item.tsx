import { useId, useState } from 'preact/hooks';
import { packName, t, tNamed, tPlural } from '../../platform/i18n.ts';
import { isPackOn, type Pack } from '../../platform/packs.ts';
import { type ManagedSettings, type Settings, saveSettings } from '../../platform/settings.ts';
import { Button } from '../components/button.tsx';
import { Switch } from '../components/switch.tsx';
import { keep } from '../keep.ts';

interface PackItemProps {
  readonly pack: Pack;
  readonly onAtFirst: boolean;
  readonly settings: Settings;
  readonly managed: ManagedSettings;
  /** Only a reader's own packs can be changed and removed. */
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

/** What the pack is for, in the reader's language where it came with the product. */
function descriptionOf(pack: Pack): string {
  const described = tNamed('pack_description', pack.id);
  return described === pack.id ? pack.description : described;
}

/** A pack with its switch and, when opened, all that is in it. */
export function PackItem({ pack, onAtFirst, settings, managed, onEdit, onRemove }: PackItemProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = packName(pack.id, pack.name);
  const description = descriptionOf(pack);
  const forbidden = managed.disabledPacks.includes(pack.id);
  return (
    <div class="pack" data-pack={pack.id}>
      <Switch
        label={name}
        hint={`${tPlural('options_packs_sources', pack.entries.length)}${forbidden ? ` · ${t('options_managed')}` : ''}`}
        checked={isPackOn(pack.id, settings.packs, onAtFirst, managed.disabledPacks)}
        disabled={forbidden}
        onChange={(on) => keep(saveSettings({ packs: { ...settings.packs, [pack.id]: on } }))}
      />
      {description && (
        <p class="soft small begins-here" dir="auto">
          {description}
        </p>
      )}
      <div class="options__actions pack__actions">
        <Button
          look="plain"
          expanded={open}
          controls={id}
          label={`${t('options_packs_look')}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {t('options_packs_look')}
        </Button>
        {onEdit && (
          <Button look="plain" label={`${t('action_edit')}: ${name}`} onClick={onEdit}>
            {t('action_edit')}
          </Button>
        )}
        {onRemove && (
          <Button look="plain" label={`${t('action_remove')}: ${name}`} onClick={onRemove}>
            {t('action_remove')}
          </Button>
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && <Entries pack={pack} />}
      </div>
    </div>
  );
}

function Entries({ pack }: { readonly pack: Pack }) {
  return (
    <dl class="pack__entries">
      {pack.entries.map((entry) => (
        <div key={entry.id} class="pack__entry">
          <dt dir="auto">
            {entry.name} <span class="pack__type">{tNamed('source_type', entry.type)}</span>
          </dt>
          <dd dir="auto">{[...entry.forms, ...(entry.shortForms ?? [])].join(' · ')}</dd>
        </div>
      ))}
    </dl>
  );
}
