import { describe, expect, test } from 'vitest';
import { checkAddress, parseAddress, showAddress } from '../../../shared/engine/values';
import { line, smallProgram } from '../../helpers/small-world';

const program = smallProgram([line('rate', ['ward', 'shift'], undefined)]);
const parsed = (text: string) => parseAddress(text, program);

describe('addresses as people type them', () => {
  test('name a line, elements in its own order, and a year', () => {
    expect(parsed('cost').address).toEqual({ line: 'cost', at: {} });
    expect(parsed('rate[b,night]@2016/17').address).toEqual({
      line: 'rate',
      at: { ward: 'b', shift: 'night' },
      year: 2016,
    });
    expect(parsed(' rate [ B , NIGHT ] @ 2016-17 ').address).toEqual({
      line: 'rate',
      at: { ward: 'b', shift: 'night' },
      year: 2016,
    });
    expect(parsed('rate[shift=day]').address).toEqual({ line: 'rate', at: { shift: 'day' } });
  });

  test('read back as they are shown', () => {
    const { address } = parsed('rate[b,night]@2016/17');
    expect(showAddress(address!, ['ward', 'shift'])).toBe('rate[b,night]@2016/17');
    expect(showAddress({ line: 'cost', at: {} }, [])).toBe('cost');
  });

  const refused: readonly [string, string, RegExp][] = [
    ['raet', 'cell.unknown-line', /Did you mean 'rate'\?/],
    ['rate[z]', 'cell.unknown-element', /Use one of: a, b, c|Did you mean/],
    ['rate[a,day,late]', 'cell.unknown-dimension', /It ranges over ward, shift\./],
    ['rate[wrad=a]', 'cell.unknown-dimension', /It ranges over ward, shift\./],
    ['cost[a]', 'cell.unknown-dimension', /It has one value only\./],
    ['rate@2016', 'cell.year', /2018\/19/],
    ['rate@2016/18', 'cell.year', /2018\/19/],
    ['rate[', 'cell.syntax', /volume_growth\[emergency\]/],
    ['', 'cell.syntax', /volume_growth\[emergency\]/],
    ['__proto__', 'cell.unknown-line', /./],
    ['rate[__proto__]', 'cell.unknown-element', /./],
  ];
  for (const [text, code, remedy] of refused) {
    test(`'${text}' is refused with a remedy`, () => {
      const { address, problems } = parsed(text);
      expect(address).toBeUndefined();
      expect(problems[0]?.code).toBe(code);
      expect(problems[0]?.remedy).toMatch(remedy);
    });
  }

  test('a year outside the horizon is told with both ends', () => {
    const [problem] = checkAddress({ line: 'cost', at: {}, year: 2030 }, program, {
      first: 2015,
      last: 2020,
    });
    expect(problem).toMatchObject({
      code: 'cell.year-outside',
      message: '2030/31 is outside 2015/16 to 2020/21.',
    });
  });
});

test('an address that names two elements for one dimension is refused', () => {
  const program = smallProgram([line('x', ['ward', 'shift'], '1')]);
  for (const text of ['x[ward=a=b]', 'x[ward=a,ward=b]', 'x[a,ward=b]']) {
    const { address, problems } = parseAddress(text, program);
    expect(address, text).toBeUndefined();
    expect(problems[0]?.remedy, text).toBeTruthy();
  }
});
