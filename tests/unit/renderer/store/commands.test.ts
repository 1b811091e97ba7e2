import { describe, expect, test } from 'vitest';
import { schemesOn, setCells, switchScheme } from '../../../../renderer/store/commands';
import { resetTargets } from '../../../../renderer/store/reset-targets';
import { documentOf } from './document-fixture';

describe('switchScheme', () => {
  const document = documentOf();

  test('says only what differs from the parent', () => {
    const on = switchScheme(document, 'child', 'b', true);
    expect(on.scenarios.find(({ id }) => id === 'child')).toMatchObject({ on: ['b'], off: [] });
    const off = switchScheme(document, 'child', 'a', false);
    expect(off.scenarios.find(({ id }) => id === 'child')).toMatchObject({ on: [], off: ['a'] });
  });

  test('back and forth leaves nothing behind', () => {
    const there = switchScheme(document, 'child', 'a', false);
    expect(switchScheme(there, 'child', 'a', true)).toEqual(document);
  });

  test('reaches the scenarios below', () => {
    expect([...schemesOn(document, 'child')]).toEqual(['a']);
    const without = switchScheme(document, 'plan', 'a', false);
    expect([...schemesOn(without, 'child')]).toEqual([]);
  });
});

describe('resetTargets', () => {
  const address = { line: 'growth', at: { setting: 'emergency' } };
  const edit = (scenario: string | null, value: number) => ({
    ...address,
    scenario,
    year: 2016,
    value,
  });

  test('takes the scenario’s own value before its parent’s, and that before the document’s', () => {
    const all = setCells(documentOf(), [edit(null, 1), edit('plan', 2), edit('child', 3)]);
    expect(resetTargets(all, 'child', address, 2016)).toEqual([
      { ...address, scenario: 'child', year: 2016 },
    ]);
    const two = setCells(documentOf(), [edit(null, 1), edit('plan', 2)]);
    expect(resetTargets(two, 'child', address, 2016)[0]?.scenario).toBe('plan');
    const one = setCells(documentOf(), [edit(null, 1)]);
    expect(resetTargets(one, 'child', address, 2016)[0]?.scenario).toBeNull();
  });

  test('finds nothing where nothing was changed', () => {
    const edited = setCells(documentOf(), [edit(null, 1)]);
    expect(resetTargets(edited, 'child', address, 2017)).toEqual([]);
    expect(resetTargets(edited, 'child', { line: 'growth', at: {} }, 2016)).toEqual([]);
  });
});
