/** `footbridge flags`: what makes a plan hard to believe, in words. */
import { describe, expect, test } from 'vitest';
import { NCL } from '../../helpers/footprints';
import { csv, footbridge, json, printed } from './terminal';

describe('flags', () => {
  test('says all clear in words', async () => {
    const text = await printed('flags', NCL, '--scenario', 'do-nothing');
    expect(text).toContain('Do nothing (do-nothing)');
    expect(text).toContain('All clear: none of the 25 red flags trips.');
  });

  test('says what trips, beside its threshold and its evidence, the gravest first', async () => {
    const text = await printed('flags', NCL, '-s', 'vanguards', '--set', 'care_model_midpoint=2');
    expect(text).toContain('Red\n  R4  New care models too soon');
    expect(text).toContain('has half of its effect after 2 years, sooner than 3.');
    expect(text).toContain('Evidence VP08, VP09.');
  });

  test('judges every scenario where none is named', async () => {
    const { scenarios } = await json('flags', NCL);
    expect(scenarios.map((each) => each.scenario)).toEqual(
      expect.arrayContaining(['do-nothing', 'acute', 'vanguards', 'social-care', 'combined']),
    );
  });

  test('gives the cell behind each number, and it can be explained', async () => {
    const { scenarios } = await json('flags', NCL, '-s', 'acute');
    const [row] = scenarios[0]?.rows ?? [];
    const { line, at } = row?.where ?? { line: '', at: {} };
    const cell = `${line}[${Object.values(at).join(',')}]`;
    const explained = await json('explain', NCL, cell, '-s', 'acute');
    expect(explained.value).toBeCloseTo(row?.value ?? Number.NaN, 9);
  });

  test('writes a row of CSV for each finding', async () => {
    const rows = await csv('flags', NCL, '-s', 'social-care', '--set', 'care_realisation=100%');
    expect(rows).toEqual([
      expect.objectContaining({ scenario: 'social-care', flag: 'R23', level: 'red', value: '1' }),
    ]);
  });

  test('refuses a scenario that is not there', async () => {
    const { code, errors } = await footbridge('flags', NCL, '-s', 'nowhere');
    expect(code).toBe(1);
    expect(errors).toContain("There is no scenario 'nowhere'");
  });
});
