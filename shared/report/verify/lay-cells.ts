/** Readings made into cells of the model. */
import type { GivenCell } from '../../domain/cell';
import { parseAddress } from '../../engine/values';
import type { Problem } from '../../errors/problem';
import type { Model } from '../../finance/open-model';
import { isYearly } from '../../library/example-names';
import { type FinancialYear, parseYear, yearLabel, yearsBetween } from '../../units/financial-year';
import { type Reading, readingIn } from './readings';

/** Gathers what is said of each cell, so that the value of a year is settled once. */
export class CellBook {
  private readonly bases = new Map<string, Reading[]>();

  /** `cell` may leave its year open or name one; then the reading is for that year. */
  add(cell: string, readings: readonly Reading[]): void {
    const [base = '', when] = cell.split('@').map((each) => each.trim());
    const year = when === undefined || isYearly(when) ? undefined : parseYear(when);
    // A year that cannot be read stays in the address, which then says so.
    const key = when === undefined || isYearly(when) || year !== undefined ? base : cell;
    const list = this.bases.get(key) ?? [];
    this.bases.set(key, list);
    list.push(...(year === undefined ? readings : readings.map((each) => ({ ...each, year }))));
  }

  /** A cell for all years where one is given, then one for each year that has its own. */
  lay(
    model: Model,
    horizon: { readonly first: FinancialYear; readonly last: FinancialYear },
    problems: Problem[],
  ): GivenCell[] {
    return [...this.bases].flatMap(([base, readings]) => {
      const cells: GivenCell[] = [];
      const always = readings.filter((each) => each.year === undefined).at(-1);
      if (always) cells.push(...cellOf(base, always.value, model, problems));
      for (const year of yearsBetween(horizon.first, horizon.last)) {
        const reading = readingIn(readings, year);
        if (reading?.year === undefined) continue;
        cells.push(...cellOf(`${base}@${yearLabel(year)}`, reading.value, model, problems));
      }
      return cells;
    });
  }
}

/** Cells written with their values. */
export const constantCells = (
  constants: Readonly<Record<string, number>>,
  model: Model,
  problems: Problem[],
): GivenCell[] =>
  Object.entries(constants).flatMap(([cell, value]) => cellOf(cell, value, model, problems));

function cellOf(text: string, value: number, model: Model, problems: Problem[]): GivenCell[] {
  const { address, problems: found } = parseAddress(text, model.program);
  problems.push(...found);
  return address ? [{ ...address, value, mark: 'assumption', source: 'worked example' }] : [];
}
