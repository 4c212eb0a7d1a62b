import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { t } from '../../platform/i18n.ts';

interface SheetHeadProps {
  readonly article: AnnotatedArticle;
  /** What the sheet is, where that is not plain. */
  readonly title?: string;
  /** Blanks for name, class and date. */
  readonly fields?: boolean;
}

/** What article a sheet is about. */
export function SheetHead({ article, title, fields = false }: SheetHeadProps) {
  return (
    <header class="sheet__head">
      {fields && (
        <p class="sheet__fields">
          {[t('worksheet_name'), t('worksheet_class'), t('worksheet_date')].map((label) => (
            <span key={label} class="blank">
              {label} <span class="blank__line" />
            </span>
          ))}
        </p>
      )}
      {title && <p class="sheet__title">{title}</p>}
      <h1 class="begins-here" lang={article.language} dir="auto">
        {article.title}
      </h1>
      <p class="sheet__origin">
        {[article.outlet, article.url]
          .filter((part) => part !== null)
          .map((part) => (
            <span key={part} dir="auto">
              {part}
            </span>
          ))}
      </p>
    </header>
  );
}
