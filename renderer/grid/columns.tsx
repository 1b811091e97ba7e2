/** The grid's columns: pinned labels, a column for each year, and where asked, range and source. */
import type { CellClassParams, ColDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReportRow, ReportTable } from '../../shared/report/table';
import { formatCell, isMoney, unitLabel } from '../ui/format-cell';
import { LabelCell } from './label-cell';
import { NumberEditor } from './number-editor';
import type { OutlineRow } from './outline';
import type { Edge } from './range';

/** What cells ask while they are drawn; read through a getter so that columns need not be rebuilt. */
export interface CellQuestions {
  readonly isEditable: (row: ReportRow, column: number) => boolean;
  readonly edges: (rowId: string, column: number) => readonly Edge[] | undefined;
  readonly check: (row: ReportRow, text: string) => string | null;
  readonly onToggle: (rowId: string) => void;
  readonly onKey: (params: SuppressKeyboardEventParams<OutlineRow>) => boolean;
}

type Column = ColDef<OutlineRow>;
type ClassParams = CellClassParams<OutlineRow>;

const LABEL_COLUMN = 'label';

export const columnId = (column: number): string => (column < 0 ? LABEL_COLUMN : `v${column}`);

/** The value index of a column id; −1 for the label, undefined for columns without numbers. */
export function columnIndex(colId: string): number | undefined {
  if (colId === LABEL_COLUMN) return -1;
  return /^v\d+$/.test(colId) ? Number(colId.slice(1)) : undefined;
}

interface ColumnOptions {
  readonly detail: boolean;
  readonly labelWidth: number;
  readonly ask: () => CellQuestions;
}

/** Money says that it is cash; other units stand beside the rows they belong to. */
const headerName = ({ title, unit }: ReportTable): string =>
  isMoney(unit) ? `${title} · ${unitLabel(unit)} cash` : title;

export function buildColumns(table: ReportTable, options: ColumnOptions): Column[] {
  const { detail, ask } = options;
  const labels = labelColumn(table, options);
  const years = table.columns.map((name, index) => yearColumn(name, index, detail, ask));
  return [labels, ...years, ...(detail ? detailColumns() : [])];
}

const labelColumn = (table: ReportTable, { labelWidth, ask }: ColumnOptions): Column => ({
  colId: LABEL_COLUMN,
  headerName: headerName(table),
  headerClass: 'fb-label-header',
  pinned: 'left',
  width: labelWidth,
  lockPosition: 'left',
  cellClass: 'fb-label-cell',
  valueGetter: ({ data }) => data?.row.label,
  cellRenderer: ({ data }: CustomCellRendererProps<OutlineRow>) =>
    data ? (
      <LabelCell
        data={data}
        tableUnit={isMoney(table.unit) ? table.unit : ''}
        onToggle={(rowId) => ask().onToggle(rowId)}
      />
    ) : null,
});

const yearColumn = (
  name: string,
  index: number,
  detail: boolean,
  ask: () => CellQuestions,
): Column => ({
  colId: columnId(index),
  headerName: name,
  headerClass: 'fb-number-header',
  flex: 1,
  minWidth: detail ? 88 : 78,
  maxWidth: 190,
  cellClass: 'fb-number-cell',
  enableCellChangeFlash: true,
  valueGetter: ({ data }) => data?.row.values[index] ?? null,
  valueFormatter: ({ value, data }) => formatCell(value, data?.row.unit ?? ''),
  editable: ({ data }) => Boolean(data && ask().isEditable(data.row, index)),
  cellEditor: NumberEditor,
  cellEditorParams: {
    check: ({ row }: OutlineRow, text: string) => ask().check(row, text),
  },
  cellClassRules: {
    'fb-cell-input': ({ data }: ClassParams) => Boolean(data && ask().isEditable(data.row, index)),
    'fb-cell-override': ({ data }: ClassParams) => data?.row.overridden?.[index] === true,
    'fb-cell-negative': ({ data }: ClassParams) => isShortfall(data?.row, index),
    'fb-range': ({ data }: ClassParams) =>
      data !== undefined && ask().edges(data.row.id, index) !== undefined,
    'fb-range-top': onEdge('top', index, ask),
    'fb-range-bottom': onEdge('bottom', index, ask),
    'fb-range-left': onEdge('left', index, ask),
    'fb-range-right': onEdge('right', index, ask),
  },
});

const onEdge =
  (edge: Edge, index: number, ask: () => CellQuestions) =>
  ({ data }: ClassParams): boolean =>
    data !== undefined && Boolean(ask().edges(data.row.id, index)?.includes(edge));

/** Red is for money that is short, by the number as shown: −0.04 shows as 0.0 and is not red. */
export function isShortfall(row: ReportRow | undefined, column: number): boolean {
  const value = row?.values[column];
  if (!row || value === null || value === undefined || !isMoney(row.unit)) return false;
  return formatCell(value, row.unit).startsWith('−');
}

const detailColumns = (): Column[] => [
  boundColumn('low', 'Low'),
  boundColumn('high', 'High'),
  {
    colId: 'source',
    headerName: 'Source',
    flex: 3,
    minWidth: 150,
    cellClass: 'fb-source-cell',
    valueGetter: ({ data }) => data?.row.source ?? '',
    cellRenderer: ({ data }: CustomCellRendererProps<OutlineRow>) => (
      <span title={data?.row.source}>{data?.row.source}</span>
    ),
  },
];

const boundColumn = (colId: 'low' | 'high', headerName: string): Column => ({
  colId,
  headerName,
  headerClass: 'fb-number-header',
  width: 88,
  cellClass: 'fb-number-cell fb-bound-cell',
  valueGetter: ({ data }) => data?.row[colId] ?? null,
  valueFormatter: ({ value, data }) => formatCell(value, data?.row.unit ?? ''),
});
