/** Reads a projection by names: lines, elements and sectors instead of indexes. */
import type { Projection } from '../engine/run';
import { horizonLength } from '../engine/values';

export interface Reader {
  readonly projection: Projection;
  readonly years: number;
  /** One value; NaN when the line or element is not there. `at` gives an element for each dimension. */
  readonly value: (
    line: string,
    at: Readonly<Record<string, string>>,
    year: number,
    draw?: number,
  ) => number;
  /** One value for each year. */
  readonly series: (line: string, at: Readonly<Record<string, string>>, draw?: number) => number[];
  /** Sum over every element of a line. */
  readonly total: (line: string, year: number, draw?: number) => number;
}

export function readProjection(projection: Projection): Reader {
  const { program, horizon } = projection;
  const years = horizonLength(horizon);
  const flat = (line: string, at: Readonly<Record<string, string>>) => {
    const found = program.byId.get(line);
    if (!found) return undefined;
    let index = 0;
    for (const dimension of found.over) {
      const element = program.dimensions.indexOf(dimension, at[dimension] ?? '');
      if (element === undefined) return undefined;
      index = index * program.dimensions.get(dimension).elements.length + element;
    }
    return { line: found, index };
  };
  const value: Reader['value'] = (line, at, year, draw = 0) => {
    const found = flat(line, at);
    return found ? projection.value(found.line.index, year, found.index, draw) : Number.NaN;
  };
  return {
    projection,
    years,
    value,
    series: (line, at, draw = 0) => {
      const found = flat(line, at);
      return Array.from({ length: years }, (_, year) =>
        found ? projection.value(found.line.index, year, found.index, draw) : Number.NaN,
      );
    },
    total: (line, year, draw = 0) => {
      const found = program.byId.get(line);
      if (!found) return Number.NaN;
      let sum = 0;
      for (let element = 0; element < found.size; element += 1) {
        sum += projection.value(found.index, year, element, draw);
      }
      return sum;
    },
  };
}
