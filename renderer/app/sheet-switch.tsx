/** The sheet on show. Another footprint or another sheet starts its grid afresh. */
import { AssumptionsSheet } from '../features/assumptions/assumptions-sheet';
import { BaselineSheet } from '../features/baseline/baseline-sheet';
import { CompareSheet } from '../features/compare/compare-sheet';
import { DoNothingSheet } from '../features/do-nothing/do-nothing-sheet';
import { OverviewSheet } from '../features/overview/overview-sheet';
import { SchemesSheet } from '../features/schemes/schemes-sheet';
import { TransformedSheet } from '../features/transformed/transformed-sheet';
import type { SheetId } from '../store/sheets';
import { useApp } from '../store/use-app';

const SHEETS: Readonly<Record<SheetId, () => React.ReactNode>> = {
  overview: OverviewSheet,
  baseline: BaselineSheet,
  assumptions: AssumptionsSheet,
  'do-nothing': DoNothingSheet,
  schemes: SchemesSheet,
  transformed: TransformedSheet,
  compare: CompareSheet,
};

export function SheetSwitch() {
  const sheet = useApp((state) => state.sheet);
  const footprint = useApp((state) => state.views?.footprint.id);
  const Shown = SHEETS[sheet];
  return <Shown key={`${footprint} ${sheet}`} />;
}
