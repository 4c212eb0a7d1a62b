import { Download } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import { t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { EXPORT_FORMATS, exportArticle } from '../exporting/export-article.ts';

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
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <Button look="plain" onClick={() => exportArticle(article, format)}>
              {t('popup_export_as', tNamed('export_format', format))}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
