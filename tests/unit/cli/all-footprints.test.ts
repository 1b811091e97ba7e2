/** `compare --all-footprints`: the national table, its order, its England row, and how it is stopped. */
import Papa from 'papaparse';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import type { LongRun } from '../../../electron/cli/long-run';
import { JSON_SHAPES } from '../../../shared/report/json-shapes';
import { BSOL, DURHAM, NCL } from '../../helpers/footprints';
import { loadLibrary } from '../../helpers/load-library';
import { footbridgeOver, json, printed } from './terminal';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const SHAPE = JSON_SHAPES['compare-all'];
const THREE = [NCL, BSOL, DURHAM];

async function three(...more: string[]): Promise<string> {
  const { code, text, errors } = await footbridgeOver(THREE, [
    ...['compare', '--all-footprints', ...more],
  ]);
  if (code !== 0) throw new Error(errors);
  return text;
}

describe('All 44', () => {
  let all: z.infer<typeof SHAPE>;

  beforeAll(async () => {
    all = SHAPE.parse(JSON.parse(await printed('compare', '--all-footprints', '--json')));
  });

  test('are there, as numbered', () => {
    expect(all.footprints.map((each) => each.number)).toEqual(
      Array.from({ length: 44 }, (_, i) => i + 1),
    );
    expect(all.england.footprints).toBe(44);
  });

  test('add up to England, scenario by scenario', () => {
    const sum = (of: (row: (typeof all.footprints)[number]) => number) =>
      all.footprints.reduce((total, row) => total + of(row), 0);
    expect(sum((row) => row.doNothing.nhs)).toBeCloseTo(all.england.doNothing.nhs, 6);
    expect(sum((row) => row.doNothing.total)).toBeCloseTo(all.england.doNothing.total, 6);
    all.england.scenarios.forEach((scenario, i) => {
      expect(sum((row) => row.scenarios[i]?.residual.total ?? Number.NaN)).toBeCloseTo(
        scenario.residual.total,
        6,
      );
      const { schemesNet, residual } = scenario;
      expect(residual.total - all.england.doNothing.total).toBeCloseTo(schemesNet.total, 6);
    });
  });

  test('stand beside what was published, in its scope', () => {
    const published = all.footprints.filter((row) => row.published !== null);
    expect(all.england.published.footprints).toBe(published.length);
    expect(published.length).toBeLessThan(44);
    for (const { doNothing, published: beside } of published) {
      const ours = beside?.scope === 'total' ? doNothing.total : doNothing.nhs;
      expect(beside?.ours).toBeCloseTo(ours, 9);
      expect(beside?.mark).toMatch(/^(verified|recalled|derived)$/);
    }
  });

  test('say how many published steps there are to compare with', async () => {
    const { publishedSteps, footprints } = await loadLibrary();
    for (const row of all.footprints) {
      const own = publishedSteps.filter((step) => step.footprint === row.id);
      expect(row.publishedSteps).toBe(own.length);
    }
    expect(footprints).toHaveLength(44);
    expect(all.footprints.some((row) => row.publishedSteps === 0)).toBe(true);
  });
});

test('A row is what compare says of the footprint, for every scenario with schemes', async () => {
  const { footprints } = SHAPE.parse(JSON.parse(await three('--json')));
  const row = footprints.find((each) => each.id === BSOL);
  const { scenarios } = await json('compare', BSOL);
  expect(row?.doNothing).toEqual(scenarios[0]?.residual);
  expect(row?.scenarios.map((each) => each.id)).toEqual(
    scenarios.filter((each) => each.schemes.length > 0).map((each) => each.id),
  );
  for (const { id, residual, schemesNet } of row?.scenarios ?? []) {
    expect(scenarios.find((each) => each.id === id)).toMatchObject({ residual, schemesNet });
  }
});

test('Sorted by gap the largest shortfall is first, and England stays last', async () => {
  const { footprints } = SHAPE.parse(JSON.parse(await three('--json', '--sort', 'gap')));
  const gaps = footprints.map((row) => row.doNothing.total);
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  const rows = Papa.parse<string[]>(await three('--csv', '--sort', 'gap')).data;
  expect(rows.slice(1).map((row) => row[2])).toEqual([
    ...footprints.map((row) => row.name),
    'England',
  ]);
});

test('The tables have a row for each and one for England', async () => {
  const text = await three();
  const lines = text.split('\n');
  expect(lines.filter((line) => /^ +England {2}/.test(line))).toHaveLength(3);
  expect(lines.filter((line) => /^ 28 {2}North Central London {2}/.test(line))).toHaveLength(3);
  expect(text).toMatch(/Left in 2020\/21, £m, together +acute +vanguards +social-care +combined/);
  expect(text.replace(/\s+/g, ' ')).toMatch(/comparators, never results\. 3 of 3 footprints/);
});

test('A child stands beside every scenario, with England in a sentence', async () => {
  const { footprints } = SHAPE.parse(JSON.parse(await three('--json', '--child', 'track-record')));
  const { scenarios } = await json('compare', BSOL, '--child', 'track-record');
  for (const { id, childOf, residual } of footprints.find((row) => row.id === BSOL)?.scenarios ??
    []) {
    expect(residual).toEqual(scenarios.find((each) => each.id === id)?.residual);
    expect(id).toBe(childOf === null ? id : `${childOf}-track-record`);
  }
  const text = await three('--child', 'track-record');
  expect(text).toMatch(/^Ordinary measures: as planned \+£\S+m; at track record \+£\S+m\.$/m);
});

test('An edit holds in every footprint', async () => {
  const before = SHAPE.parse(JSON.parse(await three('--json')));
  const edit = ['--set', 'volume_growth[emergency]=6%'];
  const after = SHAPE.parse(JSON.parse(await three('--json', ...edit)));
  after.footprints.forEach((row, i) => {
    expect(row.doNothing.nhs).toBeLessThan(before.footprints[i]?.doNothing.nhs ?? Number.NaN);
  });
});

describe('A long run', () => {
  const fake = (stopAfter = Number.POSITIVE_INFINITY) => {
    const told: string[] = [];
    let ended = 0;
    const run: LongRun = {
      tell: (done, of, next) => told.push(`${done} of ${of} ${next}`),
      isStopped: () => told.length >= stopAfter,
      end: () => {
        ended += 1;
      },
    };
    return { run, told, ended: () => ended };
  };

  test('says which footprint it is at, and ends once', async () => {
    const { run, told, ended } = fake();
    const { code } = await footbridgeOver(THREE, ['compare', '--all-footprints'], () => run);
    expect(code).toBe(0);
    expect(told.map((line) => line.slice(0, 6))).toEqual(['0 of 3', '1 of 3', '2 of 3']);
    expect(told[2]).toBe('2 of 3 North Central London');
    expect(ended()).toBe(1);
  });

  test('stops between footprints with code 130 and no half of a table', async () => {
    const { run, ended } = fake(2);
    const outcome = await footbridgeOver(THREE, ['compare', '--all-footprints'], () => run);
    expect(outcome).toEqual({
      code: 130,
      text: '',
      errors: 'Stopped after 1 of 3 footprints; nothing was printed.',
    });
    expect(ended()).toBe(1);
  });

  test('ends when the input is wrong, too', async () => {
    const { run, ended } = fake();
    const wrong = ['compare', '--all-footprints', '--set', 'volum_growth=3'];
    expect((await footbridgeOver(THREE, wrong, () => run)).code).toBe(1);
    expect(ended()).toBe(1);
  });
});
