import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceRow, OutsideView } from '../../../shared/domain/evidence';
import {
  EVIDENCE_FILE,
  OUTSIDE_VIEW_FILE,
  readEvidence,
  readOutsideViews,
} from '../../../shared/library/evidence-tables';
import { outsideStanding, viewOf } from '../../../shared/stress/outside-view';
import { parseUnit } from '../../../shared/units/unit';
import { loadTexts, must } from '../../helpers/load-library';

const PERCENT = must(parseUnit('percent'));

const finding = (id: string, numbers: Partial<EvidenceRow>): [string, EvidenceRow] => [
  id,
  {
    ...{ id, family: 'f', effect: 'e', unit: 'proportion', appliesTo: 'here' },
    ...{ strength: 'controlled_observational', mark: 'verified', source: 's', note: '' },
    ...numbers,
  } as EvidenceRow,
];

const ROWS = new Map([
  finding('VP01', { central: -0.157, strength: 'modelled' }),
  finding('VP02', { central: -0.03, strength: 'expert' }),
  finding('VC01', { central: -0.2 }),
  finding('VC02', { central: -0.1 }),
  finding('VC03', { central: -0.05 }),
  finding('VC04', { central: 0.1 }),
  finding('VC05', {}),
  finding('VC06', { low: 0.01, high: 0.03, strength: 'before_after' }),
]);

const view = (own: Partial<OutsideView>): OutsideView => ({
  ...{ line: 'effect', at: {}, better: 'lower', comparative: 'Stronger' },
  ...{ planned: [], delivered: [], context: [], readAs: {} },
  ...own,
});

const stand = (value: number, own: Partial<OutsideView>, unit = PERCENT) =>
  outsideStanding(value, view(own), ROWS, unit);

const FOUR = ['VC01', 'VC02', 'VC03', 'VC04'];

describe('where a value stands', () => {
  test('a cut that most evaluations did not reach is stronger than most', () => {
    expect(stand(-0.12, { delivered: FOUR, planned: ['VP01'] })).toEqual({
      position: 'inside',
      delivered: { low: -0.2, high: 0.1 },
      planned: { low: -0.157, high: -0.157 },
      measured: 4,
      asGood: 1,
      shareAsGood: 0.25,
      inWords: [],
      sentence: 'Stronger than 3 of 4 evaluations; plans assumed −15.7%.',
    });
  });

  test('a cut deeper than any is below the range and stronger than all', () => {
    expect(stand(-0.3, { delivered: FOUR })).toMatchObject({
      position: 'below',
      shareAsGood: 0,
      sentence: 'Stronger than all 4 evaluations.',
    });
  });

  test('a rise larger than any is above the range, and all did at least as well', () => {
    expect(stand(0.2, { delivered: FOUR })).toMatchObject({
      position: 'above',
      shareAsGood: 1,
      sentence: 'All 4 evaluations did at least as well.',
    });
  });

  test('a value equal to a finding is no stronger than it', () => {
    expect(stand(-0.1 - 1e-12, { delivered: FOUR }).asGood).toBe(2);
    expect(
      stand(0.1 + 0.2, { better: 'higher', delivered: ['VC04'], readAs: { VC04: 0.3 } }),
    ).toMatchObject({ position: 'inside', asGood: 1 });
  });

  test('where more is better the count turns round', () => {
    expect(stand(0, { better: 'higher', delivered: FOUR })).toMatchObject({
      asGood: 1,
      sentence: 'Stronger than 3 of 4 evaluations.',
    });
  });

  test('where neither way is better the range is told and nobody is beaten', () => {
    const standing = stand(0, { better: 'none', delivered: FOUR });
    expect(standing.sentence).toBe('On record: −20.0% to 10.0%.');
    expect(standing).not.toHaveProperty('asGood');
    expect(standing).not.toHaveProperty('shareAsGood');
  });

  test('a finding in words is listed, not counted, unless the view reads it as a number', () => {
    expect(stand(-0.1, { delivered: ['VC01', 'VC05'] })).toMatchObject({
      measured: 1,
      inWords: ['VC05'],
      sentence: 'The one evaluation did at least as well.',
    });
    expect(stand(-0.1, { delivered: ['VC01', 'VC05'], readAs: { VC05: 0 } })).toMatchObject({
      measured: 2,
      inWords: [],
      sentence: 'Stronger than 1 of 2 evaluations.',
    });
  });

  test('a finding that is a range counts by its better end and spans the record', () => {
    expect(stand(0.03, { better: 'higher', delivered: ['VC06'] })).toMatchObject({
      position: 'inside',
      asGood: 1,
      delivered: { low: 0.01, high: 0.03 },
      sentence: 'The one case on record did at least as well.',
    });
    expect(stand(0.031, { better: 'higher', delivered: ['VC06'] })).toMatchObject({
      position: 'above',
      sentence: 'Stronger than the one case on record.',
    });
  });

  test('with plans alone it says that nobody has measured it', () => {
    expect(stand(-0.1, { planned: ['VP01', 'VP02'] })).toMatchObject({
      position: 'unmeasured',
      measured: 0,
      asGood: 0,
      sentence: 'Plans assumed −15.7% to −3.0%; no evaluation gives a number.',
    });
    expect(stand(-0.1, { planned: ['VP01'] })).not.toHaveProperty('shareAsGood');
  });

  test('with nothing at all it says what the view says, or nothing', () => {
    expect(stand(1, {})).toEqual({
      position: 'unmeasured',
      measured: 0,
      asGood: 0,
      inWords: [],
      sentence: '',
    });
    expect(stand(1, { sentence: 'No record was found.' }).sentence).toBe('No record was found.');
  });

  test.each([
    ['GBP million per bed', 'Plans assumed £0.53m per bed'],
    ['GBP per person', 'Plans assumed £0.53 per person'],
    ['GBP million', 'Plans assumed £0.53m'],
    ['years', 'Plans assumed 0.53 years'],
    ['number', 'Plans assumed 0.53;'],
  ])('figures in %s read as people write them', (unit, says) => {
    const { sentence } = stand(
      1,
      { planned: ['VP01'], readAs: { VP01: 0.53 } },
      must(parseUnit(unit)),
    );
    expect(sentence).toContain(says);
  });
});

describe('the view of a cell', () => {
  const all = view({});
  const emergency = view({ at: { setting: 'emergency' } });
  const homes = view({ at: { setting: 'emergency', cohort: 'care_home_residents' } });
  const views = [homes, all, emergency, view({ line: 'other' })];

  test('is the one that names most of its elements', () => {
    const at = { setting: 'emergency', cohort: 'care_home_residents' };
    expect(viewOf(views, 'effect', at)).toBe(homes);
    expect(viewOf(views, 'effect', { ...at, cohort: 'older_people' })).toBe(emergency);
    expect(viewOf(views, 'effect', { setting: 'ae' })).toBe(all);
  });

  test('is none where no view fits', () => {
    expect(viewOf([homes], 'effect', { setting: 'emergency' })).toBeUndefined();
    expect(viewOf(views, 'nothing', {})).toBeUndefined();
  });
});

describe('with what ships', () => {
  let rows: ReadonlyMap<string, EvidenceRow>;
  let views: readonly OutsideView[];

  beforeAll(async () => {
    const texts = await loadTexts();
    const table = must(readEvidence(texts[EVIDENCE_FILE] ?? '', EVIDENCE_FILE));
    rows = new Map(table.map((row) => [row.id, row]));
    const known = new Set(rows.keys());
    views = must(readOutsideViews(texts[OUTSIDE_VIEW_FILE] ?? '', OUTSIDE_VIEW_FILE, known));
  });

  const says = (line: string, value: number, setting?: string, unit = 'percent') => {
    const found = viewOf(views, line, setting ? { setting } : {});
    return found ? outsideStanding(value, found, rows, must(parseUnit(unit))).sentence : '';
  };

  test('a 6% cut in emergency admissions by care models is stronger than two of four evaluations', () => {
    expect(says('care_model_effect', -0.06, 'emergency')).toMatch(
      /^Stronger than 2 of 4 evaluations; plans assumed −15\.7% to −2\.9%\. VP07 is/,
    );
  });

  test('Nottingham’s result in care homes is stronger than two of four', () => {
    expect(says('care_home_effect', -0.18, 'emergency')).toMatch(
      /^Stronger than 2 of 4 evaluations\./,
    );
  });

  test('what nobody measured says so', () => {
    expect(says('care_home_cost_each', 300, undefined, 'GBP per person')).toBe(
      'No record was found of what support for a resident costs.',
    );
    expect(says('care_model_effect', -0.1, 'outpatient')).toBe(
      'Plans assumed −15.5% to 27.0%; no evaluation gives a number.',
    );
  });

  test('a bed at the price of a business case is cheaper than what was built', () => {
    expect(says('capital_cost_per_bed', 0.53, undefined, 'GBP million per bed')).toMatch(
      /^Cheaper than the one case on record; plans assumed £0\.53m per bed\./,
    );
  });
});
