/** Chooses what to show: opening, refused, or the workbook. */
import { useEffect } from 'react';
import { appState, useApp } from '../store/use-app';
import { FailedPage } from './failed-page';
import { OpeningPage } from './opening-page';
import { Workbook } from './workbook';

export function Root() {
  const phase = useApp((state) => state.phase);
  useEffect(() => {
    void appState().start();
  }, []);
  if (phase === 'failed') return <FailedPage />;
  if (phase === 'starting') return <OpeningPage />;
  return <Workbook />;
}
