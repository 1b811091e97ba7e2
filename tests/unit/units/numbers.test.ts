import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../helpers/fixed-seed';
import { parseYear, yearLabel, yearsBetween } from '../../../shared/units/financial-year';
import {
  formatMillions,
  formatNumber,
  formatPercent,
  formatValue,
  shortUnit,
} from '../../../shared/units/format';
import { parseNumber } from '../../../shared/units/parse-number';
import { parseUnit } from '../../../shared/units/unit';
import { must } from '../../helpers/load-library';

const unit = (text: string) => must(parseUnit(text));

describe('financial years', () => {
  test('are written with both years', () => {
    expect([2015, 1999, 2009, 2099].map(yearLabel)).toEqual([
      '2015/16',
      '1999/00',
      '2009/10',
      '2099/00',
    ]);
  });

  test('are read with a stroke, a dash or an underscore', () => {
    expect(['2015/16', '2015-16', '2015_16', ' 1999/00 '].map(parseYear)).toEqual([
      2015, 2015, 2015, 1999,
    ]);
  });

  test('that do not follow each other are refused', () => {
    for (const text of ['2015/17', '2015', '15/16', '2015/2016', '2015/16x', '', '2015 16']) {
      expect(parseYear(text), text).toBeUndefined();
    }
  });

  test('read back as they are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9998 }),
        (year) => parseYear(yearLabel(year)) === year,
      ),
    );
  });

  test('run from the first to the last, both included', () => {
    expect(yearsBetween(2015, 2017)).toEqual([2015, 2016, 2017]);
    expect(yearsBetween(2017, 2015)).toEqual([]);
  });
});

describe('numbers on show', () => {
  test('have grouped thousands and a true minus sign', () => {
    expect(formatNumber(-1234.56)).toBe('−1,234.6');
    expect(formatNumber(1234567.891, { decimals: 2 })).toBe('1,234,567.89');
    expect(formatNumber(999, { decimals: 0 })).toBe('999');
    expect(formatNumber(12, { signed: true })).toBe('+12.0');
  });

  test('that round to nothing have no sign', () => {
    for (const value of [0, -0, -0.04, 0.04]) {
      expect(formatNumber(value)).toBe('0.0');
      expect(formatNumber(value, { signed: true })).toBe('0.0');
      expect(formatMillions(value)).toBe('£0.0m');
    }
    expect(formatPercent(-0.0001)).toBe('0.0%');
  });

  test('put the minus before the pound sign', () => {
    expect(formatMillions(-876)).toBe('−£876.0m');
    expect(formatMillions(12.34, { signed: true })).toBe('+£12.3m');
  });

  test('say so when they are no numbers', () => {
    for (const value of [Number.NaN, Infinity, -Infinity])
      expect(formatNumber(value)).toBe('error');
  });

  test('follow the manner of their unit', () => {
    expect(formatValue(0.029, unit('percent a year'))).toBe('2.90%');
    expect(formatValue(1.054713, unit('index'))).toBe('1.0547');
    expect(formatValue(-30.25, unit('GBP million'))).toBe('−30.3');
    expect(formatValue(1151.5, unit('GBP per band D property'))).toBe('1,151.50');
    expect(formatValue(0.0008, unit('GBP million per activity'))).toBe('0.000800');
    expect(formatValue(50000, unit('activity'))).toBe('50,000');
    expect(formatValue(1, unit('yes or no'))).toBe('yes');
    expect(formatValue(0, unit('yes or no'))).toBe('no');
  });

  test('that are calendar years are not grouped by thousands', () => {
    expect(formatValue(2017, unit('year'))).toBe('2017');
    expect(formatValue(2019.5, unit('years'))).toBe('2019.5');
    expect(formatValue(2.5, unit('years'))).toBe('2.5');
  });

  test('have short units beside them', () => {
    expect(
      ['GBP million', 'GBP million per block', 'GBP', 'percent a year', 'percent', 'people'].map(
        (text) => shortUnit(unit(text)),
      ),
    ).toEqual(['£m', '£m per block', '£', '% a year', '%', 'people']);
  });
});

describe('numbers as people type them', () => {
  const read: readonly [string, string, number][] = [
    ['1,234.5', 'number', 1234.5],
    ['(1,234)', 'number', -1234],
    ['−12', 'number', -12],
    ['–12', 'number', -12],
    ['12-', 'number', -12],
    ['+5', 'number', 5],
    ['  7 ', 'number', 7],
    ['.5', 'number', 0.5],
    ['£3m', 'GBP million', 3],
    ['£3m', 'GBP', 3_000_000],
    ['-£3m', 'GBP million', -3],
    ['(£2.5bn)', 'GBP million', -2500],
    ['750k', 'GBP million', 0.75],
    ['750K', 'people', 750_000],
    ['1.5m', 'people', 1_500_000],
    ['3.5%', 'percent', 0.035],
    ['3.5', 'percent a year', 0.035],
    ['-2.2', 'percent a year', -0.022],
    ['50%', 'proportion', 0.5],
    ['1 234', 'number', 1234],
    ['1\u00A0234\u202F567', 'number', 1234567],
    ['£ 12', 'GBP million', 12],
    ['3.5 %', 'percent', 0.035],
    ['0', 'number', 0],
    ['(0)', 'number', 0],
  ];
  for (const [text, given, value] of read) {
    test(`'${text}' in ${given} is ${value}`, () => {
      expect(must(parseNumber(text, given))).toBe(value);
    });
  }

  const refused: readonly [string, string][] = [
    ['', 'number'],
    ['-', 'number'],
    ['()', 'number'],
    ['£', 'GBP'],
    ['.', 'number'],
    ['abc', 'number'],
    ['1,23', 'number'],
    ['1,2345', 'number'],
    ['12,345,67', 'number'],
    ['1.2.3', 'number'],
    ['1e5', 'number'],
    ['0x10', 'number'],
    ['Infinity', 'number'],
    ['NaN', 'number'],
    ['--5', 'number'],
    ['-(5)', 'number'],
    ['(-5)', 'number'],
    ['(5', 'number'],
    ['5)', 'number'],
    ['-5-', 'number'],
    ['+-5', 'number'],
    ['-+5', 'number'],
    ['12 13', 'number'],
    ['1 2', 'number'],
    ['1\t2', 'number'],
    ['1\n2', 'number'],
    ['5 6%', 'percent'],
    ['5%', 'GBP million'],
    ['5%', 'people'],
    ['5m', 'percent'],
    ['5%m', 'number'],
    ['9'.repeat(400), 'number'],
    ['$5', 'GBP'],
    ['5 pounds', 'GBP'],
  ];
  for (const [text, given] of refused) {
    test(`${JSON.stringify(text.slice(0, 20))} in ${given} is refused with a remedy`, () => {
      const result = parseNumber(text, given);
      expect(result).toMatchObject({ ok: false, problems: [{ code: 'number.unreadable' }] });
      expect(result.ok ? '' : result.problems[0]?.remedy).toBeTruthy();
    });
  }

  const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });

  test('read back what is on show, to its last decimal', () => {
    fc.assert(
      fc.property(
        finite,
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (value, decimals, signed) => {
          const back = must(parseNumber(formatNumber(value, { decimals, signed }), 'number'));
          expect(Math.abs(back - value)).toBeLessThanOrEqual(
            0.5000001 * 10 ** -decimals + Math.abs(value) * 1e-15,
          );
        },
      ),
    );
    fc.assert(
      fc.property(finite, (value) => {
        expect(must(parseNumber(formatMillions(value), 'GBP million'))).toBeCloseTo(
          Number(value.toFixed(1)),
          3,
        );
        expect(must(parseNumber(formatPercent(value / 1e9), 'percent'))).toBeCloseTo(
          value / 1e9,
          2,
        );
      }),
    );
  });

  test('never lose a sign, however it is written', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
        const plain = formatNumber(value, { decimals: 3 });
        const size = must(parseNumber(plain, 'number'));
        for (const text of [
          `-${plain}`,
          `−${plain}`,
          `(${plain})`,
          `${plain}-`,
          `(£${plain})`,
          `-£${plain}`,
          ` - ${plain} `,
        ]) {
          expect(must(parseNumber(text, 'number')), text).toBe(-size);
        }
      }),
    );
  });

  test('are refused or finite, whatever the text', () => {
    const signs = fc.constantFrom(...'0123456789.,()-−+£% \t', 'k', 'm', 'bn', 'e');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs, { maxLength: 12 }).map((all) => all.join('')),
        ),
        fc.constantFrom('number', 'percent', 'GBP million', 'people'),
        (text, given) => {
          const result = parseNumber(text, given);
          if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
          if (result.ok && /[-−(]/.test(text)) expect(result.value).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('money that is no number says so, without a unit', () => {
  expect(formatMillions(Number.NaN)).toBe('error');
  expect(formatMillions(Number.POSITIVE_INFINITY, { signed: true })).toBe('error');
});
