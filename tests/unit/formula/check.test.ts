import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../../shared/errors/problem';
import { line, problemsWith, smallProgram } from '../../helpers/small-world';

const only = (formula: string, over: readonly string[] = [], unit?: string) => {
  const problems = problemsWith(formula, over, unit);
  expect(problems, formula).toHaveLength(1);
  return problems[0];
};

describe('names', () => {
  test('an unknown name is told with its column, its line and the nearest known name', () => {
    expect(only('cost * cosst')).toMatchObject({
      code: 'formula.unknown-name',
      message: "The formula refers to 'cosst', which is not defined.",
      place: { line: 'result', file: 'test', formula: 'cost * cosst', position: 8 },
      remedy: "Did you mean 'cost'?",
    });
  });

  test('a swap of two letters still finds the name that was meant', () => {
    expect(only('bedz')?.remedy).toBe("Did you mean 'beds'?");
    expect(only('north_bdes')?.remedy).toBe("Did you mean 'north_beds'?");
  });

  test('a name unlike any other is met with the way to define it', () => {
    expect(only('entirely_different_idea')?.remedy).toMatch(/^Define a line of that name/);
  });

  test('the problem shows the formula with a mark under the place', () => {
    const told = describeProblem(only('cost * cosst') as never);
    expect(told.split('\n').slice(1)).toEqual(['    cost * cosst', '           ^']);
  });

  test('a dimension where a value belongs is refused', () => {
    expect(only('ward + 1')).toMatchObject({
      code: 'formula.dimension-as-value',
      place: { position: 1 },
      remedy: 'A dimension stands only where a function asks for one, as in sum(x, ward).',
    });
  });

  test('a line where a dimension belongs is refused with the nearest dimension', () => {
    expect(only('sum(beds, wrad)', [], 'bed')).toMatchObject({
      code: 'formula.unknown-dimension',
      place: { position: 11 },
      remedy: "Did you mean 'ward'?",
    });
    expect(only('sum(beds, 3)', [], 'bed')?.message).toBe("'this' is not a dimension.");
  });

  test('a picked element that is not there is told with the nearest one', () => {
    expect(only('pick(beds, ward, "z")', [], 'bed')).toMatchObject({
      code: 'formula.unknown-element',
      message: 'ward has no element "z".',
      place: { position: 19 },
    });
    expect(only('pick(sum_by(beds, area), area, "nroth")', [], 'bed')?.remedy).toBe(
      "Did you mean 'north'?",
    );
  });

  test('text where a value belongs is refused', () => {
    expect(only('cost + "2016/17"', [], 'GBP million')).toMatchObject({ code: 'formula.text' });
  });

  test('names that every object inherits are unknown names', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'e', 'pi', 'i']) {
      expect(only(`${name} + 1`)?.code, name).toBe('formula.unknown-name');
    }
  });
});

describe('looking back', () => {
  test('takes the name of a line and nothing else', () => {
    expect(only('prev(cost + cost)', [], 'GBP million')?.code).toBe('formula.look-back');
    expect(only('base(3)')?.code).toBe('formula.look-back');
    expect(only('prev(calendar_year)')?.code).toBe('formula.look-back');
    expect(only('base(cosst)')?.remedy).toBe("Did you mean 'cost'?");
  });

  test('to a year needs the year as text', () => {
    expect(only('at(cost, 2016)', [], 'GBP million')).toMatchObject({
      code: 'formula.year',
      place: { position: 10 },
    });
    expect(only('at(cost, "2016/18")', [], 'GBP million')?.code).toBe('formula.year');
  });

  test('a year needs an opening formula for the first', () => {
    const { problems } = smallProgram([line('x', [], 'prev(x) + 1')]);
    expect(problems).toMatchObject([{ code: 'line.no-opening', place: { line: 'x' } }]);
  });

  test('in the opening formula is refused', () => {
    const { problems } = smallProgram([line('x', [], 'prev(x) + 1', { opening: 'prev(x)' })]);
    expect(problems.map((each) => each.code)).toContain('line.opening-looks-back');
  });
});

describe('dimensions', () => {
  test('a dimension the line does not have must be reduced by name', () => {
    expect(only('beds', [], 'bed')).toMatchObject({
      code: 'dimension.not-reduced',
      message: 'The formula ranges over ward and the line does not.',
      remedy: 'Name the reduction, for example sum(…, ward), or let the line range over ward.',
    });
  });

  test('a part of a dimension is met with widen()', () => {
    expect(only('north_beds', ['ward'], 'bed')?.remedy).toBe(
      'ward of the north is a part of ward: write widen(…, ward).',
    );
  });

  test('a value of the whole that could mean either of two parts is ambiguous', () => {
    const problems = smallProgram([
      line('south_beds', ['south_ward'], undefined, { unit: 'bed' }),
      line('x', ['north_ward', 'south_ward'], 'north_beds / south_beds * beds / beds'),
    ]).problems;
    expect(problems).toMatchObject([
      {
        code: 'dimension.ambiguous',
        message: 'It is not clear whether ward means ward of the north or ward of the south.',
      },
    ]);
  });

  test('a line over two parts cannot take a value of the whole', () => {
    expect(only('beds', ['north_ward', 'south_ward'], 'bed')?.code).toBe('dimension.ambiguous');
  });

  test('taking over a dimension that is not there is refused', () => {
    expect(only('sum(cost, ward)', [], 'GBP million')).toMatchObject({
      code: 'dimension.absent',
      remedy: 'It has one value only.',
    });
    expect(only('share(beds, shift)', ['ward'])?.remedy).toBe('It ranges over ward.');
  });

  test('grouping what belongs to no group is refused', () => {
    expect(only('sum_by(cost, area)', [], 'GBP million')?.code).toBe('dimension.no-map');
    expect(only('widen(beds, area)', ['area'], 'bed')?.code).toBe('dimension.no-map');
    expect(only('widen(beds, ward)', ['ward'], 'bed')?.code).toBe('dimension.no-map');
  });

  test('a line over an unknown dimension is told with the nearest', () => {
    const { problems } = smallProgram([line('x', ['wrad'], '1')]);
    expect(problems).toMatchObject([{ code: 'dimension.unknown', remedy: "Did you mean 'ward'?" }]);
  });
});

describe('units', () => {
  const clash = (formula: string, unit: string) => {
    const { problems } = smallProgram([
      line('rent', [], undefined, { unit: 'GBP thousand' }),
      line('fee', [], undefined, { unit: 'GBP' }),
      line('x', [], formula, { unit }),
    ]);
    expect(problems, formula).toHaveLength(1);
    return problems[0];
  };

  test('GBP million and GBP thousand are refused, not summed', () => {
    expect(clash('cost + rent', 'GBP million')).toMatchObject({
      code: 'unit.clash',
      message: 'GBP million + GBP thousand: the two sides are on different scales.',
      place: { position: 6 },
      remedy: 'Bring both to the same scale.',
    });
  });

  test('pounds beside millions are met with the conversion', () => {
    expect(clash('fee', 'GBP million')?.remedy).toBe('Wrap it in to_millions(…).');
    expect(clash('cost', 'GBP')?.remedy).toBe('Wrap it in from_millions(…).');
    expect(clash('fee < cost', 'number')?.remedy).toBe('Wrap it in to_millions(…).');
  });

  test('money and beds never add, compare or stand side by side', () => {
    for (const formula of ['cost + sum(beds, ward)', 'min(cost, sum(beds, ward))']) {
      expect(clash(formula, 'GBP million')?.code, formula).toBe('unit.clash');
    }
    expect(clash('cost > sum(beds, ward)', 'number')?.code).toBe('unit.clash');
    expect(clash('if(1, cost, sum(beds, ward))', 'GBP million')?.code).toBe('unit.clash');
  });

  test('a number added to money is refused, and nothing is the one number that fits', () => {
    expect(clash('cost + 1', 'GBP million')?.code).toBe('unit.clash');
    const { problems } = smallProgram([
      line('x', [], 'max(cost, 0) + 0 - if(1, 0, cost)', { unit: 'GBP million' }),
      line('y', [], '0', { unit: 'bed' }),
      line('z', [], 'to_millions(0) + cost', { unit: 'GBP million' }),
    ]);
    expect(problems.map(describeProblem)).toEqual([]);
  });

  test('functions of pure numbers refuse money', () => {
    for (const formula of ['exp(cost)', 'ln(cost)', 'both(cost, 1)', 'product(beds, ward)']) {
      expect(clash(formula, 'number')?.code, formula).toBe('unit.clash');
    }
  });

  test('a power must be a pure number, and money has whole powers only', () => {
    expect(clash('2 ^ cost', 'number')?.code).toBe('unit.power');
    expect(clash('cost ^ 0.5', 'GBP million')?.code).toBe('unit.power');
    expect(
      smallProgram([line('x', [], 'cost ^ 2 / cost', { unit: 'GBP million' })]).problems,
    ).toEqual([]);
  });

  test('a ratio of two scales stays at its scale through further arithmetic', () => {
    expect(clash('cost / rent', 'number')?.code).toBe('unit.clash');
    expect(clash('cost / rent * 2', 'number')?.code).toBe('unit.clash');
    expect(clash('2 * cost / rent', 'number')?.code).toBe('unit.clash');
    expect(clash('(cost / rent) ^ 2', 'number')?.code).toBe('unit.clash');
    expect(clash('exp(cost / rent)', 'number')?.code).toBe('unit.clash');
    expect(clash('2 ^ (cost / rent)', 'number')?.code).toBe('unit.power');
  });

  test('money for each bed times beds is money again', () => {
    const { problems } = smallProgram([
      line('price', [], undefined, { unit: 'GBP million per bed' }),
      line('x', ['ward'], 'price * beds + cost', { unit: 'GBP million' }),
    ]);
    expect(problems).toEqual([]);
  });
});
