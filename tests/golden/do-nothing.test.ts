/**
 * Doing nothing in a tiny invented footprint, and in the four that the project is named for. The fixed
 * decimals come from tiny-footprint.py, an independent program that follows the numbered calculations of the
 * 2016 submissions; its comments are the working.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { GivenCell } from '../../shared/domain/cell';
import type { FootbridgeDocument } from '../../shared/domain/document';
import type { Organisation } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import { openModel } from '../../shared/finance/open-model';
import { positionAt } from '../../shared/finance/position';
import type { Reader } from '../../shared/finance/read-projection';
import {
  BSOL,
  DURHAM,
  edit,
  NCL,
  openFootprint,
  readScenarios,
  SWL,
  years,
} from '../helpers/footprints';
import { loadLibrary, must } from '../helpers/load-library';

/** Printed by tiny-footprint.py, 2015/16 to 2020/21, £m or an index. */
const WORKED: Readonly<Record<string, readonly number[]>> = {
  price_index: [1.0, 1.032, 1.0559494, 1.07892913, 1.109854828, 1.14346747],
  tariff_index: [1.0, 1.01136, 1.014133804, 1.015479466, 1.016578705, 1.026419093],
  provider_cost: [304.0, 317.6504256, 329.068836918, 340.399690145, 350.875325009, 362.961069965],
  contract_spend: [240.0, 243.72663504, 245.500782052, 247.038422433, 248.62582139, 252.475122622],
  outside_income: [60.0, 61.71582912, 62.952653261, 64.136516637, 65.339701162, 67.150344665],
  outside_spend: [30.0, 30.75582912, 31.274171261, 31.768642737, 32.275505686, 33.084779535],
  social_care_need: [
    98.0, 105.185166328, 111.87488926, 119.081701899, 126.801659123, 135.074156442,
  ],
  precept_income: [0.0, 2.37552, 6.141784621, 10.171755714, 10.273473271, 10.376208004],
  commissioner_position: [0.0, 4.81853584, 6.782928937, 8.557329376, 11.059201379, 17.902652728],
  provider_position: [
    -4.0, -12.20796144, -20.615401605, -29.224751075, -36.909802458, -43.335602678,
  ],
  council_position: [0.0, -5.416806328, -8.120439059, -10.775820513, -17.37725912, -25.858344548],
  system_position: [
    -4.0, -12.806231928, -21.952911727, -31.443242213, -43.227860199, -51.291294498,
  ],
};
const WORKED_CUMULATIVE = -160.721540565;

const ORGANISATIONS: readonly Organisation[] = [
  { id: 'C1', name: 'Tiny CCG', type: 'ccg' },
  { id: 'T1', name: 'Tiny Hospital', type: 'acute_trust' },
  { id: 'K1', name: 'Tiny Council', type: 'council' },
];

const byYear = (
  line: string,
  values: readonly number[],
  at: Readonly<Record<string, string>> = {},
): GivenCell[] => values.map((value, i) => edit(line, value / 100, at, 2016 + i));

const commissioner = { commissioner: 'C1' };
const provider = { provider: 'T1' };
const service = (id: string) => ({ ...commissioner, service: id });
const setting = (id: string) => ({ ...provider, setting: id });
const contract = (id: string) => ({ ...commissioner, ...provider, setting: id });

/** The inputs of tiny-footprint.py, each where the model text takes it. */
const TINY: readonly GivenCell[] = [
  edit('population', 250_000),
  edit('england_population', 50_000_000),
  edit('first_scheme_year', 2017),
  edit('overlap_kept', 1),
  ...byYear('gdp_deflator', [1.6, 1.8, 2.0, 2.1, 2.2]),
  // The CCG
  edit('national_allocation', 0),
  edit('opening_allocation', 400),
  ...byYear('allocation_growth', [3.4, 2.1, 2.0, 2.2, 3.8]),
  edit('contingency_share', 0.005),
  edit('required_surplus_share', 0.01),
  // Spend is given below; the shares that would else make it still have to add up.
  edit('spend_share', 0),
  edit('spend_share', 1, { service: 'other_commissioned' }),
  edit('opening_spend', 0),
  edit('opening_spend', 150, service('emergency')),
  edit('opening_spend', 120, service('elective')),
  edit('opening_spend', 60, service('prescribing')),
  edit('opening_spend', 34, service('running_costs')),
  edit('opening_spend', 30, service('better_care_fund')),
  edit('direct_volume_growth', 0),
  edit('direct_volume_growth', 0.05, { direct_service: 'prescribing' }),
  edit('direct_price_growth', 0),
  edit('direct_price_growth', 0.005, { direct_service: 'prescribing' }),
  edit('direct_price_growth', 0.026, { direct_service: 'better_care_fund' }),
  // The trust
  edit('provider_underlying_deficit_national', 0),
  edit('trust_income_national', 1),
  edit('trust_income', 300),
  edit('income_mix', 0),
  edit('income_mix', 0.5, setting('emergency')),
  edit('income_mix', 0.4, setting('elective')),
  edit('income_mix', 0.1, setting('other_trust_income')),
  edit('contract_opening', 0),
  edit('contract_opening', 130, contract('emergency')),
  edit('contract_opening', 110, contract('elective')),
  edit('opening_cost', 0),
  edit('opening_cost', 156, setting('emergency')),
  edit('opening_cost', 118, setting('elective')),
  edit('opening_cost', 30, setting('other_trust_income')),
  edit('reference_unit_cost', 1000),
  edit('opening_activity', 0),
  edit('opening_activity', 60_000, setting('emergency')),
  edit('opening_activity', 80_000, setting('elective')),
  edit('opening_activity', 1000, setting('other_trust_income')),
  edit('demographic_growth', 0.01),
  edit('volume_growth', 0),
  edit('volume_growth', 0.029, { setting: 'emergency' }),
  edit('volume_growth', -0.015, { setting: 'elective' }),
  edit('units_per_block', 1000),
  edit('units_per_block', 2500, { setting: 'emergency' }),
  edit('units_per_block', 4000, { setting: 'elective' }),
  edit('fixed_cost_share', 1),
  edit('fixed_cost_share', 0.3, { setting: 'emergency' }),
  edit('fixed_cost_share', 0.35, { setting: 'elective' }),
  edit('semi_fixed_cost_share', 0),
  edit('semi_fixed_cost_share', 0.5, { setting: 'emergency' }),
  edit('semi_fixed_cost_share', 0.45, { setting: 'elective' }),
  edit('variable_cost_share', 0),
  edit('variable_cost_share', 0.2, { setting: 'emergency' }),
  edit('variable_cost_share', 0.2, { setting: 'elective' }),
  edit('component_weight', 0.65, { cost_component: 'pay' }),
  edit('component_weight', 0.08, { cost_component: 'drugs' }),
  edit('component_weight', 0.05, { cost_component: 'capital' }),
  edit('component_weight', 0.2, { cost_component: 'other' }),
  edit('component_weight', 0.02, { cost_component: 'cnst' }),
  ...byYear('component_inflation', [3.3, 2.0, 1.6, 1.6, 2.9], { cost_component: 'pay' }),
  ...byYear('component_inflation', [4.5, 3.6, 4.1, 4.1, 4.2], { cost_component: 'drugs' }),
  ...byYear('component_inflation', [3.1, 3.2, 3.2, 3.1, 3.0], { cost_component: 'capital' }),
  ...byYear('component_inflation', [1.7, 1.8, 2.1, 1.9, 2.0], { cost_component: 'other' }),
  edit('component_inflation', 0.1, { cost_component: 'cnst' }),
  edit('provider_inflation', 0),
  edit('pension_step', 0.007, {}, 2019),
  edit('tariff_efficiency_factor', 0.02),
  edit('tariff_efficiency_outside', 0.015),
  edit('marginal_rate', 1),
  edit('marginal_rate', 0.7, { setting: 'emergency' }),
  edit('marginal_rate_outside', 0.7, { setting: 'emergency' }),
  edit('on_tariff', 0, { setting: 'other_trust_income' }),
  edit('cohort_share', 0),
  edit('cohort_share', 1, { cohort: 'everyone_else' }),
  // The council
  edit('asc_spend_national', 0),
  edit('client_group_share', 0.5),
  edit('need_opening', 50, { client_group: 'older' }),
  edit('need_opening', 48, { client_group: 'working_age' }),
  edit('care_demand_growth', 0.0225, { client_group: 'older' }),
  edit('care_demand_growth', 0.0196, { client_group: 'working_age' }),
  edit('care_pay_share', 0.6),
  ...byYear('living_wage_growth', [7.46, 5.74, 5.74, 5.74, 5.74]),
  edit('council_base_budget_growth', -0.01),
  edit('tax_base_national', 0),
  edit('tax_base_opening', 100_000),
  edit('tax_base_growth', 0.01),
  edit('band_d_social_care_authority', 1200),
  edit('core_council_tax_rise', 0.0199),
  ...byYear('precept_rate', [2, 3, 3, 0, 0]),
  edit('council_tax_collection_rate', 0.98),
  ...[0, 0, 105, 825, 1500, 1500].map((value, i) => edit('ibcf_national', value, {}, 2015 + i)),
  edit('care_grant_national', 240, {}, 2017),
  edit('care_grant_share', 0.0025),
  edit('public_health_grant_national', 3000),
  ...byYear('public_health_grant_growth', [-2.2, -2.4, -2.6, -2.6, 0]),
  edit('public_health_demand_growth', 0.009),
  edit('local_pressure_phasing', 1),
  edit('stf_national', 0),
  // What only schemes, sites and the fund ask for: nothing of it is in the do-nothing books.
  ...[
    ['block_closing_years', 1],
    ['bed_occupancy', 0.9],
    ['days_of_a_bed', 365],
    ['class_cost_share', 0.2],
    ['class_bed_share', 0.2],
    ['travel_minutes', 20],
    ['travel_decay', 0.1],
    ['pay_cost_per_wte', 40_000],
    ['stf_weight_finance', 0.7],
    ['stf_weight_ae', 0.125],
    ['stf_weight_rtt', 0.125],
    ['stf_weight_cancer', 0.05],
    ['efficiency_limit', 0.09],
    ['pdc_rate', 0.035],
    ['discount_rate', 0.035],
    ['discount_rate_later', 0.03],
    ['discount_change', 30],
    ['cost_line_share', 0],
  ].map(([line, value]) => edit(line as string, value as number)),
  edit('cost_line_share', 1, { cost_line: 'clinical' }),
];

const figure = { value: 250_000, mark: 'assumption', source: 'invented' } as const;

/** The shipped model text with nothing of the shipped figures. */
function tiny(library: Library, more: readonly GivenCell[] = []): Reader {
  const document: FootbridgeDocument = {
    title: 'Tiny',
    footprint: {
      id: 'tiny',
      number: 0,
      name: 'Tiny',
      region: '',
      population: figure,
      organisations: ORGANISATIONS,
      cells: [],
    },
    horizon: { first: 2015, last: 2020 },
    cells: [...TINY, ...more],
    lines: [],
    schemes: [],
    scenarios: library.startingScenarios.slice(0, 1),
  };
  const model = must(openModel({ ...library, cells: [] }, document));
  expect(model.problems.map(describeProblem)).toEqual([]);
  const reader = readScenarios(model);
  expect(reader.projection.problems.map(describeProblem)).toEqual([]);
  return reader;
}

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

describe('doing nothing in a tiny footprint', () => {
  for (const [line, worked] of Object.entries(WORKED)) {
    test(`gives the ${line.replaceAll('_', ' ')} worked by an independent program`, () => {
      const reader = tiny(library);
      for (const year of years(reader)) {
        expect(Math.abs(reader.total(line, year) - (worked[year] as number))).toBeLessThan(1e-8);
      }
    });
  }

  test('adds up to the cumulative position worked by an independent program', () => {
    expect(
      Math.abs(tiny(library).value('cumulative_position', {}, 5) - WORKED_CUMULATIVE),
    ).toBeLessThan(1e-7);
  });

  test('opens and closes the blocks worked by hand', () => {
    const reader = tiny(library);
    // 60,000 × 1.029^t ÷ 2,500 up: 24, 24.7, 25.4, 26.2, 26.9, 27.7.
    expect(reader.series('blocks', setting('emergency'))).toEqual([24, 25, 26, 27, 27, 28]);
    // 80,000 × 0.985^t ÷ 4,000: 20, 19.7, 19.4, 19.1, 18.8, 18.5; the block goes a year after 2019/20.
    expect(reader.series('blocks', setting('elective'))).toEqual([20, 20, 20, 20, 20, 19]);
  });

  test('keeps the system where it is when the tariff cut is taken away', () => {
    const [cut, full] = [tiny(library), tiny(library, [edit('tariff_efficiency_factor', 0)])];
    expect(full.value('system_position', {}, 5)).toBeCloseTo(
      cut.value('system_position', {}, 5),
      9,
    );
    expect(full.total('provider_position', 5)).toBeGreaterThan(
      cut.total('provider_position', 5) + 20,
    );
  });
});

describe('the gaps that were published for 2020/21', () => {
  const doNothing = (id: string) => {
    const reader = readScenarios(openFootprint(library, id));
    return positionAt(reader, reader.years - 1, 0);
  };

  test('North Central London: £876m in the NHS', () => {
    expect(doNothing(NCL).nhs).toBeCloseTo(-876, 3);
  });

  test('Birmingham and Solihull: £712m, of which £130m in social care', () => {
    const { nhs, socialCare, total } = doNothing(BSOL);
    expect(total).toBeCloseTo(-712, 3);
    expect(socialCare).toBeCloseTo(-130, 3);
    expect(nhs).toBeCloseTo(-582, 3);
  });

  test('South West London and Durham to Whitby: what the table of footprints says', () => {
    for (const id of [SWL, DURHAM]) {
      const gap = library.footprints.find((each) => each.id === id)?.publishedGap;
      const position = doNothing(id);
      const met = gap?.scope === 'nhs_and_social_care' ? position.total : position.nhs;
      expect(met).toBeCloseTo(-(gap?.nhs?.value ?? gap?.total.value ?? Number.NaN), 3);
    }
  });

  test('without the calibrated line the rest of the model still stands: it is one line and visible', () => {
    const model = openFootprint(library, NCL);
    const calibrated = model.document.footprint.cells.filter((cell) => cell.mark === 'calibrated');
    expect(calibrated.map((cell) => cell.line)).toEqual(['local_pressure_full']);
    const bare = readScenarios(
      openFootprint(library, NCL, (document) => ({
        ...document,
        cells: [edit('local_pressure_full', 0)],
      })),
    );
    const nhs = positionAt(bare, 5, 0).nhs;
    const size = calibrated[0]?.value ?? Number.NaN;
    expect(nhs - size).toBeCloseTo(-876, 3);
  });
});
