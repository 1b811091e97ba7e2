/** `effects`, `claims` and `appraise`: what schemes do, what they draw on and when they pay. */
import { describe, expect, test, vi } from 'vitest';
import { BSOL, NCL } from '../../helpers/footprints';
import { csv, json, printed } from './terminal';

vi.setConfig({ testTimeout: 60_000 });

describe('effects', () => {
  const series = (
    rows: readonly { id: string; values: readonly (number | null)[] }[],
    id: string,
  ) => (rows.find((row) => row.id === id)?.values ?? []).map((value) => value ?? Number.NaN);

  test.each([NCL, BSOL])('%s: parts add up, year by year', async (footprint) => {
    const { rows, years } = await json('effects', footprint, '-s', 'everything');
    const schemes = [...new Set(rows.map((row) => row.scheme))];
    expect(schemes.length).toBeGreaterThan(10);
    for (const scheme of schemes) {
      const of = (line: string) => series(rows, `${scheme}.${line}`);
      const [system, claimed] = [of('scheme_system_effect'), of('claimed_value')];
      const sectors = ['commissioner_effect', 'provider_effect', 'council_effect'].map(of);
      const kinds = ['cash_releasing', 'capacity_releasing', 'notional'].map(of);
      let cumulative = 0;
      expect(system).toHaveLength(years.length);
      system.forEach((value, i) => {
        const sum = (parts: number[][]) => parts.reduce((all, part) => all + (part[i] ?? 0), 0);
        cumulative += value;
        expect(sum(sectors)).toBeCloseTo(value, 9);
        expect(sum(kinds)).toBeCloseTo(claimed[i] ?? Number.NaN, 9);
        expect(of('scheme_cumulative')[i]).toBeCloseTo(cumulative, 9);
      });
    }
  });

  test('the schemes together come to what compare says', async () => {
    const { rows } = await json('effects', NCL, '-s', 'combined');
    const own = rows.filter((row) => row.id.endsWith('.scheme_system_effect'));
    const sum = own.reduce((all, row) => all + (row.values.at(-1) ?? Number.NaN), 0);
    const { scenarios } = await json('compare', NCL);
    const combined = scenarios.find((each) => each.id === 'combined');
    expect(own).toHaveLength(combined?.schemes.length ?? 0);
    expect(sum).toBeCloseTo(combined?.schemesNet.total ?? Number.NaN, 6);
  });

  test('the table has each scheme with to whom and in what', async () => {
    const { scenarios } = await json('compare', NCL);
    const text = await printed('effects', NCL, '-s', 'combined');
    for (const name of scenarios.find((each) => each.id === 'combined')?.schemes ?? []) {
      expect(text).toContain(`\n${name}\n`);
    }
    for (const label of ['Commissioners', 'Trusts', 'Councils', 'Of which one-off', 'Notional']) {
      expect(text).toMatch(new RegExp(`^ {4}${label}  `, 'm'));
    }
    expect(text).toMatch(/^ {6}Double running {2}/m);
    expect(text).toMatch(/only cash is in any position/);
  });

  test('CSV is one row a value', async () => {
    const { rows, years } = await json('effects', NCL);
    const flat = await csv('effects', NCL);
    const values = rows.filter((row) => row.kind !== 'heading').flatMap((row) => row.values);
    expect(flat.map((row) => Number(row.value))).toEqual(values);
    expect(new Set(flat.map((row) => row.year)).size).toBe(years.length);
    expect(new Set(flat.map((row) => row.name)).size).toBe(
      rows.filter((row) => row.kind === 'heading').length,
    );
  });

  test('says in words that there is nothing', async () => {
    expect(await printed('effects', NCL, '-s', 'do-nothing')).toContain(
      'No scheme is on in Do nothing, so there is nothing to show.',
    );
  });
});

describe('claims', () => {
  test('a pot is claimed by its schemes, and none counts more than the pot holds', async () => {
    const { pots, sentence, overlaps } = await json('claims', NCL, '-s', 'everything');
    expect(pots.length).toBeGreaterThan(5);
    for (const pot of pots) {
      const sum = (of: (claim: (typeof pot.claims)[number]) => number) =>
        pot.claims.reduce((all, claim) => all + of(claim), 0);
      expect(sum((claim) => claim.claimed)).toBeCloseTo(pot.claimed, 9);
      expect(sum((claim) => claim.counted)).toBeCloseTo(pot.counted, 9);
      expect(pot.counted).toBeLessThanOrEqual(pot.holds + 1e-9);
    }
    const text = await printed('claims', NCL, '-s', 'everything');
    expect(text.replace(/\s+/g, ' ')).toContain(sentence);
    for (const { schemes } of overlaps.filter((each) => each.amount >= 0.05)) {
      expect(text).toContain(schemes.join(' and '));
    }
    const rows = await csv('claims', NCL, '-s', 'everything');
    expect(rows).toHaveLength(pots.flatMap((pot) => pot.claims).length);
  });

  test('what still stands in the figures comes first', async () => {
    const again = ['--scale-up', 'airedale-and-partners', '--scale-up', 'airedale-and-partners'];
    const { findings } = await json('claims', NCL, ...again);
    const [first] = findings;
    expect(first).toMatchObject({ code: 'twice', removed: false });
    const removed = findings.map((finding) => finding.removed);
    expect(removed).toEqual([...removed].sort((a, b) => Number(a) - Number(b)));
    const text = await printed('claims', NCL, ...again);
    expect(text).toMatch(/^Still standing in the figures\n {2}The same scheme twice\n/m);
    expect(text.indexOf('Still standing')).toBeLessThan(text.indexOf('\nOverlap'));
    expect(text.indexOf('\nOverlap')).toBeLessThan(text.indexOf('\nPot '));
  });

  test('says in words that there is nothing', async () => {
    expect(await printed('claims', NCL, '-s', 'do-nothing')).toMatch(
      /\nNo scheme that is on claims a saving in the last year\.$/,
    );
  });
});

describe('appraise', () => {
  test('the schemes add up to all together, over every period', async () => {
    const { schemes, together } = await json('appraise', NCL, '-s', 'everything');
    together.npv.forEach((value, i) => {
      const sum = schemes.reduce((all, scheme) => all + (scheme.npv[i] ?? Number.NaN), 0);
      expect(sum).toBeCloseTo(value ?? Number.NaN, 6);
    });
    expect(together.npv).toHaveLength(3);
  });

  test('the books are those of the plan, apart from present value', async () => {
    const { schemes, years } = await json('appraise', NCL);
    const { rows } = await json('effects', NCL);
    for (const scheme of schemes) {
      const effect = rows.find((row) => row.id === `${scheme.id}.scheme_system_effect`);
      const oneOff = rows.find((row) => row.id === `${scheme.id}.scheme_one_off`);
      expect(scheme.incomeAndExpenditure).toHaveLength(years.length);
      scheme.incomeAndExpenditure.forEach((value, i) => {
        expect(value).toBeCloseTo(effect?.values[i] ?? Number.NaN, 9);
        expect(scheme.oneOff[i]).toBeCloseTo(oneOff?.values[i] ?? Number.NaN, 9);
      });
    }
    const text = await printed('appraise', NCL);
    expect(text).toMatch(/Present value, £m of 2015\/16 +10 years +30 years +60 years/);
    expect(text).toMatch(/Income and expenditure, £m cash +2015\/16/);
    expect(text).toMatch(/the two are never added/);
  });

  test('what never pays is said plainly', async () => {
    const { together } = await json('appraise', NCL, '-s', 'acute', '--child', 'capital-refused');
    expect(together).toMatchObject({ capital: 0, payback: 'not within the horizon' });
    const text = await printed('appraise', NCL, '-s', 'acute', '--child', 'capital-refused');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'payback not within the horizon; discounted payback not within the horizon',
    );
  });

  test('CSV has a row a value and says what is in words', async () => {
    const { schemes } = await json('appraise', NCL);
    const rows = await csv('appraise', NCL);
    for (const { id, npv, payback } of schemes) {
      const own = rows.filter((row) => row.scheme === id);
      const npvs = own.filter((row) => row.measure === 'npv').map((row) => Number(row.value));
      expect(npvs).toEqual(npv);
      expect(own.find((row) => row.measure === 'payback')?.value).toBe(payback);
    }
    expect(rows.some((row) => row.scheme === 'together')).toBe(true);
  });

  test('says in words that there is nothing', async () => {
    expect(await printed('appraise', NCL, '-s', 'do-nothing')).toMatch(
      /\nNo scheme is on, so there is nothing to appraise\.$/,
    );
  });
});
