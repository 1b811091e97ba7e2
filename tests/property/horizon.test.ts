import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../shared/domain/library';
import { describeProblem } from '../../shared/errors/problem';
import { BSOL, NCL, openFootprint, readScenarios } from '../helpers/footprints';
import { loadLibrary } from '../helpers/load-library';

let library: Library;
beforeAll(async () => {
  library = await loadLibrary();
});

const until = (id: string, last: number) =>
  openFootprint(library, id, (document) => ({
    ...document,
    horizon: { ...document.horizon, last },
  }));

describe.each([NCL, BSOL])('a longer horizon for %s', (id) => {
  test('leaves every number of the template years to the bit', () => {
    const [short, long] = [2020, 2025].map((last) => readScenarios(until(id, last)));
    for (const line of short!.projection.program.lines) {
      for (let year = 0; year < 6; year += 1) {
        for (let element = 0; element < line.size; element += 1) {
          for (let draw = 0; draw < short!.projection.draws; draw += 1) {
            const [own, longer] = [short!, long!].map((each) =>
              each.projection.value(line.index, year, element, draw),
            );
            if (!Object.is(own, longer))
              expect([line.definition.id, longer]).toEqual([line.definition.id, own]);
          }
        }
      }
    }
  });

  test('gives finite numbers in the years after, without a problem', () => {
    const reader = readScenarios(until(id, 2025));
    expect(reader.years).toBe(11);
    expect(reader.projection.problems.map(describeProblem)).toEqual([]);
    for (let draw = 0; draw < reader.projection.draws; draw += 1) {
      const series = reader.series('system_position', {}, draw);
      expect(series.every(Number.isFinite)).toBe(true);
      // What goes on growing goes on: no year after repeats the one before.
      expect(new Set(series).size).toBe(series.length);
    }
  });

  test('lets precept and one-off grants end with the years they were given for', () => {
    const reader = readScenarios(until(id, 2025));
    for (let year = 5; year < 11; year += 1) {
      expect(reader.value('precept_rate', {}, year)).toBe(0);
      expect(reader.value('care_grant_national', {}, year)).toBe(0);
      expect(reader.value('pension_step', {}, year)).toBe(0);
    }
  });
});

test('a shorter horizon gives the same numbers for its years', () => {
  const [short, whole] = [2017, 2020].map((last) => readScenarios(until(NCL, last)));
  expect(short!.series('system_position', {})).toEqual(
    whole!.series('system_position', {}).slice(0, 3),
  );
});
