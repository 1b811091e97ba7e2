/** What the cases say of one quantity: values for a year, from a year on, or for all years. */
import type { CaseRow, ExampleInput } from '../../domain/example';
import { spell } from '../../library/example-names';
import type { FinancialYear } from '../../units/financial-year';

export interface Reading {
  readonly value: number;
  /** Absent for a value that holds in all years. */
  readonly year?: FinancialYear;
  /** Holds in later years too. */
  readonly onward: boolean;
}

interface Horizon {
  readonly first: FinancialYear;
  readonly last: FinancialYear;
}

/** The rows of one input, and the names of those it needs and does not find. */
export function readInput(
  input: ExampleInput,
  rows: ReadonlyMap<string, CaseRow>,
  horizon: Horizon,
): { readings: Reading[]; missing: string[] } {
  const readings: Reading[] = [];
  const missing: string[] = [];
  const spellings = spell(input.name, horizon);
  for (const { name, year } of spellings) {
    const row = rows.get(name);
    if (row) {
      const value = row.unit.startsWith('percent') ? row.value / 100 : row.value;
      readings.push({
        value,
        onward: input.onward === true,
        ...(year === undefined ? {} : { year }),
      });
    } else if (!(year === horizon.first && input.name.includes('{year}'))) {
      // Growth in the first year is never used, so no table gives it.
      missing.push(name);
    }
  }
  if (input.optional || (input.onward && readings.length > 0)) return { readings, missing: [] };
  return { readings, missing: input.onward ? missing.slice(0, 1) : missing };
}

/** The reading that holds in a year: the one that starts last, and among equals the one for that year alone. */
export function readingIn(readings: readonly Reading[], year: FinancialYear): Reading | undefined {
  let best: Reading | undefined;
  for (const each of readings) {
    const isFor = each.year === undefined || (each.onward ? each.year <= year : each.year === year);
    if (isFor && (!best || rank(each) >= rank(best))) best = each;
  }
  return best;
}

/** Half a step between a value from a year on and one for that year alone. */
const rank = ({ year, onward }: Reading): number =>
  year === undefined ? Number.NEGATIVE_INFINITY : year + (onward ? 0 : 0.5);
