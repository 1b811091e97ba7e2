import { describe, expect, test } from 'vitest';
import { builtOn, removeScenario, renameScenario } from '../../../shared/document/edit-scenarios';
import { addScheme, removeScheme, renameScheme } from '../../../shared/document/edit-schemes';
import type { GivenCell } from '../../../shared/domain/cell';
import type { FootbridgeDocument } from '../../../shared/domain/document';

const cell = (at: Record<string, string>): GivenCell => ({
  line: 'effect',
  at,
  value: 1,
  mark: 'assumption',
  source: 'made up',
});

const DOCUMENT: FootbridgeDocument = {
  title: 'Testshire',
  footprint: {
    id: 'testshire',
    number: 1,
    name: 'Testshire',
    region: 'Nowhere',
    population: { value: 1_000_000, mark: 'recalled', source: 'made up' },
    organisations: [],
    cells: [],
  },
  horizon: { first: 2015, last: 2017 },
  cells: [cell({ kind: 'a' }), cell({ kind: 'b' }), cell({ setting: 'a' })],
  lines: [],
  schemes: [
    { id: 'a', name: 'A', type: 'kind' },
    { id: 'b', name: 'B', type: 'kind' },
  ],
  scenarios: [
    { id: 'do-nothing', name: 'Do nothing', on: [], off: [], cells: [] },
    { id: 'plan', name: 'The plan', parent: 'do-nothing', on: ['a'], off: [], cells: [] },
    {
      id: 'child',
      name: 'A variant',
      parent: 'plan',
      on: ['b'],
      off: ['a'],
      cells: [cell({ scheme: 'a' })],
    },
    { id: 'grandchild', name: 'Its own', parent: 'child', on: [], off: [], cells: [] },
  ],
};

const TYPE = { id: 'demand_measure', label: 'Demand measure' };

describe('a scheme', () => {
  test('is added with a name and an id of its own, on in the scenario on show', () => {
    const once = addScheme(DOCUMENT, TYPE, 'plan');
    const twice = addScheme(once.document, TYPE, 'plan');
    expect(twice.document.schemes.slice(2)).toEqual([
      { id: 'demand-measure', name: 'Demand measure', type: 'demand_measure' },
      { id: 'demand-measure-2', name: 'Demand measure 2', type: 'demand_measure' },
    ]);
    expect(twice.scheme).toBe('demand-measure-2');
    expect(twice.document.scenarios[1]?.on).toEqual(['a', 'demand-measure', 'demand-measure-2']);
  });

  test('is never switched on in do nothing', () => {
    const { document } = addScheme(DOCUMENT, TYPE, 'do-nothing');
    expect(document.schemes).toHaveLength(3);
    expect(document.scenarios).toEqual(DOCUMENT.scenarios);
  });

  test('is removed with its values and from every scenario, and nothing else is', () => {
    const after = removeScheme(DOCUMENT, 'a');
    expect(after.schemes.map(({ id }) => id)).toEqual(['b']);
    expect(after.cells).toEqual([cell({ kind: 'b' }), cell({ setting: 'a' })]);
    expect(after.scenarios.map(({ on, off, cells }) => [on, off, cells])).toEqual([
      [[], [], []],
      [[], [], []],
      [['b'], [], []],
      [[], [], []],
    ]);
    expect(removeScheme(DOCUMENT, 'nowhere')).toBe(DOCUMENT);
  });

  test('is renamed, but not to nothing', () => {
    expect(renameScheme(DOCUMENT, 'a', ' Better ').schemes[0]?.name).toBe('Better');
    expect(renameScheme(DOCUMENT, 'a', '  ')).toBe(DOCUMENT);
    expect(renameScheme(DOCUMENT, 'a', 'A')).toBe(DOCUMENT);
  });
});

describe('a scenario', () => {
  test('is renamed, but not to nothing', () => {
    expect(renameScenario(DOCUMENT, 'plan', 'Ours').scenarios[1]?.name).toBe('Ours');
    expect(renameScenario(DOCUMENT, 'plan', '')).toBe(DOCUMENT);
  });

  test('is removed with all that are built on it', () => {
    expect(builtOn(DOCUMENT, 'plan')).toEqual(['child', 'grandchild']);
    expect(removeScenario(DOCUMENT, 'plan').scenarios.map(({ id }) => id)).toEqual(['do-nothing']);
    expect(removeScenario(DOCUMENT, 'grandchild').scenarios).toHaveLength(3);
  });

  test('stays where it is do nothing or is not there', () => {
    expect(removeScenario(DOCUMENT, 'do-nothing')).toBe(DOCUMENT);
    expect(removeScenario(DOCUMENT, 'nowhere')).toBe(DOCUMENT);
  });
});
