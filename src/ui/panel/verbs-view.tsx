import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Implication } from '../../article/attribution.ts';
import { formatList, t, tNamed } from '../../platform/i18n.ts';
import { SourceBadge } from '../components/source-badge.tsx';
import { type VerbFinding, verbLens } from './findings.ts';
import { SentenceNumbers } from './sources-view.tsx';

interface VerbsViewProps {
  readonly article: AnnotatedArticle;
  readonly ranks: ReadonlyMap<string, number>;
  readonly onGo: (index: number) => void;
}

/** The verb lens: which words carry whose, what they imply, and by which style rule. */
export function VerbsView({ article, ranks, onGo }: VerbsViewProps) {
  const verbs = verbLens(article);
  if (verbs.length === 0) return <p class="panel__empty">{t('popup_nothing_text')}</p>;
  const implications = [...new Set(verbs.map((verb) => verb.implication))];
  return (
    <>
      <p class="panel__lead">{t('panel_verbs_text')}</p>
      {implications.map((implication) => (
        <ImplicationPart
          key={implication}
          implication={implication}
          verbs={verbs.filter((verb) => verb.implication === implication)}
          ranks={ranks}
          onGo={onGo}
        />
      ))}
    </>
  );
}

interface ImplicationPartProps extends Omit<VerbsViewProps, 'article'> {
  readonly implication: Implication;
  readonly verbs: readonly VerbFinding[];
}

function ImplicationPart({ implication, verbs, ranks, onGo }: ImplicationPartProps) {
  return (
    <section class={`panel__section verbs verbs--${implication}`} data-implication={implication}>
      <h2>{tNamed('implication', implication)}</h2>
      <p class="soft small">{tNamed('implication_rule', implication)}</p>
      <ul>
        {verbs.map((verb) => (
          <li key={verb.cue} class="verbs__row">
            <span class="verbs__cue">{verb.cue}</span>
            <SentenceNumbers at={verb.at} onGo={onGo} />
            <span class="verbs__who">
              {verb.speakers.map((source) => (
                <SourceBadge key={source?.id ?? ''} rank={source === null ? null : (ranks.get(source.id) ?? null)} />
              ))}
              <span>{formatList(verb.speakers.map((source) => source?.name ?? t('panel_nobody')))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
