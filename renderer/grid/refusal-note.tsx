/** A message beside the cell it is about: why what was typed or pasted there was not taken. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { Icon } from '../ui/icons';
import { columnId } from './columns';
import type { GridCell } from './range';

export interface Refusal {
  readonly message: string;
  readonly cell: GridCell;
}

interface RefusalNoteProps {
  readonly refusal: Refusal | null;
  readonly wrapper: RefObject<HTMLDivElement | null>;
  readonly onClose: () => void;
}

export function RefusalNote({ refusal, wrapper, onClose }: RefusalNoteProps) {
  const [place, setPlace] = useState({ top: 8, right: 8 });

  useLayoutEffect(() => {
    const frame = wrapper.current?.getBoundingClientRect();
    const cell = refusal && findCell(wrapper.current, refusal.cell)?.getBoundingClientRect();
    if (!frame || !cell) return;
    const below = cell.bottom - frame.top + 4;
    const fits = below + 70 < frame.height;
    setPlace({
      top: fits ? below : cell.top - frame.top - 70,
      right: Math.max(8, frame.right - cell.right),
    });
  }, [refusal, wrapper]);

  if (!refusal) return null;
  return (
    <div className="fb-refusal fb-refusal-note" role="alert" style={place}>
      <span>{refusal.message}</span>
      <button type="button" aria-label="Close this message" onClick={onClose}>
        <Icon name="close" size={13} />
      </button>
    </div>
  );
}

const findCell = (wrapper: HTMLElement | null, cell: GridCell) =>
  wrapper?.querySelector(
    `[row-id="${CSS.escape(cell.rowId)}"] [col-id="${columnId(cell.column)}"]`,
  );
