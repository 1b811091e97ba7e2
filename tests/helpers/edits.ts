/** Random edits of the do-nothing assumptions, within ranges a finance director might try, and beyond zero. */
import fc from 'fast-check';
import type { GivenCell } from '../../shared/domain/cell';
import { edit } from './footprints';

const SETTINGS = [
  ...['ae', 'emergency', 'elective', 'outpatient', 'specialised'],
  ...['mental_health', 'community', 'ambulance', 'other_trust_income'],
];
const DIRECT = [
  ...['primary_medical', 'prescribing', 'continuing_healthcare'],
  ...['running_costs', 'better_care_fund', 'other_commissioned'],
];
const TYPES = ['ccg', 'specialised_commissioning', 'primary_care'];
const COMPONENTS = ['pay', 'drugs', 'capital', 'other', 'cnst'];

/** Line, range, and the elements of its dimension when it has one. */
const RANGES: readonly [string, number, number, string?, (readonly string[])?][] = [
  ['volume_growth', -0.08, 0.1, 'setting', SETTINGS],
  ['demographic_growth', -0.03, 0.03],
  ['allocation_growth', -0.05, 0.09, 'commissioner_type', TYPES],
  ['contingency_share', 0, 0.03, 'commissioner_type', TYPES],
  ['required_surplus_share', 0, 0.03, 'commissioner_type', TYPES],
  ['local_share', 0, 1, 'setting', SETTINGS],
  ['component_inflation', -0.03, 0.09, 'cost_component', COMPONENTS],
  ['provider_inflation', -0.03, 0.09],
  ['price_by_component', 0, 1],
  ['pension_step', 0, 0.03],
  ['tariff_efficiency_factor', -0.02, 0.06],
  ['tariff_efficiency_outside', -0.02, 0.06],
  ['marginal_rate', 0, 1, 'setting', SETTINGS],
  ['units_per_block', 300, 60_000, 'setting', SETTINGS],
  ['direct_volume_growth', -0.06, 0.12, 'direct_service', DIRECT],
  ['direct_price_growth', -0.04, 0.06, 'direct_service', DIRECT],
  ['care_demand_growth', -0.03, 0.06, 'client_group', ['older', 'working_age']],
  ['living_wage_growth', -0.02, 0.1],
  ['gdp_deflator', -0.02, 0.06],
  ['council_base_budget_growth', -0.06, 0.04],
  ['precept_rate', 0, 0.04],
  ['core_council_tax_rise', -0.01, 0.05],
  ['council_tax_collection_rate', 0.9, 1],
  ['ibcf_national', 0, 3000],
  ['care_grant_national', 0, 1000],
  ['public_health_grant_growth', -0.06, 0.03],
  ['public_health_demand_growth', -0.03, 0.05],
  ['provider_underlying_deficit_national', -2000, 6000],
  ['local_pressure_full', -200, 500, 'pressure', ['local_nhs', 'local_social_care']],
  ['local_pressure_phasing', 0, 1],
  ['population', 100_000, 3_000_000],
];

const oneEdit: fc.Arbitrary<GivenCell> = fc
  .constantFrom(...RANGES)
  .chain(([line, low, high, dimension, elements]) =>
    fc
      .tuple(
        // In steps, as a person types them, ends included.
        fc
          .integer({ min: 0, max: 1000 })
          .map((step) => Number((low + ((high - low) * step) / 1000).toPrecision(9))),
        fc.option(fc.integer({ min: 2015, max: 2020 }), { nil: undefined }),
        fc.option(fc.constantFrom(...(elements ?? [''])), { nil: undefined }),
      )
      .map(([value, year, element]) =>
        edit(
          line,
          // Population is one figure for the footprint: another in one year only means nothing.
          value,
          dimension && element !== undefined ? { [dimension]: element } : {},
          line === 'population' ? undefined : year,
        ),
      ),
  );

export const someEdits: fc.Arbitrary<readonly GivenCell[]> = fc.array(oneEdit, { maxLength: 14 });
