import { Mark } from '../components/mark.tsx';
import { useSurfaceState } from '../mount.tsx';
import { Explanation } from '../popup/explanation.tsx';
import { Lesson } from './lesson.tsx';
import { useTabArticle } from './use-tab-article.ts';
import './classroom.css';

/** Class mode: the article large, for a projector, and the exercise "Who says?". */
export function Classroom() {
  const tab = useTabArticle();
  const name = tab.article === null ? (tab.state.state === 'gone' ? 'error' : tab.state.state) : 'ready';
  useSurfaceState(name);
  if (tab.article !== null) return <Lesson article={tab.article} />;
  return (
    <main class="classroom__explanation">
      <Mark size={40} />
      <Explanation state={tab.state} onTryAgain={tab.tryAgain} />
    </main>
  );
}
