/** Random sets of schemes with random parameters, for the laws that hold whatever a plan contains. */
import fc from 'fast-check';
import type { GivenCell } from '../../shared/domain/cell';
import type { Scheme } from '../../shared/domain/scenario';
import { edit } from './footprints';

const SETTINGS = ['ae', 'emergency', 'elective', 'outpatient', 'specialised', 'mental_health'];
const COHORTS = ['care_home_residents', 'older_people', 'everyone_else'];
const DIRECT = ['primary_medical', 'prescribing', 'continuing_healthcare', 'other_commissioned'];
const COST_LINES = ['back_office', 'agency', 'procurement', 'pharmacy', 'estates', 'pathology'];

/** Line, range, and where it may stand. */
type Range = readonly [
  line: string,
  low: number,
  high: number,
  places?: readonly Readonly<Record<string, string>>[],
];

const bySetting = SETTINGS.map((setting) => ({ setting }));
const byCohort = COHORTS.flatMap((cohort) => SETTINGS.map((setting) => ({ cohort, setting })));

const RANGES: Readonly<Record<string, readonly Range[]>> = {
  care_home_support: [
    ['care_home_effect', -0.5, 0.3, bySetting],
    ['care_home_bed_days', -0.4, 0.1],
    ['care_home_coverage', 0, 1],
    ['care_home_realisation', 0, 1],
    ['care_home_cost_each', 0, 900],
    ['care_home_medicines_each', 0, 300],
  ],
  population_care_model: [
    ['care_model_effect', -0.2, 0.1, bySetting],
    ['care_model_bed_days', -0.1, 0.05],
    ['care_model_coverage', 0, 1],
    ['care_model_early_rise', 0, 0.5],
    ['care_model_cost_per_head', 0, 40],
    ['care_model_match_paid', 0, 1],
  ],
  urgent_care_network: [['urgent_effect', -0.1, 0.15, bySetting]],
  acute_collaboration: [['collaboration_saving', 0, 4]],
  social_care_investment: [
    ['care_investment', 0, 60],
    ['hospital_value_per_pound', 0, 0.5],
    ['care_realisation', -0.8, 1],
    ['bed_refill', 0, 1],
    ['care_funded_outside', 0, 0.5],
    ['care_paid_by_nhs', 0, 0.5],
  ],
  demand_measure: [
    ['demand_rate', -0.05, 0.3, byCohort],
    ['demand_confidence', 0, 1],
    ['demand_stay', 0, 1],
    ['demand_cost_per_head', 0, 4],
    ['demand_set_up_cost', 0, 5],
  ],
  spend_measure: [
    ['spend_rate', 0, 0.3, DIRECT.map((direct_service) => ({ direct_service }))],
    ['spend_confidence', 0, 1],
  ],
  overhead_measure: [
    ['overhead_rate', 0, 0.3, COST_LINES.map((cost_line) => ({ cost_line }))],
    ['overhead_set_up_cost', 0, 5],
  ],
  provider_productivity: [
    ['productivity_rate', 0, 0.04],
    ['productivity_realisation', 0, 1],
  ],
  care_shift: [
    ['shift_target', 0, 4000, bySetting],
    ['shift_stay', 0, 1],
    ['shift_service_cost', 0, 3],
    ['shift_redundancy', 0, 2],
  ],
  investment: [
    ['investment_per_head', 0, 12],
    ['investment_one_off', 0, 8],
    ['investment_from_outside', 0, 1],
  ],
  business_case: [
    ['case_capital', 0, 60],
    ['case_trust_saving', 0, 20],
    ['case_commissioner_saving', 0, 10],
    ['case_running_cost', 0, 5],
    ['case_transition', 0, 4],
    ['case_receipt', 0, 9],
    ['case_realisation', 0, 1],
  ],
  acute_reconfiguration: [
    ['years_to_decision', 0, 2],
    ['years_to_full_effect', 0.5, 4],
    ['delivery_delay', 0, 1],
    ['semi_fixed_release', 0, 0.5],
    ['reconfiguration_realisation', 0, 1],
    ['outflow_share', 0, 0.2],
  ],
};

export interface RandomPlan {
  readonly schemes: readonly Scheme[];
  readonly cells: readonly GivenCell[];
}

const oneScheme = (type: string): fc.Arbitrary<{ type: string; cells: readonly GivenCell[] }> => {
  const ranges = RANGES[type] ?? [];
  const cell = fc
    .constantFrom(...ranges)
    .chain(([line, low, high, places]) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: 1000 }),
          fc.constantFrom(...(places ?? [{}])),
          fc.integer({ min: 2016, max: 2019 }),
        )
        .map(([step, at, start]) => [
          edit(line, Number((low + ((high - low) * step) / 1000).toPrecision(9)), at),
          edit('scheme_start', start),
        ]),
    );
  return fc.array(cell, { maxLength: 7 }).map((cells) => ({ type, cells: cells.flat() }));
};

/** Between no scheme and five, of any type, more than one of a type too. */
export const randomPlan: fc.Arbitrary<RandomPlan> = fc
  .array(fc.constantFrom(...Object.keys(RANGES)).chain(oneScheme), { maxLength: 5 })
  .map((parts) => ({
    schemes: parts.map(({ type }, i) => ({ id: `s${i}`, name: `Scheme ${i}`, type })),
    cells: parts.flatMap(({ type, cells }, i) =>
      cells.map((cell) => ({
        ...cell,
        at: { ...cell.at, [cell.line === 'scheme_start' ? 'scheme' : type]: `s${i}` },
      })),
    ),
  }));
