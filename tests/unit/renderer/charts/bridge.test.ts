import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barColour, bridgeBar } from '../../../../renderer/charts/bridge-bar';
import {
  axisBounds,
  axisDecimals,
  stepsAreSlight,
} from '../../../../renderer/charts/bridge-option';
import type { ChartColours } from '../../../../renderer/charts/chart-colours';
import { wrapLabel } from '../../../../renderer/charts/wrap-label';
import { bridge } from '../views-fixture';

const COLOURS: ChartColours = {
  ink: 'ink',
  soft: 'soft',
  line: 'line',
  axis: 'axis',
  surface: 'surface',
  better: 'green',
  worse: 'red',
  total: 'dark',
  hatch: 'hatch',
  accent: 'accent',
  series: [],
};

const place = (startY: number, endY: number) => ({
  centre: 50,
  width: 20,
  startY,
  endY,
  isCut: false,
});

const step = (value: number) => {
  const found = bridge([value]).steps[1];
  if (!found) throw new Error('a bridge has a step');
  return found;
};

const bodyOf = (value: number, startY: number, endY: number) =>
  bridgeBar(step(value), place(startY, endY), COLOURS).children.find(
    (child) => child.type === 'rect',
  );

describe('a bar of a bridge', () => {
  test('hangs between its two levels whichever is higher on the page', () => {
    expect(bodyOf(30, 80, 50)?.shape).toMatchObject({ y: 50, height: 30 });
    expect(bodyOf(-30, 50, 80)?.shape).toMatchObject({ y: 50, height: 30 });
  });

  test('that moves nothing still shows where it stands', () => {
    expect(bodyOf(0, 60, 60)?.shape).toMatchObject({ y: 60, height: 1.5 });
  });

  test('is green for better, red for worse, dark for a total', () => {
    expect(barColour(step(1), COLOURS)).toBe('green');
    expect(barColour(step(-1), COLOURS)).toBe('red');
    expect(bridge([1]).steps.map((each) => barColour(each, COLOURS))).toEqual([
      'dark',
      'green',
      'dark',
    ]);
  });

  test('is hatched inside its own outline when it is calibrated', () => {
    const calibrated = { ...step(-30), mark: 'calibrated' as const };
    const { children } = bridgeBar(calibrated, place(50, 80), COLOURS);
    const strokes = children.filter(({ style }) => 'stroke' in style && style.stroke === 'hatch');
    expect(strokes.length).toBeGreaterThan(3);
    for (const { shape } of strokes as { shape: Record<string, number> }[]) {
      for (const x of [shape.x1, shape.x2]) expect(x).toBeGreaterThanOrEqual(40);
      for (const x of [shape.x1, shape.x2]) expect(x).toBeLessThanOrEqual(60);
      for (const y of [shape.y1, shape.y2]) expect(y).toBeGreaterThanOrEqual(50);
      for (const y of [shape.y1, shape.y2]) expect(y).toBeLessThanOrEqual(80);
    }
  });
});

describe('the axis of a bridge', () => {
  test('holds zero and every level, below, above and across it', () => {
    const effects = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { maxLength: 8 });
    const start = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(effects, start, (values, from) => {
        const told = bridge(values, from);
        const { min, max } = axisBounds(told, false);
        for (const level of [0, ...told.steps.map(({ end }) => end)]) {
          expect(level).toBeGreaterThanOrEqual(min);
          expect(level).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  test('starts at zero unless asked for the steps only', () => {
    expect(axisBounds(bridge([5]), false).max).toBe(0);
    expect(axisBounds(bridge([5]), true).max).toBeLessThan(0);
  });

  test('has decimals enough that no two labels are the same', () => {
    expect(axisDecimals({ min: -1000, max: 0 })).toBe(0);
    expect(axisDecimals({ min: -876.4, max: -875.6 })).toBe(1);
    expect(axisDecimals({ min: -876.1, max: -875.94 })).toBe(2);
  });

  test('starts at zero when nothing moves', () => {
    expect(stepsAreSlight(bridge([0.01, 0]))).toBe(false);
  });

  test('knows when steps would vanish beside the totals', () => {
    expect(stepsAreSlight(bridge([2, -1]))).toBe(true);
    expect(stepsAreSlight(bridge([40, -1]))).toBe(false);
  });
});

describe('wrapLabel', () => {
  test('breaks into lines of even length', () => {
    expect(wrapLabel('Acute reconfiguration: one site fewer', 26)).toBe(
      'Acute reconfiguration:\none site fewer',
    );
  });

  test('leaves a short label alone', () => {
    expect(wrapLabel('Do nothing', 20)).toBe('Do nothing');
  });

  test('cuts after four lines and says so', () => {
    expect(wrapLabel('one two three four five', 5)).toBe('one\ntwo\nthree\nfour…');
  });
});
