import { beforeAll, describe, expect, test } from 'vitest';
import type { GivenCell } from '../../../shared/domain/cell';
import type { Library } from '../../../shared/domain/library';
import { elementIds } from '../../../shared/engine/elements';
import { runScenarios } from '../../../shared/finance/open-model';
import { indexProvenance } from '../../../shared/finance/provenance';
import { readProjection } from '../../../shared/finance/read-projection';
import { edit, NCL, openFootprint } from '../../helpers/footprints';
import { loadLibrary } from '../../helpers/load-library';
import { line } from '../../helpers/small-world';

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

const EMERGENCY = { setting: 'emergency' };

function open(cells: readonly GivenCell[], own: readonly GivenCell[] = []) {
  const model = openFootprint(library, NCL, (document) => ({
    ...document,
    cells,
    scenarios: [
      ...document.scenarios,
      { id: 'own', name: 'Own', parent: 'combined', on: [], off: [], cells: own },
    ],
  }));
  const scenario = model.document.scenarios.at(-1)!;
  return { model, scenario, find: indexProvenance(model, scenario) };
}

describe('who gave a value', () => {
  test('is the library, the footprint, the document or the scenario, the last one standing', () => {
    const { find } = open(
      [edit('marginal_rate', 0.5, EMERGENCY)],
      [edit('tariff_efficiency_factor', 0.01)],
    );
    expect(find('volume_growth', EMERGENCY, 2018)).toMatchObject({ layer: 'library', exact: true });
    expect(find('population', {}, 2015)?.layer).toBe('footprint');
    expect(find('marginal_rate', EMERGENCY, 2018)).toMatchObject({
      layer: 'document',
      cell: { value: 0.5 },
    });
    expect(find('marginal_rate', { setting: 'ae' }, 2018)?.layer).toBe('library');
    expect(find('tariff_efficiency_factor', {}, 2018)?.layer).toBe('scenario');
    expect(find('allocation', { commissioner: '07M' }, 2018)).toBeUndefined();
  });

  test('of a year edited alone is the document, and of the years around it the library', () => {
    const { find } = open([edit('volume_growth', 0.05, EMERGENCY, 2018)]);
    expect(find('volume_growth', EMERGENCY, 2018)).toMatchObject({
      layer: 'document',
      exact: true,
    });
    for (const year of [2016, 2017, 2019, 2020]) {
      expect(find('volume_growth', EMERGENCY, year)?.layer, String(year)).toBe('library');
    }
  });

  test('is nobody where a calculated line has taken the place of the input', () => {
    const model = openFootprint(library, NCL, (document) => ({
      ...document,
      lines: [
        {
          ...line('tariff_efficiency_factor', [], '0.01', {
            unit: 'percent a year',
            replaces: true,
          }),
          file: 'document',
        },
      ],
    }));
    const find = indexProvenance(model, model.document.scenarios[0]!);
    expect(find('tariff_efficiency_factor', {}, 2018)).toBeUndefined();
  });

  test('agrees with the engine in every cell of every input', () => {
    const { model, scenario, find } = open(
      [
        edit('volume_growth', 0.05, EMERGENCY, 2018),
        edit('precept_rate', 0.03, {}, 2020),
        edit('opening_income', 1),
        edit('component_inflation', 0.01, {}, 2017),
        edit('component_inflation', 0.02, { cost_component: 'pay' }),
        edit('trust_income', 500, { provider: 'RRV' }, 2017),
      ],
      [edit('allocation_growth', 0.01, {}, 2019), edit('care_grant_national', 100, {}, 2018)],
    );
    const reader = readProjection(runScenarios(model, [scenario]));
    let compared = 0;
    for (const each of model.program.lines) {
      for (let element = 0; element < each.size; element += 1) {
        const ids = elementIds(each, element, model.program);
        const at = Object.fromEntries(ids.map(({ dimension, id }) => [dimension, id]));
        for (let year = 0; year < 6; year += 1) {
          const found = find(each.definition.id, at, 2015 + year);
          if (!found) continue;
          compared += 1;
          const value = reader.value(each.definition.id, at, year);
          expect([each.definition.id, at, year, value]).toEqual([
            each.definition.id,
            at,
            year,
            found.cell.value,
          ]);
        }
      }
    }
    expect(compared).toBeGreaterThan(2000);
  });
});
