import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GivenCell } from '../../shared/domain/cell';
import type { Library } from '../../shared/domain/library';
import { bridgeCauses, bridgeScenarios, type Split } from '../../shared/finance/bridge';
import type { Model } from '../../shared/finance/open-model';
import { type Position, positionAt } from '../../shared/finance/position';
import type { Reader } from '../../shared/finance/read-projection';
import '../helpers/fixed-seed';
import { someEdits } from '../helpers/edits';
import {
  BSOL,
  DURHAM,
  edit,
  NCL,
  openFootprint,
  readScenarios,
  withCells,
  years,
} from '../helpers/footprints';
import { loadLibrary } from '../helpers/load-library';

const FOOTPRINTS = [NCL, BSOL, DURHAM, 'west-north-and-east-cumbria'];
const RUNS = 10;

let library: Library;
const models = new Map<string, Model>();
const model = (id: string): Model => models.get(id) as Model;

beforeAll(async () => {
  library = await loadLibrary();
  for (const id of FOOTPRINTS) {
    models.set(
      id,
      openFootprint(library, id, (document) => ({
        ...document,
        scenarios: [
          ...document.scenarios,
          { id: 'same', name: 'Same', parent: 'do-nothing', on: [], off: [], cells: [] },
        ],
      })),
    );
  }
});

/** A billionth of the money that goes through the footprint in the year. */
const hair = (reader: Reader, year: number, draw = 0): number =>
  1e-9 * Math.max(1, Math.abs(reader.value('money_in', {}, year, draw)));

const forAllEdits = (
  id: string,
  check: (reader: Reader, edited: Model, cells: readonly GivenCell[]) => void,
) =>
  fc.assert(
    fc.property(someEdits, (cells) => {
      const edited = withCells(model(id), cells);
      const reader = readScenarios(edited);
      expect(reader.projection.problems).toEqual([]);
      check(reader, edited, cells);
    }),
    { numRuns: RUNS },
  );

describe.each(FOOTPRINTS)('whatever the assumptions of %s', (id) => {
  test('organisations and sectors sum to the system, and nothing is left of internal payments', () => {
    forAllEdits(id, (reader, edited) => {
      const organisations = edited.program.dimensions.elements('organisation');
      for (const [draw] of edited.document.scenarios.entries()) {
        for (const year of years(reader)) {
          const small = hair(reader, year, draw);
          const { nhs, socialCare, total } = positionAt(reader, year, draw);
          const sum = organisations.reduce(
            (all, organisation) =>
              all + reader.value('organisation_position', { organisation }, year, draw),
            0,
          );
          expect(Math.abs(sum - total)).toBeLessThan(small);
          expect(Math.abs(nhs + socialCare - total)).toBeLessThan(small);
          expect(Math.abs(reader.value('internal_flows_left', {}, year, draw))).toBeLessThan(small);
          // Said again without the model's own check: what is inside is paid once and received once.
          const paid = reader.total('contract_spend', year, draw);
          const received = reader.total('contract_income', year, draw);
          expect(Math.abs(paid - received)).toBeLessThan(small);
        }
      }
    });
  });

  test('a scenario without schemes equals do nothing to the bit', () => {
    forAllEdits(id, (reader, edited) => {
      const same = edited.document.scenarios.length - 1;
      for (const { index, size } of edited.program.lines) {
        for (const year of years(reader)) {
          for (let element = 0; element < size; element += 1) {
            const [own, base] = [same, 0].map((draw) =>
              reader.projection.value(index, year, element, draw),
            );
            if (!Object.is(own, base)) expect(own).toBe(base);
          }
        }
      }
    });
  });

  test('the tariff efficiency factor and the marginal rate move money between organisations only', () => {
    const change = fc.tuple(
      fc.double({ min: -0.03, max: 0.08, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(someEdits, change, (cells, [factor, rate]) => {
        const others = cells.filter(
          (cell) => !['tariff_efficiency_factor', 'marginal_rate'].includes(cell.line),
        );
        const before = readScenarios(withCells(model(id), others));
        for (const moved of [
          [edit('tariff_efficiency_factor', factor)],
          [edit('marginal_rate', rate)],
        ]) {
          const after = readScenarios(withCells(model(id), [...others, ...moved]));
          for (const [draw] of model(id).document.scenarios.entries()) {
            for (const year of years(before)) {
              const [was, is] = [before, after].map((reader) =>
                reader.value('system_position', {}, year, draw),
              );
              expect(Math.abs((was as number) - (is as number))).toBeLessThan(
                hair(before, year, draw),
              );
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
    const [cut, full] = [0.02, 0].map((factor) =>
      readScenarios(withCells(model(id), [edit('tariff_efficiency_factor', factor)])),
    );
    const moved =
      (full as Reader).total('provider_position', 5) -
      (cut as Reader).total('provider_position', 5);
    const paid =
      (cut as Reader).total('commissioner_position', 5) -
      (full as Reader).total('commissioner_position', 5);
    expect(moved).toBeGreaterThan(1);
    expect(paid).toBeCloseTo(moved, 8);
  });

  test('bridges add up whichever scenario they start from, and stand on its position', () => {
    fc.assert(
      fc.property(someEdits, fc.nat(5), fc.nat(5), (cells, from, to) => {
        const edited = withCells(model(id), cells);
        const scenarios = edited.document.scenarios;
        const [start, end] = [
          scenarios[from % scenarios.length]!,
          scenarios[to % scenarios.length]!,
        ];
        const split = bridgeScenarios(edited, start, end);
        const reader = readScenarios(edited);
        const last = reader.years - 1;
        const small = hair(reader, last);
        addsUp(split, small);
        near(split.start, positionAt(reader, last, scenarios.indexOf(start)), small);
        near(split.end, positionAt(reader, last, scenarios.indexOf(end)), small);
        const back = bridgeScenarios(edited, end, start);
        split.parts.forEach((part, i) => {
          expect(
            Math.abs(part.effect.total + (back.parts[i]?.effect.total ?? Number.NaN)),
          ).toBeLessThan(small);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('the bridge of causes goes from the first year to the gap of the last', () => {
    fc.assert(
      fc.property(someEdits, (cells) => {
        const edited = withCells(model(id), cells);
        const base = edited.document.scenarios[0]!;
        const split = bridgeCauses(edited, base);
        const reader = readScenarios(edited);
        const small = hair(reader, 5);
        addsUp(split, small);
        near(split.start, positionAt(reader, 0, 0), small);
        near(split.end, positionAt(reader, 5, 0), small);
        // What moves the books though no cause does is a step of its own, and only then.
        const causes = ['demand', 'prices', 'tariff', 'funding', 'local'];
        const ids = split.parts.map((part) => part.id);
        expect([causes, [...causes, 'other']]).toContainEqual(ids);
      }),
      { numRuns: 4 },
    );
  });
});

function addsUp(split: Split, small: number): void {
  const of = (read: (position: Position) => number) =>
    read(split.start) +
    split.parts.reduce((sum, part) => sum + read(part.effect), 0) -
    read(split.end);
  for (const read of [
    (p: Position) => p.nhs,
    (p: Position) => p.socialCare,
    (p: Position) => p.total,
  ]) {
    expect(Math.abs(of(read))).toBeLessThan(small);
  }
}

function near(a: Position, b: Position, small: number): void {
  for (const part of ['nhs', 'socialCare', 'total'] as const) {
    expect(Math.abs(a[part] - b[part])).toBeLessThan(small);
  }
}

describe.each(FOOTPRINTS)('the first-year books of %s', (id) => {
  test('are where the bridge of causes starts', () => {
    const reader = readScenarios(model(id));
    const split = bridgeCauses(model(id), model(id).document.scenarios[0]!);
    near(split.start, positionAt(reader, 0, 0), 1e-6);
  });

  test('are where it starts when growth rates are given by hand, too', () => {
    const cells = [
      edit('non_demographic_growth', 0.04, { setting: 'emergency' }),
      edit('care_unit_cost_growth', 0.06),
      edit('volume_growth', 0.03),
      edit('component_inflation', 0.05),
    ];
    const edited = withCells(model(id), cells);
    const split = bridgeCauses(edited, edited.document.scenarios[0]!);
    near(split.start, positionAt(readScenarios(edited), 0, 0), 1e-6);
  });
});
