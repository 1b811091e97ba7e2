/** A block of cells, held by row id and column so that folding and filtering leave it meaning the same. */
import type { ReportRow } from '../../shared/report/table';

export interface GridCell {
  readonly rowId: string;
  /** Index into the row's values; −1 is the label. */
  readonly column: number;
}

export interface Range {
  readonly anchor: GridCell;
  readonly focus: GridCell;
}

export interface Block {
  readonly rows: readonly ReportRow[];
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface RangeTally {
  readonly count: number;
  readonly sum: number;
  /** The unit when all cells share one; a sum of unlike things is not shown. */
  readonly unit: string | null;
}

/** The cells of a range, in the order on show. A range on the label means its whole row. */
export function blockOf(
  range: Range,
  rows: readonly ReportRow[],
  columns: number,
): Block | undefined {
  const from = rows.findIndex(({ id }) => id === range.anchor.rowId);
  const to = rows.findIndex(({ id }) => id === range.focus.rowId);
  if (from < 0 || to < 0) return undefined;
  const wholeRows = range.anchor.column < 0 || range.focus.column < 0;
  return {
    rows: rows.slice(Math.min(from, to), Math.max(from, to) + 1),
    firstColumn: wholeRows ? 0 : Math.min(range.anchor.column, range.focus.column),
    lastColumn: wholeRows ? columns - 1 : Math.max(range.anchor.column, range.focus.column),
  };
}

export type Edge = 'top' | 'bottom' | 'left' | 'right';

/** The edges of the block that a cell lies on; undefined when it lies outside. */
export function edgesIn(
  block: Block | undefined,
  rowId: string,
  column: number,
): readonly Edge[] | undefined {
  if (!block || column < block.firstColumn || column > block.lastColumn) return undefined;
  const row = block.rows.findIndex(({ id }) => id === rowId);
  if (row < 0) return undefined;
  return [
    ...(row === 0 ? (['top'] as const) : []),
    ...(row === block.rows.length - 1 ? (['bottom'] as const) : []),
    ...(column === block.firstColumn ? (['left'] as const) : []),
    ...(column === block.lastColumn ? (['right'] as const) : []),
  ];
}

export function tallyOf(block: Block): RangeTally {
  let count = 0;
  let sum = 0;
  const units = new Set<string>();
  for (const row of block.rows) {
    for (const value of row.values.slice(block.firstColumn, block.lastColumn + 1)) {
      if (value === null) continue;
      count += 1;
      sum += value;
      units.add(row.unit);
    }
  }
  const [unit] = units;
  return { count, sum, unit: units.size === 1 && unit !== undefined ? unit : null };
}

/** One step from a cell, staying inside the table; a jump goes to the edge. */
export function step(
  cell: GridCell,
  key: string,
  jump: boolean,
  rows: readonly ReportRow[],
  columns: number,
): GridCell {
  const row = rows.findIndex(({ id }) => id === cell.rowId);
  const far = jump ? Math.max(rows.length, columns) : 1;
  const down = key === 'ArrowDown' ? far : key === 'ArrowUp' ? -far : 0;
  const right = key === 'ArrowRight' ? far : key === 'ArrowLeft' ? -far : 0;
  const toRow = Math.min(Math.max(row + down, 0), rows.length - 1);
  const toColumn = Math.min(Math.max(cell.column + right, right === 0 ? -1 : 0), columns - 1);
  return { rowId: rows[toRow]?.id ?? cell.rowId, column: toColumn };
}
