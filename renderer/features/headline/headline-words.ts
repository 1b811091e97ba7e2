/** The words beneath the figures of the strip. */
import type { GapView } from '../../../shared/report/table';
import type { Headline } from '../../../shared/report/view-types';
import { inScope } from '../../store/gap-scope';
import { amountWords } from '../../ui/amount-words';

/** What the scenario on show does to the do-nothing gap, whatever it is compared with on the page. */
export function shareClosed(headline: Headline, scope: GapView, schemes: number): string {
  const gap = inScope(headline.doNothing, scope);
  const left = inScope(headline.residual, scope);
  const net = inScope(headline.schemesNet, scope);
  if (!Number.isFinite(net) || !Number.isFinite(left)) return 'no number to compare';
  if (schemes === 0 && Math.abs(net) < 0.05) return 'no scheme is on';
  if (net <= -0.05 && left < 0) return `widens the gap by ${amountWords(net)}`;
  if (gap >= 0) return 'no gap to close';
  if (net < 0.05) return 'the gap stays as it is';
  if (left >= 0) return 'the do-nothing gap is closed';
  const share = Math.round((net / -gap) * 100);
  return `${share < 1 ? 'less than 1' : share}% of the do-nothing gap closed`;
}

/** Why there are local pressures, or none. */
export function pressureWords({ localPressuresMark, published }: Headline): string {
  if (localPressuresMark === 'calibrated') return 'set to meet the published gap';
  if (localPressuresMark) return 'not in national assumptions';
  return published ? 'none is given' : 'no published gap to be met';
}
