/** Tables of cases, from text to data. */
import type { CaseRow } from '../domain/example';
import { failure, type Problem, type Result, success } from '../errors/problem';
import { readNumber, readTable } from './read-table';

const COLUMNS = ['example', 'kind', 'name', 'unit', 'value'];

/** Reads a table of cases; every row that cannot be read is told. */
export function readCases(text: string, file: string): Result<readonly CaseRow[]> {
  const table = readTable(text, file, COLUMNS);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const cases: CaseRow[] = [];
  const seen = new Map<string, number>();
  for (const row of table.value) {
    const [example, kind, name, unit] = ['example', 'kind', 'name', 'unit'].map(row.get) as [
      string,
      string,
      string,
      string,
    ];
    const place = { file, row: row.row };
    const value = readNumber(row.get('value'));
    if (kind !== 'input' && kind !== 'output') {
      const message = `The kind is '${kind.slice(0, 40)}'.`;
      problems.push({ code: 'cases.kind', message, place, remedy: 'Write input or output.' });
      continue;
    }
    if (value === undefined) {
      const message = `The value of '${name.slice(0, 80)}' is '${row.get('value').slice(0, 40)}', which is not a number.`;
      problems.push({
        code: 'cases.number',
        message,
        place,
        remedy: 'Write a plain decimal number.',
      });
      continue;
    }
    const key = JSON.stringify([example, kind, name]);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const message = `'${name}' of ${example} stands in row ${earlier} already.`;
      problems.push({ code: 'cases.duplicate', message, place, remedy: 'Keep one of them.' });
      continue;
    }
    seen.set(key, row.row);
    cases.push({ row: row.row, example, kind, name, unit, value });
  }
  if (problems.length === 0 && cases.length === 0) {
    const message = 'The table has no rows.';
    problems.push({
      code: 'cases.empty',
      message,
      place: { file },
      remedy: 'Add inputs and outputs.',
    });
  }
  return problems.length > 0 ? failure(...problems) : success(cases);
}
