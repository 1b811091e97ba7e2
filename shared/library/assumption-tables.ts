/** The CSV tables of assumptions: national by year, presets of schemes, and long tables of single cells. */
import type { GivenCell } from '../domain/cell';
import { isMark, type Mark } from '../domain/mark';
import { failure, type Place, type Problem, type Result, success } from '../errors/problem';
import { parseYear } from '../units/financial-year';
import type { TableValues } from './line-text';
import { readNumber, readTable, type TableRow } from './read-table';

/** Percent figures are kept as proportions, billions as millions. */
function factorOf(unit: string): number {
  if (unit.startsWith('percent')) return 0.01;
  if (unit.startsWith('gbp_bn')) return 1000;
  return 1;
}

const scaled = (text: string, factor: number): number | undefined => {
  const value = readNumber(text);
  // Through text 2.9 -> 0.029 is exact; dividing by 100 gives 0.028999999999999998.
  if (value === undefined) return undefined;
  return factor === 0.01 ? Number(`${value}e-2`) : value * factor;
};

/** The number of a column, or undefined where it is empty; text where a number belongs is told. */
function numberIn(
  row: TableRow,
  column: string,
  factor: number,
  place: Place,
  problems: Problem[],
): number | undefined {
  const text = row.get(column);
  const value = scaled(text, factor);
  if (text !== '' && value === undefined) {
    problems.push({
      code: 'table.number',
      message: `'${text.slice(0, 60)}' in the column '${column}' is not a number.`,
      place,
      remedy: 'Write a plain decimal number.',
    });
  }
  return value;
}

const range = (row: TableRow, factor: number, place: Place, problems: Problem[]) => {
  const low = numberIn(row, 'low', factor, place, problems);
  const high = numberIn(row, 'high', factor, place, problems);
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
};

/** The national table: one row an assumption, one column a year. Rows without a number are left out. */
export function readNationalTable(text: string, file: string): Result<Map<string, TableValues>> {
  const table = readTable(text, file, [
    'assumption',
    'description',
    'unit',
    'confidence',
    'source',
  ]);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const rows = new Map<string, TableValues>();
  const years = [2015, 2016, 2017, 2018, 2019, 2020];
  for (const row of table.value) {
    const place = { file, row: row.row, line: row.get('assumption') };
    const factor = factorOf(row.get('unit'));
    const cells = years.flatMap((year) => {
      const value = numberIn(row, `y${year}_${(year + 1) % 100}`, factor, place, problems);
      return value === undefined ? [] : [{ year, value }];
    });
    const mark = row.get('confidence');
    if (!isMark(mark) || row.get('source') === '') problems.push(unsourced(place));
    rows.set(row.get('assumption'), {
      cells,
      mark: isMark(mark) ? mark : 'assumption',
      source: row.get('source'),
      note: row.get('description'),
      ...range(row, factor, place, problems),
    });
  }
  return problems.length > 0 ? failure(...problems) : success(rows);
}

const unsourced = (place: Place): Problem => ({
  code: 'library.no-source',
  message: 'The value has no mark or no source.',
  place,
  remedy: 'Give both.',
});

/** The presets: scheme type by its title -> parameter -> central value with its range. */
export function readPresetTable(
  text: string,
  file: string,
): Result<Map<string, Map<string, TableValues>>> {
  const table = readTable(text, file, [
    'preset',
    'parameter',
    'unit',
    'central',
    'basis',
    'evidence_id',
    'note',
  ]);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const presets = new Map<string, Map<string, TableValues>>();
  const marks: Readonly<Record<string, Mark>> = { evidence: 'derived', derived: 'derived' };
  for (const row of table.value) {
    const place = { file, row: row.row, line: row.get('parameter') };
    const value = numberIn(row, 'central', 1, place, problems);
    if (value === undefined) continue;
    const preset = presets.get(row.get('preset')) ?? new Map<string, TableValues>();
    presets.set(row.get('preset'), preset);
    const evidence = row.get('evidence_id');
    preset.set(row.get('parameter'), {
      cells: [{ value }],
      mark: marks[row.get('basis')] ?? 'assumption',
      source: evidence === 'assumption' ? 'Modelling choice' : `Evidence ${evidence}`,
      note: row.get('note'),
      ...range(row, 1, place, problems),
    });
  }
  return problems.length > 0 ? failure(...problems) : success(presets);
}

const CELL_COLUMNS = ['line', 'elements', 'year', 'value', 'unit', 'mark', 'source', 'note'];

/** A long table: one row a cell. With `owner`, rows are kept by the value of that column. */
export function readCellTable(
  text: string,
  file: string,
  owner?: string,
): Result<Map<string, GivenCell[]>> {
  const table = readTable(text, file, owner ? [owner, ...CELL_COLUMNS] : CELL_COLUMNS);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const cells = new Map<string, GivenCell[]>();
  for (const row of table.value) {
    const cell = readCell(row, file, problems);
    if (!cell) continue;
    const key = owner ? row.get(owner) : '';
    cells.set(key, [...(cells.get(key) ?? []), cell]);
  }
  return problems.length > 0 ? failure(...problems) : success(cells);
}

function readCell(row: TableRow, file: string, problems: Problem[]): GivenCell | undefined {
  const place = { file, row: row.row, line: row.get('line') };
  const factor = factorOf(row.get('unit'));
  const value = scaled(row.get('value'), factor);
  const yearText = row.get('year');
  const year = yearText === '' ? undefined : parseYear(yearText);
  const mark = row.get('mark');
  if (value === undefined) {
    const message = `'${row.get('value')}' is not a number.`;
    problems.push({
      code: 'table.number',
      message,
      place,
      remedy: 'Write a plain decimal number.',
    });
    return undefined;
  }
  if (yearText !== '' && year === undefined) {
    const message = `'${yearText}' is not a financial year.`;
    problems.push({ code: 'table.year', message, place, remedy: 'Write it like 2018/19.' });
    return undefined;
  }
  if (!isMark(mark) || row.get('source') === '') {
    problems.push(unsourced(place));
    return undefined;
  }
  const pairs = row
    .get('elements')
    .split(';')
    .filter((pair) => pair !== '');
  const named = pairs.map((pair) => pair.split('=').map((part) => part.trim()));
  const broken = pairs.find((_, i) => named[i]?.length !== 2 || named[i]?.includes(''));
  if (broken !== undefined) {
    // Passed over, it would give the value to every element.
    const message = `'${broken.slice(0, 60)}' does not name an element.`;
    const remedy = 'Write it like setting=emergency, several joined by semicolons.';
    problems.push({ code: 'table.elements', message, place, remedy });
    return undefined;
  }
  const at = Object.fromEntries(named);
  return {
    line: row.get('line'),
    at,
    value,
    mark,
    source: row.get('source'),
    ...(row.get('note') === '' ? {} : { note: row.get('note') }),
    ...(year === undefined ? {} : { year }),
    ...range(row, factor, place, problems),
  };
}
