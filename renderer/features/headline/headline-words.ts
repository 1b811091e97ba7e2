/** The words beneath the figures of the strip. */
import type { GapView } from '../../../shared/report/table';
import type { Headline, ScenarioSummary } from '../../../shared/report/view-types';
import { countOf } from '../../../shared/units/words';
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

/** `2 red flags, 4 amber`; the worst first, and words where none trips. */
export function flagWords({ red, amber }: ScenarioSummary['flags']): string {
  if (red === 0 && amber === 0) return 'no red flag';
  if (red === 0) return `${countOf(amber, 'amber flag')}`;
  return `${countOf(red, 'red flag')}${amber === 0 ? '' : `, ${amber} amber`}`;
}

/** How much of what the schemes claim leaves the books: a share of cash, capacity and paper together. */
export function cashWords({ cash, capacity, notional }: ScenarioSummary['claimed']): string {
  const all = cash + capacity + notional;
  if (!(all > 0.05)) return '';
  return `${Math.round((cash / all) * 100)}% cash-releasing`;
}
