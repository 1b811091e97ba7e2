/** Blocks of cells as the text that spreadsheets exchange: tabs between cells, a line for each row. */
import { editableText } from '../ui/format-cell';
import type { Block } from './range';

/** Whole numbers with a plain hyphen, because other programs do not read the true minus sign. */
export function copyText(block: Block): string {
  return block.rows
    .map((row) =>
      row.values
        .slice(block.firstColumn, block.lastColumn + 1)
        .map((value) => editableText(value, row.unit))
        .join('\t'),
    )
    .join('\n');
}

/** The cells of pasted text. A cell in quotes may hold tabs and line breaks of its own. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
  for (let at = 0; at <= trimmed.length; at += 1) {
    cell.lastIndex = at;
    const match = cell.exec(trimmed);
    row.push(match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '');
    at = cell.lastIndex;
    if (trimmed[at] === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export interface PasteTarget {
  readonly rowId: string;
  readonly column: number;
  readonly text: string;
}

/** Where each pasted cell lands; a block that fits the selection a whole number of times fills it. */
export function pasteTargets(
  cells: readonly (readonly string[])[],
  rowIds: readonly string[],
  corner: { readonly row: number; readonly column: number },
  selected: { readonly rows: number; readonly columns: number },
  columns: number,
): readonly PasteTarget[] {
  const height = cells.length;
  const width = Math.max(...cells.map((row) => row.length));
  const tall = selected.rows % height === 0 ? selected.rows : height;
  const wide = selected.columns % width === 0 ? selected.columns : width;
  const targets: PasteTarget[] = [];
  for (let down = 0; down < tall; down += 1) {
    for (let right = 0; right < wide; right += 1) {
      const rowId = rowIds[corner.row + down];
      const column = corner.column + right;
      const text = cells[down % height]?.[right % width];
      if (rowId !== undefined && text !== undefined && column < columns) {
        targets.push({ rowId, column, text });
      }
    }
  }
  return targets;
}
