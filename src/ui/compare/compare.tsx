import { Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { messageLanguage, t } from '../../platform/i18n.ts';
import { deleteAnalysis, loadAnalyses, type SavedAnalysis } from '../../platform/saved-analyses.ts';
import { IconButton } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { useSurfaceState } from '../mount.tsx';
import { SideBySide } from './side-by-side.tsx';
import './compare.css';

/** Two kept analyses side by side. */
export function Compare() {
  const [saved, setSaved] = useState<readonly SavedAnalysis[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const load = (): void => {
    loadAnalyses().then(setSaved, (reason: unknown) => {
      console.error(reason);
      setError(t('compare_unreadable'));
    });
  };
  useEffect(load, []);
  useSurfaceState(error ? 'error' : saved === null ? 'loading' : 'ready');
  if (saved === null) return <main class="compare">{error && <Failure reason={error} />}</main>;

  const pick = (side: 0 | 1): SavedAnalysis | null => saved.find((one) => one.key === chosen[side]) ?? saved[side] ?? null;
  const [first, second] = [pick(0), pick(1)];
  const choose = (side: 0 | 1, key: string): void =>
    setChosen(side === 0 ? [key, second?.key ?? null] : [first?.key ?? null, key]);
  const remove = (key: string): void => {
    deleteAnalysis(key).then(load, (reason: unknown) => setError(String(reason)));
  };
  return (
    <main class="compare">
      <h1>{t('compare_title')}</h1>
      {error && <Failure reason={error} />}
      {saved.length < 2 ? (
        <Notice title={t('compare_too_few_title')}>{t('compare_too_few_text')}</Notice>
      ) : (
        <div class="compare__choices">
          {([0, 1] as const).map((side) => (
            <SelectField
              key={side}
              label={t(side === 0 ? 'compare_first' : 'compare_second')}
              value={pick(side)?.key ?? ''}
              onChange={(key) => choose(side, key)}
              options={saved.map((one) => ({ value: one.key, label: nameOf(one) }))}
            />
          ))}
        </div>
      )}
      {first && second && first.key !== second.key && <SideBySide first={first.article} second={second.article} />}
      {first && second && first.key === second.key && <p class="soft">{t('compare_same')}</p>}
      {saved.length > 0 && <Kept saved={saved} onRemove={remove} />}
    </main>
  );
}

function Failure({ reason }: { readonly reason: string }) {
  return (
    <Notice tone="error" title={t('popup_error_title')} live>
      {reason}
    </Notice>
  );
}

function nameOf({ article }: SavedAnalysis): string {
  return [article.outlet, article.title].filter((part) => part !== null && part !== '').join(': ') || article.id;
}

function Kept({ saved, onRemove }: { readonly saved: readonly SavedAnalysis[]; readonly onRemove: (key: string) => void }) {
  const date = new Intl.DateTimeFormat(messageLanguage(), { dateStyle: 'medium' });
  return (
    <section class="compare__kept">
      <h2>{t('compare_kept')}</h2>
      <ul>
        {saved.map((one) => (
          <li key={one.key}>
            <span dir="auto">{nameOf(one)}</span>
            <span class="soft small">{date.format(new Date(one.savedAt))}</span>
            <IconButton icon={Trash2} label={t('compare_remove', nameOf(one))} onClick={() => onRemove(one.key)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
