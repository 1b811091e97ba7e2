import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { coalitions, splitFairly } from '../../../shared/finance/attribution';

const money = fc.double({ min: -1000, max: 1000, noNaN: true });
const game = fc
  .integer({ min: 1, max: 6 })
  .chain((parts) =>
    fc.tuple(fc.constant(parts), fc.array(money, { minLength: 2 ** parts, maxLength: 2 ** parts })),
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a fair split', () => {
  test('of two parts worked by hand gives each half of what they do only together', () => {
    // Nothing 0, A alone 10, B alone 4, both 20: A gets (10 + 16) ÷ 2 and B (4 + 10) ÷ 2.
    expect(splitFairly([0, 10, 4, 20], 2)).toEqual([13, 7]);
  });

  test('of three parts worked by hand averages over all six orders', () => {
    // Values by coalition {}, A, B, AB, C, AC, BC, ABC; A: (2·1 + (4−1) + (5−1) + 2·(8−5)) ÷ 6 = 15 ÷ 6.
    const values = [0, 1, 1, 4, 1, 5, 5, 8];
    const [a, b, c] = splitFairly(values, 3);
    expect(a).toBeCloseTo((2 * 1 + 3 + 4 + 2 * 3) / 6, 12);
    expect(b).toBeCloseTo((2 * 1 + 3 + 4 + 2 * 3) / 6, 12);
    expect(c).toBeCloseTo((2 * 1 + 4 + 4 + 2 * 4) / 6, 12);
  });

  test('adds up to the whole', () => {
    fc.assert(
      fc.property(game, ([parts, values]) => {
        const whole = (values.at(-1) as number) - (values[0] as number);
        expect(sum(splitFairly(values, parts))).toBeCloseTo(whole, 8);
      }),
    );
  });

  test('of independent effects gives each its own effect', () => {
    fc.assert(
      fc.property(money, fc.array(money, { minLength: 1, maxLength: 8 }), (start, effects) => {
        const values = coalitions(effects.length).map(
          (mask) => start + sum(effects.filter((_, i) => mask & (1 << i))),
        );
        splitFairly(values, effects.length).forEach((share, i) => {
          expect(share).toBeCloseTo(effects[i] as number, 8);
        });
      }),
    );
  });

  test('gives equal parts equal shares', () => {
    const byCount = fc.array(money, { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(byCount, (values) => {
        const parts = values.length - 1;
        const size = (mask: number) => mask.toString(2).replaceAll('0', '').length;
        const shares = splitFairly(
          coalitions(parts).map((mask) => values[size(mask)] as number),
          parts,
        );
        for (const share of shares) expect(share).toBeCloseTo(shares[0] as number, 8);
      }),
    );
  });

  test('gives nothing to a part that changes nothing', () => {
    fc.assert(
      fc.property(game, ([parts, values]) => {
        // The new last part leaves every coalition as it was.
        const shares = splitFairly([...values, ...values], parts + 1);
        expect(shares.at(-1)).toBeCloseTo(0, 8);
        splitFairly(values, parts).forEach((share, i) => {
          expect(shares[i]).toBeCloseTo(share, 7);
        });
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(splitFairly([5], 0)).toEqual([]);
    expect(coalitions(0)).toEqual([0]);
    expect(coalitions(2)).toEqual([0, 1, 2, 3]);
  });
});
