import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceScale, spreadNames } from '../../../../renderer/charts/gap-scale';

describe('niceScale', () => {
  test('is round and reaches past the values', () => {
    expect(niceScale([-93.7, -883])).toEqual({ min: -1000, max: 0, step: 200 });
  });

  test('holds zero even when every value is above it', () => {
    expect(niceScale([12, 40]).min).toBe(0);
  });

  test('holds every value, in whole steps', () => {
    const values = fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const { min, max, step } = niceScale(all);
        expect(min).toBeLessThan(max);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(min - step * 1e-6);
        expect(Math.max(...all)).toBeLessThanOrEqual(max + step * 1e-6);
        expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 6);
      }),
    );
  });
});

describe('spreadNames', () => {
  const placed = (ends: number[]) =>
    spreadNames(ends, 16, 0, 200).map((move, index) => (ends[index] ?? 0) + move);

  test('leaves names alone that do not meet', () => {
    expect(spreadNames([10, 60, 120], 16, 0, 200)).toEqual([0, 0, 0]);
  });

  test('keeps names apart, in order and inside', () => {
    const sorted = placed([195, 196, 197, 198]).sort((a, b) => a - b);
    for (const [index, at] of sorted.entries()) {
      expect(at).toBeLessThanOrEqual(200);
      if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
    }
  });
});
