/** Edits of values: pure functions from a document to the next. A null scenario means the whole document. */
import type { CellAddress, GivenCell } from '../domain/cell';
import type { FootbridgeDocument } from '../domain/document';

export interface CellTarget extends CellAddress {
  readonly scenario: string | null;
}

const sameCell = (a: CellAddress, b: CellAddress): boolean =>
  a.line === b.line &&
  a.year === b.year &&
  Object.keys(a.at).length === Object.keys(b.at).length &&
  Object.entries(a.at).every(([dimension, element]) => b.at[dimension] === element);

/** Whether `wide` covers `narrow`: the same line, any elements and year it leaves out. */
const covers = (wide: CellAddress, narrow: CellAddress): boolean =>
  wide.line === narrow.line &&
  (wide.year === undefined || wide.year === narrow.year) &&
  Object.entries(wide.at).every(([dimension, element]) => narrow.at[dimension] === element);

function change(
  document: FootbridgeDocument,
  scenario: string | null,
  edit: (cells: readonly GivenCell[]) => readonly GivenCell[],
): FootbridgeDocument {
  if (scenario === null) return { ...document, cells: edit(document.cells) };
  return {
    ...document,
    scenarios: document.scenarios.map((each) =>
      each.id === scenario ? { ...each, cells: edit(each.cells) } : each,
    ),
  };
}

/** Gives a cell a value, over whatever stood there. A wider edit takes the place of narrower ones. */
export function setCell(
  document: FootbridgeDocument,
  target: CellTarget & { readonly value: number; readonly source?: string },
): FootbridgeDocument {
  const { scenario, line, at, year, value } = target;
  const cell: GivenCell = {
    line,
    at,
    value,
    mark: 'assumption',
    source: target.source ?? 'Entered in this document',
    ...(year === undefined ? {} : { year }),
  };
  return change(document, scenario, (cells) => [
    ...cells.filter((each) => !covers(cell, each)),
    cell,
  ]);
}

/** Takes back the value given here, so that what lies beneath shows again. */
export function clearCell(document: FootbridgeDocument, target: CellTarget): FootbridgeDocument {
  return change(document, target.scenario, (cells) =>
    cells.filter((each) => !sameCell(each, target)),
  );
}
