import { describe, expect, test } from 'vitest';
import type { Problem, Result } from '../../../shared/errors/problem';
import {
  readCellTable,
  readNationalTable,
  readPresetTable,
} from '../../../shared/library/assumption-tables';
import { footprintId, readFootprints } from '../../../shared/library/footprint-tables';
import { readNumber, readTable } from '../../../shared/library/read-table';
import { must } from '../../helpers/load-library';

const problemsOf = (result: Result<unknown>): readonly Problem[] =>
  result.ok ? [] : result.problems;

describe('a table', () => {
  test('gives its rows by column name, in any order of columns, with more columns than asked', () => {
    const rows = must(readTable('b,a,c\n1,2,3\n4,5,6\n', 'x.csv', ['a', 'b']));
    expect(rows.map((row) => [row.row, row.get('a'), row.get('b'), row.get('none')])).toEqual([
      [2, '2', '1', ''],
      [3, '5', '4', ''],
    ]);
  });

  test('keeps commas, quotes and line breaks inside quotation marks', () => {
    const [row] = must(readTable('a,b\r\n"x, ""y""\nz",2\r\n', 'x.csv', ['a']));
    expect(row?.get('a')).toBe('x, "y"\nz');
  });

  test('is read with a byte order mark and with blank rows, which count', () => {
    const rows = must(readTable('\uFEFFa,b\n\n1,2\n , \n3,4\n\n', 'x.csv', ['a']));
    expect(rows.map((row) => [row.row, row.get('a')])).toEqual([
      [3, '1'],
      [5, '3'],
    ]);
  });

  test('without a column that it needs is refused with the columns', () => {
    expect(problemsOf(readTable('a,c\n1,2', 'x.csv', ['a', 'b', 'd']))).toMatchObject([
      {
        code: 'table.no-column',
        message: "There is no column 'b'.",
        place: { file: 'x.csv', row: 1 },
      },
      { code: 'table.no-column', message: "There is no column 'd'." },
    ]);
    expect(problemsOf(readTable('', 'x.csv', ['a']))).toHaveLength(1);
  });

  test('with an unclosed quotation mark is refused with its row', () => {
    expect(problemsOf(readTable('a,b\n1,2\n"3,4\n5,6', 'x.csv', ['a']))).toMatchObject([
      { code: 'table.quotes', place: { file: 'x.csv', row: 3 } },
    ]);
  });

  test('with columns named as every object is inside has no such values', () => {
    const [row] = must(readTable('__proto__,constructor,a\n1,2,3', 'x.csv', ['a']));
    expect(row?.get('toString')).toBe('');
    expect(row?.get('__proto__')).toBe('1');
  });

  test('holds plain numbers only', () => {
    expect(['1', '-1.5', '+2', '.5', '5.', '1e3', '1E-2'].map(readNumber)).toEqual([
      1, -1.5, 2, 0.5, 5, 1000, 0.01,
    ]);
    for (const text of [
      '',
      ' ',
      '1,000',
      '£1',
      '1%',
      '(1)',
      '1 ',
      '0x1',
      'NaN',
      'Infinity',
      '1e999',
      '--1',
      '1.2.3',
    ]) {
      expect(readNumber(text), text).toBeUndefined();
    }
  });
});

const NATIONAL =
  'assumption,description,unit,y2015_16,y2016_17,y2017_18,y2018_19,y2019_20,y2020_21,low,high,confidence,source';

describe('the national table', () => {
  test('keeps percentages as proportions and billions as millions, by year', () => {
    const text = `${NATIONAL}\nrise,A rise,percent_per_year,,2.9,,,,1,1,4,verified,S\nbudget,A budget,gbp_bn,1.5,,,,,,,,recalled,S`;
    const table = must(readNationalTable(text, 'n.csv'));
    expect(table.get('rise')).toEqual({
      cells: [
        { year: 2016, value: 0.029 },
        { year: 2020, value: 0.01 },
      ],
      mark: 'verified',
      source: 'S',
      note: 'A rise',
      low: 0.01,
      high: 0.04,
    });
    expect(table.get('budget')?.cells).toEqual([{ year: 2015, value: 1500 }]);
  });

  test('tells text where a number belongs with its row and column', () => {
    const text = `${NATIONAL}\nrise,A rise,percent,,2.9,n/a,,,,,,verified,S\nx,X,percent,,,,,,,low,,verified,S`;
    expect(problemsOf(readNationalTable(text, 'n.csv'))).toMatchObject([
      {
        code: 'table.number',
        message: "'n/a' in the column 'y2017_18' is not a number.",
        place: { file: 'n.csv', row: 2, line: 'rise' },
      },
      {
        code: 'table.number',
        message: "'low' in the column 'low' is not a number.",
        place: { row: 3 },
      },
    ]);
  });

  test('tells a row without a mark or a source', () => {
    const text = `${NATIONAL}\na,A,percent,,1,,,,,,,sure,S\nb,B,percent,,1,,,,,,,verified,`;
    expect(problemsOf(readNationalTable(text, 'n.csv'))).toMatchObject([
      { code: 'library.no-source', place: { row: 2 } },
      { code: 'library.no-source', place: { row: 3 } },
    ]);
  });
});

describe('the presets', () => {
  const head =
    'preset,parameter,unit,central,low,high,distribution,dist_params,basis,evidence_id,note';

  test('mark evidence as derived and everything else as an assumption', () => {
    const text = `${head}\nP,a,x,2,1,3,,,evidence,AR01,N\nP,b,x,2,,,,,assumption,assumption,N\nP,c,x,,,,,,,,`;
    const preset = must(readPresetTable(text, 'p.csv')).get('P');
    expect(preset?.get('a')).toMatchObject({
      mark: 'derived',
      source: 'Evidence AR01',
      low: 1,
      high: 3,
    });
    expect(preset?.get('b')).toMatchObject({ mark: 'assumption', source: 'Modelling choice' });
    expect(preset?.has('c')).toBe(false);
  });

  test('tell text where a number belongs', () => {
    expect(problemsOf(readPresetTable(`${head}\nP,a,x,two,,,,,,,`, 'p.csv'))).toMatchObject([
      { code: 'table.number', place: { file: 'p.csv', row: 2, line: 'a' } },
    ]);
  });
});

describe('a table of single cells', () => {
  const head = 'line,elements,year,value,unit,low,high,mark,source,note';
  const row = (text: string) => readCellTable(`${head}\n${text}`, 'c.csv');

  test('gives the value, the elements and the year', () => {
    expect(
      must(row('x,setting=ae;cohort = older,2016/17,4,percent,3,5,assumption,S,N')).get(''),
    ).toEqual([
      {
        line: 'x',
        at: { setting: 'ae', cohort: 'older' },
        year: 2016,
        value: 0.04,
        low: 0.03,
        high: 0.05,
        mark: 'assumption',
        source: 'S',
        note: 'N',
      },
    ]);
  });

  const refused: readonly [string, string, string][] = [
    ['text for a number', 'x,,,many,percent,,,assumption,S,', 'table.number'],
    ['nothing for a number', 'x,,,,percent,,,assumption,S,', 'table.number'],
    ['a grouped number', 'x,,,"1,000",percent,,,assumption,S,', 'table.number'],
    ['text for a low value', 'x,,,1,percent,few,,assumption,S,', 'table.number'],
    ['a year that is none', 'x,,2016,1,percent,,,assumption,S,', 'table.year'],
    ['a year that does not follow', 'x,,2016/18,1,percent,,,assumption,S,', 'table.year'],
    ['an unknown mark', 'x,,,1,percent,,,certain,S,', 'library.no-source'],
    ['no mark', 'x,,,1,percent,,,,S,', 'library.no-source'],
    ['no source', 'x,,,1,percent,,,assumption,,', 'library.no-source'],
    [
      'elements without an equals sign',
      'x,setting:ae,,1,percent,,,assumption,S,',
      'table.elements',
    ],
    ['elements with half a pair', 'x,setting=,,1,percent,,,assumption,S,', 'table.elements'],
    ['elements with a pair too long', 'x,a=b=c,,1,percent,,,assumption,S,', 'table.elements'],
  ];
  for (const [what, text, code] of refused) {
    test(`refuses ${what} with its row`, () => {
      expect(problemsOf(row(text))).toMatchObject([{ code, place: { file: 'c.csv', row: 2 } }]);
    });
  }

  test('tells every wrong row at once', () => {
    expect(
      problemsOf(row('x,,,a,,,,assumption,S,\nx,,,b,,,,assumption,S,\nx,,,1,,,,assumption,S,')),
    ).toHaveLength(2);
  });

  test('keeps elements named as every object is inside to themselves', () => {
    const [cell] = must(row('x,__proto__=y,,1,percent,,,assumption,S,')).get('') ?? [];
    expect(Object.keys(cell?.at ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(cell?.at)).toBe(Object.prototype);
  });
});

describe('the tables of footprints', () => {
  const PLACES =
    'number,name,region,population_2016,population_confidence,population_note,do_nothing_gap_2020_21_gbp_m,gap_confidence,gap_scope,source\n1,"Here, There and Elsewhere",North,1000,verified,,50,verified,nhs,S\n2,Far,South,2000,recalled,,,,unknown,S';
  const MEMBERS =
    'footprint_number,footprint,organisation,type,ods_code,annual_income_gbp_m,income_year,income_confidence,reference_income_2018_19_gbp_m,note,source';
  const none = {
    local: new Map(),
    calibrated: new Map(),
    placeBased: new Map([
      ['2015/16', 91469],
      ['2016/17', 95167],
    ]),
  };
  const read = (members: string) => readFootprints(PLACES, `${MEMBERS}\n${members}`, none);

  test('give each footprint an id in plain words', () => {
    expect(footprintId('Here, There and Elsewhere')).toBe('here-there-and-elsewhere');
    expect(footprintId('Cambridgeshire & Peterborough')).toBe('cambridgeshire-peterborough');
  });

  test('give budgets that every footprint has, listed or not, and two rows for local pressures', () => {
    const [here] = must(read('1,H,NHS Here CCG,ccg,01A,,,,,,S'));
    expect(here?.organisations.map((each) => [each.id, each.name])).toEqual([
      ['01A', 'Here CCG'],
      ['specialised_commissioning', 'Specialised commissioning'],
      ['primary_care', 'Primary medical care'],
      ['local_nhs', 'Local pressures, NHS'],
      ['local_social_care', 'Local pressures, social care'],
    ]);
    expect(here?.publishedGap?.total.value).toBe(50);
  });

  test('count a trust of two footprints once in the country, by their residents', () => {
    const both = must(
      read(
        '1,H,Big NHS Trust,acute_trust,RAA,100,2016/17,recalled,,,S\n2,F,Big NHS Trust,acute_trust,RAA,100,2016/17,recalled,,,S',
      ),
    );
    const shares = both.map(
      (each) => each.cells.find((cell) => cell.line === 'trust_footprint_share')?.value,
    );
    // 1,000 residents here and 2,000 there.
    expect(shares).toEqual([1 / 3, 2 / 3]);
    // £100m of 2016/17 in the prices of 2015/16: 100 × 91,469 ÷ 95,167 = 96.114199…
    const income = both[0]?.cells.find((cell) => cell.line === 'trust_income');
    expect(income?.value).toBeCloseTo(96.114199, 6);
    expect(income?.mark).toBe('recalled');
  });

  test('leave out district councils, which have no adult social care', () => {
    const [here] = must(read('1,H,Small Council,council,,,,,,district tier: no social care,S'));
    expect(here?.organisations.some((each) => each.type === 'council')).toBe(false);
  });

  test('refuse an organisation of no known type, with the nearest', () => {
    expect(problemsOf(read('1,H,X,acute_trsut,RAA,,,,,,S'))).toMatchObject([
      {
        code: 'library.unknown-type',
        place: { file: 'footprints/footprint-organisations.csv', row: 2 },
        remedy: "Did you mean 'acute_trust'?",
      },
    ]);
  });

  test('refuse text for an income', () => {
    expect(problemsOf(read('1,H,X,acute_trust,RAA,about 100,,,,,S'))).toMatchObject([
      { code: 'table.number', place: { row: 2 } },
    ]);
  });
});
