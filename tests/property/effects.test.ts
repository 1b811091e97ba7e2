/** Laws of what schemes do, whatever a plan contains. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../shared/domain/library';
import { DO_NOTHING, type Scenario } from '../../shared/domain/scenario';
import { appraise } from '../../shared/finance/appraisal';
import { bridgeScenarios } from '../../shared/finance/bridge';
import { readLedger } from '../../shared/finance/ledger';
import type { Model } from '../../shared/finance/open-model';
import type { Reader } from '../../shared/finance/read-projection';
import { edit, NCL, openFootprint, readScenarios, SWL, years } from '../helpers/footprints';
import '../helpers/fixed-seed';
import { loadLibrary } from '../helpers/load-library';
import { type RandomPlan, randomPlan } from '../helpers/random-schemes';

let library: Library;

beforeAll(async () => {
  library = await loadLibrary();
});

const RUNS = 25;
/** Nothing but rounding: £0.000001m. */
const SMALL = 1e-6;

const doNothing: Scenario = { id: DO_NOTHING, name: 'Do nothing', on: [], off: [], cells: [] };
const planned = (plan: RandomPlan): Scenario => ({
  id: 'plan',
  name: 'Plan',
  parent: DO_NOTHING,
  on: plan.schemes.map(({ id }) => id),
  off: [],
  cells: [],
});

function open(footprint: string, plan: RandomPlan): { model: Model; reader: Reader } {
  const scenarios = [doNothing, planned(plan)];
  const model = openFootprint(library, footprint, (document) => ({
    ...document,
    schemes: plan.schemes,
    scenarios,
    cells: plan.cells,
  }));
  expect(model.problems).toEqual([]);
  return { model, reader: readScenarios(model) };
}

const PLAN = 1;

/** Every element of a line at one scheme and year. */
function at(reader: Reader, line: string, scheme: string, year: number): number[] {
  const { program } = reader.projection;
  const found = program.byId.get(line)!;
  const index = program.dimensions.indexOf('scheme', scheme)!;
  const each = found.size / program.dimensions.get('scheme').elements.length;
  return Array.from({ length: each }, (_, i) =>
    reader.projection.value(found.index, year, index * each + i, PLAN),
  );
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function check(law: (world: { model: Model; reader: Reader }, plan: RandomPlan) => void): void {
  fc.assert(
    fc.property(randomPlan, fc.constantFrom(NCL, SWL), (plan, footprint) => {
      law(open(footprint, plan), plan);
    }),
    { numRuns: RUNS },
  );
}

describe('what schemes do', () => {
  test('released, double running and stranded cost are the activity at its average cost', () => {
    check(({ reader }, { schemes }) => {
      for (const { id } of schemes) {
        for (const year of years(reader)) {
          const activity = at(reader, 'scheme_activity', id, year);
          const parts = [
            'variable_cost_released',
            'block_cost_released',
            'cost_double_running',
            'stranded_part_block',
            'stranded_fixed',
          ].map((line) => at(reader, line, id, year));
          const { dimensions } = reader.projection.program;
          const settings = dimensions.elements('setting');
          dimensions.elements('provider').forEach((provider, p) => {
            settings.forEach((setting, k) => {
              const i = p * settings.length + k;
              // Worked from the do-nothing books: cost over activity, before any scheme.
              const where = { provider, setting };
              const volume = reader.value('activity_without_schemes', where, year, PLAN);
              const cost = reader.value('provider_setting_cost', where, year, 0);
              const capacity = at(reader, 'scheme_capacity_share', id, year)[k]!;
              const moved = activity[i]!;
              const local = reader.value('opening_local_activity', where, year, PLAN);
              const freed =
                local * reader.value('activity_index', { setting }, year, PLAN) * capacity;
              // Where more beds are freed than activity, their semi-fixed cost is freed beyond it.
              if (freed > moved + SMALL && moved >= 0) return;
              const average = volume === 0 ? 0 : cost / volume;
              expect(Math.abs(sum(parts.map((part) => part[i]!)) - moved * average)).toBeLessThan(
                SMALL,
              );
            });
          });
        }
      }
    });
  });

  test('on commissioners, trusts and councils adds up to the effect on the system', () => {
    check(({ reader }, { schemes }) => {
      for (const { id } of schemes) {
        for (const year of years(reader)) {
          const parts = ['commissioner_effect', 'provider_effect', 'council_effect'].map((line) =>
            sum(at(reader, line, id, year)),
          );
          const system = reader.value('scheme_system_effect', { scheme: id }, year, PLAN);
          expect(Math.abs(sum(parts) - system)).toBeLessThan(SMALL);
        }
      }
    });
  });

  test('scheme by scheme is the difference from do nothing, for every organisation and year', () => {
    check(({ model, reader }, { schemes }) => {
      for (const organisation of model.program.dimensions.elements('organisation')) {
        for (const year of years(reader)) {
          const position = (draw: number) =>
            reader.value('organisation_position', { organisation }, year, draw);
          const effects = schemes.map(({ id }) =>
            reader.value('scheme_effect', { scheme: id, organisation }, year, PLAN),
          );
          expect(Math.abs(position(PLAN) - position(0) - sum(effects))).toBeLessThan(SMALL);
        }
      }
    });
  });

  test('is the cash it releases less its own cost', () => {
    check(({ reader }, { schemes }) => {
      for (const { id } of schemes) {
        for (const year of years(reader)) {
          const value = (line: string) => reader.value(line, { scheme: id }, year, PLAN);
          const net = value('cash_releasing') + value('scheme_own_cost');
          expect(Math.abs(net - value('scheme_system_effect'))).toBeLessThan(SMALL);
        }
      }
    });
  });

  test('is bridged to the residual, step by step, in whatever order the schemes are named', () => {
    check(({ model, reader }, plan) => {
      const [start, end] = model.document.scenarios as [Scenario, Scenario];
      const split = bridgeScenarios(model, start, end);
      const moved = sum(split.parts.map((part) => part.effect.total));
      expect(Math.abs(split.start.total + moved - split.end.total)).toBeLessThan(SMALL);
      const last = reader.years - 1;
      expect(split.end.total).toBeCloseTo(reader.value('system_position', {}, last, PLAN), 6);
      const turned = open(model.document.footprint.id, {
        ...plan,
        schemes: [...plan.schemes].reverse(),
      });
      const other = bridgeScenarios(
        turned.model,
        ...(turned.model.document.scenarios as [Scenario, Scenario]),
      );
      for (const part of split.parts) {
        const same = other.parts.find(({ id }) => id === part.id);
        expect(same?.effect.total).toBeCloseTo(part.effect.total, 6);
      }
    });
  });
});

describe('a care shift', () => {
  test('moves no more than the service that replaces it can take, and pays for no more', () => {
    const shift = { care_shift: 's0', setting: 'emergency' };
    const plan = (cells: RandomPlan['cells']): RandomPlan => ({
      schemes: [{ id: 's0', name: 'Shift', type: 'care_shift' }],
      cells: [edit('shift_target', 2000, shift), edit('shift_years_to_full', 1), ...cells],
    });
    const held = open(NCL, plan([edit('shift_room', 500, shift)])).reader;
    const small = open(NCL, plan([edit('shift_target', 500, shift)])).reader;
    const free = open(NCL, plan([])).reader;
    const last = held.years - 1;
    const cost = (reader: Reader) => reader.value('shift_cost', { care_shift: 's0' }, last, PLAN);
    const moved = (reader: Reader) => sum(at(reader, 'scheme_activity', 's0', last));
    expect(moved(held)).toBeCloseTo(moved(small), 6);
    expect(moved(held)).toBeCloseTo(moved(free) / 4, 6);
    expect(cost(held)).toBeCloseTo(cost(small), 9);
  });
});

describe('productivity', () => {
  test('is taken on the cost that volume leaves, never on what has gone', () => {
    check(({ model, reader }, { schemes }) => {
      for (const provider of model.program.dimensions.elements('provider')) {
        for (const year of years(reader)) {
          const value = (line: string) => reader.value(line, { provider }, year, PLAN);
          // Compounded here from the shares alone.
          const kept = schemes.reduce(
            (left, { id }) =>
              left * (1 - reader.value('efficiency_at_work', { scheme: id, provider }, year, PLAN)),
            1,
          );
          const direct = sum(
            schemes.map(({ id }) =>
              reader.value('direct_cost_released', { scheme: id, provider }, year, PLAN),
            ),
          );
          const left = value('provider_cost') - direct;
          const saved = sum(
            schemes.map(({ id }) =>
              reader.value('efficiency_saved', { scheme: id, provider }, year, PLAN),
            ),
          );
          expect(Math.abs(saved - left * (1 - kept))).toBeLessThan(SMALL);
        }
      }
    });
  });
});

describe('claims', () => {
  test('above what a pot holds are never without a finding', () => {
    check(({ model, reader }) => {
      const scenario = model.document.scenarios[PLAN]!;
      for (const year of years(reader)) {
        const { pots, findings } = readLedger(model, reader, scenario, year, PLAN);
        const overdrawn = pots.filter(
          (pot) => pot.kind !== 'trust_cost' && pot.claimed > pot.holds + 1,
        );
        for (const pot of overdrawn) {
          expect(
            findings.some(({ code, kind }) => code === 'overdrawn' && kind === pot.kind),
            `${pot.kind} ${JSON.stringify(pot.at)}`,
          ).toBe(true);
        }
      }
    });
  });

  test('that are counted never exceed what is claimed, where no scheme adds cost of its own', () => {
    check(({ model, reader }) => {
      const scenario = model.document.scenarios[PLAN]!;
      const { pots } = readLedger(model, reader, scenario, reader.years - 1, PLAN);
      for (const pot of pots) {
        const { provider = '' } = pot.at;
        const year = reader.years - 1;
        const value = (line: string) => reader.value(line, { provider }, year, PLAN);
        // An early rise in admissions opens wards, and efficiency is then taken on more cost, not less.
        const grown = value('cost_left') > value('provider_cost_without_schemes');
        if (pot.kind === 'trust_cost' && grown) continue;
        expect(pot.counted).toBeLessThanOrEqual(pot.claimed + SMALL);
      }
    });
  });
});

describe('capital', () => {
  const CASE: RandomPlan = {
    schemes: [{ id: 's0', name: 'Case', type: 'business_case' }],
    cells: [edit('case_trust_saving', 6, { business_case: 's0' })],
  };
  const withCapital = (size: number, receipt: number): RandomPlan => ({
    ...CASE,
    cells: [
      ...CASE.cells,
      edit('case_capital', size, { business_case: 's0' }, 2017),
      edit('case_receipt', receipt, { business_case: 's0' }, 2019),
    ],
  });

  test('and land never enter income and expenditure; only depreciation and PDC do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 90 }),
        (size, land) => {
          const built = open(NCL, withCapital(size, land)).reader;
          const plain = open(NCL, CASE).reader;
          for (const year of years(built)) {
            const value = (reader: Reader, line: string) =>
              reader.value(line, { scheme: 's0' }, year, PLAN);
            expect(
              value(built, 'income_and_expenditure') + value(built, 'capital_charges'),
            ).toBeCloseTo(value(plain, 'income_and_expenditure'), 8);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  test('charges never enter net present value: it moves by capital and land alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 90 }),
        (size, land) => {
          const plan = (which: RandomPlan) => {
            const { model } = open(NCL, which);
            return { model, found: appraise(model, model.document.scenarios[PLAN]!) };
          };
          const built = plan(withCapital(size, land));
          const plain = plan(CASE);
          const reader = readScenarios(built.model);
          const deflator = (year: number) => reader.value('deflator_index', {}, year, PLAN);
          // Capital with 24% bias in year 0 of the appraisal, land in year 2, at 3.5% and first-year prices.
          const worked = -(size * 1.24) / deflator(2) + land / deflator(4) / 1.035 ** 2;
          const moved = built.found.schemes[0]!.npv[1]! - plain.found.schemes[0]!.npv[1]!;
          expect(moved).toBeCloseTo(worked, 6);
        },
      ),
      { numRuns: 8 },
    );
  });
});
