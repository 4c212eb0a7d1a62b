import type { Status } from '../../article/attribution.ts';
import { colourOf, OWN_VOICE, REST, type Tone } from '../../article/palette.ts';
import { type MessageKey, t } from '../../platform/i18n.ts';
import type { Fill, Settings } from '../../platform/settings.ts';

interface SampleSentence {
  readonly text: MessageKey;
  /** Rank of the source; null for the outlet's own voice. */
  readonly rank: number | null;
  readonly status: Status;
}

const SAMPLE: readonly SampleSentence[] = [
  { text: 'options_sample_own', rank: null, status: 'confirmed' },
  { text: 'options_sample_reported', rank: 0, status: 'reported' },
  { text: 'options_sample_other', rank: 1, status: 'reported' },
  { text: 'options_sample_confirmed', rank: 1, status: 'confirmed' },
];

/** The tone of a sample sentence as the page would paint it. */
function toneFor(fill: Fill, rank: number | null, theme: 'light' | 'dark'): Tone {
  const colour = rank === null ? OWN_VOICE : fill === 'mono' ? REST : colourOf(rank);
  const tone = colour[theme];
  return fill === 'lines' ? { ...tone, background: 'transparent' } : tone;
}

/** A few invented sentences, painted as they would be in a page. */
export function Preview({ settings }: { readonly settings: Settings }) {
  return (
    <figure class="preview" aria-label={t('options_preview')}>
      <p>
        {SAMPLE.map(({ text, rank, status }) => {
          const light = toneFor(settings.fill, rank, 'light');
          const dark = toneFor(settings.fill, rank, 'dark');
          return (
            <>
              <span
                key={text}
                class="preview__words"
                data-status={status}
                style={{
                  '--tone-background': `light-dark(${light.background}, ${dark.background})`,
                  '--tone-line': `light-dark(${light.line}, ${dark.line})`,
                  '--tone-text': `light-dark(${light.text}, ${dark.text})`,
                  '--tone-style': settings.lines[status],
                }}
              >
                {t(text)}
              </span>{' '}
            </>
          );
        })}
      </p>
    </figure>
  );
}
