import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { SOURCE_TYPES, type SourceType } from '../../article/attribution.ts';
import { formatNumber, t, tNamed } from '../../platform/i18n.ts';
import { idFromName } from '../../platform/pack-file.ts';
import type { Pack, PackEntry } from '../../platform/packs.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { PackTest } from './pack-test.tsx';

interface PackEditorProps {
  /** Null for a new one. */
  readonly pack: Pack | null;
  /** Ids of all packs there are. */
  readonly taken: readonly string[];
  readonly onSave: (pack: Pack) => void;
  readonly onCancel: () => void;
}

/** A source as it is being written. */
interface Draft {
  readonly entry: PackEntry | null;
  readonly name: string;
  readonly type: SourceType;
  /** One form a line. */
  readonly forms: string;
}

const NEW_SOURCE: Draft = { entry: null, name: '', type: 'person', forms: '' };

const draftOf = (entry: PackEntry): Draft => ({ entry, name: entry.name, type: entry.type, forms: entry.forms.join('\n') });

/** The forms in a box, one a line, without the article that the engine leaves out before it compares: "the wardens" is `wardens`. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:the|an?)\s+/i, ''))
    .filter((line) => line !== '');

/** The sources whose name is filled in; without forms the name itself is the only one. */
function entriesOf(drafts: readonly Draft[]): readonly PackEntry[] {
  const entries: PackEntry[] = [];
  for (const { entry, name, type, forms } of drafts) {
    if (name.trim() === '') continue;
    const taken = entries.map(({ id }) => id);
    const id = entry?.id ?? idFromName(name, taken, 'source');
    const lines = linesOf(forms);
    entries.push({
      ...(entry ?? { examples: [], counterexamples: [] }),
      id,
      name: name.trim(),
      type,
      forms: lines.length > 0 ? lines : linesOf(name),
    });
  }
  return entries;
}

/** A form for a pack of one's own, with a test on a sentence that uses what is written so far. */
export function PackEditor({ pack, taken, onSave, onCancel }: PackEditorProps) {
  const [name, setName] = useState(pack?.name ?? '');
  const [description, setDescription] = useState(pack?.description ?? '');
  const [drafts, setDrafts] = useState<readonly Draft[]>(pack ? pack.entries.map(draftOf) : [NEW_SOURCE]);
  const [asked, setAsked] = useState(false);

  const entries = entriesOf(drafts);
  const written: Pack = {
    id: pack?.id ?? idFromName(name, taken, 'pack'),
    name: name.trim(),
    description: description.trim(),
    language: pack?.language ?? 'en',
    entries,
  };
  const nameError = asked && written.name === '' ? t('options_pack_needs_name') : null;
  const change = (at: number, part: Partial<Draft>): void =>
    setDrafts((now) => now.map((draft, index) => (index === at ? { ...draft, ...part } : draft)));

  return (
    <form
      class="editor"
      aria-label={t('options_packs_new')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (written.name !== '' && entries.length > 0) onSave(written);
      }}
    >
      <TextField label={t('options_pack_name')} value={name} onChange={setName} error={nameError} />
      <TextField label={t('options_pack_description')} value={description} onChange={setDescription} />
      {drafts.map((draft, at) => (
        // Sources have no identity until they are saved, and are only ever added at the end.
        <fieldset key={at} class="editor__entry">
          <legend class="visually-hidden">{t('options_pack_source_number', formatNumber(at + 1))}</legend>
          <div class="options__pair">
            <TextField
              label={t('options_pack_source')}
              value={draft.name}
              error={asked && entries.length === 0 ? t('options_pack_needs_source') : null}
              onChange={(value) => change(at, { name: value })}
            />
            <SelectField
              label={t('options_pack_type')}
              value={draft.type}
              options={SOURCE_TYPES.map((type) => ({ value: type, label: tNamed('source_type', type) }))}
              onChange={(type) => change(at, { type: type as SourceType })}
            />
          </div>
          <TextField
            label={t('options_pack_forms')}
            hint={t('options_pack_forms_hint')}
            lines={3}
            value={draft.forms}
            onChange={(value) => change(at, { forms: value })}
          />
        </fieldset>
      ))}
      <div class="options__actions">
        <Button icon={Plus} onClick={() => setDrafts([...drafts, NEW_SOURCE])}>
          {t('options_pack_add_source')}
        </Button>
      </div>
      <PackTest packs={[written]} />
      <div class="options__actions">
        <button type="submit" class="button button--primary">
          {t('action_save')}
        </button>
        <Button onClick={onCancel}>{t('action_cancel')}</Button>
      </div>
    </form>
  );
}
