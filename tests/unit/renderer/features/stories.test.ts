import { describe, expect, test } from 'vitest';
import {
  compareHeadline,
  timing,
  worseOffLines,
} from '../../../../renderer/features/compare/compare-story';
import { matching } from '../../../../renderer/features/footprint/footprint-list';
import {
  countMarks,
  notIncluded,
  openingSentence,
  planSentence,
} from '../../../../renderer/features/overview/overview-story';
import { gap, row, summary, table, views, YEARS } from '../views-fixture';

describe('the headline of a comparison', () => {
  const headline = (plan: number) =>
    compareHeadline(views([-90, -95, -100], [-90, -90, plan]), 'nhs');

  test('tells the share in plain words where there are any', () => {
    expect(headline(-50)).toBe('Half of the gap closes; £50m of the NHS gap remains in 2017/18.');
    expect(headline(-63)).toBe('37% of the gap closes; £63m of the NHS gap remains in 2017/18.');
  });

  test('does not hide that a plan makes it worse', () => {
    expect(headline(-107)).toBe(
      'The plan is £7m worse than do nothing in 2017/18; it leaves an NHS gap of £107m.',
    );
  });

  test('tells of a gap that closes and of one that does not move', () => {
    expect(headline(12)).toBe('The plan closes the NHS gap by 2017/18, with £12m to spare.');
    expect(headline(-100)).toBe('The plan comes to the same as do nothing in 2017/18.');
  });
});

describe('what else a comparison tells', () => {
  test('when it costs before it helps', () => {
    const base = summary('do-nothing', [gap(-90), gap(-95), gap(-100)]);
    const plan = summary('plan', [gap(-90), gap(-99), gap(-80)]);
    expect(timing(plan, base, YEARS, 'nhs')).toBe(
      'It costs more than it saves before it helps: £4m in 2016/17. The first year it helps is 2017/18.',
    );
  });

  test('when it never helps', () => {
    const base = summary('do-nothing', [gap(-90), gap(-95), gap(-100)]);
    const plan = summary('plan', [gap(-90), gap(-99), gap(-101)]);
    expect(timing(plan, base, YEARS, 'nhs')).toBe(
      'It never helps in these years; at its worst it costs £4m in 2016/17.',
    );
    expect(timing(base, base, YEARS, 'nhs')).toBe('');
  });

  test('who loses, worst first, and how many more', () => {
    const worseOff = ['A', 'B', 'C'].map((name) => ({ name, year: '2016/17', change: -1 }));
    const lines = worseOffLines(summary('plan', [], { worseOff }));
    expect(lines.map((line) => line.replace('\u2060', ''))).toEqual([
      'A: −£1.0m in 2016/17',
      'B: −£1.0m in 2016/17',
      'and 1 more',
    ]);
    expect(worseOffLines(summary('plan', []))).toEqual(['nobody']);
  });
});

describe('the overview', () => {
  const told = views([-90, -95, -100], [-90, -80, -60]);

  test('says the gap and what the plan does to it', () => {
    expect(openingSentence(told)).toBe(
      'If nothing changes, the NHS books in Testshire are £100m short in 2017/18.',
    );
    expect(planSentence(told)).toBe('‘The plan’ closes 40% of it and leaves £60m.');
  });

  test('names what is left out, with its size', () => {
    const text = notIncluded(told).join(' ');
    expect(text).toContain('£25m');
    expect(text).toContain('£40m of the NHS gap');
  });

  test('counts given values by how firmly they stand', () => {
    const rows = [
      row('a', { kind: 'input', mark: 'verified' }),
      row('b', { kind: 'input', mark: 'recalled' }),
      row('c', { kind: 'calculated', mark: 'recalled' }),
    ];
    const counts = countMarks([table(rows)]).filter(({ count }) => count > 0);
    expect(counts).toEqual([
      { mark: 'verified', count: 1 },
      { mark: 'recalled', count: 1 },
    ]);
  });
});

describe('searching footprints', () => {
  const entry = (number: number, name: string, region: string) => ({
    id: name,
    number,
    name,
    region,
    population: 1,
    populationMark: 'recalled' as const,
  });
  const all = [entry(28, 'North Central London', 'London'), entry(37, 'Devon', 'South')];

  test('finds by any words of name and region, or by number', () => {
    expect(matching(all, 'london north').map(({ name }) => name)).toEqual(['North Central London']);
    expect(matching(all, '37').map(({ name }) => name)).toEqual(['Devon']);
    expect(matching(all, '')).toHaveLength(2);
    expect(matching(all, 'atlantis')).toEqual([]);
  });
});
