import { BASES, FLAGS, SOURCE_TYPES, STATUSES } from '../../article/attribution.ts';
import type { ExportWords } from '../../export/words.ts';
import { formatNumber, t, tNamed, tPlural } from '../../platform/i18n.ts';

/** The words of exports in the reader's language. */
export function exportWords(): ExportWords {
  return {
    note: t('disclaimer'),
    outlet: t('export_outlet'),
    address: t('export_address'),
    sources: t('export_sources'),
    sentences: t('export_sentences'),
    source: t('export_source'),
    type: t('export_type'),
    count: t('export_sentences'),
    share: t('export_share'),
    nobody: t('export_nobody'),
    ownVoice: t('export_own_voice'),
    confirmedBy: (who) => t('export_confirmed_by', who),
    summary: (reported, confirmed, all) =>
      `${tPlural('export_reported', reported, formatNumber(all))} ${tPlural('export_confirmed', confirmed)}`,
    partial: t('export_partial'),
    status: named('status', STATUSES),
    basis: named('basis', BASES),
    flag: named('flag', FLAGS),
    sourceType: named('source_type', SOURCE_TYPES),
  };
}

function named<Name extends string>(area: string, names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map((name) => [name, tNamed(area, name)])) as Record<Name, string>;
}
