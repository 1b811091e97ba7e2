import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/finance/double-counts';
import { findingSentence } from '../../../shared/report/finding-sentence';

const LABELS: Readonly<Record<string, string>> = {
  older_people: 'Other people aged 65 and over',
  emergency: 'Emergency admissions',
  ae: 'A&E',
  better_care_fund: 'Better Care Fund to social care',
  back_office: 'Back office',
  central: 'Central measures: pay restraint, drug prices',
  volume_growth: 'Growth in activity',
};

const sentence = (finding: Partial<Finding>, schemes: readonly string[]) =>
  findingSentence(
    { code: 'overlap', schemes: [], place: [], amount: 1.25, removed: false, ...finding },
    schemes,
    (id) => LABELS[id] ?? id,
  );

describe('a finding in a sentence', () => {
  test('names the cohort and the setting, and leaves A&E its capitals', () => {
    const at = (place: readonly string[]) => sentence({ kind: 'activity', place }, ['A', 'B']);
    expect(at(['older_people', 'emergency'])).toContain(
      'A and B both draw on emergency admissions of other people aged 65 and over;',
    );
    expect(at(['older_people', 'ae'])).toContain('both draw on A&E of other people');
    expect(at([])).toContain('both draw on the same activity;');
  });

  test('agrees in number', () => {
    const over = (schemes: readonly string[]) =>
      sentence({ code: 'overdrawn', kind: 'outside_money' }, schemes);
    expect(over(['A'])).toMatch(/^A claims £1\.[23]m more from outside/);
    expect(over(['A', 'B', 'C'])).toMatch(/^A, B and C claim £1\.[23]m more from outside/);
    const lowered = (schemes: readonly string[]) =>
      sentence({ code: 'assumption_and_scheme', place: ['volume_growth'] }, schemes);
    expect(lowered(['A'])).toContain("lowers 'Growth in activity', and A lowers the same thing");
    expect(lowered(['A', 'B'])).toContain('and A and B lower the same thing');
  });

  test('says what is at stake if two savings are one plan', () => {
    const line = { code: 'shared_line', kind: 'cost_line', place: ['back_office'] } as const;
    expect(sentence({ ...line, atMost: 12 }, ['A', 'B'])).toContain(
      "trusts' cost of back office. About £1.3m stands in both if they were chosen independently, and £12.0m if they are one plan.",
    );
    expect(sentence(line, ['A', 'B'])).toContain('About £1.3m stands in both.');
  });

  test('tells the other half of a pound only where somebody books it', () => {
    const pound = { code: 'same_pound', place: ['better_care_fund'] } as const;
    expect(sentence(pound, ['A'])).toBe(
      'A books £1.3m on Better Care Fund to social care, which is income the other side loses.',
    );
    expect(sentence(pound, ['A', 'B'])).toContain('B takes cost out of the same care.');
  });

  test('says of what is central that it is counted nationally', () => {
    expect(sentence({ code: 'overdrawn', kind: 'cost_line', place: ['central'] }, ['A'])).toContain(
      'counted nationally and holds nothing for a local plan',
    );
  });

  test('counts how often one plan is entered', () => {
    expect(sentence({ code: 'twice' }, ['A', 'B'])).toContain('entered twice');
    expect(sentence({ code: 'twice' }, ['A', 'B', 'C'])).toContain('entered 3 times');
  });
});
