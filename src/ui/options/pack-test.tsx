import { useEffect, useState } from 'preact/hooks';
import { type Summary, summarise } from '../../article/summary.ts';
import { packName, t, tNamed } from '../../platform/i18n.ts';
import type { Pack } from '../../platform/packs.ts';
import { tryPacks } from '../../platform/try-packs.ts';
import { TextField } from '../components/field.tsx';
import { SourceBadge } from '../components/source-badge.tsx';

// Long enough that a sentence being typed is not analysed at every key, short enough to feel live.
const PAUSE_MS = 250;

/** A sentence of the reader's, and whom the packs make its source. */
export function PackTest({ packs }: { readonly packs: readonly Pack[] }) {
  const [sentence, setSentence] = useState('');
  const [found, setFound] = useState<Summary | null>(null);
  const [error, setError] = useState<string | null>(null);
  const key = JSON.stringify(packs);
  useEffect(() => {
    if (sentence.trim() === '') {
      setFound(null);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      tryPacks(
        sentence,
        packs.filter((pack) => pack.name !== '' && pack.entries.length > 0),
      ).then(
        (article) => {
          if (!wanted) return;
          setError(null);
          setFound(summarise(article));
        },
        (reason: unknown) => {
          if (wanted) setError(String(reason));
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [sentence, key]);
  return (
    <div class="pack-test">
      <TextField
        label={t('options_pack_test')}
        hint={t('options_pack_test_hint')}
        lines={2}
        value={sentence}
        error={error}
        onChange={setSentence}
      />
      <div role="status">
        {found && found.sources.length === 0 && <p class="soft">{t('options_pack_test_nobody')}</p>}
        {found && found.sources.length > 0 && (
          <ul class="options__list">
            {found.sources.map(({ source, rank }) => (
              <li key={source.id}>
                <span class="pack-test__source">
                  <SourceBadge rank={rank} /> <bdi>{source.name}</bdi>
                </span>
                <span class="soft small">
                  {tNamed('source_type', source.type)}
                  {' · '}
                  {source.pack ? packName(source.pack, source.packName ?? source.pack) : t('options_pack_test_unknown')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
