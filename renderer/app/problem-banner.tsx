/** Trouble with the numbers on show, above the sheet: told at once, and folded away on request. */
import { useState } from 'react';
import type { Problem } from '../../shared/errors/problem';
import { useApp } from '../store/use-app';
import { Icon } from '../ui/icons';
import { ProblemList } from '../ui/problem-list';
import { readable } from './readable-problems';

export function ProblemBanner() {
  const problems = useApp((state) => state.problems);
  if (problems.length === 0) return null;
  // Other problems open it again and are read out again.
  const words = problems.map(({ message }) => message).join('\n');
  return <Banner key={words} problems={problems} />;
}

function Banner({ problems }: { readonly problems: readonly Problem[] }) {
  const [open, setOpen] = useState(true);
  return (
    <div className="fb-banner" role="alert">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {problems.length === 1
          ? 'One problem with these numbers'
          : `${problems.length} problems with these numbers`}
      </button>
      {open ? <ProblemList problems={problems.slice(0, 20).map(readable)} /> : null}
    </div>
  );
}
