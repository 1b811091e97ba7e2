import { describe, expect, test } from 'vitest';
import type { LineDefinition } from '../../../shared/domain/model-text';
import { describeProblem } from '../../../shared/errors/problem';
import { checkFormula } from '../../../shared/formula/check';
import { argumentKind, FUNCTIONS, functionNamed } from '../../../shared/formula/functions';
import { parseFormula } from '../../../shared/formula/syntax';
import type { TypedTree } from '../../../shared/formula/typed-tree';
import { parseUnit, sameUnit } from '../../../shared/units/unit';
import { must } from '../../helpers/load-library';
import { line, runSmall, SMALL_DIMENSIONS, smallProgram } from '../../helpers/small-world';

const UNITS = ['number', 'bed', 'GBP million', 'GBP', 'GBP million per GBP', 'GBP per GBP million'];

/** A line that fits the formula, whatever it ranges over and measures. */
function lineFor(formula: string): LineDefinition {
  const { dimensions, byId } = smallProgram([]);
  const lines = new Map(
    [...byId].map(([id, each]) => [id, { over: each.over, unit: each.unit }] as const),
  );
  const typed: TypedTree = must(checkFormula(must(parseFormula(formula)), { lines, dimensions }));
  const unit = UNITS.find((each) => sameUnit(must(parseUnit(each)), typed.unit));
  // What looks back has nothing to look at in the first year; these tests read the last.
  return line('result', typed.over, formula, { opening: '0', ...(unit ? { unit } : {}) });
}

function resultOf(formula: string): number {
  const own = lineFor(formula);
  const { program, projection } = runSmall([own]);
  expect(program.problems.map(describeProblem)).toEqual([]);
  expect(projection.problems.map(describeProblem)).toEqual([]);
  const index = program.byId.get('result')?.index ?? -1;
  return projection.value(index, 2, 0);
}

describe('the documented example of every function', () => {
  for (const { name, example } of FUNCTIONS) {
    test(`${name}(): ${example.formula} gives ${example.result}`, () => {
      expect(resultOf(example.formula)).toBe(example.result);
    });
  }
});

describe('the table of functions', () => {
  test('names each function once and tells what it does', () => {
    expect(new Set(FUNCTIONS.map((each) => each.name)).size).toBe(FUNCTIONS.length);
    for (const each of FUNCTIONS) expect(each.summary, each.name).toMatch(/^[A-Z].*\.$/);
  });

  test('gives a kernel to every function of single values and to no other', () => {
    for (const { name, kind, compute } of FUNCTIONS) {
      expect(compute !== undefined, name).toBe(kind === 'elementwise');
    }
  });

  test('says in Excel words no argument that the function does not take', () => {
    for (const { name, excel, arity } of FUNCTIONS) {
      for (const [, index] of excel.matchAll(/\{(\d+)/g)) {
        expect(Number(index), name).toBeLessThan(Math.max(arity[1], 2));
      }
    }
  });

  test('uses each example to call its own function', () => {
    for (const { name, example } of FUNCTIONS) expect(example.formula).toContain(`${name}(`);
  });

  test('repeats the last kind of argument', () => {
    const sum = functionNamed('sum');
    expect(sum && [0, 1, 5].map((index) => argumentKind(sum, index))).toEqual([
      'value',
      'dimension',
      'dimension',
    ]);
  });

  test('knows no function by an inherited name', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(functionNamed(name)).toBeUndefined();
    }
  });
});

describe('values worked by hand', () => {
  const cases: readonly [string, number][] = [
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['7 / 2', 3.5],
    ['3 - -2', 5],
    ['.5 + 1e2', 100.5],
    ['1 < 2', 1],
    ['2 <= 1', 0],
    ['2 > 1', 1],
    ['1 >= 2', 0],
    ['2 == 2', 1],
    ['2 != 2', 0],
    ['ceil(20.0000000001)', 20],
    ['ceil(20.00001)', 21],
    ['ceil(-1.5)', -1],
    ['floor(19.9999999999)', 20],
    ['floor(19.99999)', 19],
    ['floor(-1.5)', -2],
    ['between(-3, 0, 1)', 0],
    ['between(0.3, 0, 1)', 0.3],
    ['ratio(3, 4)', 0.75],
    ['both(2 > 1, 1 > 2)', 0],
    ['if(1 > 2, 10, 20)', 20],
    ['part_of_year(2020, 2018, 2025)', 1],
    ['part_of_year(2020, 2021, 2025)', 0],
    ['part_of_year(2020, 2020.25, 2020.75)', 0.5],
    ['part_of_year(2020, 2010, 2015)', 0],
    ['largest(beds, closed_ward)', 0],
    ['product(beds / beds * 2, closed_ward)', 1],
    ['sum(beds, closed_ward)', 0],
    ['sum(beds, north_ward)', 7],
    ['sum(share(beds, ward), ward)', 1],
    ['sum(sum_by(beds, area), area)', 12],
    ['pick(sum_by(beds, area), area, "south")', 5],
    ['count(closed_ward)', 0],
    ['years_from_start', 2],
    ['calendar_year', 2017],
    ['at(cost, "2015/16")', 10],
    ['prev(cost) / base(cost)', 2],
  ];
  for (const [formula, result] of cases) {
    test(`${formula} gives ${result}`, () => {
      expect(resultOf(formula)).toBe(result);
    });
  }

  test('a share of a total of nothing is nothing', () => {
    expect(resultOf('pick(share(beds * 0, ward), ward, "a")')).toBe(0);
  });
});

test('a formula may stand in a line whose dimensions the documentation uses', () => {
  expect(SMALL_DIMENSIONS.map((each) => each.id)).toContain('north_ward');
});
