/** CSV text to records. The header names the columns; every other problem is told with its row. */
import Papa from 'papaparse';
import { failure, type Problem, type Result, success } from '../errors/problem';

export interface TableRow {
  /** 1-based row in the file, the header being row 1. */
  readonly row: number;
  readonly get: (column: string) => string;
}

/** Reads a table that must have `columns`, and may have more. */
export function readTable(
  text: string,
  file: string,
  columns: readonly string[],
): Result<readonly TableRow[]> {
  const parsed = Papa.parse<string[]>(text);
  // Blank rows are passed over but counted, so that a row is where a spreadsheet shows it.
  const [first, ...body] = parsed.data
    .map((cells, i) => ({ cells, row: i + 1 }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''));
  const header = first?.cells ?? [];
  const names = header.map((name) => name.trim().replace(/^\uFEFF/, ''));
  const problems: Problem[] = parsed.errors
    // A single column is a table too; only broken quotes matter.
    .filter((error) => error.type === 'Quotes')
    .map((error) => ({
      code: 'table.quotes',
      message: `${error.message}.`,
      place: { file, row: (error.row ?? 0) + 1 },
      remedy: 'Close the quotation mark.',
    }));
  for (const column of columns) {
    if (names.includes(column)) continue;
    problems.push({
      code: 'table.no-column',
      message: `There is no column '${column}'.`,
      place: { file, row: first?.row ?? 1 },
      remedy: `The first row must name: ${columns.join(', ')}.`,
    });
  }
  if (problems.length > 0) return failure(...problems);
  const index = new Map(names.map((name, i) => [name, i]));
  return success(
    body.map(({ cells, row }) => ({
      row,
      get: (column) => (cells[index.get(column) ?? -1] ?? '').trim(),
    })),
  );
}

/** A plain decimal number of a data file, or undefined. No grouping, no currency: data files are exact. */
export function readNumber(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
