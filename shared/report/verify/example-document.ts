/** A worked example as a document: its organisations, its schemes and its years, and nothing else. */
import type { FootbridgeDocument } from '../../domain/document';
import type { Example } from '../../domain/example';
import type { Library } from '../../domain/library';

export function exampleDocument(library: Library, example: Example): FootbridgeDocument {
  return {
    title: example.label,
    footprint: {
      id: example.id,
      number: 0,
      name: example.label,
      region: '',
      population: { value: 1, mark: 'assumption', source: 'worked example' },
      organisations: [
        ...example.organisations,
        { id: 'local_nhs', name: 'Local pressures, NHS', type: 'local_nhs' },
      ],
      cells: [],
    },
    horizon: example.horizon,
    cells: [],
    lines: [],
    schemes: example.schemes,
    scenarios: library.startingScenarios.slice(0, 1),
  };
}
