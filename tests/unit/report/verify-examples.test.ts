/** The language in which a worked example says where its names stand in the model. */
import { describe, expect, test } from 'vitest';
import { actuals, faultsOf, verifySmall } from '../../helpers/small-examples';

const PLAN = 'schemes: [{id: site, name: Site, type: plan}, {id: ward, name: Ward, type: plan}]';

const messages = (result: ReturnType<typeof verifySmall>): string[] =>
  result.problems.map((each) => each.message);

describe('The years of an example', () => {
  const example = `
id: A
horizon: {first: 2017/18, years: 60}
constants: {level: 0}
inputs:
  - {name: "flow_y{index}", cells: ["level@{index}"], optional: true}
outputs:
  - {name: "level_y{index}", cell: "level@{index}"}
  - {name: "level_{year}", cell: "level@{year}"}
  - {name: level_at_end, cell: "level@2076/77"}`;

  test('{index} counts from 0 and {year} spells the same years', () => {
    const rows = ['A,input,flow_y0,number,3', 'A,input,flow_y59,number,7'];
    const asked = [
      'level_y0',
      'level_2017/18',
      'level_y1',
      'level_y59',
      'level_2076/77',
      'level_at_end',
    ];
    const result = verifySmall(
      [example],
      [...rows, ...asked.map((name) => `A,output,${name},number,0`)],
    );
    expect(result.problems).toEqual([]);
    expect(actuals(result)).toEqual({
      level_y0: 3,
      'level_2017/18': 3,
      level_y1: 0,
      level_y59: 7,
      'level_2076/77': 7,
      level_at_end: 7,
    });
  });

  test('a year after the last and one before the first are unknown names', () => {
    const rows = ['A,input,flow_y60,number,3', 'A,output,level_2016/17,number,3'];
    expect(messages(verifySmall([example], rows))).toEqual([
      "A has no output called 'level_2016/17'.",
      "A has no input called 'flow_y60'.",
    ]);
  });

  test('a unit is asked of the whole family of names, also in years the shipped rows leave out', () => {
    const shipped = ['A,input,flow_y2,gbp_m,1', 'A,output,level_y0,gbp_m,1'];
    const rows = ['A,input,flow_y5,gbp_k,3', 'A,output,level_y9,gbp_k,0'];
    expect(messages(verifySmall([example], rows, shipped))).toEqual([
      "'level_y9' is in gbp_m, and the file says gbp_k.",
      "'flow_y5' is in gbp_m, and the file says gbp_k.",
    ]);
  });

  test('an input that is not optional names every year it lacks, at once, and not sixty of them', () => {
    const needed = example.replace(', optional: true', '');
    const [message = ''] = messages(verifySmall([needed], ['A,input,flow_y3,number,1']));
    expect(message).toMatch(/^A needs 'flow_y0', 'flow_y1', 'flow_y2', 'flow_y4'/);
    expect(message).toMatch(/'flow_y12' and 47 more, and the file does not give it\.$/);
  });
});

describe('An input that holds from a year on', () => {
  const example = (more = ', optional: true') => `
id: A
constants: {level: 0}
inputs:
  - {name: "saving_y{index}", cells: ["level@{index}"], optional: true}
  - {name: "saving_y{index}_onward", cells: ["level@{year}"], onward: true${more}}
outputs:
  - {name: "level_y{index}", cell: "level@{index}"}`;
  const levels = (...inputs: [string, number][]) => {
    const rows = inputs.map(([name, value]) => `A,input,saving_${name},number,${value}`);
    const outputs = [0, 1, 2, 3, 4, 5].map((i) => `A,output,level_y${i},number,0`);
    return Object.values(actuals(verifySmall([example()], [...rows, ...outputs])));
  };

  test('is laid in that year and each later one, and the years before keep the constant', () => {
    expect(levels(['y2_onward', 5])).toEqual([0, 0, 5, 5, 5, 5]);
  });

  test('stands beside a value of an earlier year', () => {
    expect(levels(['y2', 3.5], ['y3_onward', 7])).toEqual([0, 0, 3.5, 7, 7, 7]);
  });

  test('gives way to a value of one later year, and goes on after it', () => {
    expect(levels(['y4', 1], ['y1_onward', 7])).toEqual([0, 7, 7, 7, 1, 7]);
  });

  test('gives way to one that starts later, in whatever order the rows stand', () => {
    expect(levels(['y4_onward', 2], ['y1_onward', 7])).toEqual([0, 7, 7, 7, 2, 2]);
    expect(levels(['y1_onward', 7], ['y4_onward', 2])).toEqual([0, 7, 7, 7, 2, 2]);
  });

  test('gives way to a value for its own first year', () => {
    expect(levels(['y2', 1], ['y2_onward', 7])).toEqual([0, 0, 1, 7, 7, 7]);
  });

  test('needs one row of any year, when it is not optional', () => {
    const rows = ['A,output,level_y0,number,0'];
    expect(messages(verifySmall([example('')], rows))).toEqual([
      "A needs 'saving_y0_onward', and the file does not give it or one for a later year.",
    ]);
    expect(messages(verifySmall([example('')], ['A,input,saving_y4_onward,number,1']))).toEqual([]);
  });
});

describe('Schemes of an example', () => {
  const example = `
id: A
${PLAN}
inputs:
  - {name: flow_site, cells: ["flow[site]"]}
  - {name: flow_ward, cells: ["flow[ward]"]}
variants:
  site_only: {"scheme_on[ward]": 0}
outputs:
  - {name: total, cell: "total"}
  - {name: site_only, cell: "total", variant: site_only}
  - {name: ward_adds, cells: {both: total, site: {cell: total, variant: site_only}}, formula: both - site}`;

  test('are on, unless a variant switches them off; a formula can set one variant beside another', () => {
    const rows = ['A,input,flow_site,number,10', 'A,input,flow_ward,number,4'];
    const outputs = ['total', 'site_only', 'ward_adds'].map((name) => `A,output,${name},number,0`);
    const result = verifySmall([example], [...rows, ...outputs]);
    expect(actuals(result)).toEqual({ total: 14, site_only: 10, ward_adds: 4 });
  });
});

describe('A value derived from inputs', () => {
  const example = `
id: A
constants: {fee: 0}
inputs:
  - {name: tariff}
  - {name: "shift_{year}", as: shift, optional: true}
  - {name: share, as: share_kept}
derived:
  - {cells: ["fee[a]@{year}"], formula: "ceil(shift / 3) * tariff * share_kept"}
  - {cells: ["fee[b]@2016/17"], formula: "calendar_year + years_from_start + shift"}
  - {cells: [level], formula: "max(tariff, 1) / share_kept"}
outputs:
  - {name: "a_{year}", cell: "fee[a]@{year}"}
  - {name: b, cell: "fee[b]@2016/17"}
  - {name: level, cell: level}`;
  const inputs = (share: string) => [
    'A,input,tariff,number,20',
    'A,input,shift_2016/17,number,4',
    'A,input,shift_2018/19,number,1',
    `A,input,share,percent,${share}`,
  ];
  const outputs = ['a_2016/17', 'a_2017/18', 'a_2018/19', 'b', 'level'].map(
    (name) => `A,output,${name},number,0`,
  );

  test('reads each year by itself, percent as a proportion, and leaves alone a year with nothing to read', () => {
    expect(actuals(verifySmall([example], [...inputs('50'), ...outputs]))).toEqual({
      'a_2016/17': 20,
      'a_2017/18': 0,
      'a_2018/19': 10,
      b: 2016 + 1 + 4,
      level: 40,
    });
  });

  test('that comes to no number is told with the values it was given', () => {
    expect(messages(verifySmall([example], [...inputs('0'), ...outputs]))).toEqual([
      "'max(tariff, 1) / share_kept' gives no number: tariff 20, share_kept 0.",
    ]);
  });
});

describe('A result taken from another example', () => {
  const first = `
id: A
inputs:
  - {name: size, cells: [level]}
variants:
  half: {level: 5}
outputs:
  - {name: "level_{year}", cell: "level@{year}"}
  - {name: half, cell: level, variant: half}`;
  const second = `
id: B
inputs:
  - {name: extra}
results:
  - {of: A, name: level_2020/21, as: health, cells: ["fee[a]"]}
  - {of: A, name: half}
derived:
  - {cells: ["fee[b]"], formula: "health - half + extra"}
outputs:
  - {name: a, cell: "fee[a]"}
  - {name: b, cell: "fee[b]"}
  - {name: both, cell: fee}`;
  const rowsOfB = [
    'B,input,extra,number,1',
    ...['a', 'b', 'both'].map((n) => `B,output,${n},number,0`),
  ];

  test('is what the model makes of the inputs in the file, whatever the file says it should be', () => {
    const rows = ['A,input,size,number,30', 'A,output,level_2020/21,number,999', ...rowsOfB];
    const result = verifySmall([first, second], rows);
    expect(actuals(result)).toMatchObject({ a: 30, b: 26, both: 56 });
    expect(result.notes).toEqual([]);
  });

  test('stands on the shipped inputs when the file has none, and says so', () => {
    const result = verifySmall([first, second], rowsOfB, ['A,input,size,number,8']);
    expect(actuals(result)).toEqual({ a: 8, b: 4, both: 12 });
    expect(result.notes).toEqual([
      'B leans on A; the file gives no inputs for it, so the shipped ones were used.',
    ]);
  });

  test('falls out with the example it comes from, and what is wrong there is told once', () => {
    const rows = ['A,input,sise,number,30', 'A,output,half,number,5', ...rowsOfB];
    const result = verifySmall([first, second], rows);
    expect(result.comparisons).toEqual([]);
    expect(messages(result)).toEqual([
      "A has no input called 'sise'.",
      "A needs 'size', and the file does not give it.",
      "B needs 'level_2020/21' of A, which cannot be calculated.",
      "B needs 'half' of A, which cannot be calculated.",
    ]);
  });
});

describe('Outputs', () => {
  const example = `
id: A
inputs:
  - {name: rate, cells: [rate]}
  - {name: "q{index}_pass", unit: boolean, cells: ["level@{index}"], optional: true}
constants: {level: 0}
outputs:
  - {name: rate_back, cell: rate}
  - {name: "confidence{number}_rate", cell: rate, unit: percent}
  - {name: in_thousands, cell: level, formula: cell * 1000}`;

  test('in percent are compared in percent', () => {
    const rows = ['A,input,rate,percent,17.2', 'A,output,rate_back,percent,17.2'];
    const [{ actual = 0, agrees } = { agrees: false }] = verifySmall([example], rows).comparisons;
    expect(actual).toBeCloseTo(17.2, 12);
    expect(agrees).toBe(true);
    const off = [rows[0] ?? '', 'A,output,rate_back,percent,17.200002'];
    expect(verifySmall([example], off).comparisons[0]?.agrees).toBe(false);
  });

  test('may have a number in their name, whatever the number', () => {
    const rows = ['A,input,rate,percent,5'];
    const names = ['confidence60_rate', 'confidence12.500000_rate'];
    const result = verifySmall(
      [example],
      [...rows, ...names.map((n) => `A,output,${n},percent,5`)],
    );
    expect(result.comparisons.map((each) => each.agrees)).toEqual([true, true]);
    expect(
      messages(verifySmall([example], [...rows, 'A,output,confidence_rate,percent,5'])),
    ).toEqual(["A has no output called 'confidence_rate'."]);
  });

  test('may be scaled by a formula', () => {
    const rows = [
      'A,input,rate,percent,5',
      'A,input,q0_pass,boolean,1',
      'A,output,in_thousands,number,0',
    ];
    expect(actuals(verifySmall([example], rows))).toEqual({ in_thousands: 1000 });
  });

  test('stand on inputs of yes or no, which are 1 or 0', () => {
    const rows = ['A,input,rate,percent,5', 'A,input,q0_pass,boolean,2'];
    expect(messages(verifySmall([example], rows))).toEqual([
      "'q0_pass' is yes or no, and the file says 2.",
    ]);
  });
});

describe('An example that makes no sense is refused with the library', () => {
  const outputs = 'outputs: [{name: x, cell: level}]';

  test.each<[string, string[], RegExp]>([
    [
      'a ring of results',
      [
        `id: A\nresults: [{of: B, name: x}]\n${outputs}`,
        `id: B\nresults: [{of: A, name: x}]\n${outputs}`,
      ],
      /It leans on itself: A -> B -> A\./,
    ],
    ['an example that uses itself', [`id: A\nuses: [A]\n${outputs}`], /leans on itself: A -> A/],
    [
      'a result nobody has',
      [`id: A\n${outputs}`, `id: B\nresults: [{of: A, name: y}]\n${outputs}`],
      /'A' has no output 'y'/,
    ],
    [
      'an unknown example',
      [`id: A\nresults: [{of: Z, name: y}]\n${outputs}`],
      /names the example 'Z'/,
    ],
    [
      'used years that differ',
      [`id: A\n${outputs}`, `id: B\nuses: [A]\nhorizon: {first: 2017/18, years: 3}\n${outputs}`],
      /uses 'A', which has other years/,
    ],
    [
      'a scheme of no type',
      [`id: A\nschemes: [{id: s, name: S, type: none}]\n${outputs}`],
      /of the type 'none'/,
    ],
    [
      'a variant nobody defines',
      ['id: A\noutputs: [{name: x, cell: level, variant: low}]'],
      /There is no variant 'low'/,
    ],
    [
      'a formula with a strange name',
      [`id: A\nderived: [{cells: [level], formula: "tarif"}]\n${outputs}`],
      /refers to 'tarif'/,
    ],
    [
      'a formula that reads lines',
      [`id: A\ninputs: [{name: x}]\nderived: [{cells: [level], formula: "prev(x)"}]\n${outputs}`],
      /prev\(\) needs a line/,
    ],
    [
      'a yearly value in a cell of no year',
      [
        `id: A\ninputs: [{name: "x_{year}", as: x}]\nderived: [{cells: [level], formula: x}]\n${outputs}`,
      ],
      /'x' has a value for each year/,
    ],
    [
      'an alias no formula can say',
      [`id: A\ninputs: [{name: "x/y", as: "x/y"}]\n${outputs}`],
      /'x\/y' cannot stand in a formula/,
    ],
    [
      'a year open on one side',
      [`id: A\ninputs: [{name: x, cells: ["level@{year}"]}]\n${outputs}`],
      /has no year open/,
    ],
    [
      'a placeholder nobody knows',
      [`id: A\ninputs: [{name: "x_{month}", cells: [level]}]\n${outputs}`],
      /has \{month\}/,
    ],
    [
      'a year outside',
      ['id: A\noutputs: [{name: x, cell: level@2025/26}]'],
      /'level@2025\/26' is outside the horizon/,
    ],
    [
      'onward from no year',
      [`id: A\ninputs: [{name: x, cells: [level], onward: true}]\n${outputs}`],
      /holds from a year on and names none/,
    ],
  ])('%s', (_, texts, says) => {
    expect(faultsOf(...texts).join('\n')).toMatch(says);
  });

  test('one that does is not', () => {
    expect(
      faultsOf(`id: A\n${outputs}`, `id: B\nuses: [A]\nresults: [{of: A, name: x}]\n${outputs}`),
    ).toEqual([]);
  });
});
