/** The sheet on show. Another footprint or another sheet starts its grid afresh. */
import { AppraisalSheet } from '../features/appraisal/appraisal-sheet';
import { AssumptionsSheet } from '../features/assumptions/assumptions-sheet';
import { BaselineSheet } from '../features/baseline/baseline-sheet';
import { ClaimsSheet } from '../features/claims/claims-sheet';
import { CompareSheet } from '../features/compare/compare-sheet';
import { DoNothingSheet } from '../features/do-nothing/do-nothing-sheet';
import { EffectsSheet } from '../features/effects/effects-sheet';
import { EvidenceSheet } from '../features/evidence/evidence-sheet';
import { FlagsSheet } from '../features/flags/flags-sheet';
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
  effects: EffectsSheet,
  compare: CompareSheet,
  appraisal: AppraisalSheet,
  flags: FlagsSheet,
  claims: ClaimsSheet,
  evidence: EvidenceSheet,
};

export function SheetSwitch() {
  const sheet = useApp((state) => state.sheet);
  const footprint = useApp((state) => state.views?.footprint.id);
  const Shown = SHEETS[sheet];
  return <Shown key={`${footprint} ${sheet}`} />;
}
