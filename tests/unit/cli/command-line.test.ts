/** Which arguments are understood, what the others are told, and with which exit code. */
import { describe, expect, test, vi } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli';
import { JSON_SHAPES } from '../../../shared/report/json-shapes';
import { NCL } from '../../helpers/footprints';
import { footbridge, printed, STACK, temporaryDocument } from './terminal';

// One of the examples is about all footprints.
vi.setConfig({ testTimeout: 120_000 });

const COMMANDS = [
  'list',
  'project',
  'compare',
  'bridge',
  'explain',
  'effects',
  'claims',
  'appraise',
  'flags',
  'validate',
  'verify',
  'new',
  'schema',
];

describe('A wrong command line ends with code 2, says what is wrong and prints nothing else', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['projet', NCL], /unknown command 'projet'.*\n.*project\?/],
    ['a missing footprint', ['project'], /missing required argument 'footprint'/],
    ['a comparison of nothing', ['compare'], /missing required argument 'footprint'; name one/],
    ['one footprint and all', ['compare', NCL, '--all-footprints'], /not both/],
    ['one footprint in an order', ['compare', NCL, '--sort', 'gap'], /goes with --all-footprints/],
    ['an unknown order', ['compare', '--all-footprints', '--sort', 'size'], /number, gap/],
    [
      'a site for all footprints',
      ['compare', '--all-footprints', '--scale-up', 'airedale-and-partners'],
      /--scale-up needs one footprint/,
    ],
    ['a missing cell', ['explain', NCL], /missing required argument 'cell'/],
    ['a missing table', ['verify'], /missing required argument 'cases'/],
    ['an argument too many', ['compare', NCL, 'extra'], /too many arguments/],
    ['an unknown option', ['compare', NCL, '--bogus'], /unknown option '--bogus'/],
    ['an option without its value', ['project', NCL, '--set'], /argument missing/],
    [
      'two ways of output',
      ['compare', NCL, '--json', '--csv'],
      /'--json' cannot be used with option '--csv'/,
    ],
    ['an unknown view', ['bridge', NCL, '--view', 'all'], /nhs, social_care, total/],
    [
      'an unknown listing',
      ['list', 'trusts'],
      /Use one of: footprints, organisations, assumptions/,
    ],
    [
      'JSON of a listing without a shape',
      ['list', 'scenarios', '--json'],
      /use --csv for scenarios/,
    ],
    ['an unknown schema', ['schema', 'new'], /Use one of: list, project/],
    [
      'a depth that is no number',
      ['explain', NCL, 'population', '--depth', 'deep'],
      /whole number from 1 to 8/,
    ],
    [
      'a depth out of bounds',
      ['explain', NCL, 'population', '--depth', '9'],
      /whole number from 1 to 8/,
    ],
    ['output of a command that has one form', ['new', NCL, '--json'], /unknown option '--json'/],
  ])('%s', async (_, args, says) => {
    const { code, text, errors } = await footbridge(...args);
    expect(code).toBe(2);
    expect(text).toBe('');
    expect(errors).toMatch(says);
    expect(errors).toMatch(/footbridge --help/);
    expect(errors).not.toMatch(STACK);
  });

  test('no command at all shows the help and counts as wrong', async () => {
    const { code, errors } = await footbridge();
    expect(code).toBe(2);
    expect(errors).toMatch(/^Usage: footbridge/);
  });
});

describe('Wrong input ends with code 1, and the message names place and remedy', () => {
  test.each<[string, string[], RegExp]>([
    [
      'a misspelt footprint',
      ['project', 'north-central-londn'],
      /Did you mean 'north-central-london'\?/,
    ],
    ['a footprint like no other', ['compare', 'zzz'], /See all 44 with 'footbridge list'/],
    ['a number beyond the last', ['compare', '45'], /no footprint called '45'/],
    [
      'a footprint named like a property',
      ['compare', '__proto__'],
      /no footprint called '__proto__'/,
    ],
    [
      'a file that is not there',
      ['compare', 'nowhere.footbridge'],
      /nowhere\.footbridge: There is no such file\. Check/,
    ],
    ['a folder', ['compare', './'], /That is a folder\. Check/],
    ['a misspelt scenario', ['project', NCL, '-s', 'combned'], /Did you mean 'combined'\?/],
    ['a scenario like no other', ['bridge', NCL, '-a', 'x-y-z'], /Use one of: do-nothing, /],
    [
      'a misspelt child',
      ['effects', NCL, '--child', 'track-recor'],
      /no child scenario 'track-recor'\. Did you mean 'track-record'\?/,
    ],
    [
      'a child of all footprints like no other',
      ['compare', '--all-footprints', '--child', 'x-y-z'],
      /Use one of: track-record, capital-refused/,
    ],
    [
      'a child of a scenario without schemes',
      ['project', NCL, '--child', 'track-record'],
      /'Do nothing' has no schemes.* Choose a scenario with schemes by --scenario/,
    ],
    [
      'a misspelt vanguard',
      ['claims', NCL, '--scale-up', 'suton-homes-of-care'],
      /Did you mean 'sutton-homes-of-care'\?/,
    ],
    [
      'a scenario to appraise that is not there',
      ['appraise', NCL, '-s', 'combned', '--child', 'track-record'],
      /Did you mean 'combined'\?/,
    ],
    [
      'a misspelt assumption',
      ['project', NCL, '--set', 'volum_growth[emergency]=3'],
      /Did you mean 'volume_growth'\?/,
    ],
    [
      'a misspelt element',
      ['project', NCL, '--set', 'volume_growth[emergancy]=3'],
      /Growth in activity.*Did you mean 'emergency'\?/,
    ],
    [
      'an element too many',
      ['project', NCL, '--set', 'population[emergency]=3'],
      /It has one value only/,
    ],
    [
      'text for a number',
      ['project', NCL, '--set', 'population=many'],
      /'many' is not a number\. Write a number such as/,
    ],
    [
      'percent of people',
      ['project', NCL, '--set', 'population=5%'],
      /in people, which is not a percentage/,
    ],
    [
      'a value for a calculated line',
      ['project', NCL, '--set', 'system_position=5'],
      /line 'System position': .*calculated.* Change an assumption/,
    ],
    [
      'a year outside',
      ['project', NCL, '--set', 'volume_growth@2031/32=3'],
      /2031\/32 is outside 2015\/16 to 2020\/21/,
    ],
    [
      'a year that is none',
      ['project', NCL, '--set', 'volume_growth@2018=3'],
      /'2018' is not a financial year\. Write it like/,
    ],
    [
      'an edit without a value',
      ['project', NCL, '--set', 'volume_growth'],
      /is not an edit\. Write it like/,
    ],
    [
      'a cell without its bracket',
      ['explain', NCL, 'provider_cost['],
      /is not a cell\. Write it like/,
    ],
    ['an unknown cell', ['explain', NCL, 'provider_cots'], /Did you mean 'provider_cost'\?/],
    [
      'an unknown organisation',
      ['explain', NCL, 'provider_cost[XXXX]'],
      /Provider cost.*'XXXX' is not in provider/,
    ],
    [
      'a year to come',
      ['explain', NCL, 'provider_cost@2050/51'],
      /2050\/51 is outside .* extend the horizon/,
    ],
    [
      'a horizon in the past',
      ['project', NCL, '--to', '2015/16'],
      /Write a financial year from 2016\/17 to 2035\/36/,
    ],
    ['a horizon without end', ['project', NCL, '--to', '2099/00'], /cannot be the last year/],
    [
      'a table that is not there',
      ['verify', 'nowhere.csv'],
      /nowhere\.csv: There is no such file\. Check/,
    ],
  ])('%s', async (_, args, says) => {
    const { code, text, errors } = await footbridge(...args);
    expect(code).toBe(1);
    expect(text).toBe('');
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(STACK);
    expect(errors.length).toBeLessThan(600);
  });

  test('every wrong edit is told at once', async () => {
    const { errors } = await footbridge('compare', NCL, '--set', 'a=1', '--set', 'population=x');
    expect(errors.split('\n')).toHaveLength(2);
  });
});

describe('Help', () => {
  test('names every command, the marks and the exit codes', async () => {
    const help = await printed('--help');
    for (const command of COMMANDS) expect(help).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    for (const mark of ['verified', 'recalled', 'derived', 'calibrated', 'assumption']) {
      expect(help).toMatch(new RegExp(`^ {2}${mark} `, 'm'));
    }
    expect(help).toMatch(
      /0 done, 1 the input is wrong .*, 2 the command line is wrong,\n130 stopped/,
    );
  });

  test.each(COMMANDS)('%s has help of its own', async (command) => {
    const { code, text } = await footbridge(command, '--help');
    expect(code).toBe(0);
    expect(text).toMatch(new RegExp(`^Usage: footbridge ${command}`));
  });

  test('the examples it gives run, and one example covers each of list, project, compare, bridge, explain and verify', async () => {
    const [, examples = ''] = /Examples:\n([\s\S]*?)\n\n/.exec(await printed('--help')) ?? [];
    const lines = examples.split('\n').map((line) => line.trim().replace(/^footbridge /, ''));
    const named = new Set<string>();
    for (const line of lines) {
      const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      named.add(args[0] ?? '');
      // What a shell would do with > is not the command's.
      const redirect = args.indexOf('>');
      await printed(...(redirect < 0 ? args : args.slice(0, redirect)));
    }
    for (const command of COMMANDS.slice(0, 5)) expect(named).toContain(command);
  });

  test('the version is one line', async () => {
    expect(await printed('--version')).toBe('0.0.0');
  });
});

describe('What is not the fault of the input', () => {
  test('a fault of our own is told in a sentence, with code 1 and without a stack', async () => {
    const outcome = await runCli({
      args: ['list'],
      version: '0.0.0',
      loadLibrary: async () => {
        throw new Error('the roof leaks');
      },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.text).toBe('');
    expect(outcome.errors).toMatch(
      /^Footbridge met a fault of its own: the roof leaks\..*please report it\.$/,
    );
  });

  test('models that cannot be read are told with their place', async () => {
    const problem = {
      code: 'yaml.syntax',
      message: 'A colon is missing.',
      place: { file: 'a.yaml', row: 3 },
    };
    const outcome = await runCli({
      args: ['list'],
      version: '0.0.0',
      loadLibrary: async () => ({ ok: false, problems: [problem] }),
    });
    expect(outcome).toEqual({ code: 1, text: '', errors: 'a.yaml, row 3: A colon is missing.' });
  });
});

describe('Names from a file cannot steer the terminal', () => {
  const hostile = () =>
    temporaryDocument({
      scenarios: [
        { id: 'do-nothing', name: 'Do \u001b[2Jnothing\n\u202eforged row\u0007\u009b' },
        { id: 'combined', name: 'All', parent: 'do-nothing' },
      ],
    });

  test('control characters show as escapes and a line break as a space', async () => {
    const text = await printed('compare', hostile());
    expect(text).toContain('Do \\u001b[2Jnothing \\u202eforged row\\u0007\\u009b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('JSON still means the name as it is in the file', async () => {
    const text = await printed('compare', hostile(), '--json');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    const { scenarios } = JSON_SHAPES.compare.parse(JSON.parse(text));
    expect(scenarios[0]?.name).toBe('Do \u001b[2Jnothing\n\u202eforged row\u0007\u009b');
  });

  test('messages are as harmless as results', async () => {
    const path = temporaryDocument({ footprint: '\u001b]0;title\u0007' });
    const { code, errors } = await footbridge('compare', path);
    expect(code).toBe(1);
    expect(errors).toContain('\\u001b]0;title\\u0007');
  });
});
