import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeDocument } from '../../shared/document/document-file';
import { encodeDocument } from '../../shared/document/encode-document';
import type { GivenCell } from '../../shared/domain/cell';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import type { Model } from '../../shared/finance/open-model';
import type { Reader } from '../../shared/finance/read-projection';
import '../helpers/fixed-seed';
import {
  DURHAM,
  edit,
  NCL,
  openFootprint,
  readScenarios,
  SWL,
  scenarioIndex,
  withCells,
  years,
} from '../helpers/footprints';
import { loadLibrary, must } from '../helpers/load-library';

let library: Library;
let durham: Model;
/** To 2030/31, so that what opens can be seen. */
let swl: Model;

/** The footprint's document with its reconfigurations only, so that many runs take little time. */
function openSites(footprint: string, last: number): Model {
  return openFootprint(library, footprint, (document) => {
    const schemes = document.schemes.filter((each) => each.type === 'acute_reconfiguration');
    const ids = schemes.map((each) => each.id);
    return {
      ...document,
      horizon: { first: 2015, last },
      schemes,
      cells: library.workedScenarios?.get(footprint)?.cells ?? [],
      scenarios: document.scenarios.filter((each) => each.on.every((id) => ids.includes(id))),
    };
  });
}

beforeAll(async () => {
  library = await loadLibrary();
  durham = openSites(DURHAM, 2020);
  swl = openSites(SWL, 2030);
});

const CLASSES = ['ambulance', 'walk_in_major', 'minor', 'elective', 'maternity'];
const AVERAGE = { acute_reconfiguration: 'reconfiguration' };

describe('an acute reconfiguration of sites without names', () => {
  const dates = fc.record({
    start: fc.integer({ min: 2016, max: 2019 }),
    decision: fc.double({ min: 0.25, max: 3, noNaN: true }),
    full: fc.double({ min: 0.25, max: 4, noNaN: true }),
    delay: fc.double({ min: 0, max: 2, noNaN: true }),
  });
  type Dates = { start: number; decision: number; full: number; delay: number };
  const cellsOf = ({ start, decision, full, delay }: Dates) => [
    edit('scheme_start', start, { scheme: 'reconfiguration' }),
    edit('years_to_decision', decision),
    edit('years_to_full_effect', full),
    edit('delivery_delay', delay),
  ];
  /** A quarter of the time for approval, half of it for building, a tenth for double running. */
  const phases = ({ start, decision, full, delay }: Dates) => {
    const approval = start + decision + full * 0.25;
    const beds = approval + full * 0.5 + delay;
    return { approval, beds, opening: beds + full * 0.1 };
  };
  const acute = (model: Model) => scenarioIndex(model, 'acute');

  test('releases nothing and improves nobody before the switch', () => {
    fc.assert(
      fc.property(dates, (chosen) => {
        const edited = withCells(durham, cellsOf(chosen));
        const reader = readScenarios(edited);
        const draw = acute(edited);
        const { opening } = phases(chosen);
        for (const year of years(reader)) {
          const released = reader.value('gross_release', AVERAGE, year, draw);
          if (2015 + year + 1 <= opening - 1e-9) {
            expect(released).toBe(0);
            expect(reader.total('scheme_effect', year, draw)).toBeLessThanOrEqual(1e-12);
            expect(reader.value('system_position', {}, year, draw)).toBeLessThanOrEqual(
              reader.value('system_position', {}, year, 0) + 1e-9,
            );
          } else if (2015 + year + 1 > opening + 1e-9) {
            expect(released).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('spends its capital between approval and new beds, all of it and no more', () => {
    fc.assert(
      fc.property(dates, (chosen) => {
        const edited = withCells(durham, cellsOf(chosen));
        const reader = readScenarios(edited);
        const draw = acute(edited);
        const { approval, beds } = phases(chosen);
        const total = reader.value('capital_total', AVERAGE, 0, draw);
        const scheme = { scheme: 'reconfiguration' };
        // Spent in the prices of the year, so taken back to the first year's.
        const spent = years(reader).map(
          (year) =>
            reader.value('capital_spend', scheme, year, draw) /
            reader.value('deflator_index', {}, year, draw),
        );
        const share = (Math.min(beds, 2021) - Math.min(approval, 2021)) / (beds - approval);
        expect(spent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total * share, 8);
        // Nothing stands in the books beyond what was built.
        for (const year of years(reader)) {
          const assets = reader.value('net_assets', scheme, year, draw);
          expect(assets).toBeGreaterThanOrEqual(-1e-9);
          expect(assets).toBeLessThanOrEqual(
            total * reader.value('deflator_index', {}, year, draw) + 1e-9,
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test('charges depreciation and the PDC dividend to the trusts, and capital to nobody', () => {
    // All of the saving is realised, nothing flows out and no cap holds it, so that only charges differ.
    const plain = [
      edit('reconfiguration_realisation', 1),
      edit('outflow_share', 0),
      edit('net_saving_cap', 10),
      // Approval 2016.5 + 0.25 x 2 = 2017, beds 2017 + 0.5 x 2 + 0.5 = 2018.5.
      ...cellsOf({ start: 2016, decision: 0.5, full: 2, delay: 0.5 }),
    ];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (perBed) => {
        const [dear, free] = [perBed, 0].map((price) => {
          const edited = withCells(durham, [...plain, edit('capital_cost_per_bed', price)]);
          return { reader: readScenarios(edited), draw: acute(edited) };
        }) as [{ reader: Reader; draw: number }, { reader: Reader; draw: number }];
        const total = dear.reader.value('capital_total', AVERAGE, 0, dear.draw);
        let book = 0;
        let built = 0;
        for (const year of years(dear.reader)) {
          // Straight line over 40 years from 2018.5, 3.5% on the average of net assets.
          const from = 2015 + year;
          const overlap = (low: number, high: number) =>
            Math.max(0, Math.min(from + 1, high) - Math.max(from, low));
          const prices = dear.reader.value('deflator_index', {}, year, dear.draw);
          const spent = ((total * overlap(2017, 2018.5)) / 1.5) * prices;
          built += spent;
          const worn = (built / 40) * overlap(2018.5, 9999);
          const next = book + spent - worn;
          const charge = worn + (0.035 * (book + next)) / 2;
          const change =
            dear.reader.value('system_position', {}, year, dear.draw) -
            free.reader.value('system_position', {}, year, free.draw);
          expect(change).toBeCloseTo(-charge, 7);
          const spend = { scheme: 'reconfiguration' };
          expect(dear.reader.value('capital_spend', spend, year, dear.draw)).toBeCloseTo(spent, 8);
          book = next;
        }
      }),
      { numRuns: 15 },
    );
  });

  test('saves no more than is believable of the turnover it merges', () => {
    const edited = withCells(durham, [
      edit('semi_fixed_release', 1),
      edit('fixed_release', 1),
      ...cellsOf({ start: 2016, decision: 0.25, full: 0.25, delay: 0 }),
    ]);
    const reader = readScenarios(edited);
    const value = (line: string, year: number) => reader.value(line, AVERAGE, year, acute(edited));
    for (const year of years(reader)) {
      const turnover =
        value('average_site_cost', year) *
        value('merged_sites', year) *
        reader.value('price_index', {}, year, acute(edited));
      expect(value('reconfiguration_net_saving', year)).toBeLessThanOrEqual(0.03 * turnover + 1e-9);
    }
    expect(value('release_realised', 5)).toBeGreaterThan(0);
  });

  test('names nobody: no site loses or receives anything', () => {
    const reader = readScenarios(swl);
    for (const site of swl.program.dimensions.elements('site')) {
      for (const line of ['work_received', 'beds_received', 'beds_lost', 'site_cost_closing']) {
        expect(reader.value(line, { ...AVERAGE, site }, 5, 0)).toBe(0);
      }
    }
  });
});

/**
 * South West London with round figures. Five sites of £100m; 650, 550, 100, 100 and 100 beds; all half an
 * hour from everywhere; prices stand still. St Helier closes.
 */
const SITE_BEDS = { 'st-georges': 650, croydon: 550, kingston: 100, 'st-helier': 100, epsom: 100 };
const AT = { acute_reconfiguration: 'four-sites' };
const ROUND = [
  edit('site_cost', 100),
  ...Object.entries(SITE_BEDS).map(([site, beds]) => edit('site_beds', beds, { site })),
  edit('travel_minutes', 30),
  edit('site_pfi', 0),
  edit('component_inflation', 0),
  edit('pension_step', 0),
  edit('gdp_deflator', 0),
  edit('volume_growth', 0),
  edit('stay_change', 0),
];
const closes = (site: string, of: Record<string, string> = {}) =>
  edit('site_loses', 1, { ...AT, site, ...of });

function run(more: readonly GivenCell[]) {
  const edited = withCells(swl, [...ROUND, ...more]);
  const reader = readScenarios(edited);
  const draw = scenarioIndex(edited, 'four-sites');
  return {
    reader,
    draw,
    value: (line: string, at: Record<string, string> = {}, year = 15) =>
      reader.value(line, { ...AT, ...at }, year, draw),
    scheme: (line: string, at: Record<string, string> = {}, year = 15) =>
      reader.value(line, { scheme: 'four-sites', ...at }, year, draw),
  };
}

describe('closing a named site, worked by hand', () => {
  test('moves its work and its beds', () => {
    const { value } = run([closes('st-helier')]);
    const over = (line: string) =>
      swl.program.dimensions
        .elements('ccg')
        .flatMap((ccg) => CLASSES.map((each) => value(line, { ccg, activity_class: each })))
        .reduce((sum, each) => sum + each, 0);
    // £100m, 3% of it minor, three quarters of that seen locally; 5% of the other 97.75 leaves.
    expect(over('work_displaced')).toBeCloseTo(100, 9);
    expect(over('work_kept_locally')).toBeCloseTo(2.25, 9);
    expect(over('work_leaving')).toBeCloseTo(4.8875, 9);
    expect(value('work_received', { site: 'st-helier' })).toBe(0);
    // 92.8625 shared by 650, 550, 100 and 100 beds of 1,400.
    expect(value('work_received', { site: 'st-georges' })).toBeCloseTo(43.114732, 6);
    expect(value('work_received', { site: 'epsom' })).toBeCloseTo(6.633036, 6);
    // 100 beds, none of them for minor work, 95 of them stay in the footprint.
    expect(value('beds_lost', { site: 'st-helier' })).toBeCloseTo(100, 9);
    expect(value('beds_received', { site: 'croydon' })).toBeCloseTo((95 * 550) / 1400, 9);
    expect(value('beds_reprovided')).toBeCloseTo(95, 9);
    expect(value('extra_travel')).toBeCloseTo(0, 9);
  });

  test('releases 13.25% of the cost that closes, and 6.25% where the building is kept', () => {
    // 45% x 10% + 35% x 25% of 97.75; under PFI 45% x 10% + 35% x 5%.
    expect(run([closes('st-helier')]).value('gross_release')).toBeCloseTo(12.951875, 9);
    const pfi = [closes('st-helier'), edit('site_pfi', 1, { site: 'st-helier' })];
    expect(run(pfi).value('gross_release')).toBeCloseTo(97.75 * 0.0625, 9);
    const other = [closes('st-helier'), edit('site_pfi', 1, { site: 'kingston' })];
    expect(run(other).value('gross_release')).toBeCloseTo(12.951875, 9);
    // A downgrade: ambulances and other major emergencies are 34% of cost.
    const downgrade = ['ambulance', 'walk_in_major'].map((each) =>
      closes('st-helier', { activity_class: each }),
    );
    expect(run(downgrade).value('gross_release')).toBeCloseTo(34 * 0.0625, 9);
  });

  test('builds the beds and pays for them where the patients go', () => {
    const { value, scheme, reader, draw } = run([closes('st-helier')]);
    // 95 beds at £0.53m and 24%.
    expect(value('capital_total')).toBeCloseTo(62.434, 9);
    const spent = years(reader).map((year) => scheme('capital_spend', {}, year));
    expect(spent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(62.434, 9);
    const charges = scheme('capital_charges', {}, 12);
    const net = (organisation: string) =>
      reader.value('recurrent_effect', { scheme: 'four-sites', organisation }, 12, draw);
    // Kingston receives 100 of 1,400 parts and is far below 600 beds.
    expect(net('RAX')).toBeCloseTo((-charges * 100) / 1400, 9);
  });

  test('costs a site above 600 beds by the beds it adds', () => {
    const { value } = run([closes('st-helier')]);
    // St George's: 650 beds and 44.107 more; 5% of that part of its £143.1m.
    const more = (95 * 650) / 1400;
    const loss = (143.114732 * more * 0.05) / (650 + more);
    expect(value('scale_loss', { site: 'st-georges' })).toBeCloseTo(loss, 6);
    // Croydon: 550 and 37.3 stay below 600.
    expect(value('scale_loss', { site: 'croydon' })).toBe(0);
    // With 590 beds it reaches 600 and the beds beyond count.
    const large = run([closes('st-helier'), edit('site_beds', 590, { site: 'croydon' })]);
    const received = (95 * 590) / 1440;
    const work = (92.8625 * 590) / 1440;
    expect(large.value('scale_loss', { site: 'croydon' })).toBeCloseTo(
      ((100 + work) * (received - 10) * 0.05) / (590 + received),
      8,
    );
  });

  test('keeps to its phases', () => {
    const { value, scheme } = run([closes('st-helier')]);
    // From 2017: 3 years to decide; of 4.5 years a quarter to approve, half to build with a year of delay,
    // a tenth of double running, the rest to release.
    const dates = [
      'decision_date',
      'approval_date',
      'beds_date',
      'opening_date',
      'full_effect_date',
    ];
    expect(dates.map((line) => Number(value(line).toFixed(3)))).toEqual([
      2020, 2021.125, 2024.375, 2024.825, 2025.5,
    ]);
    for (const year of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      for (const line of ['gross_release', 'outflow_loss', 'ambulance_cost', 'release_realised'])
        expect(value(line, {}, year)).toBe(0);
    }
    expect(scheme('capital_spend', {}, 5)).toBe(0);
    // 2024/25: 0.175 of the year after the switch, half released on average.
    expect(value('gross_release', {}, 9)).toBeCloseTo(12.951875 * 0.0875, 9);
    // 2025/26: half a year of releasing, half a year of all of it.
    expect(value('gross_release', {}, 10)).toBeCloseTo(12.951875 * 0.75, 9);
    expect(value('outflow_loss', {}, 10)).toBeCloseTo(97.75 * 0.05 * 0.8, 9);
    // Double running, a tenth of the cost that closes, in the 0.45 years before the switch.
    expect(value('reconfiguration_double_running', {}, 9)).toBeCloseTo(9.775, 9);
    // Slippage moves the switch and saves nothing.
    const late = run([closes('st-helier'), edit('works_overrun', 0.39)]);
    expect(late.value('opening_date')).toBeCloseTo(2024.825 + 0.39 * 2.25, 9);
  });

  test('without capital builds, closes and saves nothing, and has paid for the programme', () => {
    const refused = run([closes('st-helier'), edit('capital_approved', 0)]);
    const approved = run([closes('st-helier')]);
    for (const year of years(refused.reader)) {
      expect(refused.scheme('capital_spend', {}, year)).toBe(0);
      expect(refused.scheme('capital_charges', {}, year)).toBe(0);
      const programme = refused.value('reconfiguration_programme', {}, year);
      expect(programme).toBe(approved.value('reconfiguration_programme', {}, year));
      expect(refused.scheme('scheme_system_effect', {}, year)).toBeCloseTo(-programme, 9);
    }
    expect(refused.value('reconfiguration_programme', {}, 3)).toBeGreaterThan(0);
  });

  test('is short of the beds that are neither built nor empty', () => {
    // Croydon's patients need 547 beds: with 540 no site has an empty bed.
    const full = [closes('st-helier'), edit('site_beds', 540, { site: 'croydon' })];
    const some = run([...full, edit('beds_reprovided', 30)]);
    expect(some.value('beds_short')).toBeCloseTo(65, 6);
    expect(some.value('beds_before_closing')).toBe(0);
    expect(some.value('capital_for_beds_short')).toBeCloseTo(65 * 0.53 * 1.24, 6);
    const all = run(full);
    expect(all.value('beds_short')).toBeCloseTo(0, 9);
    expect(all.value('beds_before_closing')).toBe(1);
    // Kingston has 100 beds; it receives and builds 95 x 100 / 1,390 = 6.83.
    const more = 9500 / 1390;
    const needed = (site: string) => all.value('site_beds_needed', { site });
    const pressure = Object.keys(SITE_BEDS).reduce((sum, site) => sum + needed(site), 0) / 1490;
    const occupancy = (0.905 * (needed('kingston') + more * pressure)) / (100 + more);
    expect(all.value('occupancy_after', { site: 'kingston' })).toBeCloseTo(occupancy, 8);
    // Kingston with 600 beds for 436 takes in what it receives without building.
    const roomy = run([
      ...full,
      edit('beds_reprovided', 0),
      edit('site_beds', 600, { site: 'kingston' }),
    ]);
    const received = (95 * 600) / 1890;
    expect(needed('kingston')).toBeLessThan(600 - received);
    expect(roomy.value('site_beds_short', { site: 'kingston' })).toBe(0);
    expect(roomy.value('beds_short')).toBeCloseTo(95 - received, 6);
  });
});

describe('where displaced work goes', () => {
  const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

  test('all of it goes somewhere, whatever closes', () => {
    const sites = Object.keys(SITE_BEDS);
    const losing = fc.array(
      // One site keeps everything.
      fc.tuple(fc.constantFrom(...sites.slice(1)), fc.constantFrom(...CLASSES), part),
      { minLength: 1, maxLength: 8 },
    );
    const travel = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(losing, travel, part, part, (lost, minutes, kept, leaving) => {
        const { value } = run([
          ...lost.map(([site, each, size]) =>
            edit('site_loses', size, { ...AT, site, activity_class: each }),
          ),
          ...sites.map((site, i) => edit('travel_minutes', minutes[i] ?? 1, { site })),
          edit('local_retention', kept),
          edit('outflow_share', leaving),
        ]);
        // The last word on a site and class counts.
        const last = new Map(lost.map(([site, each, size]) => [`${site} ${each}`, { each, size }]));
        const cost: Record<string, number> = {
          ...{ ambulance: 24, walk_in_major: 10, minor: 3, elective: 57, maternity: 6 },
        };
        const displaced = [...last.values()].reduce(
          (sum, { each, size }) => sum + (cost[each] ?? 0) * size,
          0,
        );
        const received = sites.reduce((sum, site) => sum + value('work_received', { site }), 0);
        expect(received).toBeCloseTo(displaced * (1 - kept) * (1 - leaving), 7);
        expect(value('displaced_work_lost')).toBeCloseTo(0, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('ambulances go to the nearest department, others look further', () => {
    const reader = readScenarios(swl);
    const draw = scenarioIndex(swl, 'four-sites');
    const goes = (ccg: string, site: string, activity_class: string) =>
      reader.value('catchment_share', { ...AT, ccg, site, activity_class }, 5, draw);
    // Croydon's own hospital is 10 minutes away, the next open one 30.
    expect(goes('07V', 'croydon', 'ambulance')).toBeGreaterThan(0.99);
    expect(goes('07V', 'croydon', 'elective')).toBeLessThan(0.9);
    expect(goes('07V', 'st-helier', 'elective')).toBe(0);
  });

  test('closing every site, or more than all of one, is told', () => {
    const told = (cells: readonly GivenCell[]) =>
      readScenarios(withCells(swl, [...ROUND, ...cells])).projection.problems.map(describeProblem);
    expect(told([closes('st-helier')])).toEqual([]);
    const every = told([edit('site_loses', 1, AT)]).join('\n');
    expect(every).toContain('Let one site at least keep each class of work.');
    const much = told([edit('site_loses', 1.5, { ...AT, site: 'epsom' })]).join('\n');
    expect(much).toContain('Let site_loses be between 0% and 100%.');
    const never = told([closes('st-helier'), edit('years_to_build', 0)]).join('\n');
    expect(never).toContain('years_to_build be above nothing');
  });
});

describe('sites', () => {
  test('are the acute trusts where none are listed', () => {
    const ncl = openFootprint(library, NCL);
    expect(ncl.program.dimensions.elements('site')).toEqual(
      ncl.program.dimensions.elements('acute_trust'),
    );
  });

  test('split the hospital cost and the beds of their trusts in every footprint', () => {
    for (const id of [NCL, SWL, DURHAM]) {
      const model = openFootprint(library, id);
      const reader = readScenarios(model);
      const settings = ['ae', 'emergency', 'elective', 'outpatient', 'specialised'];
      for (const trust of model.program.dimensions.elements('acute_trust')) {
        const own = model.program.dimensions
          .get('site')
          .elements.filter((each) => each.type === trust);
        if (own.length === 0) continue;
        const whole = (line: string) =>
          own.reduce((sum, site) => sum + reader.value(line, { site: site.id }, 0), 0);
        const cost = settings.reduce(
          (sum, setting) => sum + reader.value('opening_cost', { provider: trust, setting }, 0),
          0,
        );
        expect(whole('site_cost')).toBeCloseTo(cost, 8);
        // 5.79 days an admission, 0.4 for £1,000 of planned or specialised care, 90.5% of 365 days.
        const activity = (setting: string) =>
          reader.value('activity', { provider: trust, setting }, 0);
        const days =
          5.79 * activity('emergency') + 0.4 * (activity('elective') + activity('specialised'));
        expect(whole('site_beds')).toBeCloseTo(days / (365 * 0.905), 6);
      }
    }
  });

  test('have their workforce from the pay part of cost', () => {
    const reader = readScenarios(openFootprint(library, NCL));
    const cost = reader.value('provider_cost', { provider: 'RAP' }, 0);
    const pay = reader.value('component_weight', { cost_component: 'pay' }, 0);
    expect(reader.value('workforce', { provider: 'RAP' }, 0)).toBeCloseTo(
      (cost * pay * 1e6) / 45000,
      6,
    );
  });
});

describe('the worked scenarios', () => {
  const cases = [
    { footprint: SWL, scenario: 'four-sites' },
    { footprint: SWL, scenario: 'three-sites' },
    { footprint: DURHAM, scenario: 'acute-medicine' },
  ];

  test('open without a problem, release nothing by 2020/21 and only cost', () => {
    for (const { footprint, scenario } of cases) {
      const model = openFootprint(library, footprint);
      expect(model.problems).toEqual([]);
      const reader = readScenarios(model);
      expect(reader.projection.problems).toEqual([]);
      const draw = scenarioIndex(model, scenario);
      expect(reader.value('gross_release', { acute_reconfiguration: scenario }, 5, draw)).toBe(0);
      const effect = reader.value('scheme_system_effect', { scheme: scenario }, 5, draw);
      expect(effect).toBeLessThan(0);
      expect(effect).toBeGreaterThan(-5);
    }
  });

  test('mark every local value as an assumption, and survive saving', () => {
    for (const footprint of [SWL, DURHAM]) {
      const { document } = openFootprint(library, footprint);
      const worked = library.workedScenarios?.get(footprint)?.cells ?? [];
      expect(worked.length).toBeGreaterThan(0);
      for (const cell of worked) expect(cell.mark).toBe('assumption');
      expect(document.cells).toEqual(expect.arrayContaining([...worked]));
      const saved = encodeDocument(document, library);
      expect(must(decodeDocument(library, saved, 'plan.footbridge'))).toEqual(document);
    }
  });

  test('put three sites about £150m of capital above four', () => {
    const reader = readScenarios(swl);
    const capital = (scheme: string) =>
      reader.value('capital_before_bias', { acute_reconfiguration: scheme }, 0, 0);
    expect(Math.abs(capital('three-sites') - capital('four-sites') - 150)).toBeLessThan(1);
  });

  test('never come near what the plan of Durham, Darlington and Tees claimed', () => {
    const model = openSites(DURHAM, 2030);
    const reader = readScenarios(model);
    const draw = scenarioIndex(model, 'acute-medicine');
    for (const year of years(reader)) {
      const at = { acute_reconfiguration: 'acute-medicine' };
      expect(reader.value('gross_release', at, year, draw)).toBeLessThan(110.7 / 4);
    }
  });
});
