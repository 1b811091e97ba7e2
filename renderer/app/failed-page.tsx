/** Why the workbook cannot open, and what to do about it. */
import { Button } from '@mantine/core';
import { NO_SESSION } from '../host/web-host';
import { useApp } from '../store/use-app';
import { NoticePage } from '../ui/notice-page';
import { ProblemList } from '../ui/problem-list';
import { readable } from './readable-problems';

export function FailedPage() {
  const problems = useApp((state) => state.problems);
  const start = useApp((state) => state.start);
  if (problems.some(({ code }) => code === NO_SESSION)) return <NoSessionPage />;
  return (
    <NoticePage title="Footbridge could not open this footprint">
      <ProblemList problems={problems.map(readable)} />
      <p>
        <Button onClick={() => void start()}>Try again</Button>
      </p>
    </NoticePage>
  );
}

/** No button: nothing on this page can mend it, only a new start of the program. */
function NoSessionPage() {
  return (
    <NoticePage title="Start Footbridge again">
      <p>
        This address was already used. Each start of Footbridge gives an address that works once, so
        that no other program on this machine can read your figures.
      </p>
      <p>
        Close this page, and run <code>npm start</code> again; it opens a new window, or prints a
        new address. If Footbridge is still running in a terminal, press Enter there for another
        address.
      </p>
    </NoticePage>
  );
}
