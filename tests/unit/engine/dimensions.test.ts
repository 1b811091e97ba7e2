import { describe, expect, test } from 'vitest';
import { buildDimensions } from '../../../shared/engine/dimensions';
import { must } from '../../helpers/load-library';
import { SMALL_DIMENSIONS } from '../../helpers/small-world';

const dimensions = must(buildDimensions(SMALL_DIMENSIONS));

describe('the lattice of dimensions', () => {
  test('maps a part to its whole and on to the group of the whole', () => {
    expect([...dimensions.map('north_ward', 'ward')]).toEqual([0, 1]);
    expect([...dimensions.map('ward', 'area')]).toEqual([0, 0, 1]);
    expect([...dimensions.map('south_ward', 'area')]).toEqual([1]);
    expect(dimensions.maps('area', 'ward')).toBe(false);
  });

  test('knows a part from a group', () => {
    expect(dimensions.isPart('north_ward', 'ward')).toBe(true);
    expect(dimensions.isPart('ward', 'area')).toBe(false);
    expect(dimensions.isPart('ward', 'ward')).toBe(false);
  });

  test('counts the elements of a product, one for no dimension and none for an empty one', () => {
    expect(dimensions.size([])).toBe(1);
    expect(dimensions.size(['ward', 'shift'])).toBe(6);
    expect(dimensions.size(['ward', 'closed_ward'])).toBe(0);
  });

  test('finds for each element of a product the one it reads', () => {
    expect([...(dimensions.indexMap(['ward', 'shift'], ['shift', 'area']) ?? [])]).toEqual([
      0, 2, 0, 2, 1, 3,
    ]);
    expect(dimensions.indexMap(['ward'], ['ward'])).toBeNull();
  });

  test('refuses an element that belongs to no group, and one named twice', () => {
    const [ward, , , , area] = SMALL_DIMENSIONS;
    const lost = buildDimensions([
      { ...ward!, elements: [...ward!.elements, { id: 'd', label: 'Ward D', type: 'west' }] },
      area!,
    ]);
    expect(lost).toMatchObject({
      ok: false,
      problems: [{ code: 'dimension.no-group', message: 'Ward D belongs to nothing in area.' }],
    });
    const twice = buildDimensions([
      { ...ward!, elements: [...ward!.elements, ward!.elements[0]!] },
    ]);
    expect(twice).toMatchObject({ ok: false, problems: [{ code: 'dimension.duplicate-element' }] });
  });
});
