import { describe, expect, test } from 'vitest';
import {
  compareHeadline,
  timing,
  worseOffLines,
} from '../../../../renderer/features/compare/compare-story';
import { matching } from '../../../../renderer/features/footprint/footprint-list';
import { pressureWords, shareClosed } from '../../../../renderer/features/headline/headline-words';
import {
  countMarks,
  notIncluded,
  openingSentence,
  planSentence,
} from '../../../../renderer/features/overview/overview-story';
import { hatchWords } from '../../../../renderer/store/gap-scope';
import { gap, row, summary, table, views, YEARS } from '../views-fixture';

describe('the headline of a comparison', () => {
  const headline = (plan: number) =>
    compareHeadline(views([-90, -95, -100], [-90, -90, plan]), 'nhs');

  test('tells the share in plain words where there are any', () => {
    expect(headline(-50)).toBe('Half of the gap closes; £50m of the NHS gap remains in 2017/18.');
    expect(headline(-63)).toBe('37% of the gap closes; £63m of the NHS gap remains in 2017/18.');
  });

  test('does not hide that a plan makes it worse', () => {
    expect(headline(-107)).toBe('The plan widens the NHS gap by £7.0m, to £107m, in 2017/18.');
  });

  test('speaks of closing only against do nothing', () => {
    const told = views([-90, -95, -100], [-90, -90, -82]);
    const back = { ...told, scenario: 'do-nothing', comparator: 'plan' };
    expect(compareHeadline(back, 'nhs')).toBe(
      'Under do nothing the NHS gap is £18m larger than with The plan in 2017/18: £100m.',
    );
    const other = summary('other', [gap(-90), gap(-95), gap(-99.4)]);
    const against = { ...told, comparator: 'other', scenarios: [...told.scenarios, other] };
    expect(compareHeadline(against, 'nhs')).toMatch(/^With The plan the NHS gap is £17m smaller/);
    const bare = summary('plan', [gap(-90), gap(-95), gap(-100)], { schemes: [] });
    const base = told.scenarios[0] ?? bare;
    expect(compareHeadline({ ...told, scenarios: [base, bare] }, 'nhs')).toBe(
      'No scheme is on: The plan comes to the same as do nothing in 2017/18.',
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

describe('the words beneath the headline figures', () => {
  const strip = (plan: number, schemes = 1) =>
    shareClosed(views([-90, -95, -100], [-90, -90, plan]).headline, 'nhs', schemes);

  test('say closed only of what closes', () => {
    expect(strip(-60)).toBe('40% of the do-nothing gap closed');
    expect(strip(-99.8)).toBe('less than 1% of the do-nothing gap closed');
    expect(strip(-101.6)).toBe('widens the gap by £1.6m');
    expect(strip(-100)).toBe('the gap stays as it is');
    expect(strip(-100, 0)).toBe('no scheme is on');
    expect(strip(3)).toBe('the do-nothing gap is closed');
  });

  test('speak of the published gap only where the pressures were set to it', () => {
    const { headline } = views([-90, -95, -100], [-90, -90, -80]);
    expect(pressureWords(headline)).toBe('set to meet the published gap');
    expect(hatchWords(headline)).toContain('set to meet the published gap');
    const given = { ...headline, localPressuresMark: 'assumption' };
    expect(pressureWords(given)).toBe('not in national assumptions');
    const none = { ...headline, localPressuresMark: null, published: null };
    expect(hatchWords(none)).toBe('');
    const told = notIncluded({ ...views([-100], [-100]), headline: none }).join(' ');
    expect(told).not.toMatch(/calibrat|set to meet/);
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
