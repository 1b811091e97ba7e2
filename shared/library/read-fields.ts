/** Columns of a table as numbers and marks; what is wrong is added to a list. */
import { isMark, type Mark } from '../domain/mark';
import type { Place, Problem } from '../errors/problem';
import { readNumber, type TableRow } from './read-table';

/** The number of a column, or undefined where it is empty; text where a number belongs is told. */
export function optionalNumber(
  row: TableRow,
  column: string,
  place: Place,
  problems: Problem[],
): number | undefined {
  const text = row.get(column);
  if (text === '') return undefined;
  const value = readNumber(text);
  if (value !== undefined) return value;
  problems.push({
    code: 'table.number',
    message: `'${text.slice(0, 60)}' in the column '${column}' is not a number.`,
    place,
    remedy: 'Write a plain decimal number, or leave it empty.',
  });
  return undefined;
}

/** A mark and a source: one without the other is told. */
export function markAndSource(
  mark: string,
  source: string,
  place: Place,
  problems: Problem[],
): { readonly mark: Mark; readonly source: string } {
  if (isMark(mark) && source.trim() !== '') return { mark, source };
  problems.push({
    code: 'library.no-source',
    message: 'The value has no mark or no source.',
    place,
    remedy: 'Give both. Marks: verified, recalled, derived, calibrated, assumption.',
  });
  return { mark: 'assumption', source };
}

/** One of a few words; any other is told with the words. */
export function oneOf<T extends string>(
  text: string,
  words: readonly T[],
  what: string,
  place: Place,
  problems: Problem[],
): T | undefined {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  problems.push({
    code: 'table.word',
    message: `'${text.slice(0, 60)}' is not ${what}.`,
    place,
    remedy: `Use one of: ${words.join(', ')}.`,
  });
  return undefined;
}
