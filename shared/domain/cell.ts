/** A cell is one value of one line: an element of each of its dimensions, and a year. */
import type { FinancialYear } from '../units/financial-year';
import type { Mark } from './mark';

/** Which cells of a line are meant; a dimension or year left out means all of it. */
export interface CellAddress {
  readonly line: string;
  /** Dimension id -> element id. */
  readonly at: Readonly<Record<string, string>>;
  readonly year?: FinancialYear;
}

/** A value somebody gave, with where it comes from. */
export interface GivenCell extends CellAddress {
  /** In the line's unit; percent as a proportion, so 2.9% is 0.029. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly mark: Mark;
  readonly source: string;
  readonly note?: string;
}
