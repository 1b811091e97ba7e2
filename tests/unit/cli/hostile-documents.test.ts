/** Malformed and hostile documents: one clear message, code 1, nothing written, never a stack trace. */
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  contentsOf,
  documentText,
  fixture,
  footbridge,
  printed,
  STACK,
  temporaryFile,
} from './terminal';

// Each file goes through six commands.
vi.setConfig({ testTimeout: 30_000 });

const HEAD = '"format":"footbridge","version":1,"footprint":"north-central-london"';
const MILLION = 'GBP million';

type Content = string | Uint8Array;

/** What the message says, place and remedy. */
const WRONG_BYTES: [string, () => Content, RegExp][] = [
  ['nothing at all', () => '', /plan\.footbridge: .*it is empty\. Choose another file/],
  ['only spaces', () => ' \n\t ', /it is empty\. Choose/],
  [
    'zero bytes',
    () => new Uint8Array(4096),
    /plan\.footbridge: .*it is not text\. Choose another file/,
  ],
  [
    'a picture',
    () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
    /it is not text\. Choose/,
  ],
  ['UTF-16', () => Buffer.from(`\uFEFF${documentText()}`, 'utf16le'), /it is not text\. Choose/],
  [
    'half a document',
    () => documentText().slice(0, 40),
    /plan\.footbridge.*it is not whole JSON\..*Choose/,
  ],
  [
    'a missing comma in row 3',
    () => '{\n"format": "footbridge",\n"version": 1 "footprint": "x"\n}',
    /plan\.footbridge, row 3: .*not whole JSON\. Mend that row/,
  ],
  ['a web page', () => '<!doctype html><title>Sign in</title>', /not whole JSON/],
  [
    'a list',
    () => '[]',
    /plan\.footbridge, top level: An entry in braces is needed here, .* Correct that entry/,
  ],
  ['a lone number', () => '5', /top level: An entry in braces is needed here, not a number/],
  ['null', () => 'null', /top level: An entry in braces/],
  [
    '30 MB',
    () => Buffer.alloc(30_000_000, ' '),
    /plan\.footbridge: The file has 30000000 bytes; at most 20000000 are read\. Choose/,
  ],
  [
    '10,000 lists in each other',
    () => `{${HEAD},"cells":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    /nested too deeply.*Choose/,
  ],
  ['10,000 objects that never close', () => '{"a":'.repeat(10_000), /nested too deeply.*Choose/],
];

const WRONG_SHAPE: [string, string, RegExp][] = [
  [
    'another format',
    documentText({ format: 'ledger' }),
    /, format: .*its format is not 'footbridge'\. Choose another file/,
  ],
  [
    'a version to come',
    documentText({ version: 2 }),
    /, version: .*not of version 1.*Open it with the version/,
  ],
  ['the version as text', documentText({ version: '1' }), /, version: .*not of version 1/],
  [
    'no footprint',
    '{"format":"footbridge","version":1}',
    /, footprint: This entry is missing\. Add it/,
  ],
  [
    'a misspelt footprint',
    documentText({ footprint: 'north-central-londn' }),
    /, footprint: .*Did you mean 'north-central-london'\?/,
  ],
  [
    'a footprint named like a property',
    documentText({ footprint: 'constructor' }),
    /, footprint: There is no footprint called 'constructor'\. See all 44/,
  ],
  ['an unknown key', documentText({ colour: 'red' }), /Unrecognized key: "colour"\. Correct/],
  [
    'an unknown key of a value',
    documentText({ cells: [{ line: 'population', value: 1, colour: 'red' }] }),
    /, cells\.0: Unrecognized key: "colour"/,
  ],
  [
    'a prototype',
    `{${HEAD},"__proto__":{"polluted":1}}`,
    /, __proto__: '__proto__' cannot be the name of anything\. Take that entry away/,
  ],
  [
    'a prototype among elements',
    `{${HEAD},"cells":[{"line":"volume_growth","at":{"__proto__":"emergency"},"value":3}]}`,
    /, cells\.0\.at\.__proto__: /,
  ],
  [
    'an escaped prototype',
    `{${HEAD},"cells":[{"line":"volume_growth","at":{"\\u005f_proto__":"emergency"},"value":3}]}`,
    /, cells\.0\.at\.__proto__: /,
  ],
  [
    'a constructor',
    `{${HEAD},"constructor":{"prototype":{"polluted":1}}}`,
    /Unrecognized key: "constructor"/,
  ],
  [
    'a constructor among elements',
    documentText({
      cells: [{ line: 'volume_growth', at: { constructor: 'emergency' }, value: 3 }],
    }),
    /'volume_growth' does not range over 'constructor'\. It ranges over setting/,
  ],
  [
    'a line named like a property',
    documentText({ cells: [{ line: 'toString', value: 3 }] }),
    /, cells\.0: There is no assumption or line called 'toString'\. Use/,
  ],
  ['text for a list', documentText({ cells: 'none' }), /, cells: A list is needed here, not text/],
  [
    'a number for a title',
    documentText({ title: 5 }),
    /, title: Text is needed here, not a number/,
  ],
  [
    'null for a value',
    documentText({ cells: [{ line: 'population', value: null }] }),
    /, cells\.0\.value: A number is needed, such as 3\.5 or "3\.5%"/,
  ],
  [
    'infinity for a value',
    `{${HEAD},"cells":[{"line":"population","value":1e999}]}`,
    /, cells\.0\.value: A number is needed/,
  ],
  [
    'a year in four digits',
    documentText({ cells: [{ line: 'volume_growth', year: '2018', value: 1 }] }),
    /, cells\.0: '2018' is not a financial year\. Write it like 2018\/19/,
  ],
  [
    'a misspelt element',
    documentText({ cells: [{ line: 'volume_growth', at: { setting: 'emergancy' }, value: 1 }] }),
    /Growth in activity.*Did you mean 'emergency'\?/,
  ],
  [
    'a value for a calculated line',
    documentText({ cells: [{ line: 'system_position', value: 5 }] }),
    /line 'System position': .*calculated.* Change an assumption/,
  ],
  [
    'a horizon without end',
    documentText({ horizon: { first: '2015/16', last: '2500/01' } }),
    /, horizon: .*cannot be calculated\. Start in 2015\/16 and end up to 20 years later/,
  ],
  [
    'a horizon of words',
    documentText({ horizon: { first: 'now', last: 'then' } }),
    /, horizon: .*Write them like 2015\/16/,
  ],
  [
    'a scheme type that is not there',
    documentText({
      schemes: [{ id: 's', name: 'S', type: 'care_home_suport' }],
      scenarios: [{ id: 'do-nothing', name: 'N' }],
    }),
    /, schemes: .*Did you mean 'care_home_support'\?/,
  ],
  [
    'a scheme that is not there',
    documentText({
      scenarios: [
        { id: 'do-nothing', name: 'N' },
        { id: 'a', name: 'A', on: ['qqqqqq'], parent: 'do-nothing' },
      ],
    }),
    /, scenario 'A': There is no scheme 'qqqqqq'\. Add it/,
  ],
  [
    'a parent that is not there',
    documentText({
      scenarios: [
        { id: 'do-nothing', name: 'N' },
        { id: 'a', name: 'A', parent: 'qqqqqq' },
      ],
    }),
    /, scenario 'A': Its parent 'qqqqqq' is not there\. Let it stand/,
  ],
  [
    'a scenario that is its own parent',
    documentText({
      scenarios: [
        { id: 'do-nothing', name: 'N' },
        { id: 'a', name: 'A', parent: 'a' },
      ],
    }),
    /, scenario 'A': It is its own ancestor\. Let it stand/,
  ],
  [
    'no do nothing',
    documentText({ scenarios: [{ id: 'a', name: 'A' }] }),
    /, scenarios: There is no scenario 'do-nothing'.*Add it/,
  ],
  [
    'a scenario twice',
    documentText({
      scenarios: [
        { id: 'do-nothing', name: 'N' },
        { id: 'do-nothing', name: 'N' },
      ],
    }),
    /, scenarios: 'do-nothing' is used twice\. Give each/,
  ],
  [
    'a thousand scenarios',
    documentText({
      scenarios: Array.from({ length: 1000 }, (_, i) => ({ id: `s${i}`, name: 'S' })),
    }),
    /, scenarios: Too big.*500/,
  ],
];

const own = (id: string, formula: string, more = {}) => ({
  id,
  label: `Own ${id}`,
  unit: MILLION,
  formula,
  ...more,
});

const WRONG_LINES: [string, string, RegExp][] = [
  [
    'a shipped id',
    documentText({ lines: [own('allocation', 'prev(allocation)')] }),
    /line 'Own allocation': 'allocation' is defined twice.*say that it replaces/,
  ],
  [
    'an id twice',
    documentText({ lines: [own('a', 'population'), own('a', 'population')] }),
    /'a' is defined twice/,
  ],
  [
    'a replacement of nothing',
    documentText({ lines: [own('alocation', '0', { replaces: true })] }),
    /Did you mean 'allocation'\?/,
  ],
  [
    'an id like a property',
    documentText({ lines: [own('__proto__', '0')] }),
    /, lines\.0\.id: An id is lower case words joined by _/,
  ],
  [
    'an unknown dimension',
    documentText({ lines: [own('a', '0', { over: ['comissioner'] })] }),
    /'comissioner', which is not a dimension\. Did you mean 'commissioner'\?/,
  ],
  [
    'an unstated reduction',
    documentText({ lines: [own('a', 'provider_cost')] }),
    /line 'Own a': .*\n {4}provider_cost\n {4}\^/,
  ],
  [
    'an unknown unit',
    documentText({ lines: [own('a', '0', { unit: 'GBP milion' })] }),
    /line 'Own a': 'GBP milion' is not a unit.*Did you mean 'GBP million'\?/,
  ],
  [
    'a call into the language',
    documentText({ lines: [own('a', 'import("fs")')] }),
    /There is no function 'import'\. Use one of: min, /,
  ],
  [
    'a reach for the constructor',
    documentText({ lines: [own('a', 'population.constructor')] }),
    /line 'Own a': .*\n {4}population\.constructor\n {4} *\^/,
  ],
  [
    'a formula that breaks off',
    documentText({ lines: [own('a', 'sum(provider_cost,')] }),
    /The formula cannot be read.*Check brackets/,
  ],
  [
    'a formula of 40,000 characters',
    documentText({ lines: [own('a', Array(20_000).fill('1').join('+'))] }),
    /, lines\.0\.formula: A formula has at most 1000 characters\. Correct/,
  ],
  [
    'a label of 40,000 characters',
    documentText({ lines: [own('a', '0', { label: 'long '.repeat(8000) })] }),
    /, lines\.0\.label: Too big/,
  ],
  [
    '300 brackets',
    documentText({ lines: [own('a', `${'('.repeat(300)}0${')'.repeat(300)}`)] }),
    /nested too deeply\. Split it/,
  ],
  [
    'a tie to the shipped tables',
    documentText({ lines: [own('a', '0', { from: 'gdp_deflator' })] }),
    /, lines\.0: Unrecognized key: "from"/,
  ],
  [
    'a division by nothing',
    documentText({ lines: [own('a', '1 / (years_from_start - 2)', { unit: 'number' })] }),
    /line 'Own a', 2017\/18: .*divides by nothing.*Use ratio\(a, b\)/,
  ],
  [
    'a contribution to nothing',
    documentText({ lines: [own('a', '0', { contributes_to: 'recurent_effect' })] }),
    /Did you mean 'recurrent_effect'\?/,
  ],
];

/** The fixtures: documents a person could have written. */
const WRONG_FIXTURES: [string, string, RegExp][] = [
  [
    'lines in a ring',
    'lines-in-a-ring',
    /line 'Income wanted': .*: income_wanted → savings_wanted → (cost_wanted → )?income_wanted\. Break the ring, for example .*prev/,
  ],
  [
    'millions added to thousands',
    'millions-and-thousands',
    /line 'Both together': GBP million \+ GBP thousand.* Bring both to the same scale\.\n {4}grant \+ petty_cash\n {10}\^/,
  ],
  [
    'a misspelt line in a formula',
    'misspelt-line',
    /line 'All providers': .*'provider_cots', which is not defined\. Did you mean 'provider_cost'\?\n {4}sum\(provider_cots, provider\)\n {8}\^/,
  ],
  [
    'a misspelt assumption',
    'misspelt-assumption',
    /misspelt-assumption\.footbridge, cells\.0: .*'volum_growth'\. Did you mean 'volume_growth'\?/,
  ],
  [
    'parents in a ring',
    'parents-in-a-ring',
    /parents-in-a-ring\.footbridge, scenario 'Bold': It is its own ancestor\. Let it stand on do nothing/,
  ],
  [
    'a missing year',
    'missing-year',
    /line 'Rent', 2018\/19: A value is missing\. Give 'rent' a value for that year/,
  ],
  [
    'text for a number',
    'text-for-a-number',
    /text-for-a-number\.footbridge, cells\.0, line 'Growth in activity': 'plenty' is not a number\. Write/,
  ],
];

const commandsFor = (path: string): string[][] => [
  ['project', path],
  ['compare', path, '--json'],
  ['bridge', path, '--causes'],
  ['explain', path, 'system_position'],
  ['validate', path],
  ['new', path],
];

/** Every command refuses the file in the same words. */
async function expectRefused(path: string, says: RegExp): Promise<void> {
  const folder = dirname(path);
  const before = contentsOf(folder);
  for (const args of commandsFor(path)) {
    const { code, text, errors } = await footbridge(...args);
    expect({ args, code, text }).toEqual({ args, code: 1, text: '' });
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(STACK);
    expect(errors).not.toMatch(/undefined|\[object|NaN|fault of its own/);
    expect(errors.length).toBeLessThan(1500);
  }
  expect(contentsOf(folder)).toEqual(before);
}

describe('Files that are no document', () => {
  test.each(WRONG_BYTES)('%s', async (_, content, says) => {
    await expectRefused(temporaryFile('plan.footbridge', content()), says);
  });
});

describe('Documents of another shape', () => {
  test.each(WRONG_SHAPE)('%s', async (_, text, says) => {
    await expectRefused(temporaryFile('plan.footbridge', text), says);
  });

  test('nothing leaks into the language', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('all that is wrong is told at once', async () => {
    const path = temporaryFile('plan.footbridge', documentText({ title: 5, cells: 'x', lines: 7 }));
    const { errors } = await footbridge('compare', path);
    expect(errors.split('\n')).toHaveLength(3);
  });
});

describe('Own lines that cannot stand', () => {
  test.each(WRONG_LINES)('%s', async (_, text, says) => {
    await expectRefused(temporaryFile('plan.footbridge', text), says);
  });
});

describe('Documents that a person could have written', () => {
  test.each(WRONG_FIXTURES)('%s', async (_, name, says) => {
    await expectRefused(fixture(name), says);
  });

  test('the chain of a ring names every line in it', async () => {
    const { errors } = await footbridge('validate', fixture('lines-in-a-ring'));
    for (const id of ['income_wanted', 'savings_wanted', 'cost_wanted'])
      expect(errors).toContain(id);
  });
});

test('A large document of honest values is read', async () => {
  const cells = Array.from({ length: 50_000 }, (_, i) => ({
    line: 'volume_growth',
    at: { setting: 'emergency' },
    year: `20${16 + (i % 5)}/${17 + (i % 5)}`,
    value: i % 3,
  }));
  const path = temporaryFile('plan.footbridge', documentText({ cells }));
  expect(await printed('compare', path)).toMatch(/^North Central London/);
});
