/** Asks before the page is closed while it holds edits: nothing is saved elsewhere. */
import { useEffect } from 'react';
import { isDesktop } from '../host/connect';
import { holdsEdits } from '../store/edit-count';
import { useApp } from '../store/use-app';

export function useLeaveWarning(): void {
  const hasEdits = useApp((state) => holdsEdits(state.past));
  useEffect(() => {
    // A desktop window asks nothing: it would only refuse to close, without a word.
    if (!hasEdits || isDesktop()) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasEdits]);
}
