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

/** The same elements in one year of a target that means every year. */
const sameInSomeYear = (cell: CellAddress, target: CellAddress): boolean =>
  target.year === undefined && sameCell({ line: cell.line, at: cell.at }, target);

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
  return change(document, scenario, (cells) => {
    const kept = cells.filter((each) => !covers(cell, each));
    return [...kept, cell, ...againInYears(cell, kept)];
  });
}

/**
 * A value for a year stands over one for every year, so where a wider cell holds a year of its own, the new
 * value is said again for that year.
 */
function againInYears(cell: GivenCell, kept: readonly GivenCell[]): GivenCell[] {
  if (cell.year !== undefined) return [];
  const years = kept.flatMap((each) =>
    each.year !== undefined && covers({ line: each.line, at: each.at }, cell) ? [each.year] : [],
  );
  return [...new Set(years)].map((year) => ({ ...cell, year }));
}

/** Takes back the value given here and in any year of it, so that what lies beneath shows again. */
export function clearCell(document: FootbridgeDocument, target: CellTarget): FootbridgeDocument {
  return change(document, target.scenario, (cells) =>
    cells.filter((each) => !(sameCell(each, target) || sameInSomeYear(each, target))),
  );
}
