import { t, tNamed } from '../../platform/i18n.ts';
import type { FileProblem } from '../../platform/read-json-file.ts';
import { Notice } from '../components/notice.tsx';

/** What is wrong with a file, place by place; nothing where there are no problems. */
export function FileProblems({ problems }: { readonly problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="error" title={t('options_file_refused')} live>
      <ul>
        {problems.map(({ place, kind, detail }) => (
          <li key={`${place} ${detail}`}>
            {place && <code dir="ltr">{place}</code>} {tNamed('file', kind)}{' '}
            <span dir="ltr">{kind === 'too-deep' ? '' : detail}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
