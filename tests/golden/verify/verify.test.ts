/**
 * `verify` against tables whose outputs were calculated by worked_examples.py, which knows nothing of
 * Footbridge. To add one: write its inputs, then `python3 worked_examples.py inputs.csv > name.csv`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../electron/cli/outcome';
import { JSON_SHAPES } from '../../../shared/report/json-shapes';
import { footbridge, STACK, temporaryFile } from '../../unit/cli/terminal';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const SHIPPED = readFileSync(here('../../../models/examples/worked-examples.csv'), 'utf8');
const HEADER = 'example,kind,name,unit,value';
const rowsOf = (text: string, examples: RegExp): string[] =>
  text.split('\n').filter((line) => examples.test(line));

const TABLES: Readonly<Record<string, string>> = {
  'the shipped worked examples': SHIPPED.trim(),
  ...Object.fromEntries(
    readdirSync(here('.'))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(here(name), 'utf8')]),
  ),
};

async function verify(text: string | Uint8Array) {
  const path = temporaryFile('cases.csv', text);
  const outcome = await footbridge('verify', path, '--json');
  if (outcome.text === '') return { ...outcome, path, differed: [], result: undefined };
  const result = JSON_SHAPES.verify.parse(JSON.parse(outcome.text));
  return { ...outcome, path, result, differed: result.comparisons.filter((each) => !each.agrees) };
}

/** The text with the value of one row changed, the header being row 1. */
function withValue(text: string, row: number, change: (value: string) => string): string {
  const lines = text.split('\n');
  const cells = (lines[row - 1] ?? '').split(',');
  lines[row - 1] = [...cells.slice(0, 4), change(cells[4] ?? '')].join(',');
  return lines.join('\n');
}

/** A decimal moved in its sixth place by steps of a millionth, without binary rounding. */
function moved(value: string, millionths: number): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = fraction.padEnd(10, '0');
  const size = BigInt(whole + digits) * (value.startsWith('-') ? -1n : 1n);
  const sum = size + BigInt(millionths) * 10n ** BigInt(digits.length - 6);
  const text = String(sum < 0n ? -sum : sum).padStart(digits.length + 1, '0');
  const cut = text.length - digits.length;
  return `${sum < 0n ? '-' : ''}${text.slice(0, cut)}.${text.slice(cut)}`;
}

/** An input of each example on which many outputs stand. */
const CHANGES_MUCH =
  /,input,(base_cost_|allocation_2015|need_older_|capital_before_bias_y0,|tariff,|marginal_cost,|provider_productivity,)/;

const outputRows = (text: string): number[] =>
  text.split('\n').flatMap((line, i) => (line.includes(',output,') ? [i + 1] : []));

describe.each(Object.entries(TABLES))('%s', (_, text) => {
  test('every output agrees', async () => {
    const { code, errors, result, differed } = await verify(text);
    expect({ code, errors, differed }).toEqual({ code: 0, errors: '', differed: [] });
    expect(result?.agreed).toBe(outputRows(text).length);
    expect(result?.agreed).toBeGreaterThanOrEqual(20);
  });

  test('every output moved by 0.000002 is found, up and down', async () => {
    for (const step of [2, -2]) {
      let wrong = text;
      for (const row of outputRows(text))
        wrong = withValue(wrong, row, (value) => moved(value, step));
      const { code, differed } = await verify(wrong);
      expect(code).toBe(1);
      expect(differed.map((each) => each.row)).toEqual(outputRows(text));
    }
  });

  test('one output moved by 0.000002 is named with its row, by itself', async () => {
    const rows = outputRows(text);
    for (const row of [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)] as number[]) {
      const wrong = withValue(text, row, (value) => moved(value, 2));
      const name = (wrong.split('\n')[row - 1] ?? '').split(',')[2];
      const { code, differed } = await verify(wrong);
      expect(code).toBe(1);
      expect(differed.map((each) => ({ row: each.row, name: each.name }))).toEqual([{ row, name }]);
      const words = await footbridge('verify', temporaryFile('cases.csv', wrong));
      expect(words.code).toBe(1);
      expect(words.text).toMatch(
        new RegExp(`1 of ${rows.length} outputs differ by more than 0\\.000001`),
      );
      expect(words.text).toMatch(
        new RegExp(`^ *${row} +E\\d[ab]? +${name?.replaceAll('/', '\\/')} `, 'm'),
      );
    }
  });

  test('an input changed changes outputs, so inputs are read and not known beforehand', async () => {
    const inputs = text.split('\n').flatMap((line, i) => (CHANGES_MUCH.test(line) ? [i + 1] : []));
    expect(inputs.length).toBeGreaterThan(0);
    for (const row of inputs) {
      const { code, differed } = await verify(
        withValue(text, row, (value) => String(Number(value) + 1)),
      );
      expect(code).toBe(1);
      expect(differed.length).toBeGreaterThan(4);
    }
  });
});

test('Words say how many outputs of each example agree', async () => {
  const path = temporaryFile('cases.csv', TABLES['the shipped worked examples'] ?? '');
  const { code, text } = await footbridge('verify', path);
  expect(code).toBe(0);
  expect(text).toMatch(
    /E1 +36 +0\nE2 +58 +0\nE3 +80 +0\nE4 +61 +0\nE5 +67 +0\nE6a +27 +0\nE6b +20 +0\n\nAll 349 outputs agree within 0\.000001\./,
  );
});

describe('The transfer-price test of E2', () => {
  const tables = Object.entries(TABLES).filter(([, text]) => /tariff_efficiency/.test(text));

  test.each(tables)(
    '%s: commissioner and provider move against each other, the system stays',
    async (_, text) => {
      const row =
        1 + text.split('\n').findIndex((line) => line.includes('tariff_efficiency_every_year'));
      const positions = async (efficiency: string) => {
        const { result } = await verify(withValue(text, row, () => efficiency));
        const value = (name: string) =>
          result?.comparisons.find((each) => each.name === name)?.actual ?? Number.NaN;
        return ['ccg', 'provider', 'system'].map((who) => value(`${who}_position_2020/21`));
      };
      const [ccg = 0, provider = 0, system = 0] = await positions('0');
      for (const efficiency of ['1', '2.5', '4', '-3']) {
        const [otherCcg = 0, otherProvider = 0, otherSystem = 0] = await positions(efficiency);
        expect(Math.abs(otherCcg - ccg)).toBeGreaterThan(5);
        expect(otherCcg - ccg).toBeCloseTo(provider - otherProvider, 8);
        expect(otherSystem).toBeCloseTo(system, 8);
      }
    },
  );

  test('reproduces the figures of the worked example', async () => {
    const { result } = await verify(TABLES['the shipped worked examples'] ?? '');
    const value = (name: string) =>
      result?.comparisons.find((each) => each.name === `${name}_2020/21`)?.actual?.toFixed(6);
    expect(value('ccg_position')).toBe('-24.083174');
    expect(value('provider_position')).toBe('-24.564076');
    expect(value('ccg_position_no_efficiency')).toBe('-48.614010');
    expect(value('provider_position_no_efficiency')).toBe('-0.033240');
    expect(value('system_position_no_efficiency')).toBe('-48.647250');
    expect(value('system_position')).toBe('-48.647250');
  });
});

test('E2 without E1 says which provider it leans on', async () => {
  const { code, result } = await verify(TABLES['commissioner-only.csv'] ?? '');
  expect(code).toBe(0);
  expect(result?.notes).toEqual([
    'E2 leans on E1; the file gives no inputs for it, so the shipped ones were used.',
  ]);
  const all = await verify(TABLES['all-three-large.csv'] ?? '');
  expect(all.result?.notes).toEqual([]);
});

describe('E6b takes what the other examples bring in 2020/21', () => {
  test('E6b alone says which examples it leans on', async () => {
    const { code, result } = await verify(TABLES['bridge-alone.csv'] ?? '');
    expect(code).toBe(0);
    const leant = result?.notes.map((note) => /^E6b leans on (\w+);/.exec(note)?.[1]);
    expect(leant?.toSorted()).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6a']);
  });

  // Productivity is 1 - 0.985^4 of the cost that E5 and E6a leave.
  const PRODUCTIVITY = 1 - 0.985 ** 4;

  test.each<[string, string, number]>([
    ['E5,input,community_variable', '1600', -0.2],
    ['E5,input,provider_variable', '570', 0.1 * (1 - PRODUCTIVITY)],
    ['E6a,input,delivery_confidence', '0', -9.5015808 * (1 - PRODUCTIVITY)],
    ['E4,input,recurrent_new_cost_y2_onward', '1.8', -1],
    ['E3,input,base_budget_flat_cash', '160', 10],
    ['E2,input,running_costs_flat', '4', -1],
  ])('%s at %s moves the residual by %d', async (name, value, by) => {
    const row = 1 + SHIPPED.split('\n').findIndex((line) => line.startsWith(`${name},`));
    const { result } = await verify(withValue(SHIPPED, row, () => value));
    const { actual, expected } =
      result?.comparisons.find((each) => each.name === 'residual_before_stf') ?? {};
    expect(Number(actual) - Number(expected)).toBeCloseTo(by, 5);
  });
});

describe('A table that cannot be used ends with code 1 and says where and what to do', () => {
  const E3 = [HEADER, ...rowsOf(SHIPPED, /^E3,/)].join('\n');
  const E2 = [HEADER, ...rowsOf(SHIPPED, /^E[12],/)].join('\n');
  const swap = (from: string | RegExp, to: string): string => E3.replace(from, to);
  const rowWith = (text: string, part: string): number =>
    1 + text.split('\n').findIndex((line) => line.includes(part));

  const expectRefused = ({ code, text, errors }: Outcome, says: RegExp) => {
    expect(code).toBe(1);
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(STACK);
    expect(text).not.toMatch(/All \d+ outputs agree/);
    expect(errors.length).toBeLessThan(3000);
  };

  test.each<[string, string, RegExp]>([
    [
      'an unknown example',
      E3.replace(/^E3,input,need_older/m, 'E9,input,need_older'),
      /cases\.csv, row 2: There is no worked example 'E9' in this model\. Examples that can be verified: E1, E2, E3, E4, E5, E6a, E6b\./,
    ],
    [
      'a misspelt input',
      swap('need_older_2015/16,gbp_m,90\n', 'need_oldre_2015/16,gbp_m,90\n'),
      /row 2: E3 has no input called 'need_oldre_2015\/16'\. Did you mean 'need_older_2015\/16'\?/,
    ],
    [
      'a misspelt output',
      swap('output,2pct_band_d_2015/16', 'output,2pct_bandd_2015/16'),
      /E3 has no output called '2pct_bandd_2015\/16'\. Did you mean/,
    ],
    [
      'an output of another example',
      `${E3}\nE3,output,spells_2015/16,spells,50000`,
      /E3 has no output called 'spells_2015\/16'/,
    ],
    [
      'another unit',
      swap('need_older_2015/16,gbp_m,90\n', 'need_older_2015/16,gbp_k,90\n'),
      /row 2: 'need_older_2015\/16' is in gbp_m, and the file says gbp_k\. Give the value in gbp_m\./,
    ],
    [
      'no unit',
      swap('tax_base_growth,percent_per_year', 'tax_base_growth,'),
      /'tax_base_growth' is in percent_per_year, and the file says nothing\. Give/,
    ],
    [
      'a missing year',
      swap(/^E3,input,2pct_precept_rate_2018\/19.*\n/m, ''),
      /E3 needs '2pct_precept_rate_2018\/19', and the file does not give it\. Add the row/,
    ],
    [
      'a missing year of an example leant on',
      E2.replace(/^E1,input,provider_inflation_2018\/19.*\n/m, ''),
      /needs 'provider_inflation_2018\/19', and the file does not give it/,
    ],
    [
      'a year outside',
      `${E3}\nE3,output,need_total_2025/26,gbp_m,1`,
      /E3 has no output called 'need_total_2025\/26'/,
    ],
    [
      'a row that stands twice',
      `${E3}\nE3,input,need_older_2015/16,gbp_m,91`,
      /'need_older_2015\/16' of E3 stands in row 2 already\. Keep one of them\./,
    ],
    [
      'text for a number',
      swap('gbp_m,90\n', 'gbp_m,ninety\n'),
      /row 2: The value of 'need_older_2015\/16' is 'ninety', which is not a number\. Write a plain decimal/,
    ],
    [
      'no number',
      swap('gbp_m,90\n', 'gbp_m,\n'),
      /row 2: The value of 'need_older_2015\/16' is '', which is not a number/,
    ],
    ['not a number', swap('gbp_m,90\n', 'gbp_m,NaN\n'), /is 'NaN', which is not a number/],
    ['infinity', swap('gbp_m,90\n', 'gbp_m,1e999\n'), /is '1e999', which is not a number/],
    ['grouped digits', swap('gbp_m,90\n', 'gbp_m,"1,090"\n'), /is '1,090', which is not a number/],
    [
      'neither input nor output',
      swap('E3,input,need_older', 'E3,inputs,need_older'),
      /row 2: The kind is 'inputs'\. Write input or output\./,
    ],
    [
      'a missing column',
      E3.replace(HEADER, 'example,kind,name,value'),
      /row 1: There is no column 'unit'\. The first row must name: example, kind, name, unit, value\./,
    ],
    [
      'an open quotation mark',
      swap('E3,input,need_older', 'E3,"input,need_older'),
      /Close the quotation mark/,
    ],
    ['a header alone', HEADER, /cases\.csv: The table has no rows\. Add/],
    ['nothing', '', /There is no column 'example'/],
    [
      'a name like a property',
      `${E3}\n__proto__,input,constructor,gbp_m,1`,
      /no worked example '__proto__'/,
    ],
    [
      'an asset without a life',
      SHIPPED.replace(/^E4,input,asset_life.*\n/m, ''),
      /E4 needs 'asset_life', and the file does not give it\. Add the row/,
    ],
    [
      'neither yes nor no',
      SHIPPED.replace('q2_pass_ae,boolean,0', 'q2_pass_ae,boolean,2'),
      /'q2_pass_ae' is yes or no, and the file says 2\. Write 1 for yes or 0 for no\./,
    ],
    ['inputs without outputs', E3.replaceAll(/^E3,output.*\n?/gm, ''), /^$/],
  ])('%s', async (_, text, says) => {
    const outcome = await footbridge('verify', temporaryFile('cases.csv', text));
    expectRefused(outcome, says);
    if (says.source === '^$') expect(outcome.text).toBe('The table has no outputs to compare.');
  });

  test('bytes that are no text', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    expectRefused(
      await footbridge('verify', temporaryFile('cases.csv', bytes)),
      /There is no column 'example'/,
    );
    expectRefused(
      await footbridge('verify', temporaryFile('cases.csv', new Uint8Array(5000))),
      /There is no column 'example'/,
    );
  });

  test('a file of 30 MB is refused before it is read', async () => {
    const path = temporaryFile('cases.csv', Buffer.alloc(30_000_000, 'E1,input,x,y,1\n'));
    expectRefused(
      await footbridge('verify', path),
      /The file has 30000000 bytes; at most 5000000 are read\./,
    );
  });

  test('a folder, and a file that is not there', async () => {
    expectRefused(await footbridge('verify', here('.')), /That is a folder\./);
    expectRefused(
      await footbridge('verify', here('nowhere.csv')),
      /There is no such file\. Check the path/,
    );
  });

  test('what is wrong in one example does not hide the others', async () => {
    const both = `${TABLES['the shipped worked examples']}\nE9,input,x,gbp_m,1`;
    const { code, result, errors } = await verify(both);
    expect(code).toBe(1);
    expect(result?.agreed).toBe(349);
    expect(result?.problems.map((each) => each.place?.row)).toEqual([rowWith(both, 'E9,')]);
    expect(errors).toMatch(/'E9'/);
  });

  test('every row that cannot be read is told at once', async () => {
    const wrong = swap('gbp_m,90\n', 'gbp_m,ninety\n').replace('gbp_m,60\n', 'gbp_m,sixty\n');
    const { errors } = await footbridge('verify', temporaryFile('cases.csv', wrong));
    expect(errors.split('\n')).toHaveLength(2);
  });
});

describe('A table as spreadsheets write it', () => {
  const text = TABLES['social-care-only.csv'] ?? '';

  test.each<[string, string]>([
    ['with carriage returns', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with empty lines', text.replaceAll('\n', '\n\n')],
    [
      'with a column more',
      text
        .split('\n')
        .map((line) => (line === '' ? line : `${line},note`))
        .join('\n'),
    ],
    ['with every field quoted', text.replaceAll(/[^,\n]+/g, '"$&"')],
    [
      'in another order of rows',
      [HEADER, ...text.trim().split('\n').slice(1).reverse()].join('\n'),
    ],
  ])('%s', async (_, table) => {
    const { code, result } = await verify(table);
    expect(code).toBe(0);
    expect(result?.agreed).toBe(88);
  });
});
