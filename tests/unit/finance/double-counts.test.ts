/** Each rule of the ledger on the smallest plan that shows it, and on the plan beside it that is clean. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Library } from '../../../shared/domain/library';
import type { Finding } from '../../../shared/finance/double-counts';
import { type OpenedCase, openCase, type PlannedCase } from '../../helpers/double-count-cases';
import { loadLibrary } from '../../helpers/load-library';

vi.setConfig({ testTimeout: 60_000 });

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

type Planned = PlannedCase['schemes'][number];

const open = (schemes: readonly Planned[], more: Partial<PlannedCase> = {}): OpenedCase =>
  openCase(library, { name: 'Plan', story: '', footprint: 'dorset', schemes, ...more });

const findings = (schemes: readonly Planned[], more: Partial<PlannedCase> = {}) =>
  open(schemes, more).ledger.findings;

const codes = (found: readonly Finding[]): string[] =>
  found.map(({ code, schemes }) => `${code}: ${schemes.join(' + ')}`);

const scheme =
  (type: string) =>
  (id: string, values: Planned['values'] = {}): Planned => ({ id, name: id, type, values });
const demand = (id: string, where: string, rate: number) =>
  scheme('demand_measure')(id, { [`demand_rate[${where}]`]: rate, demand_confidence: 1 });
const overhead = (id: string, line: string, rate: number) =>
  scheme('overhead_measure')(id, { [`overhead_rate[${line}]`]: rate, overhead_confidence: 1 });
const business = scheme('business_case');
const spend = (id: string, service: string, rate: number) =>
  scheme('spend_measure')(id, { [`spend_rate[${service}]`]: rate, spend_confidence: 1 });
const investment = scheme('investment');
const productivity = scheme('provider_productivity');

const OLDER = 'emergency, older_people';

describe('a pot that is overdrawn', () => {
  test('names every scheme that draws on it, once for all trusts', () => {
    const found = findings([demand('a', OLDER, 0.2), demand('b', OLDER, 0.1)]);
    expect(codes(found.filter(({ code }) => code === 'overdrawn'))).toEqual(['overdrawn: a + b']);
  });

  test('is none below what can be avoided', () => {
    expect(findings([demand('a', OLDER, 0.23)])).toEqual([]);
  });
});

describe('schemes on one pot', () => {
  test('are told with the cohort and the setting', () => {
    const [found] = findings([demand('a', OLDER, 0.03), demand('b', OLDER, 0.02)]);
    expect(found).toMatchObject({
      code: 'overlap',
      place: ['older_people', 'emergency'],
      removed: true,
    });
  });

  test('on one trust but different parts of its cost are not told', () => {
    const { ledger } = open([overhead('a', 'procurement', 0.1), overhead('b', 'pharmacy', 0.1)]);
    expect(ledger.findings).toEqual([]);
    // Compounding on cost as a whole takes something off all the same, and the ledger says so by pair.
    expect(ledger.overlaps).toMatchObject([{ kind: 'trust_cost', removed: true }]);
    expect(ledger.overlaps[0]?.amount).toBeGreaterThan(0.05);
  });

  test('on one part of cost are told as standing, and only once', () => {
    const found = findings([overhead('a', 'procurement', 0.1), overhead('b', 'procurement', 0.05)]);
    expect(codes(found)).toEqual(['shared_line: a + b']);
    expect(found[0]).toMatchObject({ place: ['procurement'], removed: false });
    // 145.9 × 10% × 5% and at most 145.9 × 5%.
    expect(found[0]?.amount).toBeCloseTo(0.73 - 0.09, 1);
    expect(found[0]?.atMost).toBeCloseTo(7.3, 1);
  });

  test('with productivity among them have been compounded where it works on every part alike', () => {
    const found = findings([overhead('a', 'procurement', 0.05), productivity('b')]);
    expect(codes(found)).toEqual(['overlap: a + b']);
    expect(found[0]).toMatchObject({ kind: 'trust_cost', place: ['procurement'], removed: true });
  });

  test('that close a site or a ward and count productivity there are told as taken off', () => {
    const ward = business('ward', { case_trust_saving: 15, 'case_trust_line[clinical]': 1 });
    expect(codes(findings([ward, productivity('productivity')]))).toEqual([
      'overlap: ward + productivity',
    ]);
  });
});

describe('wards that close because patients stay away', () => {
  const fewer = scheme('demand_measure')('fewer', {
    'demand_rate[emergency]': 0.2,
    demand_confidence: 1,
    demand_stay: 1,
  });
  const clinical = productivity('clinical', {
    productivity_reach: 0,
    'productivity_reach[clinical]': 1,
  });

  test('leave productivity less to work on, which is taken off and does not stand', () => {
    expect(codes(findings([fewer, clinical]))).toEqual(['overlap: fewer + clinical']);
  });

  test('do not make a back office smaller', () => {
    expect(findings([fewer, overhead('finance', 'back_office', 0.15)])).toEqual([]);
  });
});

describe('the same pound on both sides', () => {
  const qipp = business('qipp', { case_commissioner_saving: 6, 'case_draws_on[emergency]': 1 });
  const cip = (line: string) =>
    business('cip', { case_trust_saving: 2, [`case_trust_line[${line}]`]: 1 });

  test('names the trust that takes cost out of the same care after the commissioner', () => {
    expect(codes(findings([cip('clinical'), qipp]))).toEqual(['same_pound: qipp + cip']);
  });

  test('does not name a trust that saves on its buildings', () => {
    expect(codes(findings([cip('estates'), qipp]))).toEqual(['same_pound: qipp']);
  });

  test('is the part of the contract that stays inside the footprint', () => {
    const { ledger, reader } = open([qipp]);
    const contracts = reader.projection.program.dimensions
      .elements('commissioner')
      .flatMap((commissioner) =>
        reader.projection.program.dimensions
          .elements('provider')
          .map((provider) =>
            reader.value('contract', { commissioner, provider, setting: 'emergency' }, 5),
          ),
      );
    const inside = contracts.reduce((sum, value) => sum + value, 0);
    const all = reader.value('service_pot', { service: 'emergency' }, 5);
    expect(ledger.findings[0]?.amount).toBeCloseTo((6 * inside) / all, 9);
  });

  test('is the whole of what is cut from the Better Care Fund, however it is entered', () => {
    const [found] = findings([spend('cut', 'better_care_fund', 0.1)]);
    expect(found).toMatchObject({
      code: 'same_pound',
      schemes: ['cut'],
      place: ['better_care_fund'],
    });
  });
});

describe('a saving without a pot', () => {
  test('is the part of a business case that names nothing', () => {
    const found = findings([
      business('case', { case_trust_saving: 4, 'case_trust_line[estates]': 0.25 }),
    ]);
    expect(found).toMatchObject([{ code: 'unnamed', schemes: ['case'] }]);
    expect(found[0]?.amount).toBeCloseTo(3, 9);
  });
});

describe('a pound that goes two ways', () => {
  test('is told for care and for a case that draws on more than it saves', () => {
    const care = scheme('social_care_investment')('care', {
      care_investment: 20,
      'care_route[delayed_days]': 1,
    });
    const twoLines = business('case', {
      case_trust_saving: 6,
      'case_trust_line[estates]': 1,
      'case_trust_line[pathology]': 0.5,
    });
    const found = findings([care, twoLines]).filter(({ code }) => code === 'over_whole');
    expect(found.map(({ schemes }) => schemes.join()).sort()).toEqual(['care', 'case']);
    // It claims 9 of 6.
    expect(found.find(({ schemes }) => schemes[0] === 'case')?.amount).toBeGreaterThan(0.9);
  });

  test('is none while the parts make the whole', () => {
    const found = findings([scheme('social_care_investment')('care', { care_investment: 20 })]);
    expect(found).toEqual([]);
  });
});

describe('grants and the fund', () => {
  const grant = (id: string, amount: number) =>
    investment(id, { investment_amount: amount, investment_from_outside: 1 });

  test('are told when together they are above what is available', () => {
    const found = findings([grant('a', 10)], { scenario: { stf_finance_met: 1 } });
    expect(found).toMatchObject([{ code: 'grant_and_fund', schemes: ['a'] }]);
    expect(found[0]?.amount).toBeCloseTo(10, 6);
  });

  test('are silent while the fund is not earned', () => {
    expect(findings([grant('a', 10)])).toEqual([]);
  });

  test('above the whole without the fund are an overdrawn pot and nothing else', () => {
    const found = findings([grant('a', 60)], { scenario: { stf_finance_met: 1 } });
    expect(codes(found)).toEqual(['overdrawn: a']);
  });
});

describe('one plan entered twice', () => {
  const twice = (schemes: readonly Planned[]) =>
    codes(findings(schemes).filter(({ code }) => code === 'twice'));

  test('is found under another name, a hair apart, and three times', () => {
    expect(twice([demand('a', 'elective', 0.02), demand('b', 'elective', 0.0203)])).toEqual([
      'twice: a + b',
    ]);
    expect(twice(['a', 'b', 'c'].map((id) => demand(id, 'elective', 0.02)))).toEqual([
      'twice: a + b + c',
    ]);
  });

  test('is found where one is a rate and the other pounds', () => {
    // 4% of 36.5.
    const hub = business('hub', { case_trust_saving: 1.46, 'case_trust_line[pathology]': 1 });
    expect(twice([overhead('rate', 'pathology', 0.04), hub])).toEqual(['twice: rate + hub']);
  });

  test('is not a plan of another size, another setting or another trust', () => {
    expect(twice([demand('a', 'elective', 0.02), demand('b', 'elective', 0.021)])).toEqual([]);
    expect(twice([demand('a', 'elective', 0.02), demand('b', 'outpatient', 0.02)])).toEqual([]);
    const at = (id: string, trust: string) =>
      business(id, {
        case_trust_saving: 5,
        'case_trust_line[estates]': 1,
        case_trust_part: 0,
        [`case_trust_part[${trust}]`]: 1,
      });
    const kent = findings([at('a', 'RWF'), at('b', 'RPA')], { footprint: 'kent-and-medway' });
    expect(kent).toEqual([]);
  });

  test('is not two investments or two buildings, which claim nothing', () => {
    expect(twice(['a', 'b'].map((id) => investment(id, { investment_per_head: 5 })))).toEqual([]);
    expect(twice(['a', 'b'].map((id) => business(id, { 'case_capital@2018/19': 30 })))).toEqual([]);
  });
});

describe('an assumption beside a scheme', () => {
  const lowered = (schemes: readonly Planned[], scenario: PlannedCase['scenario']) =>
    findings(schemes, { scenario: scenario ?? {} }).filter(
      ({ code }) => code === 'assumption_and_scheme',
    );

  test('is told up to the smaller of what each takes off', () => {
    const [little] = lowered([demand('a', 'elective', 0.001)], { 'volume_growth[elective]': 0 });
    const [much] = lowered([demand('a', 'elective', 0.2)], { 'volume_growth[elective]': 0.028 });
    // 0.1% of about 128 left, and five years of a tenth of a point of 147 × 20% claimed.
    expect(little?.amount).toBeCloseTo(0.13, 1);
    expect(much?.amount).toBeCloseTo(0.72, 1);
  });

  test('names only the schemes on what it lowers', () => {
    const [found] = lowered([demand('a', 'elective', 0.02), demand('b', 'outpatient', 0.02)], {
      'volume_growth[elective]': 0.01,
    });
    expect(found?.schemes).toEqual(['a']);
  });

  test('names every assumption of the thing that was changed', () => {
    const [found] = lowered([demand('a', 'elective', 0.02)], {
      'volume_growth[elective]': 0.01,
      'non_demographic_growth[elective]': -0.005,
    });
    expect(found?.place).toEqual(['volume_growth', 'non_demographic_growth']);
  });

  test('is silent where it raises, where it changes nothing, and where the scheme is elsewhere', () => {
    const elective = [demand('a', 'elective', 0.02)];
    expect(lowered(elective, { 'volume_growth[elective]': 0.05 })).toEqual([]);
    expect(lowered(elective, { demographic_growth: 0.01 })).toEqual([]);
    expect(lowered(elective, { 'volume_growth[outpatient]': 0.01 })).toEqual([]);
  });

  test('of prices is told for the parts of cost that those prices move', () => {
    const agency = [overhead('agency', 'agency', 0.1)];
    expect(codes(lowered(agency, { 'component_inflation[pay]': 0.005 }))).toEqual([
      'assumption_and_scheme: agency',
    ]);
    expect(lowered(agency, { 'component_inflation[drugs]': 0.005 })).toEqual([]);
    expect(lowered([demand('a', 'elective', 0.02)], { 'component_inflation[pay]': 0.005 })).toEqual(
      [],
    );
  });
});

describe('findings', () => {
  test('stand in order: what is still in the figures, the largest first', () => {
    const found = findings([
      demand('a', OLDER, 0.2),
      demand('b', OLDER, 0.1),
      business('case', { case_commissioner_saving: 9 }),
    ]);
    expect(found.map(({ code }) => code).slice(0, 2)).toEqual(['unnamed', 'overdrawn']);
    expect(found.map(({ removed }) => removed)).toEqual(
      [...found.map(({ removed }) => removed)].sort(),
    );
  });

  test('below what is worth telling are none', () => {
    expect(findings([business('case', { case_commissioner_saving: 0.04 })])).toEqual([]);
  });
});
