/** A table as a workbook sheet. It shows what it is given; every change is a request to whoever owns it. */
import type { GridApi, SuppressKeyboardEventParams } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportRow } from '../../shared/report/table';
import { copyText, pastedCells, pasteTargets } from './clipboard';
import { buildColumns, columnIndex } from './columns';
import { fillTargets } from './fill';
import type { GridModel } from './grid-model';
import { gridTheme } from './grid-theme';
import { registerGridModules } from './modules';
import { type OutlineRow, outline } from './outline';
import { tallyOf } from './range';
import { type Refusal, RefusalNote } from './refusal-note';
import { useLabelWidth } from './use-label-width';
import { useRange } from './use-range';
import './grid.css';

registerGridModules();

interface WorkbookGridProps {
  readonly model: GridModel;
  /** The table's rows, or those a filter leaves. */
  readonly rows: readonly ReportRow[];
  /** Adds low, high and source. */
  readonly detail?: boolean;
}

export function WorkbookGrid({ model, rows, detail = false }: WorkbookGridProps) {
  const { table } = model;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<OutlineRow> | null>(null);
  const live = useRef(model);
  live.current = model;

  const shown = useMemo(() => outline(rows, folded), [rows, folded]);
  const visible = useMemo(() => shown.map(({ row }) => row), [shown]);
  const columnCount = table.columns.length;
  const labelWidth = useLabelWidth(wrapper, columnCount, detail);

  const range = useRange({
    api,
    wrapper,
    rows: visible,
    columns: columnCount,
    initial: model.selected,
    onChange: (anchor, block) => {
      live.current.onSelect(anchor);
      live.current.onTally(block ? tallyOf(block) : null);
      setRefusal(null);
    },
  });

  // New numbers under the same selection: the sum beneath follows them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` is what brings new numbers.
  useEffect(() => {
    const block = range.block();
    live.current.onTally(block ? tallyOf(block) : null);
  }, [visible, range]);

  const toggle = useCallback((rowId: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(rowId)) after.add(rowId);
      return after;
    });
  }, []);

  const edit = useCallback((targets: Parameters<GridModel['onEdit']>[0]) => {
    const message = live.current.onEdit(targets);
    const first = targets[0];
    setRefusal(message && first ? { message, cell: first } : null);
  }, []);

  const onKey = useCallback(
    ({ event, editing, data }: SuppressKeyboardEventParams<OutlineRow>): boolean => {
      if (editing) {
        // The grid steps down by itself; only what it lands on may hold no number.
        if (event.key === 'Enter' && !event.shiftKey) setTimeout(() => leaveBlank(api.current));
        return false;
      }
      const command = event.ctrlKey || event.metaKey;
      if (event.shiftKey && event.key.startsWith('Arrow')) {
        range.extend(event.key, command);
      } else if (command && event.key === 'a') {
        event.preventDefault();
        range.all();
      } else if (command && (event.key === 'd' || event.key === 'r')) {
        event.preventDefault();
        const block = range.block();
        if (block) edit(fillTargets(block, event.key === 'd' ? 'down' : 'right'));
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        const block = range.block();
        if (block) live.current.onReset(overriddenIn(block));
      } else if (event.key === 'Escape') {
        range.collapse();
        return false;
      } else if (event.key === 'Enter' && range.anchor()?.column === -1 && data) {
        toggle(data.row.id);
      } else if (
        event.key === 'Enter' &&
        data &&
        !live.current.isEditable(data.row, range.anchor()?.column ?? -1)
      ) {
        focusBelow(api.current, 1);
      } else return false;
      return true;
    },
    [range, edit, toggle],
  );

  const ask = useCallback(
    () => ({
      isEditable: live.current.isEditable,
      check: live.current.check,
      edges: range.edges,
      onToggle: toggle,
      onKey,
    }),
    [range, toggle, onKey],
  );

  // Titles and years name a table; its numbers come with the rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rebuilding columns on every edit would drop the focus.
  const columns = useMemo(
    () => buildColumns(table, { detail, labelWidth, ask }),
    [table.title, table.columns.join(), detail, labelWidth, ask],
  );
  const defaults = useMemo(
    () => ({
      cellDataType: false,
      sortable: false,
      resizable: true,
      suppressMovable: true,
      suppressKeyboardEvent: onKey,
    }),
    [onKey],
  );

  const onCopy = (event: React.ClipboardEvent) => {
    const block = range.block();
    if (!block || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(block));
  };

  const onPaste = (event: React.ClipboardEvent) => {
    const block = range.block();
    const top = block?.rows[0];
    if (!block || !top || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const rowIds = visible.map(({ id }) => id);
    const paste = pasteTargets(
      pastedCells(event.clipboardData.getData('text/plain')),
      rowIds,
      { row: rowIds.indexOf(top.id), column: block.firstColumn },
      { rows: block.rows.length, columns: block.lastColumn - block.firstColumn + 1 },
      columnCount,
    );
    if ('targets' in paste) edit(paste.targets);
    else {
      setRefusal({
        message: paste.refusal,
        cell: { rowId: top.id, column: block.firstColumn },
      });
    }
  };

  return (
    <div className="fb-grid" ref={wrapper} onCopy={onCopy} onPaste={onPaste}>
      <AgGridReact<OutlineRow>
        theme={gridTheme}
        rowData={shown as OutlineRow[]}
        columnDefs={columns}
        defaultColDef={defaults}
        getRowId={({ data }) => data.key}
        readOnlyEdit
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        ensureDomOrder
        alwaysShowVerticalScroll
        suppressCellFocus={false}
        rowClassRules={ROW_CLASSES}
        onGridReady={(event) => {
          api.current = event.api;
        }}
        onCellFocused={({ rowIndex, column }) => {
          const row = rowIndex === null ? undefined : api.current?.getDisplayedRowAtIndex(rowIndex);
          const index = columnIndex(typeof column === 'object' ? (column?.getColId() ?? '') : '');
          if (row?.id && index !== undefined) range.focusOn({ rowId: row.id, column: index });
        }}
        onCellEditRequest={({ data, column, newValue }) => {
          const index = columnIndex(column.getColId());
          if (typeof newValue !== 'string' || newValue.trim() === '' || index === undefined) return;
          edit([{ rowId: data.row.id, column: index, text: newValue }]);
        }}
      />
      <RefusalNote refusal={refusal} wrapper={wrapper} onClose={() => setRefusal(null)} />
    </div>
  );
}

/** Moves on when the focus stands on a heading or a blank. */
function leaveBlank(api: GridApi<OutlineRow> | null): void {
  if (api && api.getEditingCells().length === 0) focusBelow(api, 0);
}

/** Focuses the next row with a number in the column, `from` rows below or further; stays where none is. */
function focusBelow(api: GridApi<OutlineRow> | null, from: number): void {
  const at = api?.getFocusedCell();
  const column = columnIndex(at?.column.getColId() ?? '');
  if (!api || !at || column === undefined || column < 0) return;
  for (let index = at.rowIndex + from; index < api.getDisplayedRowCount(); index += 1) {
    const value = api.getDisplayedRowAtIndex(index)?.data?.row.values[column];
    if (value === null || value === undefined) continue;
    api.ensureIndexVisible(index);
    api.setFocusedCell(index, at.column);
    return;
  }
}

const ROW_CLASSES = {
  'fb-row-total': ({ data }: { data: OutlineRow | undefined }) => data?.row.kind === 'total',
  'fb-row-heading': ({ data }: { data: OutlineRow | undefined }) => data?.row.kind === 'heading',
};

function overriddenIn(block: {
  rows: readonly ReportRow[];
  firstColumn: number;
  lastColumn: number;
}) {
  return block.rows.flatMap((row) =>
    row.values
      .map((_, column) => ({ rowId: row.id, column }))
      .filter(({ column }) => column >= block.firstColumn && column <= block.lastColumn)
      .filter(({ column }) => row.overridden?.[column] === true),
  );
}
