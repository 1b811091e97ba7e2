/** Lines that never change are calculated once; which ones those are must follow every way a year can enter. */
import { describe, expect, test } from 'vitest';
import { findSteady } from '../../../shared/engine/steady';
import { layValues } from '../../../shared/engine/values';
import {
  cell,
  HORIZON,
  line,
  runSmall,
  SMALL_CELLS,
  smallProgram,
} from '../../helpers/small-world';

const LINES = [
  line('double', ['ward'], 'beds * 2', { unit: 'bed' }),
  line('first_cost', [], 'base(cost) * 2', { unit: 'GBP million' }),
  line('age', [], 'years_from_start'),
  line('aged', ['ward'], 'double * (1 + age)', { unit: 'bed' }),
  line('index', [], 'prev(index) * 2', { opening: '1' }),
  line('named', [], 'at(cost, "2016/17")', { unit: 'GBP million' }),
  line('pot', ['ward'], undefined, { collects: true, unit: 'bed' }),
  line('gift', ['ward'], 'aged', { unit: 'bed', contributesTo: 'pot' }),
];

function steadyLines(cells: Parameters<typeof layValues>[2][number] = [], draw: typeof cells = []) {
  const program = smallProgram(LINES);
  const given = layValues(program, HORIZON, [SMALL_CELLS, cells]);
  const steady = findSteady(program, given, [
    { given: layValues(program, HORIZON, [draw], given) },
  ]);
  return program.lines.filter((each) => steady[each.index]).map((each) => each.definition.id);
}

describe('a line is the same in every year', () => {
  test('when it reads only such lines, or the first year of any', () => {
    expect(steadyLines()).toEqual(['beds', 'north_beds', 'double', 'first_cost']);
  });

  test('until one of its values is given for one year, in common or in a draw', () => {
    const one = [cell('beds', 9, { ward: 'a' }, 2016)];
    expect(steadyLines(one)).toEqual(['north_beds', 'first_cost']);
    expect(steadyLines([], one)).toEqual(['north_beds', 'first_cost']);
  });

  test('and calculating it once changes no number', () => {
    const { read } = runSmall(LINES, [], [[], [cell('beds', 9, { ward: 'a' }, 2016)]]);
    expect(read.series('double', { ward: 'a' })).toEqual([6, 6, 6]);
    expect(read.series('double', { ward: 'a' }, 1)[1]).toBe(18);
    expect(read.series('aged', { ward: 'b' })).toEqual([8, 16, 24]);
    expect(read.series('pot', { ward: 'b' })).toEqual([8, 16, 24]);
    expect(read.series('first_cost', {})).toEqual([20, 20, 20]);
    expect(read.series('index', {})).toEqual([1, 2, 4]);
  });
});
