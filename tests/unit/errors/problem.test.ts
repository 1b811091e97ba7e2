import { describe, expect, test } from 'vitest';
import { didYouMean, nearestName } from '../../../shared/errors/nearest';
import { describeProblem, failure, success } from '../../../shared/errors/problem';

describe('a problem in words', () => {
  test('tells place, message and remedy in one line', () => {
    expect(
      describeProblem({
        code: 'x.y',
        message: 'This is wrong.',
        place: { file: 'a.csv', row: 3, line: 'Cost', year: '2016/17', element: 'Ward B' },
        remedy: 'Do that.',
      }),
    ).toBe("a.csv, row 3, line 'Cost', 2016/17, Ward B: This is wrong. Do that.");
  });

  test('shows a formula with a mark under the column', () => {
    const told = describeProblem({
      code: 'x.y',
      message: 'Wrong.',
      place: { formula: 'a + b', position: 5 },
    });
    expect(told).toBe('Wrong.\n    a + b\n        ^');
  });

  test('tells a message alone when nothing else is known', () => {
    expect(describeProblem({ code: 'x.y', message: 'Wrong.' })).toBe('Wrong.');
  });

  test('results carry a value or every problem', () => {
    const problem = { code: 'x.y', message: 'Wrong.' };
    expect(success(3)).toEqual({ ok: true, value: 3 });
    expect(failure(problem, problem)).toEqual({ ok: false, problems: [problem, problem] });
  });
});

describe('the nearest name', () => {
  const known = ['volume_growth', 'tariff_efficiency_factor', 'allocation_growth', 'beds'];

  test('forgives a swap, a slip, a missing and an extra letter, and any case', () => {
    expect(nearestName('voulme_growth', known)).toBe('volume_growth');
    expect(nearestName('volune_growth', known)).toBe('volume_growth');
    expect(nearestName('tarif_efficiency_factor', known)).toBe('tariff_efficiency_factor');
    expect(nearestName('alllocation_growth', known)).toBe('allocation_growth');
    expect(nearestName('VOLUME_GROWTH', known)).toBe('volume_growth');
  });

  test('counts a swap of neighbours as one slip', () => {
    expect(nearestName('cots', ['cuss', 'cost'])).toBe('cost');
  });

  test('is the closest of several, and the first of equals', () => {
    expect(nearestName('cat', ['cart', 'cat', 'car'])).toBe('cat');
    expect(nearestName('ca', ['cab', 'cat'])).toBe('cab');
  });

  test('is not offered when nothing is near', () => {
    expect(nearestName('quality_of_life', known)).toBeUndefined();
    expect(didYouMean('quality_of_life', known)).toBe('');
    expect(didYouMean('bed', known)).toBe("Did you mean 'beds'?");
  });

  test('stays cheap on hostile names', () => {
    const before = process.cpuUsage().user;
    nearestName(
      'x'.repeat(1_000_000),
      Array.from({ length: 2000 }, (_, i) => `line_${i}`),
    );
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
  });
});
