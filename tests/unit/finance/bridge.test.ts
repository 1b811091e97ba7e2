/** Bridges between scenarios, with as many schemes as a plan may have. */
import { expect, test } from 'vitest';
import { createDocument } from '../../../shared/document/create-document';
import { bridgeScenarios } from '../../../shared/finance/bridge';
import { openModel, runScenarios } from '../../../shared/finance/open-model';
import { positionAt } from '../../../shared/finance/position';
import { readProjection } from '../../../shared/finance/read-projection';
import { edit, NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';

test('a bridge has a step for each scheme, however many there are, and adds up', async () => {
  const library = await loadLibrary();
  const start = must(createDocument(library, NCL));
  const schemes = Array.from({ length: 14 }, (_, i) => ({
    id: `care-${i}`,
    name: `Care ${i}`,
    type: 'social_care_investment',
  }));
  const [doNothing] = start.scenarios;
  if (!doNothing) throw new Error('A document has no scenario');
  const all = {
    id: 'all',
    name: 'All',
    parent: doNothing.id,
    on: schemes.map(({ id }) => id),
    off: [],
    cells: [],
  };
  const document = { ...start, cells: [], schemes, scenarios: [doNothing, all] };
  const model = must(openModel(library, document));
  const split = bridgeScenarios(model, doNothing, all);
  expect(split.parts.map(({ id }) => id)).toEqual(schemes.map(({ id }) => id));
  // Fourteen equal schemes have fourteen equal steps.
  for (const part of split.parts) {
    expect(part.effect.total).toBeCloseTo(split.parts[0]?.effect.total ?? Number.NaN, 9);
  }
  const reader = readProjection(runScenarios(model, document.scenarios));
  expect(split.start.total).toBeCloseTo(positionAt(reader, 5, 0).total, 9);
  expect(split.end.total).toBeCloseTo(positionAt(reader, 5, 1).total, 9);
  const moved = split.parts.reduce((sum, part) => sum + part.effect.total, 0);
  expect(split.start.total + moved).toBeCloseTo(split.end.total, 9);
});

test('what a scenario assumes differently is one step, and schemes that both run are told where they differ', async () => {
  const library = await loadLibrary();
  const start = must(createDocument(library, NCL));
  const other = {
    id: 'other',
    name: 'Dearer care homes',
    parent: 'combined',
    on: [],
    off: ['reconfiguration'],
    cells: [edit('volume_growth', 0.02), edit('care_home_cost_each', 600)],
  };
  const document = { ...start, scenarios: [...start.scenarios, other] };
  const model = must(openModel(library, document));
  const combined = document.scenarios.find(({ id }) => id === 'combined');
  if (!combined) throw new Error('No combined scenario');
  const split = bridgeScenarios(model, combined, other);
  const step = (id: string) => split.parts.find((part) => part.id === id);
  expect(step('reconfiguration')?.label).toMatch(/^Without /);
  expect(step('care-homes')?.effect.total).toBeLessThan(0);
  expect(step('assumptions')?.effect.total).toBeGreaterThan(0);
  const moved = split.parts.reduce((sum, part) => sum + part.effect.total, 0);
  expect(split.start.total + moved).toBeCloseTo(split.end.total, 9);
});
