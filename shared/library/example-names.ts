/** Names of cases and cells of examples with a year left open: `x_{year}`, `x_y{index}`, `line@{index}`. */
import { type FinancialYear, yearLabel, yearsBetween } from '../units/financial-year';

const YEARLY = /\{(year|index)\}/g;
const PLACEHOLDER = /\{([^}]*)\}/g;

/** True when a name or a cell leaves the year open. */
export const isYearly = (text: string): boolean => text.search(YEARLY) >= 0;

/** `x_{year}_{number}` -> year, number. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

export interface Spelling {
  readonly name: string;
  /** Absent when the name has no year open. */
  readonly year?: FinancialYear;
}

/** A name for every year of the horizon; a name without a year open is itself. */
export function spell(
  name: string,
  horizon: { readonly first: FinancialYear; readonly last: FinancialYear },
): Spelling[] {
  if (!isYearly(name)) return [{ name }];
  return yearsBetween(horizon.first, horizon.last).map((year, index) => ({
    name: name.replace(YEARLY, (_, which) => (which === 'year' ? yearLabel(year) : String(index))),
    year,
  }));
}

/** A cell in a year. */
export const cellIn = (cell: string, year: FinancialYear): string =>
  cell.replace(YEARLY, yearLabel(year));

/** What a name with `{number}` in it accepts; undefined when it has none. */
export function numberedName(name: string): RegExp | undefined {
  if (!name.includes('{number}')) return undefined;
  const parts = name.split('{number}').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('-?\\d+(?:\\.\\d+)?')}$`);
}

/** What formulas call an input or a result: its alias, and its name where that is fit for one. */
export const formulaNames = (entry: { readonly name: string; readonly as?: string }): string[] =>
  [entry.as, entry.name].filter(
    (each) => each !== undefined && /^[A-Za-z_]\w*$/.test(each),
  ) as string[];
