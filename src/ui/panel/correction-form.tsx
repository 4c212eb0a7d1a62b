import { Plus } from 'lucide-preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnnotatedArticle } from '../../article/annotated-article.ts';
import {
  BASES,
  type Basis,
  FLAGS,
  type Flag,
  type LabelledSentence,
  SOURCE_TYPES,
  type SourceType,
} from '../../article/attribution.ts';
import type { CorrectedLabel, CorrectedSource, Correction } from '../../article/correction.ts';
import { formatList, t, tNamed } from '../../platform/i18n.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';

/** The bases of a confirmed sentence; the others are of a reported one (codebook: section 3). */
const CONFIRMED_BASES: readonly Basis[] = ['own-voice', 'verified', 'confirmed-by'];
/** Bases that say that there is no source to name. */
const SOURCELESS_BASES: readonly Basis[] = ['own-voice', 'hearsay'];
const SOMEBODY_ELSE = '+';

/** One line of the form: a source of the article, nobody, or somebody whom the reader names. */
interface SourceChoice {
  /** Id of a source of the article, empty for nobody, or {@link SOMEBODY_ELSE}. */
  readonly id: string;
  readonly name: string;
  readonly type: SourceType;
}

interface CorrectionFormProps {
  readonly article: AnnotatedArticle;
  readonly sentence: LabelledSentence;
  /** The correction that the sentence has already. */
  readonly before: Correction | null;
  readonly onSave: (change: Correction['change']) => void;
  readonly onWithdraw: (correction: Correction) => void;
  readonly onCancel: () => void;
}

/** Corrects the label of a sentence: whose it is, how the article presents it, or that it makes no claim. */
export function CorrectionForm({ article, sentence, before, onSave, onWithdraw, onCancel }: CorrectionFormProps) {
  const [choices, setChoices] = useState<readonly SourceChoice[]>(() => choicesOf(article, sentence));
  const [basis, setBasis] = useState<Basis>(sentence.basis);
  const [flags, setFlags] = useState<readonly Flag[]>(sentence.flags);
  const [tried, setTried] = useState(false);
  const heading = useId();
  const root = useRef<HTMLFieldSetElement>(null);
  // The button that opened the form is gone with it open, and the focus must not be lost.
  useLayoutEffect(() => root.current?.querySelector('select')?.focus(), []);
  const nameless = choices.some((choice) => choice.id === SOMEBODY_ELSE && choice.name.trim() === '');

  const choose = (at: number, choice: SourceChoice): void => {
    setChoices(choices.map((other, index) => (index === at ? choice : other)));
    if (choice.id !== '' && SOURCELESS_BASES.includes(basis)) setBasis('named');
    if (choice.id === '' && choices.length === 1 && !SOURCELESS_BASES.includes(basis)) setBasis('own-voice');
  };
  const present = (next: Basis): void => {
    setBasis(next);
    if (SOURCELESS_BASES.includes(next)) setChoices([NOBODY]);
  };
  const save = (): void => {
    setTried(true);
    if (nameless) return;
    const status = CONFIRMED_BASES.includes(basis) ? 'confirmed' : 'reported';
    onSave({ kind: 'label', sources: sourcesOf(article, choices), status, basis, flags });
  };

  return (
    <fieldset
      class="correction"
      aria-labelledby={heading}
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p id={heading} class="reasons__title">
        {t('panel_correct_title')}
      </p>
      {before && <p class="soft small">{t('panel_was', labelInWords(before.was))}</p>}
      {choices.map((choice, at) => (
        // The lines have no identity but their place.
        <SourceLine key={at} article={article} choice={choice} tried={tried} onChange={(next) => choose(at, next)} />
      ))}
      {choices.every((choice) => choice.id !== '') && (
        <Button look="plain" icon={Plus} onClick={() => setChoices([...choices, { ...NOBODY, id: SOMEBODY_ELSE }])}>
          {t('panel_correct_add_source')}
        </Button>
      )}
      <SelectField
        label={t('panel_correct_basis')}
        value={basis}
        onChange={(value) => present(value as Basis)}
        options={BASES.map((value) => ({
          value,
          label: `${tNamed('status', CONFIRMED_BASES.includes(value) ? 'confirmed' : 'reported')} · ${tNamed('basis', value)}`,
        }))}
      />
      <fieldset class="correction__flags">
        <legend class="visually-hidden">{t('panel_correct_flags')}</legend>
        {FLAGS.map((flag) => (
          <label key={flag} class="correction__flag">
            <input
              type="checkbox"
              checked={flags.includes(flag)}
              onChange={(event) =>
                setFlags(event.currentTarget.checked ? [...flags, flag] : flags.filter((other) => other !== flag))
              }
            />
            {tNamed('flag', flag)}
          </label>
        ))}
      </fieldset>
      <div class="correction__actions">
        <Button look="primary" onClick={save}>
          {t('action_save')}
        </Button>
        <Button onClick={onCancel}>{t('action_cancel')}</Button>
        <Button look="plain" onClick={() => onSave({ kind: 'not-a-claim' })}>
          {t('panel_correct_no_claim')}
        </Button>
        {before && (
          <Button look="plain" onClick={() => onWithdraw(before)}>
            {t('panel_correct_withdraw')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const NOBODY: SourceChoice = { id: '', name: '', type: 'person' };

function SourceLine({
  article,
  choice,
  tried,
  onChange,
}: {
  readonly article: AnnotatedArticle;
  readonly choice: SourceChoice;
  readonly tried: boolean;
  readonly onChange: (choice: SourceChoice) => void;
}) {
  return (
    <>
      <SelectField
        label={t('panel_correct_source')}
        value={choice.id}
        onChange={(id) => onChange({ ...choice, id })}
        options={[
          { value: '', label: t('panel_correct_nobody') },
          ...article.sources.map((source) => ({ value: source.id, label: source.name })),
          { value: SOMEBODY_ELSE, label: t('panel_correct_somebody_else') },
        ]}
      />
      {choice.id === SOMEBODY_ELSE && (
        <div class="correction__somebody">
          <TextField
            label={t('panel_correct_name')}
            value={choice.name}
            onChange={(name) => onChange({ ...choice, name })}
            error={tried && choice.name.trim() === '' ? t('panel_correct_name_missing') : null}
          />
          <SelectField
            label={t('panel_correct_type')}
            value={choice.type}
            onChange={(type) => onChange({ ...choice, type: type as SourceType })}
            options={SOURCE_TYPES.map((type) => ({ value: type, label: tNamed('source_type', type) }))}
          />
        </div>
      )}
    </>
  );
}

/** "Mara Lindqvist · Reported · Named source". */
function labelInWords(label: CorrectedLabel): string {
  const names = label.sources.length === 0 ? t('panel_correct_nobody') : formatList(label.sources.map((source) => source.name));
  return [names, tNamed('status', label.status), tNamed('basis', label.basis)].join(' · ');
}

function choicesOf(article: AnnotatedArticle, sentence: LabelledSentence): readonly SourceChoice[] {
  const known = sentence.sources.filter((id) => article.sources.some((source) => source.id === id));
  return known.length === 0 ? [NOBODY] : known.map((id) => ({ ...NOBODY, id }));
}

function sourcesOf(article: AnnotatedArticle, choices: readonly SourceChoice[]): readonly CorrectedSource[] {
  return choices.flatMap(({ id, name, type }): CorrectedSource[] => {
    if (id === SOMEBODY_ELSE) return [{ name: name.trim(), type }];
    const source = article.sources.find((one) => one.id === id);
    return source === undefined ? [] : [{ name: source.name, type: source.type }];
  });
}
