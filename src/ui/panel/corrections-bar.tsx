import { Download, Redo2, Undo2, Upload } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import type { Correction } from '../../article/correction.ts';
import { placeCorrections } from '../../corrections/apply-corrections.ts';
import { mergeCorrections } from '../../corrections/correction-list.ts';
import { exportFileName } from '../../export/export-file-name.ts';
import { addressKey } from '../../platform/address-key.ts';
import { readCorrectionFile, writeCorrectionFile } from '../../platform/correction-file.ts';
import { loadCorrections, saveCorrections } from '../../platform/corrections.ts';
import { formatNumber, t, tPlural } from '../../platform/i18n.ts';
import type { FileProblem } from '../../platform/read-json-file.ts';
import { Button, IconButton } from '../components/button.tsx';
import { FileProblems } from '../components/file-problems.tsx';
import { Notice } from '../components/notice.tsx';
import { saveFile } from '../save-file.ts';
import type { Corrections } from './use-corrections.ts';

/** What came of reading a file. */
type Outcome = { readonly added: number; readonly elsewhere: number } | { readonly problems: readonly FileProblem[] };

interface CorrectionsBarProps {
  readonly article: AnnotatedArticle;
  readonly corrections: Corrections;
  /** Corrections of other articles are not kept then. */
  readonly isInPrivate: boolean;
}

/** Undo, redo, and files of corrections; sentences that were marked as no claim, which the list has no more. */
export function CorrectionsBar({ article, corrections, isInPrivate }: CorrectionsBarProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { list } = corrections;
  const gone = list.filter((correction) => correction.change.kind === 'not-a-claim');
  const lost = placeCorrections(article, list).filter(({ span }) => span === null).length;

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const result = readCorrectionFile(await file.text());
    if (!result.ok) {
      setOutcome({ problems: result.problems });
      return;
    }
    const here = result.value.filter((other) => article.url !== null && addressKey(other.url) === addressKey(article.url));
    const added = here.flatMap((other) => other.corrections);
    if (added.length > 0) corrections.add(added);
    const others = isInPrivate ? [] : result.value.filter((other) => !here.includes(other));
    for (const other of others)
      await saveCorrections(other, mergeCorrections(await loadCorrections(other.url), other.corrections));
    setOutcome({ added: added.length, elsewhere: others.length });
  };
  const write = (): void => {
    const content = writeCorrectionFile([{ url: addressKey(article.url ?? ''), title: article.title, corrections: list }]);
    saveFile(exportFileName(article, new Date(), 'corrections.json'), 'application/json', content);
  };

  return (
    <section class="corrections" aria-label={t('panel_corrections')}>
      <div class="corrections__bar">
        <p class="corrections__count" role="status">
          {tPlural('panel_corrections_count', list.length)}
        </p>
        <IconButton icon={Undo2} label={t('panel_undo')} disabled={!corrections.canUndo} onClick={corrections.undo} mirrors />
        <IconButton icon={Redo2} label={t('panel_redo')} disabled={!corrections.canRedo} onClick={corrections.redo} mirrors />
        <IconButton
          icon={Download}
          label={t('panel_corrections_export')}
          disabled={list.length === 0 || article.url === null}
          onClick={write}
        />
        <IconButton icon={Upload} label={t('panel_corrections_import')} onClick={() => picker.current?.click()} />
        <input
          ref={picker}
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={t('panel_corrections_import')}
          onChange={(event) => {
            const input = event.currentTarget;
            void read(input.files?.[0]).then(() => {
              // So that the same file, mended, can be chosen again.
              input.value = '';
            });
          }}
        />
      </div>
      {lost > 0 && <p class="soft small">{tPlural('panel_corrections_lost', lost)}</p>}
      {outcome && <ImportOutcome outcome={outcome} />}
      {gone.length > 0 && (
        <ul class="corrections__gone">
          {gone.map((correction) => (
            <GoneSentence
              key={correction.selector.prefix + correction.selector.exact}
              correction={correction}
              corrections={corrections}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function GoneSentence({ correction, corrections }: { readonly correction: Correction; readonly corrections: Corrections }) {
  return (
    <li class="corrections__sentence">
      <span dir="auto">{correction.selector.exact}</span>
      <span class="soft small">{t('panel_no_claim')}</span>
      <Button look="plain" onClick={() => corrections.withdraw(correction)}>
        {t('panel_correct_withdraw')}
      </Button>
    </li>
  );
}

function ImportOutcome({ outcome }: { readonly outcome: Outcome }) {
  if ('problems' in outcome) {
    return <FileProblems title={t('panel_import_failed')} problems={outcome.problems} />;
  }
  const elsewhere = outcome.elsewhere > 0 ? ` ${t('panel_import_elsewhere', formatNumber(outcome.elsewhere))}` : '';
  return (
    <Notice live>
      {tPlural('panel_imported', outcome.added)}
      {elsewhere}
    </Notice>
  );
}
