import { useState } from 'preact/hooks';
import type { Basis, Status } from '../../article/attribution.ts';
import { colourOf, LINE_STYLES } from '../../article/palette.ts';
import { type MessageKey, t, tNamed } from '../../platform/i18n.ts';
import { SourceBadge } from '../components/source-badge.tsx';

interface SampleSentence {
  readonly text: MessageKey;
  readonly source: MessageKey;
  readonly rank: number | null;
  readonly status: Status;
  readonly basis: Basis;
}

/** An invented story of four sentences, one of each common kind. */
const SENTENCES: readonly SampleSentence[] = [
  { text: 'welcome_sample_1', source: 'welcome_nobody', rank: null, status: 'confirmed', basis: 'own-voice' },
  { text: 'welcome_sample_2', source: 'welcome_sample_office', rank: 0, status: 'reported', basis: 'named' },
  { text: 'welcome_sample_3', source: 'welcome_sample_person', rank: 1, status: 'reported', basis: 'unnamed' },
  { text: 'welcome_sample_4', source: 'welcome_sample_office', rank: 0, status: 'confirmed', basis: 'confirmed-by' },
];

/** The sample to try: a sentence under the pointer or the keyboard is explained below the text. */
export function Sample() {
  const [current, setCurrent] = useState<SampleSentence | null>(null);
  return (
    <section class="sample" aria-label={t('welcome_sample_title')}>
      <p class="sample__text">
        {SENTENCES.map((sentence) => {
          const { light, dark } = colourOf(sentence.rank);
          return (
            <>
              <button
                key={sentence.text}
                type="button"
                class="sample__words"
                aria-describedby="sample-card"
                onFocus={() => setCurrent(sentence)}
                onPointerEnter={() => setCurrent(sentence)}
                style={{
                  '--tone-background': `light-dark(${light.background}, ${dark.background})`,
                  '--tone-line': `light-dark(${light.line}, ${dark.line})`,
                  '--tone-text': `light-dark(${light.text}, ${dark.text})`,
                  '--tone-style': LINE_STYLES[sentence.status],
                }}
              >
                {t(sentence.text)}
              </button>{' '}
            </>
          );
        })}
      </p>
      <div class="sample__card" id="sample-card">
        {current === null ? (
          <p class="soft">{t('welcome_sample_hint')}</p>
        ) : (
          <>
            <SourceBadge rank={current.rank} />
            <div>
              <p class="sample__source">{t(current.source)}</p>
              <p>
                {tNamed('status', current.status)} · {tNamed('basis', current.basis)}
              </p>
              <p class="soft small">{tNamed('basis_meaning', current.basis)}</p>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
