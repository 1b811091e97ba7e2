/**
 * Appraisal of schemes over sixty years: net present value, payback, breakeven. The same model lines run on a
 * longer horizon; after the plan's last year everything stands still.
 */
import type { GivenCell } from '../domain/cell';
import type { Scenario } from '../domain/scenario';
import { sumOf } from '../units/sum';
import { type Model, runDraws, scenarioLayers, schemesOn } from './open-model';
import { type Reader, readProjection } from './read-projection';
import { schemesInOrder } from './reading-order';

/** A new hospital is appraised over sixty years (national assumptions, appraisal_period_new_build_years). */
export const APPRAISAL_YEARS = 60;
/** Shorter views of the same flows. */
export const NPV_YEARS = [10, 30, 60] as const;

/** £m in first-year prices, positive is worth having; years since appraisal began, null for never. */
export interface Appraised {
  /** Net present value over 10, 30 and 60 years. */
  readonly npv: readonly number[];
  readonly payback: number | null;
  readonly discountedPayback: number | null;
  /** False where it never costs more than it has brought, so that there is nothing to pay back. */
  readonly hasOutlay: boolean;
  /** First year in which the recurrent effect pays depreciation and PDC. */
  readonly breakeven: number | null;
  /** Spent on building with optimism bias, cash, over the whole period. */
  readonly capital: number;
  /** Effect on income and expenditure in each year of the plan, cash: after capital charges, before none. */
  readonly incomeAndExpenditure: readonly number[];
  /** Of which one-off. */
  readonly oneOff: readonly number[];
  /** Depreciation and PDC within it. */
  readonly capitalCharges: readonly number[];
  /** Real flow of every year from the first of the plan. */
  readonly flow: readonly number[];
}

export interface SchemeAppraisal extends Appraised {
  readonly scheme: string;
}

export interface Appraisal {
  /** Financial year in which appraisal begins: the first a scheme can start. */
  readonly firstYear: number;
  readonly schemes: readonly SchemeAppraisal[];
  readonly together: Appraised;
}

/** Appraises the schemes of a scenario beside one another, overlaps shared, against not doing them. */
export function appraise(model: Model, scenario: Scenario): Appraisal {
  const { document } = model;
  const opening = runDraws(model, [scenarioLayers(document, scenario)], ['first_scheme_year']);
  const start = readProjection(opening).value('first_scheme_year', {}, 0);
  const firstYear = Number.isFinite(start) ? Math.round(start) : document.horizon.first;
  const horizon = { first: document.horizon.first, last: firstYear + APPRAISAL_YEARS - 1 };
  const longer: Model = { ...model, document: { ...document, horizon } };
  const layers = [...scenarioLayers(document, scenario), standingStill(model, horizon.last)];
  const reader = readProjection(runDraws(longer, [layers], WANTED));
  const planYears = document.horizon.last - document.horizon.first + 1;
  const on = schemesOn(document, scenario);
  const look = { reader, planYears, offset: firstYear - document.horizon.first };
  return {
    firstYear,
    schemes: schemesInOrder(model)
      .filter(({ id }) => on.includes(id))
      .map(({ id: scheme }) => ({
        scheme,
        ...readAppraised(look, SCHEME_LINES, { scheme }, [scheme]),
      })),
    together: readAppraised(look, PROGRAMME_LINES, {}, on),
  };
}

/** Growth after the plan: none. */
function standingStill(model: Model, last: number): GivenCell[] {
  const first = model.document.horizon.last + 1;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return model.library.afterThePlan.flatMap((line) =>
    years.map((year) => ({
      line,
      at: {},
      year,
      value: 0,
      mark: 'assumption' as const,
      source: 'everything stands still after the plan',
    })),
  );
}

/** What is read, and so all that is calculated. */
const WANTED = [
  'net_present_value',
  'payback',
  'discounted_payback_year',
  'breakeven_year',
  'programme_present_value',
  'programme_payback',
  'programme_discounted_payback_year',
  'programme_breakeven_year',
  'capital_spend_on',
  'capital_charges',
  'scheme_one_off',
];

const SCHEME_LINES = {
  npv: 'net_present_value',
  payback: 'payback',
  outlay: 'under_water',
  discounted: 'discounted_payback_year',
  breakeven: 'breakeven_year',
  flow: 'net_flow_real',
} as const;

const PROGRAMME_LINES = {
  npv: 'programme_present_value',
  payback: 'programme_payback',
  outlay: 'programme_under_water',
  discounted: 'programme_discounted_payback_year',
  breakeven: 'programme_breakeven_year',
  flow: 'programme_flow',
} as const;

function readAppraised(
  { reader, planYears, offset }: { reader: Reader; planYears: number; offset: number },
  lines: typeof SCHEME_LINES | typeof PROGRAMME_LINES,
  at: Readonly<Record<string, string>>,
  schemes: readonly string[],
): Appraised {
  const last = reader.years - 1;
  const reached = (line: string) => {
    const value = reader.value(line, at, last);
    return value >= 0 ? value : null;
  };
  const plan = Array.from({ length: planYears }, (_, year) => year);
  const added = (line: string) =>
    plan.map((year) => sumOf(schemes, (scheme) => reader.value(line, { scheme }, year)));
  return {
    npv: NPV_YEARS.map((years) => reader.value(lines.npv, at, Math.min(last, offset + years - 1))),
    payback: reached(lines.payback),
    discountedPayback: reached(lines.discounted),
    hasOutlay: reader.value(lines.outlay, at, last) > 0,
    breakeven: reached(lines.breakeven),
    capital: sumOf(schemes, (scheme) => reader.value('capital_spend_on', { scheme }, last)),
    incomeAndExpenditure: added('scheme_system_effect'),
    oneOff: added('scheme_one_off'),
    capitalCharges: added('capital_charges'),
    flow: reader.series(lines.flow, at),
  };
}
