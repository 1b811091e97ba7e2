/**
 * The small world of shared/formula/functions.ts: three wards in two areas, three years. Lines are added to
 * it as a test needs them.
 */
import type { GivenCell } from '../../shared/domain/cell';
import type { LineDefinition } from '../../shared/domain/model-text';
import { buildDimensions, type Dimension } from '../../shared/engine/dimensions';
import { buildProgram, type Program } from '../../shared/engine/program';
import { type Projection, runProgram } from '../../shared/engine/run';
import { layValues } from '../../shared/engine/values';
import type { Problem } from '../../shared/errors/problem';
import { type Reader, readProjection } from '../../shared/finance/read-projection';
import { must } from './load-library';

export const HORIZON = { first: 2015, last: 2017 };

const WARDS: Dimension['elements'] = [
  { id: 'a', label: 'Ward A', type: 'north' },
  { id: 'b', label: 'Ward B', type: 'north' },
  { id: 'c', label: 'Ward C', type: 'south' },
];

export const SMALL_DIMENSIONS: readonly Dimension[] = [
  { id: 'ward', label: 'ward', elements: WARDS },
  { id: 'north_ward', label: 'ward of the north', partOf: 'ward', elements: WARDS.slice(0, 2) },
  { id: 'south_ward', label: 'ward of the south', partOf: 'ward', elements: WARDS.slice(2) },
  { id: 'closed_ward', label: 'closed ward', partOf: 'ward', elements: [] },
  {
    id: 'area',
    label: 'area',
    groups: 'ward',
    elements: [
      { id: 'north', label: 'North' },
      { id: 'south', label: 'South' },
    ],
  },
  {
    id: 'shift',
    label: 'shift',
    elements: [
      { id: 'day', label: 'Day' },
      { id: 'night', label: 'Night' },
    ],
  },
];

/** A calculated line, or an input when there is no formula. */
export function line(
  id: string,
  over: readonly string[],
  formula?: string,
  extra: Partial<LineDefinition> = {},
): LineDefinition {
  return {
    id,
    label: id.replaceAll('_', ' '),
    unit: 'number',
    over,
    input: formula === undefined && extra.collects !== true,
    collects: false,
    extend: 'hold',
    section: 'Test',
    file: 'test',
    ...(formula === undefined ? {} : { formula }),
    ...extra,
  };
}

export function cell(
  id: string,
  value: number,
  at: Readonly<Record<string, string>> = {},
  year?: number,
): GivenCell {
  return {
    line: id,
    at,
    value,
    mark: 'assumption',
    source: 'test',
    ...(year === undefined ? {} : { year }),
  };
}

export const SMALL_LINES: readonly LineDefinition[] = [
  line('beds', ['ward'], undefined, { unit: 'bed' }),
  line('north_beds', ['north_ward'], undefined, { unit: 'bed' }),
  line('cost', [], undefined, { unit: 'GBP million' }),
];

export const SMALL_CELLS: readonly GivenCell[] = [
  cell('beds', 3, { ward: 'a' }),
  cell('beds', 4, { ward: 'b' }),
  cell('beds', 5, { ward: 'c' }),
  cell('north_beds', 3, { north_ward: 'a' }),
  cell('north_beds', 4, { north_ward: 'b' }),
  cell('cost', 10, {}, 2015),
  cell('cost', 20, {}, 2016),
  cell('cost', 40, {}, 2017),
];

export interface World {
  readonly program: Program;
  readonly projection: Projection;
  readonly read: Reader;
}

/** Compiles the small world with more lines. */
export function smallProgram(lines: readonly LineDefinition[]): Program {
  return buildProgram([...SMALL_LINES, ...lines], must(buildDimensions(SMALL_DIMENSIONS)));
}

/** Runs the small world with more lines and cells; each entry of `draws` is one draw. */
export function runSmall(
  lines: readonly LineDefinition[],
  cells: readonly GivenCell[] = [],
  draws: readonly (readonly GivenCell[])[] = [[]],
): World {
  const program = smallProgram(lines);
  const given = layValues(program, HORIZON, [SMALL_CELLS, cells]);
  const projection = runProgram(program, {
    horizon: HORIZON,
    given,
    draws: draws.map((each) => ({ given: layValues(program, HORIZON, [each], given) })),
  });
  return { program, projection, read: readProjection(projection) };
}

/** What is wrong with a formula standing in a line of the small world. */
export function problemsWith(
  formula: string,
  over: readonly string[] = [],
  unit = 'number',
): readonly Problem[] {
  return smallProgram([line('result', over, formula, { unit })]).problems;
}

/** Every value of a projection as bytes. */
export function bytesOf(projection: Projection): string {
  const values: number[] = [];
  for (const each of projection.program.lines) {
    for (let year = 0; year <= projection.horizon.last - projection.horizon.first; year += 1) {
      for (let element = 0; element < each.size; element += 1) {
        for (let draw = 0; draw < projection.draws; draw += 1) {
          values.push(projection.value(each.index, year, element, draw));
        }
      }
    }
  }
  return Buffer.from(Float64Array.from(values).buffer).toString('base64');
}
