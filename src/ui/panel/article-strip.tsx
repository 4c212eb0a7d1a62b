import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { tPlural } from '../../platform/i18n.ts';
import { lineColour } from '../components/source-badge.tsx';

interface ArticleStripProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly current: number | null;
  readonly onGo: (index: number) => void;
}

/**
 * The article from top to bottom as a strip in the colours of its sources: hatched where it reports, solid where it stands behind
 * the words, thin where it speaks itself; each sentence as high as it is long. Boxes rather than SVG or a chart library: hatching keeps its
 * scale whatever the strip's height. A click goes there; the list says the same to who cannot see or click it.
 */
export function ArticleStrip({ article, ranks, current, onGo }: ArticleStripProps) {
  const blocks = [...new Set(article.sentences.map((sentence) => sentence.block))];
  return (
    <div class="strip" role="img" aria-label={tPlural('panel_strip', article.sentences.length)}>
      {blocks.map((block) => {
        const own = article.sentences.flatMap((sentence, index) => (sentence.block === block ? [{ sentence, index }] : []));
        const length = own.reduce((sum, { sentence }) => sum + sentence.end - sentence.start, 0);
        return (
          <div key={block} class="strip__paragraph" style={{ flexGrow: length }}>
            {own.map(({ sentence, index }) => {
              const rank = ranks.get(sentence.sources[0] ?? '') ?? null;
              const looks = [
                'strip__sentence',
                sentence.status === 'reported' && 'strip__sentence--reported',
                rank === null && 'strip__sentence--own',
                index === current && 'strip__sentence--current',
              ];
              return (
                // biome-ignore lint/a11y: a shortcut for the pointer inside one picture; the list beside it is for the keyboard
                <span
                  key={index}
                  class={looks.filter(Boolean).join(' ')}
                  style={{ flexGrow: sentence.end - sentence.start, '--bar-colour': lineColour(rank) }}
                  onClick={() => onGo(index)}
                />
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
