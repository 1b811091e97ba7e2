/**
 * Blocks of cells by mouse and keyboard, which the free grid lacks. The grid's own focus marks the anchor;
 * this hook only holds the other corner. Native events are read because the grid reports its own late.
 */
import type { GridApi } from 'ag-grid-community';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReportRow } from '../../shared/report/table';
import { columnIndex } from './columns';
import type { OutlineRow } from './outline';
import { type Block, blockOf, type Edge, edgesIn, type GridCell, type Range, step } from './range';

interface RangeOptions {
  readonly api: RefObject<GridApi<OutlineRow> | null>;
  readonly wrapper: RefObject<HTMLDivElement | null>;
  readonly rows: readonly ReportRow[];
  readonly columns: number;
  readonly initial: GridCell | null;
  readonly onChange: (anchor: GridCell, block: Block | undefined) => void;
}

export interface RangeControl {
  readonly anchor: () => GridCell | undefined;
  readonly block: () => Block | undefined;
  /** The edges of the block a cell lies on; undefined outside, and for a single cell. */
  readonly edges: (rowId: string, column: number) => readonly Edge[] | undefined;
  readonly focusOn: (cell: GridCell) => void;
  readonly extend: (key: string, jump: boolean) => void;
  readonly all: () => void;
  readonly collapse: () => void;
}

export function useRange(options: RangeOptions): RangeControl {
  const { api, wrapper, initial } = options;
  const live = useRef(options);
  live.current = options;
  const range = useRef<Range | undefined>(
    initial ? { anchor: initial, focus: initial } : undefined,
  );

  const block = useCallback(() => {
    const { rows, columns } = live.current;
    return range.current && blockOf(range.current, rows, columns);
  }, []);

  const set = useCallback(
    (next: Range) => {
      range.current = next;
      live.current.onChange(next.anchor, block());
      api.current?.refreshCells({ force: true, suppressFlash: true });
    },
    [api, block],
  );

  useEffect(() => {
    const element = wrapper.current;
    if (!element) return;
    let dragging = false;
    const down = (event: MouseEvent) => {
      const cell = cellAt(event);
      if (!cell || event.button !== 0) return;
      if (event.shiftKey && range.current) {
        // The grid would move its focus, and with it the anchor, to the cell clicked.
        event.preventDefault();
        event.stopPropagation();
        set({ anchor: range.current.anchor, focus: cell });
        return;
      }
      dragging = true;
      set({ anchor: cell, focus: cell });
    };
    const over = (event: MouseEvent) => {
      const cell = dragging ? cellAt(event) : undefined;
      const focus = range.current?.focus;
      if (!cell || !range.current || !focus) return;
      if (cell.rowId === focus.rowId && cell.column === focus.column) return;
      set({ anchor: range.current.anchor, focus: cell });
    };
    const up = () => {
      dragging = false;
    };
    element.addEventListener('mousedown', down, true);
    element.addEventListener('mouseover', over);
    document.addEventListener('mouseup', up);
    return () => {
      element.removeEventListener('mousedown', down, true);
      element.removeEventListener('mouseover', over);
      document.removeEventListener('mouseup', up);
    };
  }, [wrapper, set]);

  return useMemo(
    () => ({
      anchor: () => range.current?.anchor,
      block,
      edges: (rowId, column) => {
        const { anchor, focus } = range.current ?? {};
        const single = anchor?.rowId === focus?.rowId && anchor?.column === focus?.column;
        return single ? undefined : edgesIn(block(), rowId, column);
      },
      focusOn: (cell) => {
        const at = range.current?.anchor;
        if (at?.rowId !== cell.rowId || at.column !== cell.column) {
          set({ anchor: cell, focus: cell });
        }
      },
      extend: (key, jump) => {
        const { rows, columns } = live.current;
        if (!range.current) return;
        const { anchor, focus } = range.current;
        set({ anchor, focus: step(focus, key, jump, rows, columns) });
      },
      all: () => {
        const { rows, columns } = live.current;
        const first = rows[0];
        const last = rows.at(-1);
        if (!first || !last) return;
        set({
          anchor: { rowId: first.id, column: 0 },
          focus: { rowId: last.id, column: columns - 1 },
        });
      },
      collapse: () => {
        if (range.current) set({ anchor: range.current.anchor, focus: range.current.anchor });
      },
    }),
    [block, set],
  );
}

function cellAt(event: MouseEvent): GridCell | undefined {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, button')) return undefined;
  const cell = target?.closest('[col-id]');
  const rowId = cell?.closest('[row-id]')?.getAttribute('row-id');
  const column = columnIndex(cell?.getAttribute('col-id') ?? '');
  return rowId && column !== undefined ? { rowId, column } : undefined;
}
