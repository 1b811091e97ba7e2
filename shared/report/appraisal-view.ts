/** Appraisal for reading: each scheme and all together, over ten, thirty and sixty years. */
import type { Scenario } from '../domain/scenario';
import { type Appraised, appraise } from '../finance/appraisal';
import type { Model } from '../finance/open-model';
import { yearLabel, yearsBetween } from '../units/financial-year';

export interface AppraisalRow {
  readonly id: string;
  readonly name: string;
  /** £m, first-year prices: net present value over 10, 30 and 60 years. */
  readonly npv: readonly number[];
  /** `8.8 years, in 2025/26`, `not within the horizon` or `no outlay to pay back`. */
  readonly payback: string;
  readonly discountedPayback: string;
  readonly breakeven: string;
  /** £m cash with optimism bias, over sixty years. */
  readonly capital: number;
  /** £m cash in each year of the plan, after capital charges. */
  readonly incomeAndExpenditure: readonly number[];
  readonly oneOff: readonly number[];
  readonly capitalCharges: readonly number[];
}

export interface AppraisalView {
  readonly scenario: string;
  readonly name: string;
  /** Year in which appraisal begins. */
  readonly from: string;
  readonly years: readonly string[];
  readonly schemes: readonly AppraisalRow[];
  readonly together: AppraisalRow;
  readonly sentence: string;
}

const NEVER = 'not within the horizon';
const NO_OUTLAY = 'no outlay to pay back';

export function appraisalView(model: Model, scenario: Scenario): AppraisalView {
  const { firstYear, schemes, together } = appraise(model, scenario);
  const { first, last } = model.document.horizon;
  const row = (id: string, name: string, found: Appraised): AppraisalRow => ({
    id,
    name,
    npv: found.npv,
    payback: found.hasOutlay ? paybackWords(found.payback, firstYear) : NO_OUTLAY,
    discountedPayback: found.hasOutlay ? yearWords(found.discountedPayback, firstYear) : NO_OUTLAY,
    breakeven: yearWords(found.breakeven, firstYear),
    capital: found.capital,
    incomeAndExpenditure: found.incomeAndExpenditure,
    oneOff: found.oneOff,
    capitalCharges: found.capitalCharges,
  });
  const all = row('together', 'All schemes together', together);
  return {
    scenario: scenario.id,
    name: scenario.name,
    from: yearLabel(firstYear),
    years: yearsBetween(first, last).map(yearLabel),
    schemes: schemes.map((found) => {
      const name = model.document.schemes.find(({ id }) => id === found.scheme)?.name;
      return row(found.scheme, name ?? found.scheme, found);
    }),
    together: all,
    sentence:
      schemes.length === 0
        ? 'No scheme is on, so there is nothing to appraise.'
        : `${scenario.name}: ${sentenceOf(together, all)}`,
  };
}

function sentenceOf(found: Appraised, all: AppraisalRow): string {
  const paid = found.hasOutlay
    ? `payback ${all.payback}; discounted payback ${all.discountedPayback}`
    : 'its schemes together never cost more than they have brought';
  return `${paid}; breakeven ${all.breakeven}.`;
}

/** The year index at which it is reached, with a decimal where interpolated. */
function paybackWords(years: number | null, first: number): string {
  if (years === null) return NEVER;
  return `${years.toFixed(1)} years, in ${yearLabel(first + Math.ceil(years - 1e-9))}`;
}

function yearWords(years: number | null, first: number): string {
  return years === null ? NEVER : `in ${yearLabel(first + Math.round(years))}`;
}
