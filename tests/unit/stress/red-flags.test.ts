/** Each rule has a plan that trips it, and one that stands at the threshold or a hair inside and does not. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { GivenCell } from '../../../shared/domain/cell';
import type { Library } from '../../../shared/domain/library';
import type { MeasuredTest, RedFlag } from '../../../shared/domain/red-flag';
import type { Scenario } from '../../../shared/domain/scenario';
import { type Model, runScenarios } from '../../../shared/finance/open-model';
import { type Reader, readProjection } from '../../../shared/finance/read-projection';
import { flagTable } from '../../../shared/report/flag-table';
import { evaluateFlags, type FlagFinding, judgeScenario } from '../../../shared/stress/red-flags';
import { edit, NCL, openFootprint } from '../../helpers/footprints';
import { loadLibrary } from '../../helpers/load-library';

/** One scheme of every type, each called after its type. */
const TYPES = [
  ...['acute_reconfiguration', 'care_home_support', 'population_care_model', 'urgent_care_network'],
  ...['acute_collaboration', 'social_care_investment', 'demand_measure', 'spend_measure'],
  ...['overhead_measure', 'provider_productivity', 'investment', 'business_case'],
];

let library: Library;
let model: Model;

beforeAll(async () => {
  library = await loadLibrary();
  model = openFootprint(library, NCL, (document) => ({
    ...document,
    cells: [],
    schemes: TYPES.map((type) => ({ id: type, name: `The ${type}`, type })),
    scenarios: [{ id: 'do-nothing', name: 'Do nothing', on: [], off: [], cells: [] }],
  }));
});

interface Plan {
  readonly on: readonly string[];
  readonly cells: readonly GivenCell[];
  /** Last year; 2020 when left out. */
  readonly to?: number;
}

const scenarioOf = (plan: Plan): Scenario => ({
  ...{ id: 'plan', name: 'Plan', parent: 'do-nothing', off: [] },
  on: plan.on,
  cells: plan.cells,
});

const within = (plan: Plan): Model => ({
  ...model,
  document: { ...model.document, horizon: { first: 2015, last: plan.to ?? 2020 } },
});

interface Run {
  readonly findings: readonly FlagFinding[];
  readonly reader: Reader;
}

const runs = new Map<string, Run>();

/** A plan is run once, however many sentences are said of it. */
function run(plan: Plan): Run {
  const key = JSON.stringify(plan, (_, value) => (value === Infinity ? 'infinite' : value));
  const known = runs.get(key);
  if (known) return known;
  const own = { model: within(plan), scenario: scenarioOf(plan), draw: 0 };
  const reader = readProjection(runScenarios(own.model, [own.scenario]));
  const made = { findings: evaluateFlags({ ...own, reader }), reader };
  runs.set(key, made);
  return made;
}

const judge = (plan: Plan): readonly FlagFinding[] => run(plan).findings;

const rule = (id: string): RedFlag => library.redFlags.find((each) => each.id === id) as RedFlag;

/** The measure of a test where it is judged, over years and elements: nothing where it is nowhere judged. */
function measured(id: string, letter: string, plan: Plan): number[] {
  const test = rule(id).tests['abcdefghij'.indexOf(letter)] as MeasuredTest;
  const { projection, years } = run(plan).reader;
  const measure = model.program.byId.get(test.measure);
  const applies = model.program.byId.get(test.applies);
  if (!measure || !applies) throw new Error(`No such lines: ${test.measure}`);
  const judged = test.years === 'last' ? [years - 1] : Array.from({ length: years }, (_, y) => y);
  return judged.flatMap((year) =>
    Array.from({ length: measure.size }, (_, i) => i)
      .filter((i) => projection.value(applies.index, year, i) > 0)
      .map((i) => projection.value(measure.index, year, i)),
  );
}

/** The value that comes nearest to tripping. */
function worst(id: string, letter: string, plan: Plan): number {
  const test = rule(id).tests['abcdefghij'.indexOf(letter)] as MeasuredTest;
  const values = measured(id, letter, plan);
  return test.trips === 'above' || test.trips === 'at_least'
    ? Math.max(...values)
    : Math.min(...values);
}

const at = (line: string, elements: Readonly<Record<string, string>> = {}) => {
  return (value: number): GivenCell[] => [edit(line, value, elements)];
};

const DELAYED: readonly GivenCell[] = [
  edit('care_route', 0, { care_route: 'substitution' }),
  edit('care_route', 1, { care_route: 'delayed_days' }),
];

const EMERGENCY = { setting: 'emergency' };

/** A rule, its test, the schemes that are on, what else is set, and the lever from tripping to sparing. */
interface Row {
  readonly id: string;
  readonly test: string;
  readonly on: readonly string[];
  readonly set?: readonly GivenCell[];
  readonly to?: number;
  readonly lever: (value: number) => readonly GivenCell[];
  readonly trips: number;
  readonly spares: number;
  readonly level?: 'red' | 'amber';
  /** How far from the threshold the spared value may lie; at it when left out. */
  readonly near?: number;
}

const RECONFIGURATION = ['acute_reconfiguration'];
const CARE_MODEL = ['population_care_model'];
const CARE_HOMES = ['care_home_support'];
const URGENT = ['urgent_care_network'];
const SOCIAL_CARE = ['social_care_investment'];
const DEMAND = ['demand_measure'];
const BUSINESS_CASE = ['business_case'];
const LATER = 2035;

/** A reconfiguration that releases all it can, so that the cap decides. */
const CAPPED: readonly GivenCell[] = [
  edit('semi_fixed_release', 1),
  edit('fixed_release', 1),
  edit('reconfiguration_realisation', 1),
  edit('outflow_share', 0),
  edit('ambulance_uplift', 0),
];

const NO_SLIP: readonly GivenCell[] = [edit('works_overrun', 0), edit('delivery_delay', 0)];

const ROWS: readonly Row[] = [
  {
    id: 'R1',
    test: 'a',
    on: RECONFIGURATION,
    set: CAPPED,
    to: LATER,
    lever: at('net_saving_cap'),
    trips: 0.0301,
    spares: 0.03,
  },
  {
    id: 'R1',
    test: 'a',
    on: RECONFIGURATION,
    set: CAPPED,
    to: LATER,
    lever: at('net_saving_cap'),
    trips: 0.0101,
    spares: 0.01,
    level: 'amber',
  },
  {
    id: 'R3',
    test: 'a',
    on: RECONFIGURATION,
    set: NO_SLIP,
    lever: at('years_to_full_effect'),
    trips: 3.99,
    spares: 4,
  },
  { id: 'R4', test: 'a', on: CARE_MODEL, lever: at('care_model_midpoint'), trips: 2.99, spares: 3 },
  {
    id: 'R4',
    test: 'b',
    on: CARE_MODEL,
    lever: at('care_model_steepness'),
    trips: 1.48,
    spares: Math.log(19) / 2,
  },
  {
    id: 'R4',
    test: 'c',
    on: URGENT,
    set: [edit('urgent_effect', -0.01, EMERGENCY)],
    lever: at('urgent_years_to_full'),
    trips: 4.99,
    spares: 5,
  },
  {
    id: 'R5',
    test: 'a',
    on: SOCIAL_CARE,
    lever: at('care_years_to_full_effect'),
    trips: 0.99,
    spares: 1,
  },
  { id: 'R5', test: 'b', on: DEMAND, lever: at('demand_years_to_full'), trips: 1.49, spares: 1.5 },
  {
    id: 'R5',
    test: 'c',
    on: DEMAND,
    lever: (value) => [edit('demand_phasing', value, {}, 2017)],
    trips: 1,
    spares: 0.99,
    near: 0.011,
  },
  {
    id: 'R6',
    test: 'a',
    on: CARE_MODEL,
    set: [edit('care_model_realisation', 1)],
    lever: at('care_model_effect', EMERGENCY),
    trips: -0.0641,
    spares: -0.064,
  },
  {
    id: 'R6',
    test: 'b',
    on: CARE_MODEL,
    set: [edit('care_model_realisation', 1)],
    lever: at('care_model_effect', EMERGENCY),
    trips: -0.0689,
    spares: -0.067 * (1 + Math.exp(-3.6)),
  },
  {
    id: 'R6',
    test: 'c',
    on: DEMAND,
    set: [edit('demand_confidence', 1), edit('demand_years_to_full', 3)],
    lever: at('demand_rate', EMERGENCY),
    trips: 0.0321,
    spares: 0.032,
  },
  {
    id: 'R6',
    test: 'd',
    on: DEMAND,
    set: [edit('demand_confidence', 1), edit('demand_years_to_full', 6)],
    lever: at('demand_rate', EMERGENCY),
    trips: 0.0671,
    spares: 0.067,
  },
  {
    id: 'R6',
    test: 'e',
    on: URGENT,
    set: [edit('urgent_realisation', 1), edit('urgent_years_to_full', 6)],
    lever: at('urgent_effect', EMERGENCY),
    trips: -0.0641,
    spares: -0.064,
  },
  {
    id: 'R6',
    test: 'f',
    on: URGENT,
    set: [edit('urgent_realisation', 1), edit('urgent_years_to_full', 6)],
    lever: at('urgent_effect', EMERGENCY),
    trips: -0.0671,
    spares: -0.067,
  },
  {
    id: 'R7',
    test: 'a',
    on: CARE_HOMES,
    set: [edit('care_home_realisation', 1)],
    lever: at('care_home_effect', EMERGENCY),
    trips: -0.231,
    spares: -0.23,
  },
  {
    id: 'R7',
    test: 'b',
    on: CARE_HOMES,
    set: [edit('care_home_realisation', 1), edit('care_home_residential_only', 1)],
    lever: at('care_home_effect', EMERGENCY),
    trips: -0.401,
    spares: -0.4,
  },
  {
    id: 'R8',
    test: 'a',
    on: DEMAND,
    set: [edit('demand_confidence', 1), edit('demand_years_to_full', 2)],
    lever: at('demand_rate', EMERGENCY),
    trips: 0.2401,
    spares: 0.24,
  },
  {
    id: 'R9',
    test: 'a',
    on: CARE_MODEL,
    lever: at('care_model_bed_days'),
    trips: -0.001,
    spares: 0,
  },
  {
    id: 'R9',
    test: 'b',
    on: CARE_HOMES,
    lever: at('care_home_bed_days'),
    trips: -0.001,
    spares: 0,
  },
  {
    id: 'R11',
    test: 'a',
    on: RECONFIGURATION,
    lever: at('ambulance_uplift'),
    trips: 0.139,
    spares: 0.14,
  },
  {
    id: 'R12',
    test: 'b',
    on: SOCIAL_CARE,
    set: DELAYED,
    lever: at('delay_cash_part'),
    trips: 0.701,
    spares: 0.7,
  },
  {
    id: 'R13',
    test: 'a',
    on: ['spend_measure'],
    set: [edit('spend_rate', 0.05, { direct_service: 'prescribing' })],
    lever: at('spend_running_cost'),
    trips: 0,
    spares: 0.001,
    near: 0.005,
  },
  {
    id: 'R13',
    test: 'b',
    on: RECONFIGURATION,
    lever: at('double_running_share'),
    trips: 0,
    spares: 0.001,
    near: 0.002,
  },
  {
    id: 'R14',
    test: 'a',
    on: RECONFIGURATION,
    lever: at('capital_before_bias'),
    trips: 0,
    spares: 0.01,
    near: 0.011,
  },
  {
    id: 'R14',
    test: 'b',
    on: RECONFIGURATION,
    to: LATER,
    lever: at('pdc_rate'),
    trips: 0,
    spares: 0.001,
    near: 0.001,
  },
  {
    id: 'R14',
    test: 'c',
    on: RECONFIGURATION,
    lever: at('capital_optimism_bias'),
    trips: 0.239,
    spares: 0.24,
  },
  {
    id: 'R14',
    test: 'd',
    on: RECONFIGURATION,
    set: [edit('reconfiguration_non_standard', 1)],
    lever: at('capital_optimism_bias'),
    trips: 0.509,
    spares: 0.51,
  },
  {
    id: 'R14',
    test: 'e',
    on: BUSINESS_CASE,
    set: [edit('case_capital', 10)],
    lever: at('case_bias'),
    trips: 0.239,
    spares: 0.24,
  },
  {
    id: 'R14',
    test: 'f',
    on: BUSINESS_CASE,
    set: [edit('case_capital', 10), edit('case_non_standard', 1)],
    lever: at('case_bias'),
    trips: 0.509,
    spares: 0.51,
  },
  {
    id: 'R15',
    test: 'a',
    on: RECONFIGURATION,
    lever: at('capital_approved'),
    trips: 0.331,
    spares: 0.33,
  },
  {
    id: 'R15',
    test: 'b',
    on: RECONFIGURATION,
    set: [edit('works_overrun', 0)],
    lever: at('delivery_delay'),
    trips: 0.99,
    spares: 1,
  },
  {
    id: 'R18',
    test: 'a',
    on: CARE_MODEL,
    lever: at('care_model_grant_share'),
    trips: 0.321,
    spares: 0.32,
  },
  { id: 'R18', test: 'b', on: URGENT, lever: at('urgent_grant_share'), trips: 0.321, spares: 0.32 },
  {
    id: 'R18',
    test: 'c',
    on: ['acute_collaboration'],
    lever: at('collaboration_grant_share'),
    trips: 0.321,
    spares: 0.32,
  },
  {
    id: 'R18',
    test: 'd',
    on: ['investment'],
    set: [edit('investment_amount', 1)],
    lever: at('investment_from_outside'),
    trips: 0.321,
    spares: 0.32,
    level: 'amber',
  },
  {
    id: 'R19',
    test: 'a',
    on: [...CARE_MODEL, ...DEMAND],
    set: [edit('demand_rate', 0.01, EMERGENCY)],
    lever: at('overlap_kept'),
    trips: 1,
    spares: 0.999,
    near: 0.0011,
  },
  {
    id: 'R19',
    test: 'b',
    on: ['provider_productivity', 'overhead_measure'],
    set: [edit('overhead_rate', 0.01, { cost_line: 'back_office' })],
    lever: at('productivity_reach', { cost_line: 'back_office' }),
    trips: 0.07,
    spares: 0,
  },
  {
    id: 'R21',
    test: 'a',
    on: SOCIAL_CARE,
    lever: at('hospital_value_per_pound'),
    trips: 0.351,
    spares: 0.35,
  },
  {
    id: 'R21',
    test: 'b',
    on: SOCIAL_CARE,
    set: DELAYED,
    lever: at('delay_days_per_million'),
    trips: 257.1,
    spares: 257,
  },
  {
    id: 'R22',
    test: 'a',
    on: SOCIAL_CARE,
    set: DELAYED,
    lever: at('community_offset'),
    trips: 0.219,
    spares: 0.22,
  },
  {
    id: 'R22',
    test: 'b',
    on: SOCIAL_CARE,
    set: DELAYED,
    lever: at('bed_refill'),
    trips: 0,
    spares: 0.001,
    near: 0.0011,
  },
  ...[
    ['a', 'acute_reconfiguration', 'reconfiguration_realisation'],
    ['b', 'care_home_support', 'care_home_realisation'],
    ['c', 'population_care_model', 'care_model_realisation'],
    ['d', 'urgent_care_network', 'urgent_realisation'],
    ['e', 'acute_collaboration', 'collaboration_realisation'],
    ['f', 'social_care_investment', 'care_realisation'],
    ['g', 'demand_measure', 'demand_confidence'],
    ['h', 'spend_measure', 'spend_confidence'],
    ['i', 'overhead_measure', 'overhead_confidence'],
  ].map(([test = '', type = '', line = '']) => ({
    id: 'R23',
    test,
    on: [type],
    lever: at(line),
    trips: 1,
    spares: 0.999,
    near: 0.0011,
  })),
  {
    id: 'R23',
    test: 'j',
    on: ['provider_productivity'],
    lever: at('productivity_realisation'),
    trips: 0.691,
    spares: 0.69,
  },
  {
    id: 'R24',
    test: 'a',
    on: ['provider_productivity'],
    lever: at('productivity_rate'),
    trips: 0.0201,
    spares: 0.02,
  },
  { id: 'R25', test: 'a', on: SOCIAL_CARE, lever: at('reablement_saving'), trips: 0.01, spares: 0 },
];

const planOf = (row: Row, value: number): Plan => ({
  on: row.on,
  cells: [...(row.set ?? []), ...row.lever(value)],
  ...(row.to === undefined ? {} : { to: row.to }),
});

const levelsOf = (findings: readonly FlagFinding[], id: string, test: string): string[] =>
  findings
    .filter((each) => each.id === id && each.cell.line === `flag_${id.toLowerCase()}_${test}`)
    .map((each) => each.level);

describe('a red flag', () => {
  it.each(ROWS.map((row) => [`${row.id}${row.test} ${row.level ?? 'red'}`, row] as const))(
    '%s trips beyond its threshold',
    (_, row) => {
      expect(levelsOf(judge(planOf(row, row.trips)), row.id, row.test)).toEqual([
        row.level ?? 'red',
      ]);
    },
  );

  it.each(ROWS.map((row) => [`${row.id}${row.test} ${row.level ?? 'red'}`, row] as const))(
    '%s just does not',
    (_, row) => {
      const plan = planOf(row, row.spares);
      const levels = levelsOf(judge(plan), row.id, row.test);
      expect(levels).not.toContain('red');
      expect(levels).not.toContain('unjudged');
      if (row.level === 'amber') expect(levels).toEqual([]);
      // It was judged, and no further from the threshold than a hair.
      const { red, amber } = rule(row.id).tests['abcdefghij'.indexOf(row.test)] as MeasuredTest;
      const threshold = (row.level === 'amber' ? amber : red) as number;
      expect(Math.abs(worst(row.id, row.test, plan) - threshold)).toBeLessThanOrEqual(
        row.near ?? 1e-9,
      );
    },
  );
});

/** Where the measure follows from much of the model, the lever is solved for the threshold. */
interface Solved {
  readonly id: string;
  readonly test: string;
  readonly on: readonly string[];
  readonly set?: readonly GivenCell[];
  readonly to?: number;
  readonly lever: (value: number) => readonly GivenCell[];
  readonly from: readonly [number, number];
}

const closing = (site: string): GivenCell => edit('site_loses', 1, { site });

function solve(row: Solved): { readonly at: number; readonly rises: boolean } {
  const { red } = rule(row.id).tests['abcdefghij'.indexOf(row.test)] as MeasuredTest;
  const off = (x: number) => worst(row.id, row.test, planAt(row, x)) - (red as number);
  let [a, b] = row.from;
  let [fa, fb] = [off(a), off(b)];
  for (let step = 0; step < 40 && Math.abs(fb) > 1e-12 && fb !== fa; step += 1) {
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa, b, fb] = [b, fb, next, off(next)];
  }
  expect(Math.abs(fb)).toBeLessThan(1e-9);
  return { at: b, rises: off(b * 1.01) > 0 };
}

const planAt = (row: Solved, value: number): Plan => ({
  on: row.on,
  cells: [...(row.set ?? []), ...row.lever(value)],
  ...(row.to === undefined ? {} : { to: row.to }),
});

const SOLVED: readonly (() => Solved)[] = [
  () => ({
    id: 'R2',
    test: 'a',
    on: RECONFIGURATION,
    set: [...CAPPED, edit('net_saving_cap', 1), edit('fixed_release', 0)],
    to: LATER,
    lever: (x) => [edit('average_site_cost', x)],
    from: [200, 400],
  }),
  () => ({
    id: 'R12',
    test: 'a',
    on: DEMAND,
    set: [edit('demand_rate', 0.01, EMERGENCY), edit('demand_stay', 0)],
    lever: (x) => [
      edit('variable_cost_share', x, EMERGENCY),
      edit('semi_fixed_cost_share', 1 - x, EMERGENCY),
    ],
    from: [0.65, 0.75],
  }),
  () => ({
    id: 'R13',
    test: 'c',
    on: [...RECONFIGURATION, ...CARE_MODEL],
    lever: at('care_model_cost_per_head'),
    from: [26, 80],
  }),
  () => ({
    id: 'R16',
    test: 'a',
    on: RECONFIGURATION,
    lever: at('beds_reprovided'),
    from: [100, 400],
  }),
  () => ({
    id: 'R16',
    test: 'b',
    on: RECONFIGURATION,
    set: [closing(firstSite())],
    lever: at('bed_occupancy'),
    from: [0.7, 0.85],
  }),
  () => ({
    id: 'R17',
    test: 'a',
    on: RECONFIGURATION,
    set: [closing(firstSite()), edit('scale_loss_share', 0)],
    lever: at('site_beds'),
    from: [300, 500],
  }),
  () => ({
    id: 'R20',
    test: 'a',
    on: [],
    lever: at('local_pressure_full', { pressure: socialCarePressure() }),
    from: [50, 100],
  }),
];

const firstSite = (): string => model.program.dimensions.elements('site')[0] as string;
const socialCarePressure = (): string =>
  model.document.footprint.organisations.find((each) => each.type === 'local_social_care')?.id ??
  '';

describe('a red flag on a number that much of the model makes', () => {
  it.each(
    ['R2', 'R12', 'R13', 'R16 a', 'R16 b', 'R17', 'R20'].map((name, i) => [name, i] as const),
  )('%s trips a thousandth beyond its threshold and not a thousandth before', (_, i) => {
    const row = (SOLVED[i] as () => Solved)();
    const { at: x, rises } = solve(row);
    const { trips } = rule(row.id).tests['abcdefghij'.indexOf(row.test)] as MeasuredTest;
    const beyond = rises === (trips === 'above' || trips === 'at_least') ? 1.001 : 0.999;
    const [tripped, spared] = [beyond, 2 - beyond].map((part) =>
      levelsOf(judge(planAt(row, x * part)), row.id, row.test),
    );
    expect(tripped).toEqual(['red']);
    expect(spared).toEqual([]);
  });
});

const cite = (cell: GivenCell, source: string): GivenCell => ({ ...cell, source });

describe('R10, effects taken from local claims', () => {
  it.each([
    [
      'population_care_model',
      edit('care_model_effect', -0.25, EMERGENCY),
      'Evidence VM03',
      'Evidence VM03, VM01',
    ],
    [
      'care_home_support',
      edit('care_home_effect', -0.45, EMERGENCY),
      'Evidence VC19',
      'Evidence VC19 and VC01',
    ],
    [
      'urgent_care_network',
      edit('urgent_effect', -0.14, EMERGENCY),
      'Evidence AR13',
      'Evidence AR12',
    ],
    [
      'acute_collaboration',
      edit('collaboration_saving', 2),
      'Evidence AR47',
      'Evidence AR47, PD03',
    ],
    [
      'demand_measure',
      edit('demand_rate', 0.1, EMERGENCY),
      'Evidence PR04, PR05',
      'Evidence PR04, PR03',
    ],
  ])(
    'in a %s trip where nobody compared, and not beside one controlled finding',
    (type, cell, claim, both) => {
      const own = (source: string) =>
        judge({ on: [type], cells: [cite(cell, source)] }).filter(
          (each) => each.id === 'R10' && each.cell.line === cell.line,
        );
      const [first] = own(claim);
      expect(first?.level).toBe('red');
      expect(first?.sentence).toContain(claim.replace('Evidence ', ''));
      expect(own(both)).toEqual([]);
    },
  );

  it('say nothing of a value that cites no finding, or is nothing', () => {
    const plan = (cell: GivenCell) => judge({ on: CARE_MODEL, cells: [cell] });
    const zero = cite(edit('care_model_effect', 0, EMERGENCY), 'Evidence VM03');
    for (const cell of [zero, edit('care_model_effect', -0.25, EMERGENCY)]) {
      expect(plan(cell).filter((each) => each.id === 'R10')).toEqual([]);
    }
  });
});

describe('R11, attendances after a closure', () => {
  it.each([
    ['0.001', ['red']],
    ['0', []],
  ])('make %s of them go away: %j', (formula, levels) => {
    const own = openFootprint(library, NCL, (document) => ({
      ...document,
      lines: [
        {
          ...{ id: 'fewer_visits', label: 'Fewer visits', unit: 'percent', formula },
          ...{
            over: ['acute_reconfiguration', 'cohort', 'setting'],
            input: false,
            collects: false,
          },
          ...{ contributesTo: 'activity_effect', extend: 'hold', section: 'Own', file: 'document' },
        } as const,
      ],
    }));
    const acute = own.document.scenarios.find((each) => each.id === 'acute') as Scenario;
    expect(levelsOf(judgeScenario(own, acute), 'R11', 'b')).toEqual(levels);
  });
});

describe('R9, bed days without a ward', () => {
  it('spare a plan whose wards close as the bed days go', () => {
    const bedDays = edit('care_model_bed_days', -0.05);
    const closes = [
      edit('care_model_early_rise', 0),
      edit('block_closing_years', 0),
      edit('units_per_block', 10, EMERGENCY),
    ];
    const trips = (cells: readonly GivenCell[]) =>
      levelsOf(judge({ on: CARE_MODEL, cells }), 'R9', 'a').length > 0;
    expect(trips([bedDays])).toBe(true);
    expect(trips([bedDays, ...closes])).toBe(false);
  });
});

describe('the red flags', () => {
  it('are R1 to R25, each with evidence, a reason and a test', () => {
    expect(library.redFlags.map((each) => each.id)).toEqual(
      Array.from({ length: 25 }, (_, i) => `R${i + 1}`),
    );
    const known = new Set(library.evidence.map((row) => row.id));
    for (const { evidence, why, tests } of library.redFlags) {
      expect(evidence.filter((id) => !known.has(id))).toEqual([]);
      expect(why).toMatch(/\.$/);
      expect(tests.length).toBeGreaterThan(0);
    }
  });

  it('are each tried above, every test of every rule', () => {
    const tried = new Set([
      ...ROWS.map((row) => `flag_${row.id.toLowerCase()}_${row.test}`),
      ...SOLVED.map((make) => make()).map((row) => `flag_${row.id.toLowerCase()}_${row.test}`),
      'flag_r11_b',
    ]);
    const all = library.redFlags.flatMap((each) =>
      each.tests.flatMap((test) => (test.kind === 'measured' ? [test.measure] : [])),
    );
    expect(all.filter((line) => !tried.has(line))).toEqual([]);
  });

  it('are silent on do nothing, which has no scheme and tells of the social care gap', () => {
    const shipped = openFootprint(library, NCL);
    const nothing = shipped.document.scenarios[0] as Scenario;
    expect(judgeScenario(shipped, nothing)).toEqual([]);
    const reader = readProjection(runScenarios(shipped, [nothing]));
    expect(flagTable(shipped, nothing, reader, 0).summary).toBe(
      'All clear: none of the 25 red flags trips.',
    );
  });

  it('say sentences with every number filled in, whatever trips', () => {
    const found = ROWS.flatMap((row) => judge(planOf(row, row.trips)));
    for (const { sentence } of found) expect(sentence).not.toMatch(/[{}]|NaN|undefined|error/);
    const [cut] = judge({ on: CARE_HOMES, cells: [edit('care_home_effect', -0.38334, EMERGENCY)] });
    expect(cut?.sentence).toBe(
      'The care_home_support counts on 23.0004% fewer emergency admissions from care homes of every kind, more than 23%.',
    );
  });

  it('stand on cells that can be explained', () => {
    for (const finding of judge({ on: TYPES, cells: [] })) {
      const line = model.program.byId.get(finding.cell.line);
      expect(line?.over).toEqual(Object.keys(finding.cell.at));
    }
  });

  it('are told as impossible to judge where the number is missing, and never passed over', () => {
    const [found] = judge({
      on: CARE_MODEL,
      cells: [
        edit('care_model_steepness', Number.POSITIVE_INFINITY),
        edit('care_model_midpoint', Number.POSITIVE_INFINITY),
      ],
    }).filter((each) => each.id === 'R4' && each.level === 'unjudged');
    expect(found?.sentence).toContain('cannot be judged');
    expect(found?.value).toBeNaN();
  });

  it('put the gravest first', () => {
    const levels = judge({
      on: TYPES,
      cells: [
        edit('investment_amount', 1),
        edit('investment_from_outside', 1),
        edit('care_model_midpoint', Number.POSITIVE_INFINITY),
      ],
    }).map((each) => each.level);
    expect(new Set(levels)).toEqual(new Set(['red', 'amber', 'unjudged']));
    expect([...levels].sort((a, b) => order(a) - order(b))).toEqual(levels);
  });
});

const order = (level: string): number => ['red', 'amber', 'unjudged'].indexOf(level);
