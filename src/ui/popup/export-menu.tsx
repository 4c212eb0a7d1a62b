import { Download } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { exportFileName } from '../../export/export-file-name.ts';
import { formatAnnotations } from '../../export/format-annotations.ts';
import { formatCsv } from '../../export/format-csv.ts';
import { formatJson } from '../../export/format-json.ts';
import { formatMarkdown } from '../../export/format-markdown.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { saveFile } from '../save-file.ts';

interface Format {
  /** Its own name, the same in all languages. */
  readonly name: string;
  readonly extension: string;
  readonly type: string;
  readonly format: (article: AnnotatedArticle) => string;
}

const FORMATS: readonly Format[] = [
  { name: 'CSV', extension: 'csv', type: 'text/csv', format: formatCsv },
  { name: 'Markdown', extension: 'md', type: 'text/markdown', format: formatMarkdown },
  { name: 'JSON', extension: 'json', type: 'application/json', format: formatJson },
  { name: 'Web Annotation', extension: 'jsonld', type: 'application/ld+json', format: formatAnnotations },
];

/** Saves the analysis as a file of one of the formats. */
export function ExportMenu({ article }: { readonly article: AnnotatedArticle }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button icon={Download} expanded={open} controls={id} onClick={() => setOpen(!open)}>
        {t('popup_open_export')}
      </Button>
      <ul id={id} class="popup__formats" hidden={!open}>
        {FORMATS.map(({ name, extension, type, format }) => (
          <li key={name}>
            <Button look="plain" onClick={() => saveFile(exportFileName(article, new Date(), extension), type, format(article))}>
              {t('popup_export_as', name)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
