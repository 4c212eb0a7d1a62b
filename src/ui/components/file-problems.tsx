import { tNamed } from '../../platform/i18n.ts';
import type { FileProblem } from '../../platform/read-json-file.ts';
import { Notice } from './notice.tsx';
import './file-problems.css';

interface FileProblemsProps {
  readonly title: string;
  readonly problems: readonly FileProblem[];
}

/** What is wrong with a file, place by place; nothing where there are no problems. */
export function FileProblems({ title, problems }: FileProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="error" title={title} live>
      <ul class="file-problems">
        {problems.map(({ place, kind, detail }) => (
          <li key={`${place} ${detail}`}>
            {place && <code dir="ltr">{place}</code>} {tNamed('file', kind)} {detail && <bdi class="small">{detail}</bdi>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
