/** Trouble with the numbers on show, above the sheet: how much, and on request what. */
import { useApp } from '../store/use-app';
import { Icon } from '../ui/icons';
import { ProblemList } from '../ui/problem-list';
import { readable } from './readable-problems';

export function ProblemBanner() {
  const problems = useApp((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <details className="fb-banner">
      <summary>
        <Icon name="warning" />
        {problems.length === 1
          ? 'One problem with these numbers'
          : `${problems.length} problems with these numbers`}
      </summary>
      <ProblemList problems={problems.slice(0, 20).map(readable)} />
    </details>
  );
}
