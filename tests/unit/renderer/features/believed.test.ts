// The words of the sheets that ask whether a plan can be believed.
import { describe, expect, test } from 'vitest';
import {
  claimedShare,
  overlapsTakenOff,
  potGroups,
  potName,
  shareWords,
  standing,
} from '../../../../renderer/features/claims/claims-words';
import {
  effectWords,
  matchingEvidence,
  valueWords,
} from '../../../../renderer/features/evidence/evidence-words';
import { flagGroups } from '../../../../renderer/features/flags/flag-words';
import { cashWords, flagWords } from '../../../../renderer/features/headline/headline-words';
import { stripOf } from '../../../../renderer/features/inspector/strip-scale';
import { evidenceParts } from '../../../../renderer/store/evidence-parts';
import type { EvidenceRow } from '../../../../shared/domain/evidence';
import type { ClaimsView, PotRow } from '../../../../shared/report/claims-view';
import type { FlagRow } from '../../../../shared/report/flag-table';

const pot = (part: Partial<PotRow>): PotRow => ({
  id: part.label ?? 'pot',
  kind: 'activity',
  label: 'Activity',
  holds: 100,
  claimed: 10,
  counted: 10,
  claims: [],
  parts: [],
  ...part,
});

const finding = (amount: number, removed: boolean) => ({
  code: 'overlap' as const,
  title: 'A title',
  sentence: `Of ${amount}.`,
  schemes: ['A', 'B'],
  amount,
  removed,
});

const claims = (part: Partial<ClaimsView>): ClaimsView => ({
  year: '2020/21',
  sentence: '',
  pots: [],
  overlaps: [],
  findings: [],
  ...part,
});

describe('the claims', () => {
  test('tell first the largest double count that still stands', () => {
    const told = standing(
      claims({ findings: [finding(1, false), finding(9, true), finding(3, false)] }),
    );
    expect(told.map(({ amount }) => amount)).toEqual([3, 1]);
  });

  test('add up a pair of schemes over the pots they share, and the slight ones apart', () => {
    const overlap = (other: string, potLabel: string, amount: number) => ({
      schemes: ['A', other] as const,
      pot: potLabel,
      amount,
      removed: true,
    });
    const { pairs, slight, slightAmount } = overlapsTakenOff(
      claims({
        overlaps: [
          overlap('B', 'Activity', 0.4),
          overlap('C', 'Activity', 0.9),
          overlap('B', 'Staffed capacity', 0.8),
          overlap('D', 'Staffed capacity', 0.01),
        ],
      }),
    );
    expect(pairs).toEqual([
      { schemes: ['A', 'B'], pots: ['Activity', 'Staffed capacity'], amount: expect.closeTo(1.2) },
      { schemes: ['A', 'C'], pots: ['Activity'], amount: 0.9 },
    ]);
    expect([slight, slightAmount]).toEqual([1, 0.01]);
  });

  test('stand under the kind of their pot, those nobody claims counted', () => {
    const groups = potGroups([
      pot({ label: 'Activity · Everyone else · A&E' }),
      pot({ label: 'Activity · Everyone else · Outpatients', claimed: 0.01 }),
      pot({ label: "Trusts' cost" }),
    ]);
    expect(groups.map(({ title, pots, slight }) => [title, pots.map(potName), slight])).toEqual([
      ['Activity', ['Everyone else, A&E'], 1],
      ["Trusts' cost", ['All of it'], 0],
    ]);
  });

  test('are told as a share of what the pot holds', () => {
    expect(shareWords(pot({ claimed: 8 }))).toBe('8%');
    expect(shareWords(pot({ claimed: 0.2 }))).toBe('less than 1%');
    expect(shareWords(pot({ claimed: 130 }))).toBe('130%, more than it holds');
    expect(shareWords(pot({ holds: 0 }))).toBe('claimed of nothing');
    expect(claimedShare(pot({ holds: 0 }))).toBeNull();
  });
});

const row = (part: Partial<EvidenceRow>): EvidenceRow => ({
  id: 'VC07',
  family: 'care_homes',
  effect: 'emergency_admissions_change',
  unit: 'proportion',
  appliesTo: 'residents of 39 homes',
  strength: 'controlled_observational',
  mark: 'verified',
  source: 'A study; 2017',
  note: '',
  ...part,
});

describe('a finding', () => {
  test('says what was measured', () => {
    expect(effectWords('a_and_e_attendances_change')).toBe('A&E attendances change');
    expect(effectWords('nhs_saving_per_gbp_of_social_care')).toBe(
      'NHS saving per £1 of social care',
    );
  });

  test.each([
    [{ central: -0.18 }, '−18.0%'],
    [{ central: -0.4, low: -0.58, high: -0.14 }, '−40.0% (−58.0% to −14.0%)'],
    [
      { low: 0.01, high: 0.03, unit: 'proportion of merged trust turnover' },
      '1.0% to 3.0% of merged trust turnover',
    ],
    [{ central: 166.7, unit: 'gbp_m per merger' }, '£166.7m per merger'],
    [{ central: 43095, unit: 'gbp' }, '£43,095'],
    [{ central: 3.75, low: 3.75, high: 5, unit: 'years' }, '3.75 (3.75 to 5) years'],
    [{ central: 1.5, low: 1.5, unit: 'years' }, '1.5 years'],
    [
      {
        central: -0.032,
        unit: 'percentage-point gap in growth versus non-participants, as proportion',
      },
      '−3.2 points gap in growth versus non-participants',
    ],
    [{}, 'In words; see the note'],
  ])('%o reads %s', (part, words) => {
    expect(valueWords(row(part))).toBe(words);
  });

  test('is found by any words of it, or by its id', () => {
    const rows = [row({}), row({ id: 'AR02', appliesTo: 'merged trusts' })];
    expect(matchingEvidence(rows, 'trusts emergency').map(({ id }) => id)).toEqual(['AR02']);
    expect(matchingEvidence(rows, 'vc07')).toHaveLength(1);
    expect(matchingEvidence(rows, '')).toBe(rows);
  });

  test('is a link wherever a text names it, and the text stays the same', () => {
    const known = new Set(['VC07', 'AR12', 'AR14']);
    const text = 'Evidence VC07, AR12-AR14; not ZZ99.';
    const parts = evidenceParts(text, known);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap(({ id }) => id ?? [])).toEqual(['VC07', 'AR12', 'AR14']);
    expect(evidenceParts('', known)).toEqual([]);
  });
});

describe('a value on the strip of what was done elsewhere', () => {
  const standingOf = (low: number, high: number) => ({
    position: 'inside' as const,
    delivered: { low, high },
    measured: 2,
    inWords: [],
    sentence: '',
  });

  test('stands between the ends, with zero always on it', () => {
    const strip = stripOf(-0.05, standingOf(-0.2, -0.1));
    expect(strip.delivered?.low).toBeCloseTo(0.06);
    expect(strip.zero).toBeCloseTo(0.94);
    expect(strip.value).toBeGreaterThan(strip.delivered?.high ?? 1);
    expect(strip.planned).toBeUndefined();
  });

  test('of nothing beside nothing is no fault', () => {
    expect(Number.isFinite(stripOf(0, standingOf(0, 0)).value)).toBe(true);
  });
});

describe('red flags', () => {
  test('come a rule at a time, the gravest first, with their evidence once', () => {
    const flag = (id: string, key: string): FlagRow => ({
      key,
      id,
      title: id,
      level: id === 'R2' ? 'red' : 'amber',
      sentence: key,
      why: '',
      element: '',
      year: '2020/21',
      value: 1,
      threshold: 0,
      unit: 'number',
      evidence: [{ id: 'VC07', applies: '', strength: '', mark: 'verified', source: '' }],
      where: { line: 'x', at: {}, year: 2020 },
    });
    const groups = flagGroups({
      scenario: 'plan',
      name: 'The plan',
      rows: [flag('R2', 'a'), flag('R1', 'b'), flag('R2', 'c')],
      rules: 25,
      red: 1,
      amber: 1,
      unjudged: 0,
      summary: '',
    });
    expect(groups.map(({ id, rows, evidence }) => [id, rows.length, evidence])).toEqual([
      ['R2', 2, ['VC07']],
      ['R1', 1, ['VC07']],
    ]);
  });

  test('are counted in words', () => {
    expect(flagWords({ red: 0, amber: 0 })).toBe('no red flag');
    expect(flagWords({ red: 1, amber: 4 })).toBe('1 red flag, 4 amber');
    expect(flagWords({ red: 0, amber: 1 })).toBe('1 amber flag');
    expect(cashWords({ cash: 3, capacity: 0, notional: 1 })).toBe('75% cash-releasing');
    expect(cashWords({ cash: 0, capacity: 0, notional: 0 })).toBe('');
  });
});
