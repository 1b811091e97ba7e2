import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../../shared/errors/problem';
import { bytesOf, cell, line, runSmall, smallProgram } from '../../helpers/small-world';

const YEARS = [0, 1, 2];

/** The values of a line in a year, element by element. */
function valuesOf(world: ReturnType<typeof runSmall>, id: string, year = 2, draw = 0): number[] {
  const found = world.program.byId.get(id);
  return Array.from({ length: found?.size ?? 0 }, (_, element) =>
    world.projection.value(found?.index ?? -1, year, element, draw),
  );
}

const clean = (world: ReturnType<typeof runSmall>) =>
  expect([...world.program.problems, ...world.projection.problems].map(describeProblem)).toEqual(
    [],
  );

describe('dimensions in formulas', () => {
  test('a reference with fewer dimensions broadcasts', () => {
    const world = runSmall(
      [
        line('rate', ['shift'], undefined),
        line('x', ['ward', 'shift'], 'beds * rate * years_from_start', { unit: 'bed' }),
        line('y', ['ward', 'shift'], '7'),
      ],
      [cell('rate', 10, { shift: 'day' }), cell('rate', 100, { shift: 'night' })],
    );
    clean(world);
    expect(valuesOf(world, 'x')).toEqual([60, 600, 80, 800, 100, 1000]);
    expect(valuesOf(world, 'y')).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('a value of an area reaches each of its wards, and a value of a ward its own part', () => {
    const world = runSmall(
      [
        line('grant', ['area'], undefined),
        line('x', ['ward'], 'grant * beds', { unit: 'bed' }),
        line('y', ['north_ward'], 'beds - north_beds + grant * beds', { unit: 'bed' }),
      ],
      [cell('grant', 2, { area: 'north' }), cell('grant', 10, { area: 'south' })],
    );
    clean(world);
    expect(valuesOf(world, 'x')).toEqual([6, 8, 50]);
    expect(valuesOf(world, 'y')).toEqual([6, 8]);
  });

  test('sums go over one dimension, several, or a part of one', () => {
    const world = runSmall([
      line('x', ['ward', 'shift'], 'beds * (1 + years_from_start)', { unit: 'bed' }),
      line('by_shift', ['shift'], 'sum(x, ward)', { unit: 'bed' }),
      line('by_ward', ['ward'], 'sum(x, shift)', { unit: 'bed' }),
      line('all', [], 'sum(x, ward, shift)', { unit: 'bed' }),
      line('north', ['shift'], 'sum(x, north_ward)', { unit: 'bed' }),
    ]);
    clean(world);
    expect(valuesOf(world, 'by_shift')).toEqual([36, 36]);
    expect(valuesOf(world, 'by_ward')).toEqual([18, 24, 30]);
    expect(valuesOf(world, 'all')).toEqual([72]);
    expect(valuesOf(world, 'north')).toEqual([21, 21]);
  });

  test('sum_by, widen and pick keep the other dimensions in their places', () => {
    const world = runSmall(
      [
        line('x', ['shift', 'ward'], 'beds * if(calendar_year > 0, 1, 0)', { unit: 'bed' }),
        line('grouped', ['shift', 'area'], 'sum_by(x, area)', { unit: 'bed' }),
        line('wide', ['shift', 'ward'], 'widen(north_beds * rate, ward)', { unit: 'bed' }),
        line('rate', ['shift'], undefined),
        line('picked', ['shift'], 'pick(wide, ward, "b")', { unit: 'bed' }),
        line('part', [], 'pick(beds, north_ward, "b")', { unit: 'bed' }),
      ],
      [cell('rate', 1, { shift: 'day' }), cell('rate', 10, { shift: 'night' })],
    );
    clean(world);
    expect(valuesOf(world, 'grouped')).toEqual([7, 5, 7, 5]);
    expect(valuesOf(world, 'wide')).toEqual([3, 4, 0, 30, 40, 0]);
    expect(valuesOf(world, 'picked')).toEqual([4, 40]);
    expect(valuesOf(world, 'part')).toEqual([4]);
  });

  test('shares are taken within each element of the other dimensions', () => {
    const world = runSmall(
      [
        line('rate', ['shift'], undefined),
        line('x', ['ward', 'shift'], 'share(beds * rate, ward)'),
        line('y', ['ward', 'shift'], 'share(beds * rate, shift)'),
      ],
      [cell('rate', 1, { shift: 'day' }), cell('rate', 3, { shift: 'night' })],
    );
    clean(world);
    expect(valuesOf(world, 'x')).toEqual([3, 3, 4, 4, 5, 5].map((beds) => beds / 12));
    expect(valuesOf(world, 'y')).toEqual([0.25, 0.75, 0.25, 0.75, 0.25, 0.75]);
  });

  test('over an empty dimension a sum is nothing, a product one and the largest nothing', () => {
    const world = runSmall([
      line('x', ['closed_ward', 'shift'], 'beds / beds * 5'),
      line('total', ['shift'], 'sum(x, closed_ward)'),
      line('kept', ['shift'], 'product(1 - x, closed_ward)'),
      line('most', ['shift'], 'largest(x, closed_ward)'),
      line('wide', ['ward', 'shift'], 'widen(x, ward)'),
    ]);
    clean(world);
    expect(valuesOf(world, 'total')).toEqual([0, 0]);
    expect(valuesOf(world, 'kept')).toEqual([1, 1]);
    expect(valuesOf(world, 'most')).toEqual([0, 0]);
    expect(valuesOf(world, 'wide')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('years', () => {
  test('an opening formula serves the first year and prev() the others', () => {
    const world = runSmall([line('x', [], 'prev(x) * 2 + 1', { opening: '3' })]);
    clean(world);
    expect(YEARS.map((year) => valuesOf(world, 'x', year)[0])).toEqual([3, 7, 15]);
  });

  test('prev, base and at read other years of another line', () => {
    const world = runSmall([
      line('before', [], 'prev(cost)', { opening: '0', unit: 'GBP million' }),
      line('first', [], 'base(cost)', { unit: 'GBP million' }),
      line('named', [], 'at(cost, "2016/17")', { opening: '0', unit: 'GBP million' }),
    ]);
    clean(world);
    expect(YEARS.map((year) => valuesOf(world, 'before', year)[0])).toEqual([0, 10, 20]);
    expect(YEARS.map((year) => valuesOf(world, 'first', year)[0])).toEqual([10, 10, 10]);
    expect(YEARS.map((year) => valuesOf(world, 'named', year)[0])).toEqual([0, 20, 20]);
  });

  test('lines may look back at lines further down, and at each other', () => {
    const world = runSmall([
      line('left', [], 'prev(right) + 1', { opening: '1' }),
      line('right', [], 'left * 10', {}),
    ]);
    clean(world);
    expect(YEARS.map((year) => valuesOf(world, 'right', year)[0])).toEqual([10, 110, 1110]);
  });

  test('a year ahead is an error in the years before it', () => {
    const world = runSmall([line('x', [], 'at(cost, "2016/17")', { unit: 'GBP million' })]);
    expect(YEARS.map((year) => valuesOf(world, 'x', year)[0])).toEqual([Number.NaN, 20, 20]);
    expect(world.projection.problems).toMatchObject([
      { code: 'value.not-a-number', place: { line: 'x', year: '2015/16' } },
    ]);
  });
});

describe('order', () => {
  test('two lines that need each other in the same year give the chain of their names', () => {
    const program = smallProgram([line('hen', [], 'egg + 1'), line('egg', [], 'hen * 2')]);
    expect(program.problems).toMatchObject([
      {
        code: 'line.cycle',
        message: 'These lines need each other in the same year: hen → egg → hen.',
        place: { line: 'hen' },
      },
    ]);
  });

  test('a longer ring is told once, and lines outside it still calculate', () => {
    const world = runSmall([
      line('one', [], 'three'),
      line('two', [], 'one'),
      line('three', [], 'two'),
      line('needs_one', [], 'one + 1'),
      line('free', [], '4'),
    ]);
    expect(world.program.problems.map((each) => each.message)).toEqual([
      'These lines need each other in the same year: one → three → two → one.',
    ]);
    expect(valuesOf(world, 'free')).toEqual([4]);
    expect(valuesOf(world, 'needs_one')).toEqual([Number.NaN]);
  });

  test('a line that needs itself is a ring, and one that looks back at itself is none', () => {
    expect(smallProgram([line('x', [], 'x + 1')]).problems).toMatchObject([{ code: 'line.cycle' }]);
    expect(smallProgram([line('x', [], 'prev(x) + 1', { opening: '0' })]).problems).toEqual([]);
  });

  test('a ring in the first year only is found', () => {
    const program = smallProgram([
      line('x', [], 'prev(x)', { opening: 'y' }),
      line('y', [], 'prev(x)', { opening: 'x' }),
    ]);
    expect(program.problems.map((each) => each.code)).toEqual(['line.cycle']);
  });

  test('lines calculate alike in whatever order they are written', () => {
    const lines = [
      line('c', [], 'b + a'),
      line('b', [], 'a * 2'),
      line('a', [], 'years_from_start + 1'),
    ];
    const there = runSmall(lines);
    const back = runSmall([...lines].reverse());
    for (const id of ['a', 'b', 'c']) expect(valuesOf(there, id)).toEqual(valuesOf(back, id));
  });
});

describe('errors', () => {
  test('a fault in a formula marks the lines that need it and spares the rest', () => {
    const world = runSmall([
      line('wrong', [], 'nothing_of_the_kind + 1'),
      line('second', [], 'wrong * 2'),
      line('third', [], 'prev(second)', { opening: '1' }),
      line('total', [], undefined, { collects: true, input: false }),
      line('part', [], 'wrong', { contributesTo: 'total' }),
      line('right', [], '2 + 2'),
    ]);
    expect(world.program.problems).toHaveLength(1);
    const marked = ['wrong', 'second', 'third', 'total', 'part', 'right'].filter((id) =>
      world.projection.isMarked(world.program.byId.get(id)?.index ?? -1),
    );
    expect(marked).toEqual(['wrong', 'second', 'third', 'total', 'part']);
    expect(valuesOf(world, 'right')).toEqual([4]);
    expect(world.projection.problems).toEqual([]);
  });

  test('a line of unknown unit or dimension is marked with all that need it', () => {
    const world = runSmall([
      line('unit_wrong', ['ward'], '1', { unit: 'GBP milion' }),
      line('over_wrong', ['wrad'], '1'),
      line('second', [], 'sum(unit_wrong, ward) + over_wrong'),
      line('right', [], '1'),
    ]);
    expect(world.program.problems).toMatchObject([
      { code: 'unit.unknown', remedy: "Did you mean 'GBP million'?" },
      { code: 'dimension.unknown' },
    ]);
    const marked = ['unit_wrong', 'over_wrong', 'second', 'right'].map((id) =>
      world.projection.isMarked(world.program.byId.get(id)?.index ?? -1),
    );
    expect(marked).toEqual([true, true, true, false]);
  });

  test('a missing value is told with its line, year and element, once, where it starts', () => {
    const world = runSmall(
      [
        line('rate', ['ward'], undefined, { label: 'Rate of pay', extend: 'none' }),
        line('x', ['ward'], 'rate + 1'),
      ],
      [
        cell('rate', 1, { ward: 'a' }),
        cell('rate', 1, { ward: 'c' }),
        cell('rate', 1, { ward: 'b' }, 2015),
      ],
    );
    expect(world.projection.problems).toEqual([
      {
        code: 'value.missing',
        message: 'A value is missing.',
        place: { line: 'Rate of pay', year: '2016/17', element: 'Ward B' },
        remedy: "Give 'rate' a value for that year.",
      },
    ]);
    expect(valuesOf(world, 'x')).toEqual([2, Number.NaN, 2]);
  });

  test('a division by nothing is told with its formula', () => {
    const world = runSmall(
      [line('x', ['ward'], '1 / (beds - beds)', { unit: 'number' })].map((each) => ({
        ...each,
        formula: '1 / (beds / beds - 1)',
      })),
    );
    expect(world.projection.problems).toMatchObject([
      {
        code: 'value.not-a-number',
        place: { line: 'x', year: '2015/16', element: 'Ward A', formula: '1 / (beds / beds - 1)' },
        remedy: 'Use ratio(a, b) where b can be nothing.',
      },
    ]);
  });

  test('an error never turns back into a number further down', () => {
    const world = runSmall([
      line('missing', [], undefined),
      line('endless', [], '1 / (calendar_year - calendar_year)'),
      ...['missing', 'endless'].flatMap((bad) => [
        line(`if_${bad}`, [], `if(${bad} > 0, 1, 2)`),
        line(`truth_${bad}`, [], `if(${bad}, 1, 2)`),
        line(`equal_${bad}`, [], `${bad} == 3`),
        line(`unequal_${bad}`, [], `${bad} != 3`),
        line(`both_${bad}`, [], `both(${bad}, 1)`),
        line(`ratio_${bad}`, [], `ratio(1, ${bad})`),
        line(`over_${bad}`, [], `1 / ${bad}`),
        line(`power_${bad}`, [], `${bad} ^ 0`),
        line(`one_${bad}`, [], `1 ^ ${bad}`),
        line(`held_${bad}`, [], `between(${bad}, 0, 1)`),
        line(`least_${bad}`, [], `min(${bad}, 1)`),
        line(
          `share_${bad}`,
          ['ward'],
          `share(widen(north_beds / north_beds * ${bad}, ward), ward)`,
        ),
      ]),
      line('inside', [], '1 / (1 / (calendar_year - calendar_year))'),
    ]);
    expect(world.program.problems.map(describeProblem)).toEqual([]);
    for (const { definition, index, size } of world.program.lines.slice(3)) {
      expect(world.projection.isMarked(index), definition.id).toBe(true);
      expect(world.projection.value(index, 2, size - 1), definition.id).toBeNaN();
    }
    expect(world.projection.problems.map((each) => each.place?.line)).toEqual([
      'missing',
      'endless',
      'inside',
    ]);
  });

  test('a branch that is not taken may hold an error', () => {
    const world = runSmall([line('x', [], 'if(1 > 2, 1 / 0, 5)')]);
    expect(valuesOf(world, 'x')).toEqual([5]);
  });
});

describe('given values', () => {
  test('stand over the formula of an input, in the years they are for', () => {
    const world = runSmall(
      [line('x', [], 'years_from_start', { input: true, extend: 'none' })],
      [cell('x', 100, {}, 2016)],
    );
    expect(YEARS.map((year) => valuesOf(world, 'x', year)[0])).toEqual([0, 100, 2]);
  });

  test('hold to the years after, and the first holds to the years before', () => {
    const world = runSmall([line('x', [], undefined)], [cell('x', 5, {}, 2016)]);
    expect(YEARS.map((year) => valuesOf(world, 'x', year)[0])).toEqual([5, 5, 5]);
  });

  test('fall to nothing in other years where the line says so', () => {
    const world = runSmall(
      [line('x', [], undefined, { extend: 'zero' })],
      [cell('x', 5, {}, 2016)],
    );
    expect(YEARS.map((year) => valuesOf(world, 'x', year)[0])).toEqual([0, 5, 0]);
  });

  test('of a later layer stand over those of an earlier one, and of one year over every year', () => {
    const world = runSmall(
      [line('x', ['ward'], undefined)],
      [
        cell('x', 1),
        cell('x', 2, { ward: 'b' }),
        cell('x', 9, { ward: 'b' }, 2016),
        cell('x', 3, { ward: 'c' }),
      ],
    );
    expect(valuesOf(world, 'x', 1)).toEqual([1, 9, 3]);
    expect(valuesOf(world, 'x', 2)).toEqual([1, 2, 3]);
  });

  test('of lines and elements that are not there are passed over', () => {
    const world = runSmall(
      [line('x', ['ward'], '1', { input: true })],
      [cell('no_such_line', 1), cell('x', 5, { ward: 'z' })],
    );
    clean(world);
    expect(valuesOf(world, 'x')).toEqual([1, 1, 1]);
  });
});

describe('draws', () => {
  test('a single draw lays its values over the common ones', () => {
    const world = runSmall(
      [line('x', [], undefined), line('y', [], 'x * 2')],
      [cell('x', 1)],
      [[cell('x', 5)]],
    );
    expect(valuesOf(world, 'y')).toEqual([10]);
  });

  test('a line that no draw changes keeps one draw, and a line that one changes keeps all', () => {
    const world = runSmall(
      [
        line('x', ['ward'], undefined),
        line('y', [], 'sum(x, ward)'),
        line('z', [], 'prev(y)', { opening: '0' }),
        line('same', [], 'cost * 2', { unit: 'GBP million' }),
        line('total', [], undefined, { collects: true, input: false }),
        line('part', ['ward'], 'x', { contributesTo: 'total' }),
      ],
      [cell('x', 1)],
      [[], [cell('x', 5, { ward: 'b' })], [cell('x', 7, {}, 2017)]],
    );
    const widths = Object.fromEntries(
      world.program.lines.map((each) => [each.definition.id, world.projection.width(each.index)]),
    );
    expect(widths).toEqual({
      beds: 1,
      north_beds: 1,
      cost: 1,
      x: 3,
      y: 3,
      z: 3,
      same: 1,
      total: 3,
      part: 3,
    });
    expect([0, 1, 2].map((draw) => valuesOf(world, 'y', 2, draw)[0])).toEqual([3, 7, 21]);
    expect([0, 1, 2].map((draw) => valuesOf(world, 'same', 2, draw)[0])).toEqual([80, 80, 80]);
  });

  test('an error in one draw leaves the others alone', () => {
    const world = runSmall(
      [line('x', [], undefined), line('y', [], '1 / x')],
      [cell('x', 1)],
      [[], [cell('x', 0)], [cell('x', 4)]],
    );
    expect([0, 1, 2].map((draw) => valuesOf(world, 'y', 2, draw)[0])).toEqual([
      1,
      Number.NaN,
      0.25,
    ]);
    expect(world.projection.problems).toMatchObject([{ code: 'value.not-a-number' }]);
  });
});

describe("an analyst's own lines", () => {
  test('a second line of the same id is refused with both places', () => {
    const program = smallProgram([line('cost', [], '1', { file: 'document', label: 'My cost' })]);
    expect(program.problems).toMatchObject([
      {
        code: 'line.duplicate',
        message: "'cost' is defined twice, in test and in document.",
        place: { line: 'My cost', file: 'document' },
      },
    ]);
  });

  test('a line that replaces another stands in its place for every line that reads it', () => {
    const world = runSmall(
      [
        line('double', [], 'cost * 2', { unit: 'GBP million' }),
        line('cost', [], 'base(rent) * 3', {
          unit: 'GBP million',
          file: 'document',
          replaces: true,
        }),
        line('rent', [], undefined, { unit: 'GBP million' }),
      ],
      [cell('rent', 7)],
    );
    expect(world.program.problems).toEqual([]);
    expect(world.program.lines.filter((each) => each.definition.id === 'cost')).toHaveLength(1);
  });

  test('a value given to the replaced input does not stand over the formula of its replacement', () => {
    const world = runSmall([
      line('cost', [], '11', { unit: 'number', file: 'document', replaces: true, input: false }),
    ]);
    expect(valuesOf(world, 'cost')).toEqual([11]);
  });

  test('a replacement of nothing is told with the nearest name', () => {
    expect(smallProgram([line('csot', [], '1', { replaces: true })]).problems).toMatchObject([
      { code: 'line.nothing-to-replace', remedy: "Did you mean 'cost'?" },
    ]);
  });

  test('a line with neither formula nor values is refused', () => {
    expect(smallProgram([line('x', [], undefined, { input: false })]).problems).toMatchObject([
      { code: 'line.no-formula' },
    ]);
  });
});

describe('collectors', () => {
  test('add up what the lines that name them contribute, along parts and groups', () => {
    const world = runSmall([
      line('total', ['ward', 'shift'], undefined, { collects: true, input: false }),
      line('from_all', ['ward', 'shift'], '1', { contributesTo: 'total' }),
      line('from_north', ['shift', 'north_ward'], '10', { contributesTo: 'total' }),
      line('by_area', ['area'], undefined, { collects: true, input: false, unit: 'bed' }),
      line('own_beds', ['ward'], 'beds', { contributesTo: 'by_area', unit: 'bed' }),
    ]);
    clean(world);
    expect(valuesOf(world, 'total')).toEqual([11, 11, 11, 11, 1, 1]);
    expect(valuesOf(world, 'by_area')).toEqual([7, 5]);
  });

  test('that nobody contributes to hold nothing', () => {
    const world = runSmall([line('total', ['ward'], undefined, { collects: true, input: false })]);
    clean(world);
    expect(valuesOf(world, 'total')).toEqual([0, 0, 0]);
  });

  test('refuse contributions in another unit', () => {
    const program = smallProgram([
      line('total', [], undefined, { collects: true, input: false, unit: 'GBP million' }),
      line('part', [], undefined, { contributesTo: 'total', unit: 'GBP thousand' }),
    ]);
    expect(program.problems).toMatchObject([
      {
        code: 'unit.clash',
        message: "It is in GBP thousand and contributes to 'total', which is in GBP million.",
        place: { line: 'part' },
      },
    ]);
  });

  test('refuse a contributor that does not range over what they range over', () => {
    const program = smallProgram([
      line('total', ['ward'], undefined, { collects: true, input: false }),
      line('part', ['shift'], '5', { contributesTo: 'total' }),
      line('other', [], '5', { contributesTo: 'totl' }),
    ]);
    expect(program.problems).toMatchObject([
      { code: 'dimension.no-map', place: { line: 'part' } },
      { code: 'line.no-collector', remedy: "Did you mean 'total'?" },
    ]);
  });

  test('are not lines that one can contribute to unless they collect', () => {
    const program = smallProgram([
      line('plain', [], '1'),
      line('part', [], '5', { contributesTo: 'plain' }),
    ]);
    expect(program.problems.map((each) => each.code)).toEqual(['line.no-collector']);
  });
});

test('two runs of one program give the same bytes, whatever ran in between', () => {
  const lines = [
    line('x', ['ward'], 'beds ^ 2 / 3 * exp(years_from_start / 7)', { unit: 'number' }),
  ].map((each) => ({
    ...each,
    formula: '(beds / base(beds)) ^ 1.3 / 3 * exp(years_from_start / 7)',
  }));
  const first = bytesOf(runSmall(lines).projection);
  runSmall(lines, [cell('beds', 99)]);
  expect(bytesOf(runSmall(lines).projection)).toBe(first);
});

describe('a fault in a line that looks back', () => {
  const told = (world: ReturnType<typeof runSmall>) =>
    world.projection.problems.map(({ code, place }) => [code, place?.line, place?.year]);

  test('at itself is told at the year in which it starts', () => {
    const world = runSmall([
      line('nothing', [], '0'),
      line('index', [], 'prev(index) / nothing', { opening: '1' }),
      line('user', [], 'index + 1'),
    ]);
    expect(told(world)).toEqual([['value.not-a-number', 'index', '2016/17']]);
  });

  test('round a ring of two lines is told where it starts', () => {
    const world = runSmall([
      line('one', [], 'prev(two) / (1 - years_from_start)', { opening: '1' }),
      line('two', [], 'prev(one)', { opening: '1' }),
    ]);
    expect(told(world)).toEqual([['value.not-a-number', 'one', '2016/17']]);
  });

  test('beyond what a number can hold is told too', () => {
    const world = runSmall([line('index', [], 'prev(index) * 1e300', { opening: '1e200' })]);
    expect(told(world)).toEqual([['value.not-a-number', 'index', '2016/17']]);
  });
});
