import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { mergePacks, readPackFile, writePackFile } from '../../platform/pack-file.ts';
import { loadOwnPacks, type OwnPacks, type Pack, saveOwnPacks } from '../../platform/packs.ts';
import type { FileProblem } from '../../platform/read-json-file.ts';
import type { ManagedSettings, Settings } from '../../platform/settings.ts';
import { Button } from '../components/button.tsx';
import { FileProblems } from '../components/file-problems.tsx';
import { Notice } from '../components/notice.tsx';
import { keep } from '../keep.ts';
import { saveFile } from '../save-file.ts';
import { FileButton } from './file-button.tsx';
import { PackEditor } from './pack-editor.tsx';
import { PackItem } from './pack-item.tsx';
import { PackTest } from './pack-test.tsx';
import { Section } from './section.tsx';

interface PacksSectionProps {
  readonly builtIn: readonly Pack[];
  readonly onAtFirst: readonly Pack[];
  readonly settings: Settings;
  readonly managed: ManagedSettings;
}

/** Source packs: those that came with the product, and a reader's own. */
export function PacksSection({ builtIn, onAtFirst, settings, managed }: PacksSectionProps) {
  const [own, setOwn] = useState<OwnPacks | null>(null);
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const [editing, setEditing] = useState<Pack | 'new' | null>(null);
  useEffect(() => void loadOwnPacks().then(setOwn), []);
  // What is not read yet must not be written over.
  if (own === null) return null;

  const keepPacks = (packs: readonly Pack[]): void => {
    setOwn({ ...own, packs });
    keep(saveOwnPacks(packs));
  };
  const edit = (pack: Pack | 'new'): void => {
    setProblems([]);
    setEditing(pack);
  };
  const bringIn = (content: string): void => {
    const read = readPackFile(content);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) keepPacks(mergePacks(own.packs, read.packs));
  };
  const shared = { settings, managed };

  return (
    <Section id="packs" title={t('options_packs_title')} lead={t('options_packs_lead')}>
      <div>
        {builtIn.map((pack) => (
          <PackItem key={pack.id} pack={pack} onAtFirst={onAtFirst.some(({ id }) => id === pack.id)} {...shared} />
        ))}
      </div>
      <h3>{t('options_packs_own')}</h3>
      {own.unreadable > 0 && <Notice tone="warning">{t('options_packs_unreadable')}</Notice>}
      {own.packs.length === 0 && editing === null && <p class="soft">{t('options_packs_own_none')}</p>}
      <div>
        {own.packs.map((pack) => (
          <PackItem
            key={pack.id}
            pack={pack}
            onAtFirst
            {...shared}
            onEdit={() => edit(pack)}
            onRemove={() => keepPacks(own.packs.filter(({ id }) => id !== pack.id))}
          />
        ))}
      </div>
      {editing === null ? (
        <div class="options__actions">
          <Button look="primary" onClick={() => edit('new')}>
            {t('options_packs_new')}
          </Button>
          <FileButton accept="application/json,.json" onText={bringIn}>
            {t('options_packs_import')}
          </FileButton>
          {own.packs.length > 0 && (
            <Button onClick={() => saveFile('sourcelight-packs.json', 'application/json', writePackFile(own.packs))}>
              {t('options_packs_export')}
            </Button>
          )}
        </div>
      ) : (
        <PackEditor
          key={editing === 'new' ? '' : editing.id}
          pack={editing === 'new' ? null : editing}
          taken={[...builtIn, ...own.packs].map(({ id }) => id)}
          onCancel={() => setEditing(null)}
          onSave={(pack) => {
            keepPacks(mergePacks(own.packs, [pack]));
            setEditing(null);
          }}
        />
      )}
      <FileProblems title={t('options_file_refused')} problems={problems} />
      {editing === null && <PackTest packs={[...own.packs, ...builtIn]} />}
    </Section>
  );
}
