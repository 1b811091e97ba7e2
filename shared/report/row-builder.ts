/** Rows of tables, with the standing of their values. */
import type { GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';
import { type Mark, weaker } from '../domain/mark';
import { elementIds, elementName } from '../engine/elements';
import type { ProgramLine } from '../engine/program';
import type { FindGiven, Provenance } from '../finance/provenance';
import type { Reader } from '../finance/read-projection';
import type { ReportRow, RowKind } from './table';

/** Numbers that are errors are shown as no number; the problem list says why. */
export const plain = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const heading = (id: string, label: string, level = 0): ReportRow => ({
  id,
  label,
  level,
  kind: 'heading',
  unit: '',
  values: [],
});

/** A row of sums or of one line, without an address to edit. */
export function numberRow(
  id: string,
  label: string,
  level: number,
  kind: RowKind,
  values: readonly number[],
  extra: Partial<ReportRow> = {},
): ReportRow {
  return { id, label, level, kind, unit: 'GBP million', values: values.map(plain), ...extra };
}

/** One element of a line as a row that can be edited or explained. */
export function lineRow(
  line: ProgramLine,
  element: number,
  reader: Reader,
  draw: number,
  document: FootbridgeDocument,
  find: FindGiven,
  level: number,
): ReportRow {
  const { program } = reader.projection;
  const ids = elementIds(line, element, program);
  const at = Object.fromEntries(ids.map(({ dimension, id }) => [dimension, id]));
  const name = elementName(line, element, program);
  const found = Array.from({ length: reader.years }, (_, year) =>
    find(line.definition.id, at, document.horizon.first + year),
  );
  const standing = standingOf(line, found);
  const { low, high } = rangeOf(found);
  return {
    id: [line.definition.id, ...ids.map(({ id }) => id)].join('.'),
    label: name === '' ? line.definition.label : name,
    level,
    kind: line.definition.input ? 'input' : 'calculated',
    unit: line.definition.unit,
    values: found.map((_, year) => plain(reader.projection.value(line.index, year, element, draw))),
    address: { line: line.definition.id, at },
    overridden: found.map((each) => each?.layer === 'document' || each?.layer === 'scenario'),
    ...standing,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

function standingOf(
  line: ProgramLine,
  found: readonly (Provenance | undefined)[],
): { mark?: Mark; source?: string; note?: string } {
  const cells = found.filter((each) => each !== undefined).map((each) => each.cell);
  const first: GivenCell | undefined = cells[0];
  const note = first?.note ?? line.definition.note;
  if (!first) {
    return {
      ...(line.definition.input ? { mark: 'derived' as const } : {}),
      source: line.definition.formula ? `Worked out: ${line.definition.formula}` : '',
      ...(note ? { note } : {}),
    };
  }
  const mark = cells.reduce<Mark | undefined>(
    (worst, cell) => (worst ? weaker(worst, cell.mark) : cell.mark),
    undefined,
  );
  return { ...(mark ? { mark } : {}), source: first.source, ...(note ? { note } : {}) };
}

function rangeOf(found: readonly (Provenance | undefined)[]): { low?: number; high?: number } {
  const cell = found.find(
    (each) => each?.cell.low !== undefined || each?.cell.high !== undefined,
  )?.cell;
  return {
    ...(cell?.low === undefined ? {} : { low: cell.low }),
    ...(cell?.high === undefined ? {} : { high: cell.high }),
  };
}
