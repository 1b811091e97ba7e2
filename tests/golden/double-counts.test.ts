/**
 * The library of planted double counts: plans that count a pound twice the way plans of 2016 did, and plans
 * that look as if they did. Amounts are worked by hand in tests/fixtures/double-counts/.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import { readLedger } from '../../shared/finance/ledger';
import { claimsView } from '../../shared/report/claims-view';
import {
  isCaught,
  type OpenedCase,
  openCase,
  type PlannedCase,
  readCases,
  tell,
} from '../helpers/double-count-cases';
import { DURHAM, NCL, openFootprint, readScenarios } from '../helpers/footprints';
import { loadLibrary } from '../helpers/load-library';

const SLOW = 120_000;
const PLANTED = readCases('planted');
const CLEAN = readCases('clean');

interface Opened extends OpenedCase {
  readonly plan: PlannedCase;
}

vi.setConfig({ testTimeout: 60_000 });

let library: Library;
let planted: Opened[];
let clean: Opened[];

beforeAll(async () => {
  library = await loadLibrary();
  planted = PLANTED.map((plan) => ({ plan, ...openCase(library, plan) }));
  clean = CLEAN.map((plan) => ({ plan, ...openCase(library, plan) }));
}, SLOW);

const told = ({ plan, ledger }: Opened): string =>
  `${plan.name}: ${ledger.findings.map(tell).join('; ') || 'nothing found'}`;

const missed = ({ plan, ledger }: Opened): boolean =>
  !(plan.expect ?? []).every((expected) => isCaught(expected, ledger.findings));

describe('the library', () => {
  test('holds forty planted double counts or more, and as many clean plans', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(40);
    expect(CLEAN.length).toBeGreaterThanOrEqual(40);
    const names = [...PLANTED, ...CLEAN].map((plan) => plan.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('says of every planted one what is expected, and works the amount', () => {
    for (const { name, expect: expected = [] } of PLANTED) {
      expect(expected.length, name).toBeGreaterThan(0);
      for (const { amount, working } of expected) {
        expect(amount[0], name).toBeLessThanOrEqual(amount[1]);
        expect(working.length, name).toBeGreaterThan(0);
      }
    }
  });

  test('tries every code of the ledger, in many footprints', () => {
    const codes = new Set(PLANTED.flatMap((plan) => (plan.expect ?? []).map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      'assumption_and_scheme',
      'grant_and_fund',
      'over_whole',
      'overdrawn',
      'overlap',
      'same_pound',
      'shared_line',
      'twice',
      'unnamed',
    ]);
    expect(new Set(PLANTED.map((plan) => plan.footprint)).size).toBeGreaterThanOrEqual(10);
  });

  test('is of plans that open without a problem, but for the pound that takes two routes', () => {
    const faulty = [...planted, ...clean].filter(
      ({ model, reader }) => [...model.problems, ...reader.projection.problems].length > 0,
    );
    expect(faulty.map(({ plan }) => plan.name)).toEqual(['Each pound takes two routes']);
    expect(faulty[0]?.reader.projection.problems.map(describeProblem).join()).toContain(
      'A pound that takes two routes is saved twice.',
    );
  });
});

describe('the ledger', () => {
  test('catches at least 95% of planted double counts: code, schemes and amount', () => {
    const misses = planted.filter(missed);
    const rate = 1 - misses.length / planted.length;
    expect(
      rate,
      `caught ${(rate * 100).toFixed(1)}% of ${planted.length}; missed:\n${misses.map(told).join('\n')}`,
    ).toBeGreaterThanOrEqual(0.95);
  });

  test('misses none that it could know but the smallest', () => {
    expect(planted.filter((each) => missed(each)).map(({ plan }) => plan.name)).toEqual([
      'Continuing healthcare refused, and the council pays',
      'A small case beside a small measure',
    ]);
  });

  test('cries wolf over at most 5% of clean plans', () => {
    const alarms = clean.filter(({ ledger }) => ledger.findings.length > 0);
    const rate = alarms.length / clean.length;
    expect(
      rate,
      `${(rate * 100).toFixed(1)}% of ${clean.length}; false alarms:\n${alarms.map(told).join('\n')}`,
    ).toBeLessThanOrEqual(0.05);
  });

  test('finds nothing in a planted plan once all its schemes are off', () => {
    for (const { plan, model, reader } of planted.slice(0, 10)) {
      const nothing = model.document.scenarios.find(({ id }) => id === 'do-nothing')!;
      expect(readLedger(model, reader, nothing, reader.years - 1, 0).findings, plan.name).toEqual(
        [],
      );
    }
  });

  test('tells each finding in a sentence with its schemes and its amount', () => {
    for (const { plan, model, reader, scenario, ledger } of planted) {
      const { findings } = claimsView(model, reader, scenario, 0);
      for (const [i, { sentence, amount, schemes }] of findings.entries()) {
        expect(sentence, plan.name).toContain(`£${amount.toFixed(1)}m`);
        for (const scheme of schemes) expect(sentence, plan.name).toContain(scheme);
        expect(sentence, plan.name).not.toMatch(/undefined|NaN| {2}|\.\./);
        expect(amount).toBe(ledger.findings[i]?.amount);
      }
    }
  });
});

/** £m: a pound. */
const POUND = 1e-6;

describe("the ledger's totals", () => {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

  test.each([NCL, DURHAM])("of %s are the model's, to the pound, in every scenario", (id) => {
    const model = openFootprint(library, id);
    const reader = readScenarios(model);
    const year = reader.years - 1;
    for (const [draw, scenario] of model.document.scenarios.entries()) {
      const { pots } = readLedger(model, reader, scenario, year, draw);
      const counted = (kind: string) =>
        total(pots.filter((pot) => pot.kind === kind).map((pot) => pot.counted));
      const line = (name: string) => reader.total(name, year, draw);
      expect(Math.abs(counted('spend') - line('spend_saved'))).toBeLessThan(POUND);
      const fromTrusts = ['activity_cost_released', 'direct_cost_released', 'efficiency_saved'];
      expect(Math.abs(counted('trust_cost') - total(fromTrusts.map(line)))).toBeLessThan(POUND);
      const grants = total(
        model.document.schemes.map(
          ({ id: scheme }) =>
            reader.value('transfer_received', { scheme }, year, draw) *
            reader.value('scheme_on', { scheme }, year, draw),
        ),
      );
      expect(Math.abs(counted('outside_money') - grants)).toBeLessThan(POUND);
    }
  });

  test('of avoided activity are what the model puts on it at average cost, to the pound', () => {
    for (const { plan, reader, ledger } of [...planted, ...clean]) {
      const year = reader.years - 1;
      // What adds activity is a claim on nothing; what frees beds beyond admissions has a value of its own.
      const adds = reader.projection.program.dimensions
        .elements('scheme')
        .some((scheme) => addsOrFreesMore(reader, scheme, year));
      if (adds) continue;
      const counted = ledger.pots
        .filter((pot) => pot.kind === 'activity')
        .reduce((sum, pot) => sum + pot.counted, 0);
      const model = reader.total('value_at_average_cost', year);
      expect(Math.abs(counted - model), plan.name).toBeLessThan(POUND);
    }
  });

  test('of overlaps by pair are what was claimed less what is counted', () => {
    for (const { plan, ledger } of [...planted, ...clean]) {
      for (const kind of ['activity', 'beds', 'spend', 'trust_cost']) {
        const pots = ledger.pots.filter((pot) => pot.kind === kind);
        const off = pots.reduce((sum, pot) => sum + pot.claimed - pot.counted, 0);
        const pairs = ledger.overlaps.filter((overlap) => overlap.kind === kind);
        const named = pairs.reduce((sum, overlap) => sum + overlap.amount, 0);
        expect(Math.abs(named - off), `${plan.name}, ${kind}`).toBeLessThan(POUND);
      }
    }
  });
});

function addsOrFreesMore(reader: OpenedCase['reader'], scheme: string, year: number): boolean {
  const { dimensions } = reader.projection.program;
  return dimensions.elements('setting').some((setting) => {
    const avoided = reader.value('scheme_activity_share', { scheme, setting }, year);
    const freed = reader.value('scheme_capacity_share', { scheme, setting }, year);
    return avoided < 0 || freed > avoided + 1e-12;
  });
}
