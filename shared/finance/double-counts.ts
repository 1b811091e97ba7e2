/** Where the same pound would be saved twice: every rule, what still stands in the figures first. */
import { assumptionAndScheme } from './double-counts/assumption-and-scheme';
import type { Finding, Look } from './double-counts/finding';
import { grantAndFund } from './double-counts/grant-and-fund';
import { overWhole } from './double-counts/over-whole';
import { overdrawn } from './double-counts/overdrawn';
import { samePound } from './double-counts/same-pound';
import { sharedPots } from './double-counts/shared-pots';
import { twice } from './double-counts/twice';
import { unnamed } from './double-counts/unnamed';

export { type Finding, type FindingCode, WORTH_TELLING } from './double-counts/finding';

const RULES: readonly ((look: Look) => Finding[])[] = [
  overdrawn,
  sharedPots,
  samePound,
  unnamed,
  overWhole,
  grantAndFund,
  twice,
  assumptionAndScheme,
];

/** Every finding of a scenario in a year index of a run. */
export function findDoubleCounts(look: Look): Finding[] {
  return RULES.flatMap((rule) => rule(look)).sort(
    (a, b) => Number(a.removed) - Number(b.removed) || b.amount - a.amount,
  );
}
