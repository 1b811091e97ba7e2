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

export type Paste =
  | { readonly targets: readonly PasteTarget[] }
  /** Why nothing of it lands. */
  | { readonly refusal: string };

/**
 * Where each pasted cell lands; a block that fits the selection a whole number of times fills it.
 * One that reaches beyond the grid is refused whole: half a paste looks like a whole one.
 */
export function pasteTargets(
  cells: readonly (readonly string[])[],
  rowIds: readonly string[],
  corner: { readonly row: number; readonly column: number },
  selected: { readonly rows: number; readonly columns: number },
  columns: number,
): Paste {
  const height = cells.length;
  const width = Math.max(...cells.map((row) => row.length));
  const tall = selected.rows % height === 0 ? selected.rows : height;
  const wide = selected.columns % width === 0 ? selected.columns : width;
  const targets: PasteTarget[] = [];
  const beyond = { row: 0, column: 0, all: 0 };
  let count = 0;
  for (let down = 0; down < tall; down += 1) {
    for (let right = 0; right < wide; right += 1) {
      const rowId = rowIds[corner.row + down];
      const column = corner.column + right;
      const text = cells[down % height]?.[right % width];
      if (text === undefined) continue;
      // A blank beyond the edge loses nothing.
      const isValue = text.trim() !== '';
      if (isValue) count += 1;
      if (rowId !== undefined && column < columns) targets.push({ rowId, column, text });
      else if (isValue) {
        beyond.all += 1;
        if (rowId === undefined) beyond.row += 1;
        if (column >= columns) beyond.column += 1;
      }
    }
  }
  return beyond.all > 0 ? { refusal: misfit(count, beyond) } : { targets };
}

function misfit(count: number, { row, column, all }: Record<'row' | 'column' | 'all', number>) {
  const edges = [column > 0 && 'the last column', row > 0 && 'the last row'].filter(Boolean);
  const verb = all === 1 ? 'does' : 'do';
  return `${all} of ${count} values ${verb} not fit: the paste reaches beyond ${edges.join(' and ')}.`;
}
