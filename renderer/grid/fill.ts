/** Fill down and fill right, as Ctrl+D and Ctrl+R do: the first row or column over the rest of the block. */
import { editableText } from '../ui/format-cell';
import type { PasteTarget } from './clipboard';
import type { Block } from './range';

export function fillTargets(block: Block, direction: 'down' | 'right'): readonly PasteTarget[] {
  const [first] = block.rows;
  const targets: PasteTarget[] = [];
  for (const [index, row] of block.rows.entries()) {
    for (let column = block.firstColumn; column <= block.lastColumn; column += 1) {
      if (direction === 'down' ? index === 0 : column === block.firstColumn) continue;
      const from = direction === 'down' ? first : row;
      const value = from?.values[direction === 'down' ? column : block.firstColumn];
      if (!from || value === null || value === undefined) continue;
      targets.push({ rowId: row.id, column, text: editableText(value, from.unit) });
    }
  }
  return targets;
}
