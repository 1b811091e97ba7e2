import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { createDocument } from '../../../shared/document/create-document';
import { setCell } from '../../../shared/document/edit-cells';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import { bridgeReport } from '../../../shared/report/bridge-report';
import { buildViews } from '../../../shared/report/build-views';
import type { Bridge, ReportTable } from '../../../shared/report/table';
import type { Views } from '../../../shared/report/view-types';
import { BSOL, NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';

let library: Library;
let ncl: FootbridgeDocument;
let views: Views;

beforeAll(async () => {
  library = await loadLibrary();
  ncl = must(createDocument(library, NCL));
  views = must(buildViews(library, ncl, { scenario: 'combined', comparator: 'do-nothing' }));
});

const row = (table: ReportTable, id: string) => {
  const found = table.rows.find((each) => each.id === id);
  if (!found) throw new Error(`No row ${id} in ${table.id}`);
  return found;
};

const column = (table: ReportTable, id: string, year: number): number =>
  row(table, id).values[year] ?? Number.NaN;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Each bar begins where the last one ended, whatever side of zero that is. */
function chained({ steps }: Bridge): void {
  steps.slice(1, -1).forEach((step, i) => {
    expect(step.start).toBe(steps[i]?.end);
    expect(step.end).toBe(step.start + step.value);
  });
  expect(steps[0]).toMatchObject({ kind: 'start', start: 0 });
  expect(steps.at(-1)).toMatchObject({ kind: 'total', start: 0 });
}

describe('a bridge', () => {
  const position = (nhs: number) => ({ nhs, socialCare: 0, total: nhs });
  const split = (start: number, effects: readonly number[]) => ({
    start: position(start),
    end: position(start + sum(effects)),
    parts: effects.map((value, i) => ({
      id: `p${i}`,
      label: `Part ${i}`,
      effect: position(value),
    })),
  });
  const text = { title: 'T', year: '2020/21', startLabel: 'Before', endLabel: 'After' };

  test('hangs its bars through zero', () => {
    const { steps, imbalance } = bridgeReport(split(-10, [25, -30, 5]), 'nhs', text);
    expect(steps.map(({ start, end }) => [start, end])).toEqual([
      [0, -10],
      [-10, 15],
      [15, -15],
      [-15, -10],
      [0, -10],
    ]);
    expect(imbalance).toBe(0);
  });

  test('says in a sentence what moves it, largest first, and leaves out what rounds to nothing', () => {
    expect(bridgeReport(split(-10, [2, 0.01, -30]), 'total', text).sentence).toBe(
      'Before −£10.0m, After −£38.0m: Part 2 −£30.0m; Part 0 +£2.0m.',
    );
    expect(bridgeReport(split(-10, []), 'total', text).sentence).toBe(
      'Before −£10.0m, After −£10.0m, and nothing moves it.',
    );
  });

  test('chains and balances whatever the steps', () => {
    const money = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(money, fc.array(money, { maxLength: 10 }), (start, effects) => {
        const bridge = bridgeReport(split(start, effects), 'nhs', text);
        chained(bridge);
        expect(Math.abs(bridge.imbalance)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('the views of a document', () => {
  test('have a column for each year and numbers in each', () => {
    expect(views.years).toEqual(['2015/16', '2016/17', '2017/18', '2018/19', '2019/20', '2020/21']);
    for (const table of [views.doNothing, views.transformed, views.assumptions]) {
      expect(table.columns).toEqual(views.years);
      for (const row of table.rows.filter((each) => each.kind !== 'heading')) {
        const { id, kind, unit, values } = row;
        expect(values, `${id} ${kind}`).toHaveLength(6);
        expect(
          // Growth plays no part in the first year, and its cell is left empty.
          (unit.endsWith(' a year') ? values.slice(1) : values).every(
            (value) => value !== null && Number.isFinite(value),
          ),
          id,
        ).toBe(true);
      }
    }
    const growth = views.assumptions.rows.filter(
      (row) => row.unit.endsWith(' a year') && row.kind === 'input',
    );
    expect(growth.length).toBeGreaterThan(10);
    for (const { id, values } of growth) expect(values[0], id).toBeNull();
    expect(views.problems).toEqual([]);
  });

  test('give every row of a table an id of its own', () => {
    for (const table of [
      views.doNothing,
      views.transformed,
      views.assumptions,
      views.baseline,
      views.schemes,
    ]) {
      const ids = table.rows.map((each) => each.id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  test('show the published gap met, the calibrated line and its size', () => {
    const last = 5;
    expect(column(views.doNothing, 'system.nhs', last)).toBeCloseTo(-876, 3);
    const pressures = views.doNothing.rows.filter((each) => each.id.startsWith('pressure.'));
    expect(pressures.some((each) => each.mark === 'calibrated')).toBe(true);
    expect(views.headline.published).toMatchObject({ value: -876, scope: 'nhs', mark: 'verified' });
    expect(views.headline.localPressures.nhs).toBeLessThan(0);
    expect(views.headline.doNothing.nhs).toBeCloseTo(-876, 3);
    const birmingham = must(
      buildViews(library, must(createDocument(library, BSOL)), {
        scenario: 'combined',
        comparator: 'do-nothing',
      }),
    );
    expect(birmingham.headline).toMatchObject({ scope: 'total', published: { value: -712 } });
    expect(birmingham.headline.doNothing.socialCare).toBeCloseTo(-130, 3);
  });

  test('add organisations up to their groups and to the system', () => {
    for (const table of [views.doNothing, views.transformed]) {
      for (let year = 0; year < 6; year += 1) {
        const groups = ['commissioners', 'providers', 'councils'];
        for (const group of groups) {
          const total = column(table, `${group}.position`, year);
          const members = table.rows.filter(
            (each) => each.id.startsWith(`${group}.`) && each.level === 2,
          );
          expect(members.length).toBeGreaterThan(1);
          expect(sum(members.map((each) => each.values[year] ?? Number.NaN))).toBeCloseTo(total, 8);
        }
        const pressures = table.rows.filter((each) => each.id.startsWith('pressure.'));
        const all = sum([
          ...groups.map((group) => column(table, `${group}.position`, year)),
          ...pressures.map((each) => each.values[year] ?? Number.NaN),
        ]);
        expect(all).toBeCloseTo(column(table, 'system.total', year), 8);
        const sectors =
          column(table, 'system.nhs', year) + column(table, 'system.social_care', year);
        expect(sectors).toBeCloseTo(column(table, 'system.total', year), 8);
      }
    }
  });

  test('tell the same numbers in the table, the headline, the summaries and the bridge', () => {
    const combined = views.scenarios.find((each) => each.id === 'combined');
    const total = column(views.transformed, 'system.total', 5);
    expect(views.headline.residual.total).toBe(total);
    expect(combined?.residual.total).toBe(total);
    expect(combined?.gapByYear.map((each) => each.total)).toEqual(
      row(views.transformed, 'system.total').values,
    );
    expect(views.bridge.steps.at(-1)?.value).toBeCloseTo(views.headline.residual.nhs, 9);
    expect(views.bridge.steps[0]?.value).toBeCloseTo(views.headline.doNothing.nhs, 9);
    expect(views.headline.schemesNet.total).toBeCloseTo(
      total - column(views.doNothing, 'system.total', 5),
      9,
    );
  });

  test('chain the bars of both bridges, and mark the calibrated one', () => {
    for (const bridge of [views.bridge, views.causes]) {
      chained(bridge);
      expect(Math.abs(bridge.imbalance)).toBeLessThan(1e-6);
    }
    expect(views.bridge.steps.map((each) => each.id)).toEqual([
      'start',
      'care-homes',
      'care-models',
      'reconfiguration',
      'social-care',
      'end',
    ]);
    expect(views.causes.steps.find((each) => each.id === 'local')?.mark).toBe('calibrated');
  });

  test('mark every assumption that is given, and give its source', () => {
    const given = views.assumptions.rows.filter((each) => each.kind === 'input');
    expect(given.length).toBeGreaterThan(100);
    for (const each of given) {
      expect(each.mark, each.id).toBeTruthy();
      expect(each.source, each.id).toBeTruthy();
    }
  });

  test('tint the cell that was edited and no other', () => {
    const edited = setCell(ncl, {
      scenario: null,
      line: 'volume_growth',
      at: { setting: 'emergency' },
      year: 2018,
      value: 0.05,
    });
    const after = must(
      buildViews(library, edited, { scenario: 'combined', comparator: 'do-nothing' }),
    );
    const tinted = after.assumptions.rows.filter((each) => each.overridden?.includes(true));
    expect(tinted.map((each) => [each.id, each.overridden])).toEqual([
      ['volume_growth.emergency', [false, false, false, true, false, false]],
    ]);
    expect(row(after.assumptions, 'volume_growth.emergency').values[3]).toBe(0.05);
    const before = row(views.assumptions, 'volume_growth.emergency').values;
    expect(row(after.assumptions, 'volume_growth.emergency').values[4]).toBe(before[4]);
    expect(views.assumptions.rows.some((each) => each.overridden?.includes(true))).toBe(false);
  });

  test('keep a row in sight that was set to nothing', () => {
    const at = { commissioner_type: 'ccg', service: 'ae' };
    const edited = setCell(ncl, { scenario: null, line: 'spend_share', at, value: 0 });
    const after = must(
      buildViews(library, edited, { scenario: 'combined', comparator: 'do-nothing' }),
    );
    expect(row(after.assumptions, 'spend_share.ccg.ae').values).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('tell who loses on the way, worst first, and never under do nothing', () => {
    const byId = new Map(views.scenarios.map((each) => [each.id, each]));
    expect(byId.get('do-nothing')?.worseOff).toEqual([]);
    const changes = byId.get('combined')?.worseOff.map((each) => each.change) ?? [];
    expect(changes.length).toBeGreaterThan(0);
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    expect(changes.every((each) => each <= -0.05)).toBe(true);
  });

  test('count the years after the first in the cumulative gap', () => {
    for (const each of views.scenarios) {
      expect(each.cumulative.total).toBeCloseTo(
        sum(each.gapByYear.slice(1).map((gap) => gap.total)),
        8,
      );
      expect(each.cumulative.nhs + each.cumulative.socialCare).toBeCloseTo(
        each.cumulative.total,
        8,
      );
    }
  });

  test('are refused for a scenario or a comparator that is not there', () => {
    const refused = buildViews(library, ncl, { scenario: 'combind', comparator: 'do-nothin' });
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ remedy: "Did you mean 'combined'?" }, { remedy: "Did you mean 'do-nothing'?" }],
    });
  });

  test('are the same bytes twice', () => {
    const again = must(
      buildViews(library, ncl, { scenario: 'combined', comparator: 'do-nothing' }),
    );
    expect(JSON.stringify(again)).toBe(JSON.stringify(views));
  });
});
