// A document of three scenarios and two schemes, made up.

import type { FootbridgeDocument } from '../../../../shared/domain/document';

export const documentOf = (): FootbridgeDocument => ({
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
  cells: [],
  lines: [],
  schemes: [
    { id: 'a', name: 'A', type: 'kind' },
    { id: 'b', name: 'B', type: 'kind' },
  ],
  scenarios: [
    { id: 'do-nothing', name: 'Do nothing', on: [], off: [], cells: [] },
    { id: 'plan', name: 'The plan', parent: 'do-nothing', on: ['a'], off: [], cells: [] },
    { id: 'child', name: 'A variant', parent: 'plan', on: [], off: [], cells: [] },
  ],
});
