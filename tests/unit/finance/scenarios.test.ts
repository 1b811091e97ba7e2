import { beforeAll, describe, expect, test } from 'vitest';
import type { FootbridgeDocument } from '../../../shared/domain/document';
import type { Library } from '../../../shared/domain/library';
import type { Scenario } from '../../../shared/domain/scenario';
import { findScenario, lineage, runScenarios, schemesOn } from '../../../shared/finance/open-model';
import { readProjection } from '../../../shared/finance/read-projection';
import {
  DURHAM,
  edit,
  NCL,
  openFootprint,
  readScenarios,
  scenarioIndex,
  years,
} from '../../helpers/footprints';
import { loadLibrary } from '../../helpers/load-library';
import { bytesOf, line } from '../../helpers/small-world';

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

const scenario = (id: string, parts: Partial<Scenario> = {}): Scenario => ({
  id,
  name: id,
  parent: 'do-nothing',
  on: [],
  off: [],
  cells: [],
  ...parts,
});

const withScenarios =
  (...more: Scenario[]) =>
  (document: FootbridgeDocument): FootbridgeDocument => ({
    ...document,
    scenarios: [...document.scenarios, ...more],
  });

describe('a scenario', () => {
  test("switches on its parents' schemes and its own, less those it switches off", () => {
    const { document } = openFootprint(
      library,
      NCL,
      withScenarios(
        scenario('child', { parent: 'combined', off: ['care-homes', 'care-models'] }),
        scenario('grandchild', { parent: 'child', on: ['care-models'], off: ['reconfiguration'] }),
      ),
    );
    const on = (id: string) =>
      schemesOn(document, document.scenarios.find((each) => each.id === id)!);
    expect(on('do-nothing')).toEqual([]);
    expect(on('combined')).toEqual(['reconfiguration', 'care-homes', 'care-models', 'social-care']);
    expect(on('child')).toEqual(['reconfiguration', 'social-care']);
    expect(on('grandchild')).toEqual(['care-models', 'social-care']);
  });

  test('knows its ancestors, and a ring of parents ends where it closes', () => {
    const { document } = openFootprint(
      library,
      NCL,
      withScenarios(scenario('egg', { parent: 'hen' }), scenario('hen', { parent: 'egg' })),
    );
    const ids = (id: string) =>
      lineage(document, document.scenarios.find((each) => each.id === id)!).map((each) => each.id);
    expect(ids('combined')).toEqual(['do-nothing', 'combined']);
    expect(ids('egg')).toEqual(['hen', 'egg']);
  });

  test('that is not there is told with the nearest', () => {
    const { document } = openFootprint(library, NCL);
    expect(findScenario(document, 'combind')).toMatchObject({
      ok: false,
      problems: [{ code: 'scenario.unknown', remedy: "Did you mean 'combined'?" }],
    });
  });

  test('gives the same numbers alone as side by side with others', () => {
    const model = openFootprint(library, DURHAM);
    const all = readScenarios(model);
    for (const [draw, each] of model.document.scenarios.entries()) {
      const alone = readProjection(runScenarios(model, [each]));
      for (const year of years(all)) {
        expect(alone.value('system_position', {}, year)).toBe(
          all.value('system_position', {}, year, draw),
        );
      }
    }
  });

  test('that changes nothing equals do nothing to the bit', () => {
    const model = openFootprint(library, NCL, withScenarios(scenario('same')));
    const of = (id: string) =>
      bytesOf(
        runScenarios(
          model,
          model.document.scenarios.filter((each) => each.id === id),
        ),
      );
    expect(of('same')).toBe(of('do-nothing'));
    expect(of('acute')).not.toBe(of('do-nothing'));
  });

  test('that changes a value gives what the same change to the whole document gives', () => {
    const edits = [
      edit('volume_growth', 0.05, { setting: 'emergency' }, 2018),
      edit('allocation_growth', 0.01, { commissioner_type: 'ccg' }, 2019),
      edit('precept_rate', 0.03, {}, 2017),
      edit('component_inflation', 0.04, { cost_component: 'pay' }),
      edit('trust_income', 300, { provider: 'RRV' }),
    ];
    for (const cells of [...edits.map((each) => [each]), edits]) {
      const over = openFootprint(library, NCL, withScenarios(scenario('changed', { cells })));
      const whole = openFootprint(library, NCL, (document) => ({ ...document, cells }));
      const [own, document] = [readScenarios(over), readScenarios(whole)];
      const draw = scenarioIndex(over, 'changed');
      for (const year of years(own)) {
        const value = own.value('system_position', {}, year, draw);
        expect(value).toBe(document.value('system_position', {}, year, 0));
      }
      expect(own.value('system_position', {}, 5, draw)).not.toBe(
        own.value('system_position', {}, 5, 0),
      );
    }
  });

  test('that changes one year leaves the years around it as they were', () => {
    const model = openFootprint(
      library,
      NCL,
      withScenarios(
        scenario('dear', {
          cells: [edit('allocation_growth', 0.5, { commissioner_type: 'ccg' }, 2018)],
        }),
      ),
    );
    const reader = readScenarios(model);
    const growth = reader.series(
      'allocation_growth',
      { commissioner_type: 'ccg' },
      scenarioIndex(model, 'dear'),
    );
    const shipped = reader.series('allocation_growth', { commissioner_type: 'ccg' }, 0);
    expect(growth).toEqual(shipped.map((value, year) => (year === 3 ? 0.5 : value)));
  });

  test('may change what its parent changed', () => {
    const model = openFootprint(
      library,
      NCL,
      withScenarios(
        scenario('dear', { cells: [edit('tariff_efficiency_outside', 0.05, {}, 2018)] }),
        scenario('dearer', {
          parent: 'dear',
          cells: [edit('tariff_efficiency_outside', 0.07, {}, 2019)],
        }),
      ),
    );
    const series = readScenarios(model).series(
      'tariff_efficiency_outside',
      {},
      scenarioIndex(model, 'dearer'),
    );
    expect(series.slice(1)).toEqual([0.02, 0.02, 0.05, 0.07, 0.02]);
  });
});

describe('an edit of one year of an input that has a formula', () => {
  test('leaves the other years to the formula', () => {
    const plain = readScenarios(openFootprint(library, NCL));
    for (const id of ['care_unit_cost_growth', 'non_demographic_growth']) {
      const at = id === 'non_demographic_growth' ? { setting: 'emergency' } : {};
      const cells = [edit(id, 0.07, at, 2018)];
      const reader = readScenarios(
        openFootprint(library, NCL, (document) => ({ ...document, cells })),
      );
      const before = plain.series(id, at);
      expect(reader.series(id, at), id).toEqual(
        before.map((value, year) => (year === 3 ? 0.07 : value)),
      );
    }
  });

  test('leaves the years before it, and those after it grow from it', () => {
    const [council = ''] = openFootprint(library, NCL).program.dimensions.elements('council');
    const cells = [
      edit('council_base_budget', 90, { council }, 2018),
      edit('council_base_budget_growth', 0.1),
    ];
    const plain = readScenarios(
      openFootprint(library, NCL, (document) => ({ ...document, cells: cells.slice(1) })),
    );
    const reader = readScenarios(
      openFootprint(library, NCL, (document) => ({ ...document, cells })),
    );
    const [own, before] = [reader, plain].map((each) =>
      each.series('council_base_budget', { council }),
    );
    expect(own?.slice(0, 3)).toEqual(before?.slice(0, 3));
    expect(own?.[3]).toBe(90);
    expect(own?.[4]).toBeCloseTo(99, 9);
    expect(own?.[5]).toBeCloseTo(108.9, 9);
  });
});

describe("the document's own lines", () => {
  const own = (parts: Parameters<typeof line>) => ({ ...line(...parts), file: 'document' });

  test('feed a collector and stand in for shipped lines', () => {
    const model = openFootprint(library, NCL, (document) => ({
      ...document,
      lines: [
        own(['winter_pressure', ['provider'], '1', { unit: 'number' }]),
        own([
          'provider_inflation',
          [],
          '0.05',
          { unit: 'percent a year', replaces: true, input: false },
        ]),
        own(['price_by_component', [], '0', { unit: 'yes or no', replaces: true, input: false }]),
      ],
    }));
    expect(model.problems).toEqual([]);
    const reader = readScenarios(model);
    // Five per cent a year in place of the published rates, and built from the overall rate.
    expect(reader.value('price_index_funded', {}, 5)).toBeCloseTo(1.05 ** 5, 12);
  });

  test('of a shipped name are refused unless they replace it', () => {
    const model = openFootprint(library, NCL, (document) => ({
      ...document,
      lines: [own(['allocation', ['commissioner'], '1', { unit: 'GBP million' }])],
    }));
    expect(model.problems).toMatchObject([{ code: 'line.duplicate', place: { file: 'document' } }]);
  });

  test('with a fault spare every line that does not need them', () => {
    const model = openFootprint(library, NCL, (document) => ({
      ...document,
      lines: [own(['mine', [], 'volume_grwoth * 2'])],
    }));
    expect(model.problems).toMatchObject([
      { code: 'formula.unknown-name', remedy: expect.stringContaining('Did you mean') },
    ]);
    expect(readScenarios(model).value('sector_position', { sector: 'nhs' }, 5)).toBeCloseTo(
      -876,
      3,
    );
  });
});

test('values that point at nothing are told with their place and the nearest name', () => {
  const model = openFootprint(library, NCL, (document) => ({
    ...document,
    cells: [edit('volume_grwth', 1), edit('volume_growth', 1, { setting: 'emergancy' })],
    scenarios: [
      ...document.scenarios,
      scenario('odd', { cells: [edit('volume_growth', 1, { ward: 'a' })] }),
    ],
  }));
  expect(model.problems).toMatchObject([
    {
      code: 'cell.unknown-line',
      place: { path: 'cells' },
      remedy: "Did you mean 'volume_growth'?",
    },
    { code: 'cell.unknown-element', remedy: "Did you mean 'emergency'?" },
    { code: 'cell.unknown-dimension', place: { path: "scenario 'odd'" } },
  ]);
});
