/** Formulas of an example over what its inputs and results say. */
import type { ExampleDerived } from '../../domain/example';
import type { Problem } from '../../errors/problem';
import { failure, type Result, success } from '../../errors/problem';
import { evaluatePlain, namesIn, parsePlainFormula } from '../../formula/plain-formula';
import { isYearly } from '../../library/example-names';
import { type FinancialYear, parseYear, yearLabel, yearsBetween } from '../../units/financial-year';
import { type Reading, readingIn } from './readings';

interface Horizon {
  readonly first: FinancialYear;
  readonly last: FinancialYear;
}

/** The counters of the year that formulas can use beside their names. */
export const counters = (
  year: FinancialYear,
  horizon: Horizon,
): Readonly<Record<string, number>> => ({
  calendar_year: year,
  years_from_start: year - horizon.first,
});

/** The readings for one cell of a derived entry; none where an optional value is absent. */
export function readDerived(
  { formula }: ExampleDerived,
  cell: string,
  named: ReadonlyMap<string, readonly Reading[]>,
  horizon: Horizon,
): Result<Reading[]> {
  const parsed = parsePlainFormula(formula, [...named.keys()]);
  if (!parsed.ok) return parsed;
  const tree = parsed.value;
  const names = namesIn(tree).filter((name) => named.has(name));
  const only = parseYear(cell.split('@')[1] ?? '');
  const years = isYearly(cell)
    ? yearsBetween(horizon.first, horizon.last)
    : [only ?? horizon.first];
  const readings: Reading[] = [];
  const problems: Problem[] = [];
  for (const year of years) {
    const values = new Map<string, number>(Object.entries(counters(year, horizon)));
    for (const name of names) {
      const reading = readingIn(named.get(name) ?? [], year);
      if (reading) values.set(name, reading.value);
    }
    if (names.some((name) => !values.has(name))) continue;
    const value = evaluatePlain(tree, (name) => values.get(name) ?? Number.NaN);
    const dated = cell.includes('@');
    if (Number.isFinite(value)) readings.push({ value, onward: false, ...(dated ? { year } : {}) });
    else {
      const shown = names.map((name) => `${name} ${values.get(name)}`).join(', ');
      problems.push({
        code: 'cases.no-number',
        message: `'${formula}' gives no number${dated ? ` in ${yearLabel(year)}` : ''}: ${shown}.`,
        remedy: 'Change those inputs.',
      });
    }
  }
  return problems.length > 0 ? failure(...problems.slice(0, 3)) : success(readings);
}
