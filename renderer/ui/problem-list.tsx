/** Problems as a person reads them: where, what, and what to do. Never a stack. */
import { Icon } from './icons';
import './problem-list.css';

export interface ReadableProblem {
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly where?: string | undefined;
}

export function ProblemList({ problems }: { readonly problems: readonly ReadableProblem[] }) {
  return (
    <ul className="fb-problems">
      {problems.map((problem) => (
        <li key={`${problem.where ?? ''} ${problem.message}`}>
          <Icon name="warning" />
          <div>
            {problem.where ? <div className="fb-problem-where">{problem.where}</div> : null}
            <div>{problem.message}</div>
            {problem.remedy ? <div className="fb-soft">{problem.remedy}</div> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
