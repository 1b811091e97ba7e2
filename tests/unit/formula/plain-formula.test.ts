/** Formulas over single numbers keep to the rules of the whole language. */
import { describe, expect, test } from 'vitest';
import { evaluatePlain, namesIn, parsePlainFormula } from '../../../shared/formula/plain-formula';
import { must } from '../../helpers/load-library';

const VALUES: Readonly<Record<string, number>> = { a: 6, b: 4, none: Number.NaN };

const value = (formula: string): number =>
  evaluatePlain(must(parsePlainFormula(formula, Object.keys(VALUES))), (name) => VALUES[name] ?? 0);

describe('A plain formula', () => {
  test.each<[string, number]>([
    ['a + b * 2 - 1', 13],
    ['-(a / b) ^ 2', -2.25],
    ['ceil(a / b) + floor(a / b)', 3],
    ['min(a, b, 5) + max(a, b)', 10],
    ['if(a > b, 1, 2) + if(a <= b, 10, 20)', 21],
    ['(a == 6) + (a != 6) + (b >= 4) + (b < 4)', 2],
    ['ratio(a, 0)', 0],
  ])('%s is %d', (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  test.each(['a / 0', 'none > 1', 'none ^ 0', 'a + none'])('%s is no number', (formula) => {
    expect(value(formula)).toBeNaN();
  });

  test('tells the names it reads', () => {
    expect(namesIn(must(parsePlainFormula('max(a, -b) + 1', ['a', 'b'])))).toEqual(['a', 'b']);
  });

  test('says where a name is that nothing answers to', () => {
    const parsed = parsePlainFormula('1 + tarif', ['tariff']);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ place: { position: 5 }, remedy: "Did you mean 'tariff'?" }],
    });
  });
});
