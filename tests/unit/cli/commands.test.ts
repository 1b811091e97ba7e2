/** What each command prints: a readable table, JSON of its documented shape, CSV that reads back. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { JSON_SHAPES, type JsonCommand } from '../../../shared/report/json-shapes';
import { BSOL, DURHAM, NCL, SWL } from '../../helpers/footprints';
import { csv, fixture, footbridge, json, printed, temporaryDocument } from './terminal';

vi.setConfig({ testTimeout: 60_000 });

const EXAMPLE_ROWS = fileURLToPath(
  new URL('../../golden/verify/social-care-only.csv', import.meta.url),
);

const number = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

describe('list', () => {
  test('has the 44 footprints of 2016 with region, people, gap and marks', async () => {
    const { footprints } = await json('list');
    expect(footprints).toHaveLength(44);
    expect(footprints.map((each) => each.number)).toEqual(
      Array.from({ length: 44 }, (_, i) => i + 1),
    );
    expect(new Set(footprints.map((each) => each.id)).size).toBe(44);
    const england = footprints.reduce((sum, each) => sum + each.population, 0);
    expect(england).toBeGreaterThan(50e6);
    expect(england).toBeLessThan(60e6);
    for (const each of footprints) {
      expect(each.name).not.toBe('');
      expect(each.region).not.toBe('');
      expect(each.organisations).toBeGreaterThan(3);
      expect(each.populationMark).toMatch(/^(verified|recalled|derived)$/);
      if (each.publishedGap !== null) expect(each.publishedMark).not.toBeNull();
    }
    expect(footprints.find((each) => each.id === NCL)).toMatchObject({
      publishedGap: 876,
      publishedScope: 'nhs',
    });
    expect(footprints.find((each) => each.id === BSOL)).toMatchObject({
      publishedGap: 712,
      publishedScope: 'nhs_and_social_care',
    });
  });

  test('prints one line for each of them, all as wide as they need to be', async () => {
    const lines = (await printed('list')).split('\n');
    const body = lines.filter((line) => /^ ?\d+ {2}/.test(line));
    expect(body).toHaveLength(44);
    expect(lines[1]).toMatch(/^─+$/);
    expect(body.every((line) => [...line].length <= [...(lines[1] ?? '')].length)).toBe(true);
  });

  test('CSV says the same as JSON', async () => {
    const { footprints } = await json('list');
    const rows = await csv('list');
    expect(rows.map((row) => row.id)).toEqual(footprints.map((each) => each.id));
    expect(rows.map((row) => (row.publishedGap === '' ? null : Number(row.publishedGap)))).toEqual(
      footprints.map((each) => each.publishedGap),
    );
  });

  test.each(['assumptions', 'lines', 'scenarios', 'scheme-types'])(
    '%s has a table and CSV',
    async (what) => {
      const rows = await csv('list', what);
      const table = await printed('list', what);
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) expect(table).toContain(row.Id as string);
    },
  );

  test('findings and sites have JSON, of all or of one', async () => {
    const all = JSON.parse(await printed('list', 'evidence', '--json'));
    expect(all.evidence.length).toBeGreaterThan(100);
    const one = JSON.parse(await printed('list', 'evidence', 'VC07', '--json'));
    expect(one.evidence).toMatchObject([{ id: 'VC07', central: -0.18, mark: 'verified' }]);
    expect(JSON.parse(await printed('list', 'vanguards', '--json')).vanguards).toHaveLength(50);
  });

  test('every line that is listed can be named in explain', async () => {
    const ids = (await csv('list', 'assumptions')).map((row) => row.Id as string);
    expect(ids).toContain('tariff_efficiency_factor');
    expect(await printed('explain', NCL, 'tariff_efficiency_factor')).toMatch(
      /^Tariff efficiency factor in 2020\/21 is/,
    );
  });
});

describe('project', () => {
  test.each([NCL, BSOL, SWL, DURHAM])(
    '%s: organisations sum to the system in every year',
    async (id) => {
      for (const scenario of ['do-nothing', 'combined']) {
        const { organisations, gapByYear, years } = await json(
          'project',
          id,
          '-s',
          scenario,
          '--to',
          '2022/23',
        );
        expect(years).toHaveLength(8);
        gapByYear.forEach((gap, year) => {
          const sum = organisations.reduce(
            (total, each) => total + (each.position[year] as number),
            0,
          );
          expect(Math.abs(sum - gap.total)).toBeLessThan(1e-9);
          expect(Math.abs(gap.nhs + gap.socialCare - gap.total)).toBeLessThan(1e-9);
        });
      }
    },
  );

  test('the published gaps are met, and the calibrated line says its size', async () => {
    const ncl = await json('project', NCL);
    expect(-ncl.headline.doNothing.nhs).toBeCloseTo(876, 5);
    const local = -ncl.headline.localPressures.nhs;
    const text = (await printed('project', NCL)).replace(/\s+/g, ' ');
    const note = text.slice(text.indexOf('Published do-nothing gap'));
    expect(note).toContain('Published do-nothing gap for 2020/21: −£876.0m');
    expect(note).toContain(`−£${local.toFixed(1)}m`);
    expect(note).toMatch(
      /"local pressures not explained by national assumptions", marked calibrated/,
    );
    const bsol = await json('project', BSOL);
    expect(-bsol.headline.doNothing.total).toBeCloseTo(712, 5);
    expect(-bsol.headline.doNothing.socialCare).toBeCloseTo(130, 5);
    for (const { headline, rows } of [ncl, bsol]) {
      expect(headline.published?.scope).toBe(headline.scope);
      expect(rows.some((row) => row.mark === 'calibrated')).toBe(true);
    }
  });

  test('the table shows the numbers of the JSON, rounded', async () => {
    const { rows, years } = await json('project', NCL);
    const lines = (await printed('project', NCL)).split('\n');
    const system = rows.find((row) => row.label === 'System position');
    const line = lines.find((each) => each.trimStart().startsWith('System position  '));
    const shown = (line?.trim().split(/\s{2,}/) ?? []).slice(1).map(number);
    expect(shown).toHaveLength(years.length);
    shown.forEach((value, i) => {
      expect(value).toBeCloseTo(system?.values[i] as number, 1);
    });
    expect(lines[2]).toMatch(/2015\/16 .*2020\/21/);
  });

  test('CSV is one row a value, to the last digit', async () => {
    const { rows, years } = await json('project', NCL);
    const flat = await csv('project', NCL);
    const calculated = rows.filter((row) => row.kind !== 'heading');
    expect(flat).toHaveLength(calculated.length * years.length);
    const values = calculated.flatMap((row) => years.map((_, i) => row.values[i] ?? null));
    expect(flat.map((row) => (row.value === '' ? null : Number(row.value)))).toEqual(values);
  });

  test('--to carries the years on and leaves the earlier ones alone', async () => {
    const short = await json('project', NCL);
    const long = await json('project', NCL, '--to', '2025/26');
    expect(long.years).toHaveLength(11);
    expect(long.years.at(-1)).toBe('2025/26');
    expect(long.headline.lastYear).toBe('2025/26');
    expect(long.gapByYear.slice(0, 6)).toEqual(short.gapByYear);
    expect(await printed('compare', NCL, '--to', '2025/26')).toMatch(/Left in 2025\/26/);
  });

  test('a footprint goes by its id, its number and its name in any case of letters', async () => {
    const byId = await printed('compare', NCL);
    expect(await printed('compare', '28')).toBe(byId);
    expect(await printed('compare', 'NORTH central London')).toBe(byId);
  });
});

describe('--set moves the headline by what the formula says', () => {
  const numberAt = async (cell: string, ...more: string[]) =>
    (await json('explain', NCL, cell, ...more)).value as number;
  const gap = async (...more: string[]) => (await json('project', NCL, ...more)).headline.doNothing;

  test('local pressures add to the gap pound for pound', async () => {
    const before = await gap();
    const full = await numberAt('local_pressure_full[local_nhs]@2020/21');
    const after = await gap('--set', `local_pressure_full[local_nhs]=${full + 12.5}`);
    expect(after.nhs - before.nhs).toBeCloseTo(-12.5, 9);
    expect(after.socialCare).toBe(before.socialCare);
  });

  test('without the pension step, provider cost is smaller by its index', async () => {
    const cost = await numberAt('provider_cost@2020/21');
    const index = await numberAt('pension_index@2020/21');
    const before = await gap();
    const after = await gap('--set', 'pension_step=0');
    expect(index).toBeGreaterThan(1);
    expect(after.nhs - before.nhs).toBeCloseTo(cost * (1 - 1 / index), 9);
  });

  test('without the improved Better Care Fund, councils lose exactly that', async () => {
    const before = await gap();
    expect(await numberAt('care_grant_national@2020/21')).toBe(0);
    const fund = await numberAt('care_grants@2020/21');
    expect(fund).toBeGreaterThan(1);
    const after = await gap('--set', 'ibcf_national=0');
    expect(after.socialCare - before.socialCare).toBeCloseTo(-fund, 9);
    expect(after.nhs).toBe(before.nhs);
  });

  test('the tariff efficiency factor moves organisations and leaves the system alone', async () => {
    const before = await json('project', NCL);
    const after = await json('project', NCL, '--set', 'tariff_efficiency_factor=0');
    expect(after.headline.doNothing.total).toBeCloseTo(before.headline.doNothing.total, 9);
    const moved = after.organisations.filter(
      (each, i) =>
        Math.abs((each.position.at(-1) ?? 0) - (before.organisations[i]?.position.at(-1) ?? 0)) > 1,
    );
    expect(moved.length).toBeGreaterThan(5);
  });

  test('an edit of one year leaves the years before it as they were', async () => {
    const before = await json('project', NCL);
    const after = await json('project', NCL, '--set', 'volume_growth[emergency]@2018/19=6%');
    expect(after.gapByYear.slice(0, 3)).toEqual(before.gapByYear.slice(0, 3));
    expect(after.gapByYear[3]?.nhs).not.toBe(before.gapByYear[3]?.nhs);
    const growth = await numberAt(
      'volume_growth[emergency]@2019/20',
      '--set',
      'volume_growth[emergency]@2018/19=6%',
    );
    expect(growth).toBe(await numberAt('volume_growth[emergency]@2019/20'));
  });

  test('edits apply in order, and percent may be written either way', async () => {
    const once = await printed('compare', NCL, '--set', 'volume_growth[emergency]=3.5%');
    expect(await printed('compare', NCL, '--set', 'volume_growth[emergency]=3.5')).toBe(once);
    expect(
      await printed(
        'compare',
        NCL,
        '--set',
        'volume_growth[emergency]=9',
        '--set',
        'volume_growth[EMERGENCY]=3.5',
      ),
    ).toBe(once);
  });
});

describe('compare', () => {
  test('shows do nothing and the scenarios, gap by year and what is left', async () => {
    const { scenarios, years } = await json('compare', NCL);
    const text = await printed('compare', NCL);
    expect(scenarios.length).toBeGreaterThanOrEqual(4);
    expect(text).toMatch(/^North Central London · London · 1\.4m people/);
    for (const scenario of scenarios) {
      const lines = text.split('\n').filter((line) => line.startsWith(`${scenario.name}  `));
      expect(lines).toHaveLength(2);
      const shown = (lines[0] ?? '').slice(scenario.name.length).trim().split(/\s+/).map(number);
      expect(shown).toEqual(scenario.gapByYear.map((gap) => Number(gap.nhs.toFixed(1))));
      expect(scenario.gapByYear).toHaveLength(years.length);
      expect(scenario.residual).toEqual(scenario.gapByYear.at(-1));
    }
    expect(text.split('\n').every((line) => [...line].length <= 100)).toBe(true);
  });

  test('net effect of schemes is residual less do nothing, and none on do nothing', async () => {
    const { scenarios } = await json('compare', SWL);
    const [base] = scenarios;
    expect(base).toMatchObject({
      id: 'do-nothing',
      schemes: [],
      schemesNet: { nhs: 0, socialCare: 0, total: 0 },
    });
    for (const each of scenarios) {
      expect(each.schemesNet.total).toBeCloseTo(
        each.residual.total - (base?.residual.total ?? 0),
        9,
      );
    }
  });

  test('what the footprint published stands below, marked, and never as a result', async () => {
    const { published, scenarios } = await json('compare', NCL);
    expect(published).toContainEqual(
      expect.objectContaining({ step: 'do_nothing_gap', value: -876, mark: 'verified' }),
    );
    const text = await printed('compare', NCL);
    const below = text.slice(text.indexOf('Published, to compare with'));
    const rows = below.split('\n').filter((line) => line.startsWith('published: '));
    expect(rows).toHaveLength(published.length);
    for (const { mark } of published) expect(rows.some((row) => row.endsWith(mark))).toBe(true);
    expect(below).toMatch(/own figures as published, not results of this model\.$/);
    for (const { name } of scenarios) expect(below).not.toContain(`\n${name}`);
  });

  test('a footprint that published no bridge has no such lines', async () => {
    expect((await json('compare', '1')).published).toEqual([]);
    expect(await printed('compare', '1')).not.toContain('to compare with');
  });

  test('CSV has a row for each scenario and year', async () => {
    const { scenarios, years } = await json('compare', NCL);
    const rows = await csv('compare', NCL);
    expect(rows).toHaveLength(scenarios.length * years.length);
    expect(rows.map((row) => Number(row.total))).toEqual(
      scenarios.flatMap((each) => each.gapByYear.map((gap) => gap.total)),
    );
  });
});

describe('bridge', () => {
  test.each<[string, string[]]>([
    ['do nothing to all schemes', []],
    ['one scheme', ['-s', 'acute']],
    ['backwards', ['-s', 'do-nothing', '-a', 'combined']],
    ['between two schemes', ['-s', 'social-care', '-a', 'vanguards']],
    ['social care alone', ['--view', 'social_care']],
    ['health and care', ['--view', 'total']],
    ['a later year', ['--to', '2025/26']],
    ['through zero', ['--view', 'total', '--set', 'local_pressure_full[local_nhs]=-560']],
    ['the causes', ['--causes']],
    ['the causes of the whole', ['--causes', '--view', 'total']],
    ['from a scenario to itself', ['-s', 'combined', '-a', 'combined']],
  ])('%s adds up, step by step', async (_, options) => {
    const { steps, imbalance } = await json('bridge', NCL, ...options);
    const [start, ...rest] = steps;
    const end = rest.pop();
    expect(start?.kind).toBe('start');
    expect(end?.kind).toBe('total');
    const sum = rest.reduce((total, step) => total + step.value, start?.value ?? Number.NaN);
    expect(Math.abs(sum - (end?.value ?? Number.NaN))).toBeLessThan(1e-9);
    expect(Math.abs(imbalance)).toBeLessThan(1e-9);
    let reached = start?.end ?? Number.NaN;
    for (const step of rest) {
      expect(step.start).toBeCloseTo(reached, 9);
      expect(step.end - step.start).toBeCloseTo(step.value, 9);
      reached = step.end;
    }
    expect(end?.end).toBeCloseTo(reached, 9);
  });

  test('a step is the same whichever way the bridge is walked', async () => {
    const there = await json('bridge', NCL, '-s', 'combined');
    const back = await json('bridge', NCL, '-s', 'do-nothing', '-a', 'combined');
    const steps = (each: typeof there) =>
      each.steps.filter((step) => step.kind === 'step').map((step) => step.value);
    steps(back).forEach((value, i) => {
      expect(value).toBeCloseTo(-(steps(there)[i] as number), 9);
    });
  });

  test('the table ends where compare says, and CSV has the same steps', async () => {
    const { scenarios } = await json('compare', NCL);
    const last = scenarios.find((each) => each.id === 'combined')?.residual.nhs ?? Number.NaN;
    const text = await printed('bridge', NCL);
    expect(text).toMatch(/From Do nothing to All three together, £m, NHS, 2020\/21/);
    const shown = /\nAll three together\s+(\S+)/.exec(text)?.[1] ?? '';
    expect(number(shown)).toBeCloseTo(last, 1);
    const { steps } = await json('bridge', NCL);
    const rows = await csv('bridge', NCL);
    expect(rows.map((row) => Number(row.value))).toEqual(steps.map((step) => step.value));
  });

  test('the causes of a footprint start with its first year and carry the calibrated mark', async () => {
    const { steps } = await json('bridge', BSOL, '--causes');
    const { gapByYear } = await json('project', BSOL);
    expect(steps[0]?.value).toBeCloseTo(gapByYear[0]?.total ?? Number.NaN, 9);
    expect(steps.at(-1)?.value).toBeCloseTo(-712, 5);
    expect(steps.filter((step) => step.mark === 'calibrated')).toHaveLength(1);
  });
});

describe('explain', () => {
  test.each([
    'system_position@2020/21',
    'sector_position[nhs]@2017/18',
    'provider_cost[RKE]@2019/20',
    'provider_cost',
    'contract@2018/19',
    'volume_growth[emergency]@2016/17',
    'allocation_growth[ccg]@2018/19',
    'organisation_position[organisation=RKE]',
    'population',
    'blocks[RKE,emergency]',
    'recurrent_effect',
    'price_index@2015/16',
  ])('%s: a sentence, the formula and the inputs', async (cell) => {
    const explained = await json('explain', NCL, cell, '-s', 'combined', '--depth', '3');
    expect(explained.sentence).toMatch(/^[A-Z].* in 20\d\d\/\d\d is .*\.$/);
    expect(Number.isFinite(explained.value)).toBe(true);
    if (explained.kind === 'given')
      expect(explained).toMatchObject({ mark: expect.any(String), source: expect.any(String) });
    const text = await printed('explain', NCL, cell, '-s', 'combined');
    expect(text.replace(/\s+/g, ' ')).toContain(explained.sentence);
    if (explained.formula && explained.kind === 'formula')
      expect(text).toContain(explained.formula);
    const rows = await csv('explain', NCL, cell, '-s', 'combined', '--depth', '3');
    expect(Number(rows[0]?.value)).toBe(explained.value);
    expect(rows[0]?.number).toBe(explained.title);
  });

  test('gives the same numbers as project and compare', async () => {
    const { organisations } = await json('project', NCL, '-s', 'combined');
    for (const { id, position } of organisations) {
      const { value } = await json(
        'explain',
        NCL,
        `organisation_position[${id}]`,
        '-s',
        'combined',
      );
      expect(value).toBe(position.at(-1));
    }
    const { scenarios } = await json('compare', NCL);
    const { value } = await json('explain', NCL, 'system_position', '-s', 'acute');
    expect(value).toBe(scenarios.find((each) => each.id === 'acute')?.residual.total);
  });

  test('opens as many levels as asked', async () => {
    const deepest = async (depth: string) => {
      const rows = await csv('explain', NCL, 'system_position', '--depth', depth);
      return Math.max(...rows.map((row) => Number(row.depth)));
    };
    expect(await deepest('1')).toBe(1);
    expect(await deepest('4')).toBe(4);
  });

  test('says when a value was changed here', async () => {
    const explained = await json(
      'explain',
      NCL,
      'volume_growth[emergency]',
      '--set',
      'volume_growth[emergency]=5%',
    );
    expect(explained).toMatchObject({ value: 0.05, mark: 'assumption', overridden: true });
    const untouched = await json(
      'explain',
      NCL,
      'volume_growth[elective]',
      '--set',
      'volume_growth[emergency]=5%',
    );
    expect(untouched.overridden).toBe(false);
  });
});

describe('validate', () => {
  test.each([NCL, BSOL, SWL, DURHAM])('%s has no problems', async (id) => {
    const { valid, lines, problems } = await json('validate', id);
    expect(valid).toBe(true);
    expect(problems).toEqual([]);
    expect(lines).toBeGreaterThan(150);
    expect(await printed('validate', id)).toBe(`${id}: ${lines} lines checked, no problems.`);
  });

  test('tells everything at once, in words, in JSON and in CSV', async () => {
    const path = temporaryDocument({
      lines: [
        { id: 'one', label: 'One', unit: 'GBP million', formula: 'provider_cots' },
        { id: 'two', label: 'Two', unit: 'GBP million', formula: 'population' },
        { id: 'three', label: 'Three', unit: 'pounds', formula: '0' },
      ],
    });
    const words = await footbridge('validate', path);
    expect(words.code).toBe(1);
    expect(words.text).toBe('');
    expect(words.errors).toMatch(/: 3 problems\.\n/);
    const asJson = await footbridge('validate', path, '--json');
    expect(asJson.code).toBe(1);
    const { valid, problems } = JSON_SHAPES.validate.parse(JSON.parse(asJson.text));
    expect(valid).toBe(false);
    expect(problems.map((each) => each.place?.line).sort()).toEqual(['One', 'Three', 'Two']);
    const asCsv = await footbridge('validate', path, '--csv');
    expect(asCsv.code).toBe(1);
    expect(asCsv.text.split('\n')).toHaveLength(4);
  });
});

describe('schema', () => {
  const outputs: Record<JsonCommand, string[]> = {
    list: ['list'],
    evidence: ['list', 'evidence'],
    vanguards: ['list', 'vanguards', 'sutton-homes-of-care'],
    project: ['project', NCL],
    compare: ['compare', NCL],
    'compare-all': ['compare', '--all-footprints'],
    effects: ['effects', NCL],
    claims: ['claims', NCL],
    appraise: ['appraise', NCL],
    bridge: ['bridge', NCL],
    flags: ['flags', NCL],
    explain: ['explain', NCL, 'system_position'],
    validate: ['validate', NCL],
    verify: ['verify', EXAMPLE_ROWS],
  };

  test.each(Object.keys(JSON_SHAPES) as JsonCommand[])(
    '%s prints JSON Schema that fits what the command prints',
    async (command) => {
      const schema = JSON.parse(await printed('schema', command));
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.type ?? schema.$ref).toBeDefined();
      const readBack = z.fromJSONSchema(schema);
      const output = JSON.parse(await printed(...outputs[command], '--json'));
      expect(JSON_SHAPES[command].parse(output)).toEqual(output);
      expect(readBack.safeParse(output).error).toBeUndefined();
      expect(readBack.safeParse({ ...output, surprise: 1 }).success).toBe(false);
      const [first = ''] = Object.keys(output);
      expect(readBack.safeParse({ ...output, [first]: Symbol.iterator }).success).toBe(false);
      const { [first]: _, ...without } = output;
      expect(readBack.safeParse(without).success).toBe(false);
    },
  );
});

describe('CSV that a spreadsheet opens', () => {
  test('text that begins like a formula stays text, and quotes and commas survive', async () => {
    const path = fixture('names-like-formulas');
    const rows = await csv('compare', path);
    expect([...new Set(rows.map((row) => row.name))]).toEqual([
      "'=1+1",
      "'+1+1",
      `'-1+1, "quoted"`,
    ]);
    const steps = await csv('bridge', path);
    expect(steps.map((row) => row.label)).toEqual(["'=1+1", "'@SUM(A1:A9)", "'+1+1"]);
    const [line] = await csv('explain', path, 'stf_fair_share');
    expect(line?.number).toMatch(/^'=HYPERLINK\("http/);
  });

  test('no field of any command begins like a formula, unless it is a number', async () => {
    const path = fixture('names-like-formulas');
    for (const args of [
      ['project', path],
      ['compare', path],
      ['bridge', path],
      ['explain', path, 'stf_fair_share'],
      ['list'],
      ['list', 'lines'],
      ['list', 'scenarios'],
      ['verify', EXAMPLE_ROWS],
    ]) {
      for (const row of await csv(...args)) {
        for (const field of Object.values(row)) {
          if (/^[=+\-@\t\r]/.test(field)) expect(field).toMatch(/^-\d+(\.\d+)?(e-?\d+)?$/);
        }
      }
    }
  });
});

test('Two runs of a command give the same bytes', async () => {
  for (const args of [
    ['compare', NCL, '--json'],
    ['project', BSOL],
    ['bridge', SWL, '--csv'],
    ['explain', NCL, 'system_position', '--depth', '4'],
    ['new', DURHAM],
  ]) {
    expect(await printed(...args)).toBe(await printed(...args));
  }
});
