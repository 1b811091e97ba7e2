/** Documents from a file: what is saved opens with the same numbers, and own lines do what they say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { BSOL, DURHAM, NCL } from '../../helpers/footprints';
import { fixture, json, printed, temporaryDocument, temporaryFile } from './terminal';

vi.setConfig({ testTimeout: 30_000 });

describe('What new prints opens again with the same numbers', () => {
  test.each<[string, string[]]>([
    ['as it ships', [NCL]],
    ['another footprint', [DURHAM]],
    [
      'edited',
      [
        NCL,
        '--set',
        'volume_growth[emergency]@2018/19=3.37%',
        '--set',
        'tariff_efficiency_factor=1.1',
      ],
    ],
    ['carried on', [BSOL, '--to', '2025/26', '--set', 'allocation_growth[ccg]@2024/25=-0.7']],
    [
      'edited more than once',
      [
        NCL,
        '--set',
        'volume_growth=1',
        '--set',
        'volume_growth[ae]=(2.345)',
        '--set',
        'opening_allocation[07M]=£412.5m',
      ],
    ],
  ])('%s', async (_, args) => {
    const text = await printed('new', ...args);
    const path = temporaryFile('plan.footbridge', text);
    expect(await printed('compare', path, '--json')).toBe(
      await printed('compare', ...args, '--json'),
    );
    expect(await printed('project', path, '-s', 'combined', '--csv')).toBe(
      await printed('project', ...args, '-s', 'combined', '--csv'),
    );
    expect(await printed('new', path)).toBe(text);
  });

  test('every percentage a person would type comes back as it was', async () => {
    const typed = Array.from({ length: 40 }, (_, i) => (i * 0.37 - 5.55).toFixed(i % 4));
    const edits = typed.map(
      (value, i) => `volume_growth[${SETTINGS[i % SETTINGS.length]}]=${value}%`,
    );
    for (const edit of edits) {
      const text = await printed('new', NCL, '--set', edit);
      // The values of the schemes that ship stand before it.
      const cell = JSON.parse(text).cells.at(-1);
      expect(String(cell.value).length).toBeLessThan(7);
      expect(cell.value).toBe(Number(edit.split('=')[1]?.replace('%', '')));
    }
  });

  test('the text is readable: JSON by lines, percent as percent, years and ids in words', async () => {
    const text = await printed('new', NCL, '--set', 'volume_growth[emergency]@2018/19=3.5%');
    const document = JSON.parse(text);
    expect(text.split('\n').length).toBeGreaterThan(20);
    expect(document).toMatchObject({ format: 'footbridge', version: 1, footprint: NCL });
    expect(document.cells.at(-1)).toEqual({
      line: 'volume_growth',
      at: { setting: 'emergency' },
      year: '2018/19',
      value: 3.5,
      source: 'Entered in this document',
    });
  });

  test('own lines come back, collected ones too', async () => {
    const path = temporaryDocument({
      lines: [
        {
          id: 'carer_grant',
          label: 'Grant for carers',
          unit: 'GBP million',
          over: ['scheme', 'council'],
          input: true,
          formula: 0,
          contributes_to: 'recurrent_effect',
          note: 'Agreed',
          source: 'Letter',
        },
        { id: 'gifts', label: 'Gifts', unit: 'GBP million', collects: true },
        {
          id: 'legacy',
          label: 'Legacy',
          unit: 'GBP million',
          input: true,
          extend: 'zero',
          contributes_to: 'gifts',
        },
        {
          id: 'public_health_grant_growth',
          label: 'Grant growth',
          unit: 'percent a year',
          formula: 'gifts * 0 / gifts - 0.039',
          opening: 0,
          replaces: true,
        },
      ],
      cells: [
        { line: 'carer_grant', at: { scheme: 'social-care' }, value: 2 },
        { line: 'legacy', year: '2016/17', value: 7 },
        { line: 'legacy', value: 1 },
      ],
    });
    const text = await printed('new', path);
    const again = temporaryFile('again.footbridge', text);
    expect(JSON.parse(text).lines).toHaveLength(4);
    expect(await printed('compare', again, '--json')).toBe(
      await printed('compare', path, '--json'),
    );
    expect((await json('explain', again, 'gifts@2016/17')).value).toBe(7);
    expect(await printed('new', again)).toBe(text);
  });
});

const SETTINGS = ['ae', 'emergency', 'elective', 'outpatient', 'community'];

describe('Own lines', () => {
  test('one feeds another, and the one it feeds replaces a shipped line', async () => {
    const path = fixture('gift-from-a-charity');
    const shipped = (await json('explain', NCL, 'stf_fair_share')).value as number;
    const own = await json('explain', path, 'stf_fair_share');
    expect(own.value).toBeCloseTo(shipped + 18, 9);
    expect(own).toMatchObject({
      lineLabel: 'Fund and gift',
      formula: 'stf_national * population_share + gift_after_costs',
    });
    expect((await json('explain', path, 'stf_fair_share@2019/20')).value).toBe(
      (await json('explain', NCL, 'stf_fair_share@2019/20')).value,
    );
    const { scenarios } = await json('compare', path);
    const before = await json('compare', NCL);
    scenarios.forEach((each, i) => {
      expect(each.stfShare).toBeCloseTo((before.scenarios[i]?.stfShare ?? Number.NaN) + 18, 9);
      expect(each.gapByYear).toEqual(before.scenarios[i]?.gapByYear);
    });
  });

  test('a replaced line moves everything that reads it, by what its formula says', async () => {
    const path = temporaryDocument({
      lines: [
        {
          id: 'council_gift',
          label: 'Gift to each council',
          unit: 'GBP million',
          over: ['council'],
          input: true,
        },
        {
          id: 'public_health_position',
          label: 'Public health position',
          unit: 'GBP million',
          over: ['council'],
          formula: 'public_health_grant - public_health_cost + council_gift',
          replaces: true,
        },
      ],
      cells: [{ line: 'council_gift', value: 1.25 }],
    });
    const before = await json('project', NCL);
    const after = await json('project', path);
    const councils = before.organisations.filter((each) => each.type === 'council');
    expect(councils.length).toBeGreaterThan(3);
    after.gapByYear.forEach((gap, year) => {
      expect(gap.socialCare - (before.gapByYear[year]?.socialCare ?? 0)).toBeCloseTo(
        1.25 * councils.length,
        9,
      );
      expect(gap.nhs).toBe(before.gapByYear[year]?.nhs);
    });
  });

  test('an own line that contributes is collected in the scenarios that switch the scheme on', async () => {
    const path = temporaryDocument({
      lines: [
        {
          id: 'carer_grant',
          label: 'Grant for carers',
          unit: 'GBP million',
          over: ['scheme', 'council'],
          input: true,
          formula: 0,
          contributes_to: 'recurrent_effect',
        },
      ],
      cells: [{ line: 'carer_grant', at: { scheme: 'social-care' }, value: 2 }],
    });
    const before = await json('compare', NCL);
    const after = await json('compare', path);
    const councils = (await json('project', NCL)).organisations.filter(
      (each) => each.type === 'council',
    ).length;
    after.scenarios.forEach((each, i) => {
      const moved =
        each.residual.socialCare - (before.scenarios[i]?.residual.socialCare ?? Number.NaN);
      const expected = each.schemes.includes('Social care investment') ? 2 * councils : 0;
      expect(moved).toBeCloseTo(expected, 9);
    });
  });
});

describe('Scenarios of a document', () => {
  const scenarios = [
    { id: 'do-nothing', name: 'Do nothing' },
    {
      id: 'cheap',
      name: 'Cheap',
      parent: 'do-nothing',
      cells: [{ line: 'volume_growth', at: { setting: 'emergency' }, value: 1 }],
    },
    { id: 'cheaper', name: 'Cheaper', parent: 'cheap', on: ['care-homes'] },
    {
      id: 'dear',
      name: 'Dear',
      parent: 'cheaper',
      off: ['care-homes'],
      cells: [{ line: 'volume_growth', at: { setting: 'emergency' }, value: '4%' }],
    },
  ];

  test('overlay their parents, nearest last', async () => {
    const path = temporaryDocument({ scenarios });
    const growth = async (scenario: string) =>
      (await json('explain', path, 'volume_growth[emergency]', '-s', scenario)).value;
    expect(await growth('do-nothing')).toBe(
      (await json('explain', NCL, 'volume_growth[emergency]')).value,
    );
    expect(await growth('cheap')).toBe(0.01);
    expect(await growth('cheaper')).toBe(0.01);
    expect(await growth('dear')).toBe(0.04);
    const compared = await json('compare', path);
    expect(compared.scenarios.map((each) => each.schemes)).toEqual([
      [],
      [],
      ['Care home support'],
      [],
    ]);
    const same = await json('compare', NCL, '--set', 'volume_growth[emergency]=1%');
    expect(compared.scenarios[1]?.gapByYear).toEqual(same.scenarios[0]?.gapByYear);
  });

  test('an edit of one year means that year, in a scenario as in the document', async () => {
    const cell = { line: 'volume_growth', at: { setting: 'emergency' }, year: '2018/19', value: 9 };
    const whole = temporaryDocument({ cells: [cell] });
    const overlay = temporaryDocument({
      scenarios: [scenarios[0], { id: 'one', name: 'One', parent: 'do-nothing', cells: [cell] }],
    });
    const shipped = (await json('explain', NCL, 'volume_growth[emergency]')).value;
    for (const args of [[whole], [overlay, '-s', 'one']] as string[][]) {
      const [file = '', ...rest] = args;
      const growth = (year: string) =>
        json('explain', file, `volume_growth[emergency]@${year}`, ...rest);
      expect(await growth('2018/19')).toMatchObject({ value: 0.09, overridden: true });
      for (const year of ['2017/18', '2019/20', '2020/21']) {
        expect(await growth(year)).toMatchObject({ value: shipped, overridden: false });
      }
    }
    const a = await json('compare', whole);
    const b = await json('compare', overlay);
    expect(b.scenarios[1]?.gapByYear).toEqual(a.scenarios[0]?.gapByYear);
  });

  test('a bridge tells changed assumptions from schemes, and adds up', async () => {
    const path = temporaryDocument({ scenarios });
    const { steps } = await json('bridge', path, '-s', 'cheaper');
    expect(steps.map((step) => step.label)).toEqual([
      'Do nothing',
      'Care home support',
      'Assumptions changed in the scenario',
      'Cheaper',
    ]);
    const sum = steps.slice(0, -1).reduce((total, step) => total + step.value, 0);
    expect(sum).toBeCloseTo(steps.at(-1)?.value ?? Number.NaN, 9);
  });

  test('without a scenario called combined, bridge says which there are', async () => {
    const path = temporaryDocument({ scenarios });
    await expect(printed('bridge', path)).rejects.toThrow(
      /no scenario 'combined'.*Use one of: do-nothing, cheap, cheaper, dear/,
    );
  });
});

test('A document may begin with a byte order mark', async () => {
  const text = readFileSync(fixture('gift-from-a-charity'), 'utf8');
  const path = temporaryFile('bom.footbridge', `\uFEFF${text}`);
  expect(await printed('compare', path)).toBe(
    await printed('compare', fixture('gift-from-a-charity')),
  );
});
