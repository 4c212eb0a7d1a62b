import { Printer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { useTabArticle } from '../classroom/use-tab-article.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { Mark } from '../components/mark.tsx';
import { Switch } from '../components/switch.tsx';
import { useSurfaceState } from '../mount.tsx';
import { Explanation } from '../popup/explanation.tsx';
import { Handout } from './handout.tsx';
import { SOURCE_TABLES, type SourceTableName } from './source-table.tsx';
import { Worksheet } from './worksheet.tsx';
import './worksheet.css';

/** What is printed: a sheet to fill in, or the article with its labels. */
const KINDS = ['worksheet', 'handout'] as const;
type Kind = (typeof KINDS)[number];
/** Sentences on the sheet. */
const LENGTHS = ['ten', 'all'] as const;
type Length = (typeof LENGTHS)[number];

/** The page to print from: choices at the top, which stay off the paper, and the sheets as they will come out. */
export function WorksheetPage() {
  const tab = useTabArticle();
  const [kind, setKind] = useState<Kind>('worksheet');
  const [length, setLength] = useState<Length>('all');
  const [table, setTable] = useState<SourceTableName>('imvain');
  const [key, setKey] = useState(true);
  const name = tab.article === null ? (tab.state.state === 'gone' ? 'error' : tab.state.state) : 'ready';
  useSurfaceState(name);

  if (tab.article === null) {
    return (
      <main class="printing printing--nothing">
        <Mark size={40} />
        <Explanation state={tab.state} onTryAgain={tab.tryAgain} />
      </main>
    );
  }
  const { article } = tab;
  return (
    <div class="printing">
      <header class="printing__choices">
        <SelectField
          label={t('worksheet_kind')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={KINDS.map((value) => ({ value, label: t(`worksheet_kind_${value}`) }))}
        />
        {kind === 'worksheet' && (
          <>
            <SelectField
              label={t('worksheet_length')}
              value={length}
              onChange={(value) => setLength(value as Length)}
              options={LENGTHS.map((value) => ({ value, label: t(`worksheet_length_${value}`) }))}
            />
            <SelectField
              label={t('worksheet_table')}
              value={table}
              onChange={(value) => setTable(value as SourceTableName)}
              options={SOURCE_TABLES.map((value) => ({ value, label: t(`worksheet_table_${value}`) }))}
            />
            <Switch label={t('worksheet_key')} checked={key} onChange={setKey} />
          </>
        )}
        <Button look="primary" icon={Printer} onClick={() => print()}>
          {t('worksheet_print')}
        </Button>
      </header>
      <main class="printing__sheets">
        {kind === 'worksheet' ? (
          <Worksheet article={article} ten={length === 'ten'} table={table} withKey={key} />
        ) : (
          <Handout article={article} />
        )}
      </main>
    </div>
  );
}
