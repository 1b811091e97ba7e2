/** Bridges between scenarios with more differences than can be split one by one. */
import { expect, test } from 'vitest';
import { createDocument } from '../../../shared/document/create-document';
import { MOST_PARTS } from '../../../shared/finance/attribution';
import { bridgeScenarios, positionAt } from '../../../shared/finance/bridge';
import { openModel, runScenarios } from '../../../shared/finance/open-model';
import { readProjection } from '../../../shared/finance/read-projection';
import { NCL } from '../../helpers/footprints';
import { loadLibrary, must } from '../../helpers/load-library';

test('beyond the parts that can be split, the last schemes go as one step and the bridge still adds up', async () => {
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
  const document = { ...start, schemes, scenarios: [doNothing, all] };
  const model = must(openModel(library, document));
  const split = bridgeScenarios(model, doNothing, all);
  expect(split.parts).toHaveLength(MOST_PARTS);
  expect(split.parts.at(-1)?.label).toBe(`${14 - (MOST_PARTS - 1)} more schemes together`);
  const reader = readProjection(runScenarios(model, document.scenarios));
  expect(split.start.total).toBeCloseTo(positionAt(reader, 5, 0).total, 9);
  expect(split.end.total).toBeCloseTo(positionAt(reader, 5, 1).total, 9);
  const moved = split.parts.reduce((sum, part) => sum + part.effect.total, 0);
  expect(split.start.total + moved).toBeCloseTo(split.end.total, 9);
}, 30_000);
