import type { ComponentChildren } from 'preact';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { toneOf } from '../../article/palette.ts';
import { letterOf } from '../../article/source-letter.ts';
import { textOf } from '../../article/span.ts';

interface AnnotatedTextProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  /** Whether sentences show whose they are. */
  readonly labels: boolean;
  /** Colours besides letters and lines; without them the text is fit for black and white. */
  readonly colours: boolean;
  readonly current?: number | null;
  readonly onSentence?: (index: number) => void;
  /** Put before a sentence: its number on paper. */
  readonly before?: (index: number) => ComponentChildren;
}

/** The article's sentences in their paragraphs, each with its source's colour and letter, dashed where reported, solid where confirmed. */
export function AnnotatedText({ article, ranks, labels, colours, current = null, onSentence, before }: AnnotatedTextProps) {
  const blocks = [...new Set(article.sentences.map((sentence) => sentence.block))];
  return (
    <div class="annotated" lang={article.language} dir="auto">
      {blocks.map((block) => (
        <p key={block}>
          {article.sentences.map((sentence, index) => {
            if (sentence.block !== block) return null;
            const own = sentence.sources.map((id) => ranks.get(id) ?? null);
            const rank = own[0] ?? null;
            const looks = [
              'annotated__sentence',
              labels && `annotated__sentence--${sentence.status}`,
              index === current && 'annotated__sentence--current',
            ];
            return (
              <span key={index}>
                {before?.(index)}
                {/* biome-ignore lint/a11y: a shortcut for the pointer; arrow keys and buttons do the same */}
                <span
                  class={looks.filter(Boolean).join(' ')}
                  data-sentence={index}
                  style={labels ? tones(rank, colours) : undefined}
                  onClick={onSentence && (() => onSentence(index))}
                >
                  {textOf(article.text, sentence)}
                </span>
                {labels && own.length > 0 && (
                  <span class="annotated__letter" aria-hidden="true">
                    {own.map(letterOf).join('')}
                  </span>
                )}{' '}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

/** The colours of a sentence in both themes, for the style sheet. */
function tones(rank: number | null, colours: boolean): Record<string, string> {
  const light = toneOf(rank, 'light');
  const dark = toneOf(rank, 'dark');
  if (!colours) return { '--tone-background': 'transparent', '--tone-line': 'currentColor', '--tone-text': 'inherit' };
  const own = rank === null;
  return {
    '--tone-background': own ? 'transparent' : `light-dark(${light.background}, ${dark.background})`,
    '--tone-line': `light-dark(${light.line}, ${dark.line})`,
    '--tone-text': own ? 'inherit' : `light-dark(${light.text}, ${dark.text})`,
  };
}
