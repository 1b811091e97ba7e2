/** The text of the red flags: what is read, and what is told when it cannot be used. */
import { describe, expect, it } from 'vitest';
import { readRedFlags } from '../../../shared/library/red-flags';
import { line } from '../../helpers/small-world';

const PARAMETER = line('rate', ['plan'], undefined, { unit: 'percent' });
const AROUND = { lines: [PARAMETER], schemeTypes: ['plan'], known: new Set(['VP06']) };

const flag = (test: string, head = 'id: R1, evidence: [VP06]') =>
  `flags:\n  - {${head}, title: Too much, why: Nobody did it., tests: [${test}]}`;

const measured = (own: string) =>
  `{label: Rate, measure: rate * 2, unit: percent, over: [plan], trips: above, ${own}}`;

const read = (text: string) => readRedFlags(text, AROUND);

const codes = (text: string): string[] => {
  const result = read(text);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
};

describe('a red flag as text', () => {
  it('becomes a rule and two lines: the number, and where it is judged', () => {
    const result = read(
      flag(measured('red: 0.2, when: rate > 0, wording: "{value} of {element}"')),
    );
    if (!result.ok) throw new Error('refused');
    const { flags, lines } = result.value;
    expect(flags[0]?.tests[0]).toMatchObject({
      measure: 'flag_r1_a',
      applies: 'flag_r1_a_applies',
    });
    expect(lines.map(({ id, formula, over }) => ({ id, formula, over }))).toEqual([
      { id: 'flag_r1_a', formula: 'rate * 2', over: ['plan'] },
      {
        id: 'flag_r1_a_applies',
        formula: 'both(scheme_on > 0, calendar_year + 1 > scheme_start, rate > 0)',
        over: ['plan'],
      },
    ]);
  });

  it.each([
    [
      'evidence that nobody found',
      flag(measured('red: 1, wording: x'), 'id: R1, evidence: [VP99]'),
      'evidence.unknown',
    ],
    [
      'an id of its own',
      flag(measured('red: 1, wording: x'), 'id: Q1, evidence: [VP06]'),
      'flag.id',
    ],
    ['no threshold', flag(measured('wording: x')), 'flag.threshold'],
    ['amber beyond red', flag(measured('red: 1, amber: 2, wording: x')), 'flag.threshold'],
    ['a place that nothing fills', flag(measured('red: 1, wording: "{size}"')), 'flag.wording'],
    [
      'a parameter that is not there',
      flag('{cited: [rat], over: [plan], wording: x}'),
      'flag.cited',
    ],
    ['a word that is no rule', flag(measured('red: 1, wording: x, limit: 3')), 'yaml.shape'],
  ])('is refused with %s', (_, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('is refused where an id stands twice', () => {
    const one = flag(measured('red: 1, wording: x'));
    expect(codes(`${one}\n${one.split('\n')[1]}`)).toEqual(['flag.id']);
  });
});
